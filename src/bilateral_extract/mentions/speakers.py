"""Who speaks: whom "I", "my" and "we" mean in a transcript, a quotation or a statement of somebody's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bilateral_extract.mentions.countries import country_name
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence, read_people_words
from bilateral_extract.mentions.issuers import find_issuer, first_person
from bilateral_extract.mentions.people import Person, name_keys

_I = frozenset(("I", "me", "Me", "myself"))
_WE = frozenset(("we", "We", "us", "ourselves"))
_MY = frozenset(("my", "My", "our", "Our"))
_LABEL = re.compile(r"(?P<who>[A-Z][^\s:]*(?: (?:(?:of|for|and|the) |[A-Z(])[^\s:]*){0,7}) ?:(?=\s|$)")
_LABEL_REACH = 90
_REACH = 12  # words between a quotation and the verb of saying, or between that verb and who says it
_BACK = 60  # words back from "when we met" to whom it means
_TOP = 300  # characters within which a statement's heading ends
_ABROAD = r"(?:visit|travel|trip|tour|leav|left|fly|flew|went|go |going|depart|arriv|was in|were in)"
_TRAVEL = re.compile(rf"\b(?:I|[Ww]e|[Mm]y)\b[^.\n]{{0,60}}?\b{_ABROAD}[^.\n]{{0,100}}")
_VISIT = re.compile(r"(?i)\b(?:visit|trip|travel|tour) (?:to|of) [^.\n]{0,100}")
_STOPS = frozenset('. ; ? ! “ " «'.split())


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of characters in which one speaks; `speaker` is None where it cannot be told who."""

    start: int
    end: int
    speaker: Entity | None


def add_speakers(
    evidence: Evidence, people: Sequence[Entity], bodies: Sequence[Entity], countries: list[Entity]
) -> None:
    """Add to the speakers their mentions in the first person.

    "I", "we" and "us" mean who speaks, as do "my" and "our" before what one does ("my talks"); "my ministry" and "our
    government" mean the speaker's country, as does the "we" of a spokesman. A quotation's speaker goes before that of
    the turn it stands in, and this before whose statement the whole text is. Nothing is added where the speaker is not
    told.
    """
    if not _is_personal(evidence):
        return
    at = {i: entity for entity in (*bodies, *people) for m in entity.mentions for i in range(m.first, m.last)}
    turns = _Turns(evidence, people, at)
    words = read_people_words()
    for i, word in enumerate(evidence.words):
        token = evidence.doc[i]
        if word not in _I | _WE | _MY or token.tag_ not in ("PRP", "PRP$", ""):
            continue
        speaker = turns.speaker_at(token.idx)
        if speaker is None:
            continue
        mention = evidence.mention(i, i + 1, "pronoun")
        if word in _I:
            speaker.mentions.append(mention)
        elif word in _WE:
            _speak_for(speaker, countries).mentions.append(mention)
            if (other := turns.met_by(i, speaker)) is not None:
                other.mentions.append(mention)
        elif token.head.lower_ in words["own_acts"]:
            _speak_for(speaker, countries).mentions.append(mention)
        elif token.head.lower_ in words["own_journeys"] and word.lower() == "my":  # "our visit" is a delegation's
            speaker.mentions.append(mention)
        elif token.head.lower_ in words["own_government"] and speaker.country and token.head.i > i:
            side = _country(speaker.country, countries)
            side.mentions.append(evidence.mention(i, token.head.i + 1, "nominal"))


def tell_homes(evidence: Evidence, people: Sequence[Person]) -> None:
    """Give office holders who speak, where nothing tells their country, one that they do not say they travel to.

    That is the dateline's, else the one that the article names most.
    """
    if not _is_personal(evidence):
        return
    at = {i: person.entity for person in people for m in person.entity.mentions for i in range(m.first, m.last)}
    at |= {i: person.entity for person in people for office in person.offices for i in range(office.first, office.last)}
    turns = _Turns(evidence, [person.entity for person in people], at)
    abroad: dict[int, set[str]] = {}
    speakers: dict[int, Entity] = {}
    for match in _TRAVEL.finditer(evidence.reading.clean):
        speaker = turns.speaker_at(match.start())
        if speaker is not None and speaker.kind == "person" and speaker.role and speaker.country is None:
            speakers[id(speaker)] = speaker
            told = evidence.countries_in(*evidence.tokens_of(*match.span()))
            abroad.setdefault(id(speaker), set()).update(hit.word.code for hit in told)
    if not speakers:
        return
    for match in _VISIT.finditer(evidence.reading.clean, 0, _TOP):  # "Visit to Fiji and Tonga", above it all
        for codes in abroad.values():
            codes.update(hit.word.code for hit in evidence.countries_in(*evidence.tokens_of(*match.span())))
    for key, speaker in speakers.items():
        home = (code for code, _ in evidence.country_counts.most_common() if code not in abroad[key])
        speaker.country = next(home, None) if abroad[key] else None


def _is_personal(evidence: Evidence) -> bool:
    return not (_I | _WE | _MY).isdisjoint(evidence.words)


def _speak_for(speaker: Entity, countries: list[Entity]) -> Entity:
    """Whom a speaker means by "we": a spokesman or an aide the country, not himself."""
    held = set((speaker.role or "").lower().replace("-", " ").split())
    if speaker.country and held & read_people_words()["spokespeople"]:
        return _country(speaker.country, countries)
    return speaker


def _country(code: str, countries: list[Entity]) -> Entity:
    side = next((entity for entity in countries if entity.country == code), None)
    if side is None:
        side = Entity("country", country_name(code), code, place_kind="country")
        countries.append(side)
    return side


class _Turns:
    """Who speaks where in one article."""

    def __init__(self, evidence: Evidence, people: Sequence[Entity], at: dict[int, Entity]) -> None:
        self._evidence = evidence
        self._at = at  # who is mentioned at a token
        self._by_surname: dict[str, list[Entity]] = {}
        for person in people:
            self._by_surname.setdefault(name_keys(person.name)[-1], []).append(person)
        self._issuer = find_issuer(evidence, self._at)
        self._labelled = list(self._find_labelled())
        self._quoted = self._find_quoted()

    def speaker_at(self, offset: int) -> Entity | None:
        """Who speaks at a character of the text, None where it cannot be told."""
        for turns in (self._quoted, self._labelled):
            k = bisect_right(turns, offset, key=lambda turn: turn.start) - 1
            if k >= 0 and offset < turns[k].end:
                return turns[k].speaker
        return self._issuer

    def met_by(self, i: int, speaker: Entity) -> Entity | None:
        """With whom "we" met: the person told last before "when we met", where the verb itself names nobody."""
        doc = self._evidence.doc
        verb = doc[i].head
        told = any(t.dep_ in ("obj", "xcomp") or (t.dep_ == "obl" and _led_by(t, "with", "to")) for t in verb.children)
        if verb.lemma_ not in read_people_words()["meeting_verbs"] or doc[i].dep_ != "nsubj" or told:
            return None
        sentences = 2  # this one and the one before it
        for k in range(i - 1, max(-1, i - _BACK), -1):
            one = self._at.get(k)
            if one is not None and one.kind == "person" and one is not speaker:
                return one
            sentences -= bool(doc[k].is_sent_start)
            if not sentences:
                break
        return None

    # --- speaker labels ---

    def _find_labelled(self) -> Iterator[Turn]:
        """What follows "V. PETROV:" at the start of a line, until the next speaker; in a headline, the line alone."""
        clean, layout = self._evidence.reading.clean, self._evidence.reading
        labels: list[tuple[int, int, Entity | None]] = []
        lines = [(*p, _LABEL.match(clean, p[0], min(p[1], p[0] + _LABEL_REACH))) for p in layout.paragraphs]
        counts = Counter(match["who"] for _, _, match in lines if match)
        for start, end, match in lines:
            known, speaker = self._read_label(match) if match else (False, None)
            if known and match and (labels or speaker is not None or counts[match["who"]] > 1):
                labels.append((start, end, speaker))
        headings = set(layout.headings)
        for k, (start, end, speaker) in enumerate(labels):
            following = labels[k + 1][0] if k + 1 < len(labels) else len(clean)
            yield Turn(start, end if (start, end) in headings else following, speaker)

    def _read_label(self, match: re.Match[str]) -> tuple[bool, Entity | None]:
        """Whether a label is a speaker's, and who that is."""
        text = match["who"]
        words = read_people_words()
        if text.lower() in words["answer_labels"]:
            return True, self._issuer
        person = first_person(self._at, *self._evidence.tokens_of(match.start("who"), match.end("who")))
        keys = name_keys(text)
        if person is None and keys:
            namesakes = self._by_surname.get(keys[-1], [])
            person = namesakes[0] if len(namesakes) == 1 else None
        last = text.split()[-1].lower().strip(")")
        return person is not None or text.isupper() or last in words["asking_labels"] | words["offices"], person

    # --- quotations ---

    def _find_quoted(self) -> list[Turn]:
        """The quotations and who is told to say them; one that follows another's in a paragraph goes on."""
        evidence = self._evidence
        turns: list[Turn] = []
        paragraphs = [start for start, _ in evidence.reading.paragraphs]
        said_in, before = -2, None
        for start, end in evidence.reading.quotations:
            first, last = evidence.tokens_of(start, end)
            speaker = self._attributed(first, last)
            paragraph = bisect_right(paragraphs, start) - 1
            if speaker is None and (
                paragraph == said_in or (paragraph == said_in + 1 and paragraphs[paragraph] == start)
            ):
                speaker = before
            turns.append(Turn(start, end, speaker))
            said_in, before = paragraph, speaker
        return turns

    def _attributed(self, first: int, last: int) -> Entity | None:
        """Who says a quotation by the words after it ("…," X said; said X) or before it (X said: …)."""
        lower = self._evidence.lower
        after = last
        while after < len(lower) and (lower[after] == "," or not lower[after].strip()):
            after += 1
        end = self._until_stop(range(after, min(after + _REACH, len(lower))))
        verb = next((i for i in range(after, end) if self._says(i)), None)
        if verb is not None:
            order = range(verb + 1, end) if verb == after else range(verb - 1, after - 1, -1)
            return self._subject_of(verb) or self._first_at(order)
        before = first - 1
        while before >= 0 and (lower[before] in (",", ":", "that") or not lower[before].strip()):
            before -= 1
        verb = next((i for i in range(before, max(-1, before - _REACH), -1) if lower[i] == "." or self._says(i)), None)
        if before == first - 1 or verb is None or lower[verb] == ".":
            return None
        return self._subject_of(verb) or self._first_at(range(verb - 1, max(-1, verb - _REACH), -1))

    def _says(self, i: int) -> bool:
        return self._evidence.lower[i] in read_people_words()["saying_verbs"]

    def _until_stop(self, order: range) -> int:
        return next((i for i in order if self._evidence.lower[i] in _STOPS), order.stop)

    def _subject_of(self, verb: int) -> Entity | None:
        subject = next((t for t in self._evidence.doc[verb].children if t.dep_ == "nsubj"), None)
        return self._at.get(subject.i) if subject is not None else None

    def _first_at(self, order: range) -> Entity | None:
        return next((self._at[i] for i in order if i in self._at), None)


def _led_by(token: object, *prepositions: str) -> bool:
    return any(t.dep_ == "case" and t.lower_ in prepositions for t in token.children)  # type: ignore[attr-defined]
