"""Who belongs to a delegation: whom its words include, who leads it, how many it counts, and lists of its members."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    conjuncts,
    has_article,
    is_counted,
    nominals_behind,
    noun_phrase,
    preposition_of,
)
from bilateral_extract.language.nominals import (
    defining_verbs,
    goals_within,
    member_subjects,
    nominals_below,
    tells_action,
)
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.circumstances import places_of
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import (
    COLLECTIVES,
    REPRESENTATIVES,
    Participant,
    is_people,
    participant_of,
    resolve_participants,
)
from bilateral_extract.records.scene import Scene

DELEGATIONS = frozenset(noun for noun, kind in load_lexicon().classes.items() if kind == "delegation")
# Those who travel together, by whatever word: also what may mean their journey or anything else.
GROUPS = DELEGATIONS | {noun for noun, kind in load_lexicon().classes.items() if kind == "group"} | {"mission"}
HOLDING = frozenset({"include", "comprise", "consist", "contain"})
MADE_OF = frozenset({"make up", "compose"})  # in the passive, with "of"
SENDING = load_words("sending_verbs")
BESIDE = ("together with", "along with", "alongside", "accompanied by")
COMPANY_ROLES = ("with", *BESIDE)
ENDS_LIST = frozenset({"VBD", "VBP", "VBZ", "MD", "TO", "VB", "VBG", "WP", "WDT", "WRB", ":"})
LONGEST_ENTRY = 45  # words of one line of a list


def fill_members(scene: Scene, draft: Draft, argument: Argument) -> None:
    """Adds whom an argument names, or describes, to the members."""
    rule = f"{argument.role} of {draft.rule}"
    if argument.role == "of":  # "a team of 45 managers"
        add_size(scene, draft, noun_phrase(argument.head))
    heads = _listed(argument.head)
    heads += [t for t in conjuncts(argument.head.head)[1:] if heads[-1].i < t.i and t.pos_ in ("NOUN", "PROPN")]
    for head in heads:
        if number := next((t for t in nominals_behind(head, "of") if t.pos_ == "NUM"), None):  # "with a party of 23"
            add_size(scene, draft, (number.i, number.i + 1))
            for t in _included(head):  # "with a party of 23 that includes ten managers"
                _add(draft, _tell(scene, t), rule)
            continue
        named = _included(head)
        if named:  # "eleven people, including the premier", "a delegation comprising two ministers"
            add_size(scene, draft, (head.left_edge.i, head.i + 1))
            for t in named:
                _add(draft, _tell(scene, t), rule)
        else:
            _add(draft, _tell(scene, head), rule)
    if len(heads) > 1 or any(t.dep_ in ("appos", "nmod", "flat") for t in argument.head.rights):
        _add(draft, _named_in_list(scene, argument.head), rule)


def _named_in_list(scene: Scene, first: Token) -> list[Participant]:
    """Who is named in the list that begins with a noun, however a parse hangs it together: between commas, with nothing
    but titles, up to what tells of something else."""
    end = next((t.i for t in scene.tokens[first.i : scene.around(first).stop] if t.tag_ in ENDS_LIST), None)
    last = scene.around(first).stop if end is None else end
    people = (pair for pair in scene.mentions_in(first.i, last) if pair[0].kind == "person" and pair[1].form == "name")
    found: list[Participant] = []
    for entity, mention in people:
        name = scene.doc[mention.first : mention.last].root
        if found and name.dep_ in ("obl", "obl:agent", "nsubj"):  # "accompanied by Ana Paz at talks with Luis Gil"
            break
        if preposition_of(name) in (None, "by", "with"):
            found.append(participant_of(scene, entity, mention))
    return found


def _listed(head: Token) -> list[Token]:
    """What a list names, also where a parse takes a part of it for an apposition: "the Minister of Trade, the Minister
    of Health and ten managers"."""
    beside = [t for t in head.rights if t.dep_ == "appos" and has_article(t) and has_article(head)]
    return sorted({*conjuncts(head), *beside})


def _included(head: Token) -> list[Token]:
    """Whom the words behind a group tell to be of it."""
    found = nominals_behind(head, "including") if head.lemma_.lower() in GROUPS or is_counted(head) else []
    verbs = [t for t in defining_verbs(head) if t.i > head.i] if head.lemma_.lower() in GROUPS else []
    for verb in verbs:
        if (clause := view_clause(verb)).lemma in MADE_OF:
            found += [a.head for a in clause.get("of")]
        elif verb.lemma_.lower() in HOLDING:
            found += [a.head for a in view_clause(verb).get("object", "of")]
            if not found:  # a parse's slip: the object hung on the group
                beside = (t for t in head.rights if t.i > verb.i and t.dep_ in ("appos", "nmod"))
                found = [t for t in beside if preposition_of(t) is None][:1]
    return [t for top in found for t in _listed(top)]


def _tell(scene: Scene, head: Token) -> list[Participant]:
    """The members that one noun of a list means."""
    if head.lemma_.lower() in GROUPS:  # "accompanied by a delegation of officials"
        inner = nominals_behind(head, "of")
        return [member for t in inner for member in _describe(scene, t)] or [describe_group(scene, head)]
    if head.tag_ == "NNS":
        return _named_beside(scene, head) or _describe(scene, head)
    return _told_by_name_or_office(scene, head)


def _named_beside(scene: Scene, head: Token) -> list[Participant]:
    """The people whose names follow the plural of their office: "members of Parliament Ana Paz and Luis Gil"."""
    names = (t for t in head.rights if t.dep_ in ("appos", "flat", "nmod") and preposition_of(t) is None)
    beside = [t for name in names if name.left_edge.pos_ not in ("PUNCT", "CCONJ") for t in conjuncts(name)]
    people = [p for t in beside for p in resolve_participants(scene, t) if p.kind == "person"]
    return list(dict.fromkeys(people))


def _told_by_name_or_office(scene: Scene, head: Token) -> list[Participant]:
    """The people that a phrase names, and bodies told by themselves; a body behind an office stands for nobody: "the
    director of the bank" is described."""
    own = [entity for t in conjuncts(head) for entity, _ in scene.mentions_at(t.i)]
    found = [p for p in resolve_participants(scene, head) if p.kind != "organization" or p.entity in own]
    if not found and head.lemma_.lower() in REPRESENTATIVES:
        return [describe_group(scene, head)]
    return found


def fill_company(scene: Scene, draft: Draft) -> None:
    """Adds those with whom the traveller is told to go: "travelled to Oslo together with ten managers"."""
    aims = [a.head for a in draft.clause.get("to-clause")]  # "to Oslo to discuss trade, together with ten experts"
    beside = [Argument("together with", t) for aim in aims for t in nominals_below(aim, *BESIDE)]
    for argument in (*draft.clause.get(*COMPANY_ROLES), *beside):
        if resolve_participants(scene, argument.head):
            fill_members(scene, draft, argument)


def fill_composition(scene: Scene, draft: Draft, noun: Token) -> None:
    """What stands around the word delegation: how many it counts ("12-member") and whom it includes."""
    _fill_size(scene, draft, noun)
    if noun.lemma_.lower() not in DELEGATIONS:  # "a team of ten engineers visited Lima"
        for made_of in nominals_behind(noun, "of"):
            if made_of.tag_ in ("NNS", "NNPS") and (is_people(made_of) or made_of.lower_ in COLLECTIVES):
                _add(draft, _describe(scene, made_of), "whom the group is made of")
    first, last = noun_phrase(noun)
    if noun.head.lemma_.lower() in SENDING:  # "sent a delegation, which was led by Ana Paz, to Lima"
        last = noun.right_edge.i + 1
    for goal in goals_within(noun, first, last):
        for fill in places_of(scene, goal, "where a delegation goes"):
            draft.add("destination", fill)
    for occasion in nominals_behind(noun, "to", "at"):  # "the delegation to the talks in Oslo"
        for where in nominals_below(occasion, "in", "at") if occasion.ent_type_ != "GPE" else ():
            for fill in places_of(scene, where, "where a delegation goes"):
                draft.add("destination", fill)
    for verb in defining_verbs(noun):
        clause = view_clause(verb)
        if clause.lemma in HOLDING | MADE_OF:
            for argument in clause.get("of") if clause.lemma in MADE_OF else clause.get("object", "of"):
                fill_members(scene, draft, argument)
    for included in nominals_behind(noun, "including", "comprising"):
        fill_members(scene, draft, Argument("including", included))
    for subject in member_subjects(noun):  # "two ministers are part of the delegation"
        fill_members(scene, draft, Argument("subject", subject))
    for entry in _entries(scene, noun):
        _add(draft, [entry], "list of members")


def _add(draft: Draft, members: list[Participant], rule: str) -> None:
    for member in members:
        if member not in draft.values("leader"):
            draft.add("members", Fill(member, member.span, rule))


def _describe(scene: Scene, head: Token) -> list[Participant]:
    """Described members, one for each of the list. Like coordinates with like: in "representatives of 17 regions, large
    companies and businesses" what is not counted goes on with the representatives."""
    first, last = group_bounds(head)
    further: list[Token] = []
    for counted in (t for t in nominals_behind(head) if is_counted(t)):
        further = [t for t in conjuncts(counted)[1:] if not is_counted(t)]
    if further:
        last = min(last, further[0].left_edge.i)
        while head.doc[last - 1].is_punct or head.doc[last - 1].pos_ == "CCONJ":
            last -= 1
    found = [(first, last), *(group_bounds(t) for t in further)]
    return [_group(scene, *bounds) for bounds in found]


def describe_group(scene: Scene, head: Token) -> Participant:
    """The group that a noun describes, without where it goes."""
    return _group(scene, *group_bounds(head))


def group_bounds(head: Token) -> tuple[int, int]:
    """A group's phrase without where it goes: "a delegation of 25 companies" of "… to Hanoi"."""
    first, last = noun_phrase(head)
    goals = [t.left_edge.i for t in goals_within(head, first, last)]
    return first, min([last, *goals])


def _group(scene: Scene, first: int, last: int) -> Participant:
    skipped = ("together", "along", "with")
    while first < last - 1 and (
        scene.doc[first].pos_ in ("DET", "PUNCT", "SPACE") or scene.doc[first].lower_ in skipped
    ):
        first += 1
    country = next((entity.country for entity, _ in scene.mentions_in(first, last) if entity.country), None)
    span = scene.span(first, last)
    return Participant(span.text, "group", country, span)


def _fill_size(scene: Scene, draft: Draft, noun: Token) -> None:
    """How many travel: "a 12-member delegation", "a delegation of 40 companies", "which consists of 14 managers"."""
    before = (noun.left_edge.i, noun.i) if noun.tag_ == "NN" else (noun.i, noun.i)
    behind = [group_bounds(t) for t in nominals_behind(noun, "of")]
    for verb in defining_verbs(noun):
        clause = view_clause(verb)
        behind += [noun_phrase(a.head) for a in clause.get("of") if clause.lemma == "consist"]
        behind += [noun_phrase(a.head) for a in clause.get("object") if clause.lemma in ("number", "total")]
    for bounds in (before, *behind):
        add_size(scene, draft, bounds)


def add_size(scene: Scene, draft: Draft, bounds: tuple[int, int]) -> None:
    """Adds the whole number told within some words as the size."""
    for quantity in scene.quantities_in(*bounds):
        if quantity.unit is None and quantity.value == quantity.value.to_integral_value():
            draft.add("size", Fill(int(quantity.value), quantity.span, "number of members"))


def _entries(scene: Scene, noun: Token) -> Iterator[Participant]:
    """The people of a list of members behind the colon that ends the noun's clause: those named in its own line, or,
    where nothing stands there, one for each of the lines that follow."""
    paragraph = scene.paragraph_of(noun)
    first, last = scene.paragraph_tokens(paragraph)
    colon = next((i for i in range(max(first, noun.i), last) if scene.doc[i].text == ":"), None)
    if colon is None:
        return
    if any(not scene.doc[i].is_space for i in range(colon + 1, last)):
        if not tells_action(scene.doc[colon + 1 : last]):
            yield from _people_in(scene, colon + 1, last)
        return
    for following in range(paragraph + 1, len(scene.reading.paragraphs)):
        begin, end = scene.paragraph_tokens(following)
        person = next(_people_in(scene, begin, end), None)
        if person is None or end - begin > LONGEST_ENTRY or tells_action(scene.doc[begin:end]):
            return
        yield person


def _people_in(scene: Scene, first: int, last: int) -> Iterator[Participant]:
    for entity, mention in scene.mentions_in(first, last):
        if entity.kind == "person" and mention.form == "name":
            yield participant_of(scene, entity, mention)
