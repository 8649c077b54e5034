"""Events: forums, summits, exhibitions and the like: which edition, where, when, attended by whom."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from bilateral_extract.language.clauses import governing_predicate, noun_phrase, view_clause
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Attendance
from bilateral_extract.records.context import fill_date, fill_place
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"inaugural": 1}
ATTEND = load_words("attend_verbs")
ORGANISE = load_words("organise_verbs")


def fill_event(scene: Scene, draft: Draft) -> bool:
    """Fills an event's slots; False where it has neither a name nor a definite kind, or did not take place."""
    reality = judge_reality(draft.clause, draft.trigger)
    if reality == "denied":
        return False
    here = scene.span(draft.trigger.i, draft.trigger.i + 1)
    draft.add("status", Fill("held" if reality == "actual" else "planned", here, f"{reality} clause"))
    first, last = _name_bounds(scene, draft.trigger)
    name = scene.span(first, last)
    draft.add("name", Fill(name.text, name, "name of the event"))
    lexicon = load_lexicon()
    kind = lexicon.kinds.get(draft.trigger.lower_) or lexicon.kinds.get(draft.trigger.lemma_.lower()) or "other"
    draft.add("kind", Fill(kind, here, f"the word {draft.trigger.lower_}"))
    _fill_edition(scene, draft, first)
    verb = governing_predicate(draft.trigger)
    if verb is not None and draft.trigger.head == verb:
        draft.clauses.append(view_clause(verb))
        _fill_people(scene, draft, verb)
    fill_date(scene, draft)
    fill_place(scene, draft)
    if (place := draft.first("place")) is not None and place.country:
        draft.add("country", Fill(place.country, place.span, "country of the place"))
    return last - first > 1


def _name_bounds(scene: Scene, trigger: Token) -> tuple[int, int]:
    named = [m for e, m in scene.mentions_at(trigger.i) if e.kind == "event" and m.form in ("name", "acronym")]
    if named:
        return named[0].first, named[0].last
    first, last = noun_phrase(trigger)
    last = trigger.i + 1
    while first < trigger.i and scene.doc[first].pos_ in ("DET", "PUNCT", "PRON", "SPACE"):
        first += 1
    return first, last


def _fill_edition(scene: Scene, draft: Draft, first: int) -> None:
    for i in range(max(0, first - 2), draft.trigger.i):
        word = scene.doc[i].lower_
        digits = word.rstrip("sthndr")
        number = ORDINALS.get(word) or (int(digits) if digits.isdigit() and digits != word else None)
        if number is not None and number < 200:
            draft.add("edition", Fill(number, scene.span(i, i + 1), "ordinal"))


def _fill_people(scene: Scene, draft: Draft, verb: Token) -> None:
    clause = draft.clauses[-1]
    lemma = clause.lemma
    slot = "participants" if lemma in ATTEND else "organizers" if lemma in ORGANISE else None
    if slot is None:
        return
    for argument in clause.get("subject", "by"):
        if argument.head == draft.trigger:
            continue
        for participant in resolve_participants(scene, argument.head):
            draft.add(slot, Fill(participant, participant.span, f"{argument.role} of {lemma}"))
        for quantity in scene.quantities_in(argument.head.left_edge.i, argument.head.right_edge.i + 1):
            if quantity.unit is None and quantity.of and quantity.value == quantity.value.to_integral_value():
                attendance = Attendance(count=int(Decimal(quantity.value)), of=quantity.of, span=quantity.span)
                draft.add("attendance", Fill(attendance, quantity.span, f"number in {argument.role} of {lemma}"))
