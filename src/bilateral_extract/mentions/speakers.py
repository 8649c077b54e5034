"""Whom "I", "my", "we" and "you" mean: who speaks in a transcript, a quotation or a statement, for whom and to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.mentions.countries import country_name
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence, read_people_words
from bilateral_extract.mentions.people import Person
from bilateral_extract.mentions.turns import Turns

_I = frozenset(("I", "me", "Me", "myself"))
_WE = frozenset(("we", "We", "us", "ourselves"))
_MY = frozenset(("my", "My", "our", "Our"))
_YOU = frozenset(("you", "You"))
_FIRST_PERSON = _I | _WE | _MY
_OURS = frozenset(("my", "our"))
_BACK = 60  # words back from "when we met" to whom it means
_TOP = 300  # characters within which a statement's heading ends
_ABROAD = r"(?:visit|travel|trip|tour|leav|left|fly|flew|went|go |going|depart|arriv|was in|were in|accept)"
_TRAVEL = re.compile(rf"\b(?:I|[Ww]e|[Mm]y)\b(?: [\w'’]+){{0,4}}? {_ABROAD}[^.\n]{{0,100}}")
_OTHERS = re.compile(
    r"\b(?:[Mm]y|[Oo]ur) [A-Z][\w-]+ (?:counterpart|colleague|partner|friend|neighbour|neighbor|host|guest)"
)
_VISIT = re.compile(r"(?i)\b(?:visit|trip|travel|tour) (?:to|of) [^.\n]{0,100}")


def add_speakers(
    evidence: Evidence, people: Sequence[Entity], bodies: Sequence[Entity], countries: list[Entity]
) -> None:
    """Add to the speakers their mentions in the first person.

    "I", "we" and "us" mean who speaks, as do "my" and "our" before what one does ("my talks"); "my ministry" and "our
    government" mean the speaker's country, as does the "we" of a spokesman; "you" means whom one of two speaks to. A
    quotation's speaker goes before that of the turn it stands in, and this before whose statement the whole text is.
    Nothing is added where the speaker is not told.
    """
    if not _is_personal(evidence):
        return
    at = {i: entity for entity in (*bodies, *people) for m in entity.mentions for i in range(m.first, m.last)}
    turns = Turns(evidence, people, at)
    words = read_people_words()
    body_of = {evidence.text(m.first, m.last): body for body in bodies for m in body.mentions}
    for i, word in enumerate(evidence.words):
        if word not in _FIRST_PERSON and word not in _YOU:
            continue
        token = evidence.doc[i]
        if token.tag_ not in ("PRP", "PRP$", ""):
            continue
        if word in _YOU:
            called = at.get(i - 2) if i > 1 and evidence.words[i - 1] == "," else None  # "Ms Ana Paz, you have come"
            one = called if called is not None and called.kind == "person" else turns.addressee_at(token.idx)
            if one is not None:
                one.mentions.append(evidence.mention(i, i + 1, "pronoun"))
            continue
        speaker = turns.speaker_at(token.idx)
        if speaker is None:
            continue
        mention = evidence.mention(i, i + 1, "pronoun")
        if word in _I:
            speaker.mentions.append(mention)
        elif word in _WE:
            if (meant := _speak_for(speaker, body_of, countries)) is not None:
                meant.mentions.append(mention)
            if (other := _met_by(evidence, at, i, speaker)) is not None:
                other.mentions.append(mention)
        elif token.head.lower_ in words["own_acts"]:
            if (meant := _speak_for(speaker, body_of, countries)) is not None:
                meant.mentions.append(mention)
        elif token.head.lower_ in words["own_journeys"] and word.lower() == "my":  # "our visit" is a delegation's
            speaker.mentions.append(mention)
        elif token.head.lower_ in words["own_government"] and speaker.country and token.head.i > i:
            side = _country(speaker.country, countries)
            side.mentions.append(evidence.mention(i, token.head.i + 1, "nominal"))


def note_journeys(evidence: Evidence, people: Sequence[Person]) -> None:
    """Tell of office holders who speak which countries they go to ("I will leave for Fiji") or whose people are others
    to them ("my Fijian counterpart"): none is their own; and of others that they act with them ("our Ambassador")."""
    if not _is_personal(evidence):
        return
    holder = {i: person for person in people for m in person.entity.mentions for i in range(m.first, m.last)}
    holder |= {i: person for person in people for office in person.offices for i in range(office.first, office.last)}
    turns = Turns(evidence, [p.entity for p in people], {i: person.entity for i, person in holder.items()})
    person_of = {id(person.entity): person for person in people}
    for person in people:
        for office in person.offices:
            if evidence.lower[office.first - 1] in _OURS and office.head != "counterpart":
                person.compatriot = person_of.get(id(turns.speaker_at(evidence.doc[office.first].idx)))
    travellers: set[Person] = set()
    for match in _TRAVEL.finditer(evidence.reading.clean):
        speaker = person_of.get(id(turns.speaker_at(match.start())))
        if speaker is not None:
            travellers.add(speaker)
            speaker.abroad |= _countries_within(evidence, match)
    for match in _OTHERS.finditer(evidence.reading.clean):
        speaker = person_of.get(id(turns.speaker_at(match.start())))
        if speaker is not None:
            speaker.abroad |= _countries_within(evidence, match)
    for match in _VISIT.finditer(evidence.reading.clean, 0, _TOP) if travellers else ():
        for person in travellers:  # "Visit to Fiji and Tonga", above it all
            person.abroad |= _countries_within(evidence, match)


def _countries_within(evidence: Evidence, match: re.Match[str]) -> set[str]:
    return {hit.word.code for hit in evidence.countries_in(*evidence.tokens_of(*match.span()))}


def _is_personal(evidence: Evidence) -> bool:
    return not _FIRST_PERSON.isdisjoint(evidence.words)


def _speak_for(speaker: Entity, body_of: Mapping[str, Entity], countries: list[Entity]) -> Entity | None:
    """Whom a speaker means by "we": a spokesman the country, a company's manager the company, others themselves too."""
    words = read_people_words()
    held = set((speaker.role or "").lower().replace("-", " ").split())
    if held & words["spokespeople"]:
        return _country(speaker.country, countries) if speaker.country else None
    body = body_of.get(speaker.organization or "")
    public = body is None or set(body.name.lower().split()) & words["own_government"]
    return speaker if body is None or public else body


def _country(code: str, countries: list[Entity]) -> Entity:
    side = next((entity for entity in countries if entity.country == code), None)
    if side is None:
        side = Entity("country", country_name(code), code, place_kind="country")
        countries.append(side)
    return side


def _met_by(evidence: Evidence, at: Mapping[int, Entity], i: int, speaker: Entity) -> Entity | None:
    """Whom "we" takes in beside the speaker where the clause names nobody: the person told last before "when we met" or
    "we held talks", in the same sentence also before "we signed a treaty"."""
    doc, words = evidence.doc, read_people_words()
    clause = view_clause(doc[i].head)
    held = [argument.head for argument in clause.get("object")]
    talks = bool(held) and all(t.lower_ in words["own_acts"] for t in held)
    if clause.lemma in words["joint_verbs"]:
        sentences = 1
    elif (clause.lemma in words["meeting_verbs"] and not held) or (clause.lemma in words["holding_verbs"] and talks):
        sentences = 2
    else:
        return None
    named = any(view.get("with", "to") for view in (clause, *map(view_clause, held)))
    if named or all(argument.head.i != i for argument in clause.get("subject")):
        return None
    for k in range(i - 1, max(-1, i - _BACK), -1):
        one = at.get(k)
        if one is not None and one.kind == "person" and one is not speaker:
            return one
        sentences -= bool(doc[k].is_sent_start)
        if not sentences:
            break
    return None
