"""Candidates: every place where a predicate of the lexicon stands with what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, Clause, view_clause
from bilateral_extract.language.constituents import (
    conjuncts,
    content_noun,
    is_counted,
    measured_nouns,
    nominals_behind,
    noun_phrase,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.displaced import strayed_conjuncts
from bilateral_extract.language.nominals import nouns_above
from bilateral_extract.language.remembering import remembered
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.circumstances import places_of
from bilateral_extract.records.draft import Draft, RecordKind
from bilateral_extract.records.event_references import goes_back, is_edition
from bilateral_extract.records.frames import Frame, Lexicon, load_lexicon
from bilateral_extract.records.noun_classes import NOUN_CLASSES, noun_class
from bilateral_extract.records.parties import countries_beside, resolve_participants
from bilateral_extract.records.scene import Scene

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
COSTS = frozenset({"cost", "expense", "bill", "tab"})
ATTENDEES = frozenset({"attendee", "participant"})
PORTIONS = frozenset({"percent", "%", "cent", "half", "third", "quarter", "part", "share", "most", "bulk", "rest"})
POINTING = frozenset({"here", "us"})  # places, if not told in the sentence
IT = frozenset({"it", "they", "them", "this", "these", "both", "all"})
SIDES = load_words("country_sides")
MUTUAL = load_words("mutual_nouns")
PHONE = load_words("phone_cues")
SPEAKERS = frozenset({"i", "me"})
NAMING = load_words("naming_verbs")
SIGNING = load_words("signing_nouns")
TRANSFERRING = load_words("supplying_words") | {"donation"}
WARES = load_words("wares")
LAWS = load_words("laws")
# Roles of a verb that never belong to a noun beside it.
VERB_ONLY = frozenset({"subject", "object", "iobject", "comp", "by"})


def find_candidates(scene: Scene) -> list[Draft]:
    """All drafts of an article in the order of their triggers; a noun carried by a verb makes one draft, not two."""
    lexicon = load_lexicon()
    drafts: list[Draft] = []
    nominal: list[Draft] = []
    taken: dict[tuple[str, int], int] = {}  # where in `drafts` the one of a kind and trigger stands
    for token in scene.tokens:
        pos = token.pos_
        if pos in ("VERB", "AUX") and not (token.dep_ == "amod" and token.lower_ in lexicon.adjectives):
            for draft in _match_verb(scene, lexicon, token):
                mark = (draft.kind, draft.trigger.i)
                if mark in taken and "signed" in draft.sets and draft.kind == "deal":
                    if "planned" in drafts[taken[mark]].sets:  # "negotiated in May, was signed in June"
                        drafts[taken[mark]] = draft
                elif mark not in taken or draft.trigger.i == token.i:
                    taken[mark] = len(drafts)
                    drafts.append(draft)
        elif pos in NOMINAL or token.tag_ == "VBG" or token.lower_ == "it":
            found = _match_noun(scene, lexicon, token)
            if found is not None:
                nominal.append(found)
    drafts += [found for found in nominal if (found.kind, found.trigger.i) not in taken]
    drafts.sort(key=lambda d: d.trigger.i)
    return drafts


def arguments_in_slot(clause: Clause, record: RecordKind, slot: str) -> list[Argument]:
    """The arguments, apart from the subject, that a row of the lexicon puts in a slot, whatever else the row needs:
    trade for the topics of "focusing on trade"."""
    found: list[Argument] = []
    for key, light in _keys(clause):
        view = clause if light is None else _with_light(clause, light)
        for frame in load_lexicon().verbs.get(key, ()):
            if frame.record == record:
                slots = frame.roles
                found += [
                    a for a in view.arguments if a.role != "subject" and slots.get(a.role) == slot and a not in found
                ]
    return found


def _match_verb(scene: Scene, lexicon: Lexicon, token: Token) -> Iterator[Draft]:
    if verb_lemma(token) not in lexicon.first_words:
        return
    clause = view_clause(token)
    seen: set[tuple[str, int]] = set()
    nouns: set[tuple[str, str | None]] = set()  # records that hang on a noun of a class, with the role it stands in
    for key, light in _keys(clause):
        view = clause if light is None else _with_light(clause, light)
        for frame in lexicon.verbs.get(key, ()):
            by_class = frame.needs_type in NOUN_CLASSES
            needed = [frame.needs_role, *(role for role, _ in frame.further_needs)]
            if not by_class and any((frame.record, role) in nouns for role in needed):
                continue  # "granted a loan of $3 million" tells of a loan, and of no sum besides
            for draft in _match_frame(scene, lexicon, frame, view):
                mark = (draft.kind, draft.trigger.i)
                if mark not in seen:  # the first row that fits decides
                    seen.add(mark)
                    yield draft
                if by_class:
                    nouns.add((frame.record, frame.needs_role))


def _keys(clause: Clause) -> Iterator[tuple[str, Token | None]]:
    """What a verb may be listed under: with its bare object or oblique ("take part", "come into force"), alone."""
    verb = verb_lemma(clause.trigger) if clause.trigger.pos_ in ("VERB", "AUX") else clause.lemma  # "is in Lima": be
    for argument in clause.arguments:
        head = argument.head
        if argument.role == "comp" and head.tag_ == "JJ":
            yield f"{verb} {head.lower_}", None
        if argument.inherited or head.pos_ != "NOUN":
            continue
        if verb != "be" and any(t.dep_ == "det" for t in head.children):  # but "is in the pipeline"
            continue
        if argument.role == "object":
            yield f"{verb} {head.lemma_.lower()}", head
        elif " " not in argument.role and argument.role not in ("subject", "unmarked", "poss"):
            yield f"{verb} {argument.role} {head.lemma_.lower()}", head
    yield clause.lemma, None
    if clause.lemma != verb:
        yield verb, None


def _with_light(clause: Clause, light: Token) -> Clause:
    """The clause of a verb with a light object, whose own arguments become the verb's: "take part in X"."""
    own = view_clause(light).arguments
    return replace(clause, arguments=(*clause.arguments, *own)) if own else clause


def _match_frame(scene: Scene, lexicon: Lexicon, frame: Frame, clause: Clause) -> Iterator[Draft]:
    for role, kind in frame.further_needs:
        if not _has(scene, role, kind, clause if clause.get(role) else _with_object_prepositions(clause)):
            return
    if frame.needs_role is not None and not clause.get(frame.needs_role):
        clause = _with_object_prepositions(clause)
    if frame.needs_type in NOUN_CLASSES:
        wanted = frame.needs_type
        for argument in clause.get(frame.needs_role or ""):
            nouns = list(conjuncts(argument.head))
            if wanted == "document":
                nouns += [t for noun in nouns for t in (*strayed_conjuncts(noun), *measured_nouns(noun))]
                if argument.inherited and (clause.lemma in NAMING or argument.head.pos_ == "PROPN"):
                    above = nouns_above(argument.head)
                    nouns += [t for t in above if noun_class(scene, t) == wanted][:1]
            for noun in nouns:
                whole = wanted == "document" and noun_class(scene, noun) == wanted  # "an exchange of letters"
                # "an exchange of views" is held as an exchange
                for head in (noun,) if whole else dict.fromkeys((content_noun(noun), noun)):
                    known = noun_class(scene, head)
                    if known is None and wanted == "delegation" and head.lower_ == "that":
                        known = _class_told_again(scene, head)
                    if known == wanted or (wanted == "document" and _is_signing_of(scene, head)):
                        yield from _carried(lexicon, frame, clause, head)
                        break
        return
    if frame.needs_type is None or _has(scene, frame.needs_role or "", frame.needs_type, clause):
        arguments = [(frame.roles[a.role], a) for a in clause.arguments if a.role in frame.roles]
        if frame.roles.get("from") == "parties" and not clause.get("from"):  # "bought ten jets from Airbus"
            sellers = (a for a in _with_object_prepositions(clause).get("from"))
            arguments += [("parties", a) for a in sellers]
        if frame.needs_type == "stake" and frame.roles.get("to") == "parties" and not clause.get("to"):
            arguments += [("parties", a) for a in _with_object_prepositions(clause).get("to")]
        yield Draft(frame.record, clause.trigger, frame.name, [clause], arguments, frame.sets)


@remembered
def _with_object_prepositions(clause: Clause) -> Clause:
    """The clause with what hangs on its object by a preposition: whether "discuss the issue with X" has X at the verb
    or at the noun is a guess of the parser; not so "discuss its relations with X"."""
    own: list[Argument] = []
    for verb in (a.head for a in clause.get("comp") if a.head.tag_ == "VBG"):  # "discuss opening the port with Ana Paz"
        own.extend(Argument("with", t) for t in verb.subtree if t.ent_type_ == "PERSON" and preposition_of(t) == "with")
    for head in (obj.head for obj in clause.get("object")):
        roles = ("from", "to") if head.lemma_.lower() in MUTUAL else ("with", "from", "to")
        own.extend(view_clause(head).get(*roles))
        for inner in nominals_behind(head, "of"):  # "raised the question of visas with Ana Paz"
            own.extend(Argument("with", t) for t in nominals_behind(inner, "with") if t.ent_type_ == "PERSON")
    return replace(clause, arguments=(*clause.arguments, *own)) if own else clause


def _class_told_again(scene: Scene, that: Token) -> str | None:
    """The class of the noun that "that of" goes back to in its sentence: "The delegation of Peru was led by A, and that
    of Chile by B"."""
    if not nominals_behind(that, "of"):
        return None
    before = scene.tokens[that.sent.start : that.i]
    told = (noun_class(scene, token) for token in reversed(before) if token.pos_ == "NOUN")
    return next((known for known in told if known is not None), None)


def _is_signing_of(scene: Scene, head: Token) -> bool:
    """Whether a noun is a named document that the lexicon has no noun for ("signed the Treaty of …" has one); a law,
    which one state makes, is no deal."""
    return head.lemma_.lower() not in LAWS and any(entity.kind == "document" for entity, _ in scene.mentions_at(head.i))


def _carried(lexicon: Lexicon, frame: Frame, clause: Clause, head: Token) -> Iterator[Draft]:
    """A draft whose trigger is a noun and whose governing verb is a frame: "held talks", "signed a memorandum"."""
    view = view_clause(head)
    noun_frame = lexicon.nouns.get(frame.needs_type or "")
    roles = dict(noun_frame.roles) if noun_frame is not None else {}
    if frame.needs_role not in ("subject", None):  # "pay a call on the minister"; what is told of a noun is the verb's
        roles |= {role: slot for role, slot in frame.roles.items() if role not in VERB_ONLY}
    arguments = [(roles[a.role], a) for a in view.arguments if a.role in roles]
    for argument in clause.arguments:
        if argument.role in frame.roles:
            arguments.append((frame.roles[argument.role], argument))
        elif argument.role in roles and argument.role not in VERB_ONLY and argument.head != head:
            arguments.append((roles[argument.role], argument))
    yield Draft(frame.record, head, frame.name, [clause, view], arguments, frame.sets)


def _match_noun(scene: Scene, lexicon: Lexicon, token: Token) -> Draft | None:
    again = is_edition(token) or goes_back(scene, token)  # "the next edition", "it will take place in Lima"
    if not again and (token.pos_ == "ADJ" or token.tag_ == "VBG"):
        frame = lexicon.adjectives.get(token.lower_)
        if frame is None or token.dep_ != "amod":
            return None
        arguments = [("leader", Argument("modified", token.head))]
        return Draft(frame.record, token, frame.name, [view_clause(token)], arguments, frame.sets)
    frame = lexicon.nouns.get("event" if again else noun_class(scene, token) or "")
    if frame is None or (token.dep_ == "compound" and token.head.lower_ not in SIGNING):  # "the treaty signing"
        return None
    view = view_clause(token)
    arguments = [(frame.roles[a.role], a) for a in view.arguments if a.role in frame.roles]
    return Draft(frame.record, token, frame.name, [view], arguments, frame.sets)


def _has(scene: Scene, role: str, kind: str, clause: Clause) -> bool:
    """Whether something of a type stands in a role ("comp|to-clause": in either): of the type "no", nothing."""
    arguments = clause.get(*role.split("|"))
    if kind == "no":
        return not arguments
    return any(_fits(scene, kind, argument.head, bool(clause.get("with"))) for argument in arguments)


def _fits(scene: Scene, kind: str, head: Token, has_other_side: bool) -> bool:
    match kind:
        case "it":
            return (head.tag_ in ("PRP", "DT") and head.lower_ in IT) or head.lower_ == "papers"
        case "cost":
            of = nominals_behind(head, "of") if head.lemma_.lower() in PORTIONS else ()
            return any(t.lemma_.lower() in COSTS for t in (head, *of))
        case "debt":
            return head.lemma_.lower() in ("debt", "arrears")
        case "verb":
            return head.pos_ == "VERB" and head.tag_ in ("VB", "VBG")
        case "thing":
            return head.pos_ in ("NOUN", "PROPN")
        case "money":
            return bool(scene.amounts_in(*noun_phrase(head)))
        case "sum":  # the amount itself: "$3 million", "3 million dollars for schools", not "a profit of $3 million"
            counted = head.pos_ == "SYM" or is_counted(head)
            return counted and bool(scene.amounts_in(noun_phrase(head)[0], head.i + 1))
        case "goods":
            return is_counted(head) and bool(scene.quantities_in(noun_phrase(head)[0], head.i + 1))
        case "transfer":  # of what states hand on: "the transfer of two patrol boats"
            of = nominals_behind(head, "of") if head.lemma_.lower() in TRANSFERRING else []
            return any(_fits(scene, kind, t, has_other_side) for t in of for kind in ("goods", "wares"))
        case "wares":  # what states buy without a number: "new fighter jets", "gas"
            return any(t.pos_ == "NOUN" and t.lemma_.lower() in WARES for t in (head, *measured_nouns(head)))
        case "place":
            named = any(e.kind in ("place", "country") for e, _ in scene.mentions_in(*noun_phrase(head)))
            return named or head.lower_ in POINTING or bool(places_of(scene, head, ""))  # "our country"
        case "phone":
            return head.lower_ in PHONE
        case "person":
            return head.lower_ in SPEAKERS or any(
                p.kind in ("person", "group") for p in resolve_participants(scene, head)
            )
        case "holder":  # one person, by name or office
            people = resolve_participants(scene, head)
            return any(p.kind == "person" or (p.kind == "group" and head.tag_ in ("NN", "NNP")) for p in people)
        case "guest":  # whoever is told to be on a visit here: "visiting Premier Ana Paz"
            return scene.tokens[noun_phrase(head)[0]].lower_ == "visiting" and bool(resolve_participants(scene, head))
        case "body":  # whoever is bound, and no person
            people = resolve_participants(scene, head)
            described = (
                not people and head.pos_ == "NOUN" and countries_beside(scene, head, noun_phrase(head), ("of", "from"))
            )
            return bool(described) or any(p.kind in ("organization", "country") for p in people)
        case "party":
            return bool(resolve_participants(scene, head))
        case "sides":
            people = resolve_participants(scene, head)
            return len({p.country or p.name for p in people}) > 1 or bool(has_other_side and people)
        case "nation":  # a country or its side
            sides = resolve_participants(scene, head)
            return any(p.kind == "country" or (head.lower_ in SIDES and p.country is not None) for p in sides)
        case "attendees":  # of talks: "participants in the talks"
            classes, at = load_lexicon().classes, nominals_behind(head, "in", "at")
            return head.lemma_.lower() in ATTENDEES and any(classes.get(t.lemma_.lower()) == "meeting" for t in at)
        case "pair":  # people of two countries
            people = resolve_participants(scene, head)
            return all(p.kind == "person" for p in people) and len({p.country for p in people if p.country}) > 1
        case _:
            raise ValueError(f"frames.tsv: unknown type {kind!r}")
