"""Deals: what was signed, agreed or is planned, by whom, worth what."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from bilateral_extract.language.clauses import conjuncts, coordinated_phrase, noun_phrase
from bilateral_extract.lexicon import read_table
from bilateral_extract.models import Span
from bilateral_extract.records.context import fill_date, fill_place
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import Participant, participant_of, resolve_participants
from bilateral_extract.records.phrases import read_phrase
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene

STATUSES = ("signed", "agreed", "planned")
PLURAL_KINDS = frozenset({"agreement", "memorandum", "contract", "protocol", "package", "other"})


def fill_deal(scene: Scene, draft: Draft) -> bool:
    """Fills a deal's slots; False where none is made or definitely planned, or nobody is bound by it."""
    reality = judge_reality(draft.clause, draft.trigger)
    if reality in ("wished", "denied") or "cancelled" in draft.sets or "background" in draft.sets:
        return False
    here = scene.span(draft.trigger.i, draft.trigger.i + 1)
    told = next((s for s in draft.sets if s in STATUSES), "agreed")
    draft.add("status", Fill("planned" if reality == "planned" else told, here, f"{reality} {draft.rule}"))
    draft.add("kind", Fill(_kind(draft), here, f"the word {draft.trigger.lower_}"))
    _fill_parties(scene, draft)
    _fill_amounts(scene, draft)
    _fill_subject(scene, draft)
    fill_date(scene, draft)
    fill_place(scene, draft)
    return bool(draft.slots.keys() & {"parties", "value"})


def _kind(draft: Draft) -> str:
    lexicon = load_lexicon()
    for name in draft.sets:
        if name not in STATUSES:
            return name
    trigger = draft.trigger
    kind = lexicon.kinds.get(trigger.lower_) or lexicon.kinds.get(trigger.lemma_.lower()) or "agreement"
    if trigger.tag_ in ("NNS", "NNPS") and kind in PLURAL_KINDS:
        return "package"
    return kind


def _fill_parties(scene: Scene, draft: Draft) -> None:
    for argument in draft.in_role("signers", "parties"):
        rule = f"{argument.role} of {draft.rule}"
        for participant in resolve_participants(scene, argument.head):
            if participant.kind == "person":
                draft.add("signatories", Fill(participant, participant.span, rule))
                _add_side(scene, draft, participant, rule)
            else:
                _add_party(draft, participant, rule)
    for argument in draft.in_role("sides"):  # "a China-Laos agreement", "the Kazakh-Chinese memorandum"
        for entity, mention in scene.mentions_at(argument.head.i):
            if entity.kind == "country":
                _add_party(draft, participant_of(scene, entity, mention), f"modifier of {draft.rule}")


def _add_party(draft: Draft, participant: Participant, rule: str) -> None:
    draft.add("parties", Fill(participant, participant.span, rule))
    if participant.country:
        draft.add("countries", Fill(participant.country, participant.span, "country of a party"))


def _add_side(scene: Scene, draft: Draft, person: Participant, rule: str) -> None:
    """A person who signs binds the country that his office names."""
    if person.country is None:
        return
    draft.add("countries", Fill(person.country, person.span, "country of a signatory"))
    side = next((e for e in scene.entities if e.kind == "country" and e.country == person.country), None)
    if side is not None:
        party = participant_of(scene, side, side.mentions[0])
        draft.add("parties", Fill(party, person.span, f"{rule}, for their country"))


def _fill_amounts(scene: Scene, draft: Draft) -> None:
    for head in conjuncts(draft.trigger)[:1]:
        first, last = head.left_edge.i, max(head.right_edge.i + 1, noun_phrase(head)[1])
        for money in scene.amounts_in(first, last):
            if money.per is None and money.equivalent_to is None:
                draft.add("value", Fill(money, money.span, f"amount beside {head.lower_}"))
        for quantity in scene.quantities_in(noun_phrase(head)[0], head.i + 1):
            if quantity.unit is None and quantity.max_value is None and quantity.value == int(quantity.value):
                draft.add("count", Fill(int(quantity.value), quantity.span, "number of documents"))
    if draft.first("count") is not None and draft.first("kind") in PLURAL_KINDS:
        draft.slots["kind"] = [Fill("package", draft.slots["count"][0].span, "several documents together")]


def _fill_subject(scene: Scene, draft: Draft) -> None:
    for argument in draft.in_role("subject"):
        if argument.role in ("in", "for", "of") and (
            scene.dates_in(argument.head.i, argument.head.i + 1) or scene.mentions_at(argument.head.i)
        ):
            continue
        phrase = read_phrase(scene, argument.head)
        draft.add("subject", Fill(phrase, phrase, f"{argument.role} of {draft.rule}"))
    phrase = draft.first("subject")
    first, last = coordinated_phrase(draft.trigger)
    modified = scene.span(*noun_phrase(draft.trigger))
    if phrase is None and draft.trigger.pos_ == "NOUN" and " " in modified.text:
        draft.add("subject", Fill(modified, modified, f"what {draft.trigger.lower_} is called"))
    for span in (phrase, scene.span(first, last)):
        if isinstance(span, Span):
            add_sectors(draft, span)
            if "sectors" in draft.slots:
                break


def add_sectors(draft: Draft, span: Span) -> None:
    """Proposes the sectors that the words of a span speak of."""
    for sector in read_sectors(span.text):
        draft.add("sectors", Fill(sector, span, "words of the sector"))


@cache
def _sector_words() -> dict[str, str]:
    return {row["word"]: row["sector"] for row in read_table("sectors")}


def read_sectors(text: str) -> list[str]:
    """The sectors that the words of a phrase speak of, in order of appearance."""
    table = _sector_words()
    words = text.casefold().replace(",", " ").split()
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    found = [table[w] for w in [*pairs, *words] if w in table]
    return list(dict.fromkeys(found))
