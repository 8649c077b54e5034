"""What a deal is about: the best phrase for it, and the sectors that its words speak of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    clause_span,
    coordinated_phrase,
    measured_nouns,
    modifiers,
    nominals_behind,
    noun_phrase,
    preposition_of,
    restated,
)
from bilateral_extract.language.displaced import strayed_conjuncts
from bilateral_extract.language.nominals import act_under, provision_of
from bilateral_extract.lexicon import load_words, read_table
from bilateral_extract.models import Span
from bilateral_extract.records.agreement import content_words
from bilateral_extract.records.binding import TRANSFERS
from bilateral_extract.records.documents import is_definite, is_document, signed_participle
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.matters import ACT, matter_covered, matter_of_name, matter_told
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.phrases import read_phrase, strip_phrase
from bilateral_extract.records.scene import Scene

SHARED_MATTERS = load_words("shared_matters")
EMPTY = load_words("empty_modifiers") | load_words("pointing_back")
SIGNINGS = load_words("signing_nouns")  # "is ready for signing"
TIMES = load_words("time_nouns")
CIRCUMSTANCES = load_words("circumstance_nouns")
SET_PHRASES = load_words("set_phrase_nouns")
WORKS = frozenset(noun for noun, kind in load_lexicon().classes.items() if kind == "works")
# The surer the role tells the subject, the earlier it is asked.
ROLE_ORDER = (
    ("on", "on-clause", "regarding", "concerning", "covering", "about"),
    ("object", "comp", "participle", "to-clause", "for-clause", "for", "of-clause", "into", "towards", "toward"),
    ("of", "in", "to"),
)
VERB_ROLES = frozenset(
    {"on", "on-clause", "regarding", "concerning", "covering", "about", "to-clause", "object", "comp"}
)
RELATING = load_words("relating_verbs") | {"include"}
AMOUNTING = frozenset({"total", "value", "amount", "cost", "number"})
ASIDES = frozenset({"acl", "acl:relcl", "advcl", "appos", "parataxis"})
TITLE_WORDS = frozenset({"on", "for", "concerning", "regarding"})
FIELD = 8  # words within which the head of a field of work stands: "cooperation in the peaceful uses of nuclear energy"
LONGEST_ASIDE = 30  # words behind a comma in which the head of an aside is looked for
PROVISION = "what is done under it"  # the rule of a subject that another clause tells
# Words by which a document is called that say nothing of its matter.
GENERAL_WORDS = (
    SHARED_MATTERS | EMPTY | {"implementation", "implementing", "financing", "corresponding", "collaboration"}
)
MAX_SECTORS = 3
# To build something is of the sector of what is built: "construction of a power plant" is energy, of a plant industry.
WEAK_SECTORS = ("industry", "construction")
MAX_LENGTH = 160  # characters; a longer phrase has swallowed another clause
SIDES = re.compile(
    r"\s(?:between|among|signed|inked|concluded|reached|worth|during the|following the|on the sidelines of)\s"
)  # what is no longer about the matter


def fill_subject(scene: Scene, draft: Draft) -> None:
    """Proposes what the deal is about (what stands behind its noun, else before it), and its sectors."""
    for argument in _rank(draft):
        phrase = _read(scene, argument, invested="investment" in draft.sets)
        if phrase is not None:
            phrase = _go_on(scene, draft, phrase) if argument.role in ROLE_ORDER[0] else phrase
            draft.add("subject", Fill(phrase, phrase, f"{argument.role} of {draft.rule}"))
    stray = _find_on_phrase(scene, draft) if "subject" not in draft.slots and draft.trigger.pos_ != "VERB" else None
    phrase = _read(scene, stray) if stray is not None else None
    if phrase is not None:
        draft.add("subject", Fill(phrase, phrase, "on, further on in the sentence"))
    document = draft.trigger if draft.trigger.pos_ != "VERB" else None
    if "subject" not in draft.slots and document is not None and (matter := matter_covered(document)) is not None:
        _add_matter(scene, draft, matter)
    if "subject" not in draft.slots and (verb := provision_of(draft.trigger)) is not None:
        # "Under the agreement, …" goes back to one told before.
        again = verb == draft.trigger.head and is_definite(draft.trigger) and signed_participle(draft.trigger) is None
        if not again:
            provided = _read_act(scene, verb)
            draft.add("subject", Fill(provided, provided, PROVISION))
    if "subject" not in draft.slots and (act := act_under(draft.trigger)) is not None:
        provided = _read_act(scene, act)
        last = min(scene.tokens_of(provided)[1], draft.trigger.left_edge.i)
        provided = scene.span(scene.token_at(provided.start), max(last, scene.token_at(provided.start) + 1))
        draft.add("subject", Fill(provided, provided, PROVISION))
    for noun in _measured(scene, draft) if "subject" not in draft.slots else ():
        given = read_phrase(scene, noun)
        draft.add("subject", Fill(given, given, "what the amount is given in"))
    if "subject" not in draft.slots and (titled := _read_title(scene, draft.trigger)) is not None:
        draft.add("subject", Fill(titled, titled, "what its title says"))
    if "subject" not in draft.slots:
        name = _read_modifiers(scene, draft.trigger)
        if name is not None:
            draft.add("subject", Fill(name, name, f"what the {draft.trigger.lower_} is called"))
    fill_sectors(scene, draft)


def complete_subjects(scene: Scene, drafts: list[Draft]) -> None:
    """What documents are told to do, for those of which nothing else tells what they are about, or only a name that any
    document might have; this tells no document from another, so it is read when it is known which are the same."""
    for draft in drafts:
        told = draft.first("subject") if draft.kind == "deal" else None
        general = told is None or content_words(told.text) <= GENERAL_WORDS
        if draft.kind == "deal" and general and (matter := _find_matter(scene, draft)) is not None:
            former = draft.slots.pop("subject", [])
            _add_matter(scene, draft, matter)
            for fill in former:
                draft.add("subject", fill)
            sectors = read_sectors(draft.first("subject").text) if "subject" in draft.slots else []
            if sectors:
                draft.slots.pop("sectors", None)
                fill_sectors(scene, draft)


def _find_matter(scene: Scene, draft: Draft) -> Argument | None:
    noun = draft.trigger
    if noun.pos_ == "VERB":
        stray = (
            _find_on_phrase(scene, draft) if "subject" not in draft.slots and draft.first("kind") in TRANSFERS else None
        )
        return stray if stray is not None and stray.role != "on" else None  # "contributed $3 million to Peru for roads"
    if "subject" in draft.slots:
        return matter_told(noun)
    return _find_on_phrase(scene, draft, restated(noun)) or matter_told(noun) or matter_of_name(noun)


def _read_title(scene: Scene, noun: Token) -> Span | None:
    """What the name of a document says behind "on" or "for": "the Convention on Cluster Munitions"."""
    for entity, mention in scene.mentions_at(noun.i):
        opens = next((i for i in range(noun.i + 1, mention.last - 1) if scene.doc[i].lower_ in TITLE_WORDS), None)
        if entity.kind == "document" and opens is not None:
            last = max(mention.last, coordinated_phrase(scene.doc[mention.last - 1])[1])
            return _leave_out(scene, scene.span(opens + 1 + (scene.doc[opens + 1].lower_ == "the"), last))
    return None


def _add_matter(scene: Scene, draft: Draft, matter: Argument) -> None:
    """Proposes what other words than its arguments say that a document is about."""
    phrase = _read_act(scene, matter.head) if matter.role == ACT else _read(scene, matter)
    if phrase is not None:
        draft.add("subject", Fill(phrase, phrase, f"what the {draft.trigger.lower_} covers"))
        if matter.role != ACT:
            draft.arguments.append(("subject", matter))


def _measured(scene: Scene, draft: Draft) -> list[Token]:
    """What an amount consists of: "relief" in "provided $2 million in emergency relief"."""
    amounts = [a.head for a in draft.clause.get("object") if scene.amounts_in(a.head.left_edge.i, a.head.i + 1)]
    return [noun for amount in amounts if draft.trigger.pos_ == "VERB" for noun in measured_nouns(amount)]


def fill_sectors(scene: Scene, draft: Draft) -> None:
    """Proposes the sectors of the subject, else those of the deal's own phrase, else those of its parties."""
    for span in _tell_sectors(scene, draft):
        for sector in read_sectors(span.text)[:MAX_SECTORS]:
            draft.add("sectors", Fill(sector, span, "words of the sector"))
        if "sectors" in draft.slots:
            return


def _tell_sectors(scene: Scene, draft: Draft) -> Iterator[Span]:
    """The words that may tell a deal's sectors, the surest first."""
    yield from (fill.span for fill in draft.slots.get("subject", [])[:1])
    yield scene.span(*noun_phrase(draft.trigger))
    if draft.trigger.pos_ == "NOUN":
        yield scene.span(*coordinated_phrase(draft.trigger))
    # Who makes it tells what it is about, where nothing else does: "the ministers of transport", "National Railways".
    yield from (scene.span(*coordinated_phrase(a.head)) for a in draft.in_role("signers", "parties"))
    if "member" not in draft.sets:
        sentence = draft.trigger.sent
        yield scene.span(sentence.start, sentence.end)


def _rank(draft: Draft) -> Iterator[Argument]:
    """Subject arguments, surest role first, those of the noun before those of its verb."""
    arguments = draft.in_role("subject")
    own = [a for a in arguments if a.head.head == draft.trigger or draft.trigger.pos_ == "VERB"]
    told = (
        VERB_ROLES | {"for", "towards", "toward"} if draft.first("kind") in TRANSFERS else VERB_ROLES
    )  # "lent $3 million for roads"
    others = [a for a in arguments if a not in own and (a.role in told or a.head.head.pos_ != "VERB")]
    for group in (own, others):
        for roles in ROLE_ORDER:
            yield from (a for a in group if a.role in roles)


def _go_on(scene: Scene, draft: Draft, phrase: Span) -> Span:
    """A phrase with those that follow on it, wherever the parse hung them: "cooperation in the field of law"."""
    _, end = scene.tokens_of(phrase)
    for argument in view_clause(draft.trigger).arguments:
        head = argument.head
        if (
            argument.role in ("in", "of", "from", "for")
            and head.left_edge.i == end
            and _read(scene, argument) is not None
        ):
            return scene.span(scene.token_at(phrase.start), coordinated_phrase(head)[1])
    if content_words(phrase.text) <= SHARED_MATTERS:  # "cooperation" alone says nothing
        for head in scene.doc[end + 1 : min(end + FIELD, draft.trigger.sent.end)]:
            if (
                head.left_edge.i == end
                and preposition_of(head) in ("in", "on", "for")
                and _read(scene, Argument("in", head))
            ):
                return scene.span(scene.token_at(phrase.start), coordinated_phrase(head)[1])
    return phrase


def _read(scene: Scene, argument: Argument, *, invested: bool = False) -> Span | None:
    """The phrase of an argument, where it may tell what a deal is about; money is invested in what it is about."""
    head, role = argument.head, argument.role
    if role == "participle":
        inner = next(iter(view_clause(head).get("to", "at", "object", "at-clause", "to-clause")), None)
        if head.lemma_.lower() in RELATING and inner is not None:
            return _read(scene, Argument("on", inner.head))
        return _trim(scene, head) if head.tag_ == "VBG" and head.lemma_.lower() not in AMOUNTING else None
    if head.pos_ == "VERB":
        return None if view_clause(head).passive else _trim(scene, head)  # "an order to be delivered by May"
    if _is_circumstance(argument) or scene.dates_in(head.i, head.i + 1) or head.pos_ in ("NUM", "PRON"):
        return None
    if role not in ROLE_ORDER[0] and any(
        e.kind not in ("event", "document") and not (e.kind == "place" and _is_works(head))
        for e, m in scene.mentions_at(head.i)
        if m.form != "demonym"
    ):
        return None  # "with the bank", "of Norway", "in Lima": who and where
    if role == "to" and resolve_participants(scene, head):
        return None  # "to the Algerian agency Onal"
    if scene.amounts_in(*noun_phrase(head)) and (role in ("of", "in", "to") or _is_amount(scene, head)):
        return None
    phrase = read_phrase(scene, head)
    if role == "in" and not invested and (head.lemma_.lower() == "exchange" or not read_sectors(phrase.text)):
        return None  # "in exchange for aid"
    if any(map(is_document, strayed_conjuncts(head.head))) or len(phrase.text) > MAX_LENGTH:
        phrase = strip_phrase(scene, head)
    sellers = [t for t in nominals_behind(head, "from") if t.left_edge.i > head.i] if role == "object" else []
    if sellers and scene.mentions_at(sellers[0].i):  # "ten jets" of "ten jets from Airbus"
        phrase = scene.span(scene.token_at(phrase.start), sellers[0].left_edge.i)
    return _leave_out(scene, phrase)


def _is_amount(scene: Scene, head: Token) -> bool:
    """Whether a noun is the currency of an amount: "30 million dollars"."""
    return any(m.span.end > head.idx for m in scene.amounts_in(head.left_edge.i, head.i + 1))


def _is_circumstance(argument: Argument) -> bool:
    """Whether a noun only tells how or when: "in line with", "on the occasion of"; not "invest in a packaging line"."""
    head, lemma = argument.head, argument.head.lemma_.lower()
    thing = argument.role == "object" or any(t.dep_ == "compound" for t in head.lefts)
    return lemma in CIRCUMSTANCES and not (thing and lemma in SET_PHRASES)


def _is_works(noun: Token) -> bool:
    """Whether what is named is built, and not only where something is: "a solar plant", "the Lima Metro Line"."""
    return noun.pos_ == "NOUN" or noun.lower_ in WORKS


def _leave_out(scene: Scene, phrase: Span) -> Span:
    """A phrase up to where it tells of the sides, the signing, or its place and day: "fisheries in Lima on Monday"."""
    first, last = scene.tokens_of(phrase)
    last = _end_before_aside(scene, first + 1, last)
    cut = SIDES.search(phrase.text)
    if cut is not None and content_words(phrase.text[: cut.start()]) - SHARED_MATTERS:
        last = min(last, scene.token_at(phrase.start + cut.start() - 1) + 1)
    for i in range(first + 1, last - 1):
        told = [e for e, m in scene.mentions_at(i + 1) if m.first == i + 1 and m.last == last and e.kind == "place"]
        if scene.doc[i].lower_ in ("in", "at", "on") and (told or scene.dates_in(i + 1, last)):
            return scene.span(first, i)
    while last > first + 1 and scene.doc[last - 1].text == ",":
        last -= 1
    return scene.span(first, last)


def _find_on_phrase(scene: Scene, draft: Draft, own: Collection[Token] = ()) -> Argument | None:
    """An "on" or "for" phrase later in the sentence that the parse hung elsewhere: "an agreement in May on fish", "a
    contract with Copper Hill for ore"; past the words `own` of the document itself."""
    for token in scene.doc[draft.trigger.i + 1 : draft.trigger.sent.end]:
        if token in own:
            continue
        if token.tag_ == "VBG" and preposition_of(token) == "for":
            return Argument("for-clause", token)
        other = token.pos_ == "VERB" and token.dep_ not in ("acl", "amod") and token != draft.clause.trigger
        if other or token.text == ":" or is_document(token):
            return None
        named = token.pos_ in ("NOUN", "PROPN") and not scene.dates_in(token.i, token.i + 1)
        preposition = preposition_of(token) if named else None
        if preposition in ("on", "regarding", "concerning"):
            return Argument("on", token)
        if preposition == "for" and token.lemma_.lower() not in TIMES:
            return None if token.lower_ in SIGNINGS else Argument("for", token)
    return None


def _read_act(scene: Scene, verb: Token) -> Span:
    """What is done: "supply gas to Chile"; of what is told in the passive, to what: "ten buses" of "ten buses will be
    sent to Chile"."""
    clause = view_clause(verb)
    patient = next((a.head for a in clause.get("object") if a.head.i < verb.i), None) if clause.passive else None
    told = patient is not None and patient.pos_ in ("NOUN", "PROPN")
    return read_phrase(scene, patient) if told and patient is not None else _trim(scene, verb)


def _trim(scene: Scene, verb: Token) -> Span:
    """A verb with its arguments, up to a comma that opens an aside or another clause."""
    first, last = clause_span(verb)
    for child in verb.rights:
        if child.i > verb.i + 1 and child.dep_ in ("advcl", "parataxis") and child.pos_ in ("VERB", "AUX"):
            last = min(last, child.left_edge.i)
    if last == verb.i + 1:  # "support police and justice reform", of which a parse makes one with the verb
        last = max((t.right_edge.i + 1 for t in verb.rights if t.dep_ == "conj" and t.pos_ == "NOUN"), default=last)
    last = _end_before_aside(scene, verb.i + 2, last)
    others = (t.left_edge.i for t in scene.doc[verb.i + 2 : last] if is_document(t))
    last = next((i for i in others if scene.doc[i : i + 2].text == ", and"), last)  # another document
    text = scene.span(verb.i, last)
    cut = re.search(r",\s(?:with|which|as well as|while|including)\b", text.text)
    if cut is not None and cut.start() > 0:
        last = scene.token_at(text.start + cut.start() - 1) + 1
    while last > verb.i + 1 and (scene.doc[last - 1].is_punct or scene.doc[last - 1].is_space):
        last -= 1
    return scene.span(_whole_word(verb.doc[max(first, verb.i)]), last)


def _end_before_aside(scene: Scene, first: int, last: int) -> int:
    """Where a phrase ends before the comma that opens an aside: "buy ten jets" of "buy ten jets, powered by …"."""
    for comma in (i for i in range(first, last - 1) if scene.doc[i].text == ","):
        words = scene.doc[comma + 1 : min(last, comma + LONGEST_ASIDE)]
        opens = next((t for t in words if t.dep_ in ASIDES and t.left_edge.i <= comma + 1), None)
        if opens is not None:
            return comma
    return last


def _whole_word(token: Token) -> int:
    """Where the hyphenated word that a token ends begins: "re-open", "state-to-state"."""
    first = token.i
    while first > 0 and not token.doc[first - 1].whitespace_ and not token.doc[first - 1].is_quote:
        first -= 1
    return first


def _read_modifiers(scene: Scene, noun: Token) -> Span | None:
    """ "free trade" of "a new free trade agreement"; None where nothing but "new" stands there."""
    words = [
        t
        for t in modifiers(noun)
        if t.lower_ not in EMPTY and not t.is_punct and not t.like_num and not t.is_currency
        and not any(e.kind in ("country", "person") for e, _ in scene.mentions_at(t.i))
        and not scene.amounts_in(t.left_edge.i, t.i + 1)
    ]  # fmt: skip
    if not words or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    first = min(t.left_edge.i for t in words)
    while first < noun.i and scene.doc[first].lower_ in EMPTY:
        first += 1
    return scene.span(_whole_word(scene.doc[first]), noun.i + 1) if first < noun.i else None


@cache
def _sector_words() -> dict[str, str]:
    return {row["word"]: row["sector"] for row in read_table("sectors")}


def read_sectors(text: str) -> list[str]:
    """The sectors that the words of a phrase speak of, in order of appearance."""
    table = _sector_words()
    words = re.findall(r"[\w']+", text.casefold())
    found: list[str] = []
    skip = -1
    for i, (word, following) in enumerate(pairwise([*words, ""])):
        if i == skip:
            continue
        sector = table.get(f"{word} {following}")
        if sector is not None:
            skip = i + 1
        sector = sector or table.get(word) or table.get(word.removesuffix("s"))
        if sector is not None and sector not in found:
            found.append(sector)
    for weak in reversed(WEAK_SECTORS):
        if len(found) > 1 and weak in found:
            found.remove(weak)
    return found
