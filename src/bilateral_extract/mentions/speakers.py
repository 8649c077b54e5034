"""Who speaks: whom "I", "my" and "we" mean in a transcript, a quotation or a statement of somebody's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bilateral_extract.mentions.countries import country_name
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence, count_titles, is_title, read_people_words
from bilateral_extract.mentions.people import name_keys

_I = frozenset(("I", "me", "Me", "myself"))
_WE = frozenset(("we", "We", "us", "ourselves"))
_MY = frozenset(("my", "My", "our", "Our"))
_HEAD = 8  # paragraphs in which a statement tells whose it is
_FOOT = 3  # and in which it is signed
_LABEL = re.compile(r"(?P<who>[A-Z][^\s:]*(?: (?:(?:of|for|and|the) |[A-Z(])[^\s:]*){0,7}) ?:(?=\s|$)")
_LABEL_REACH = 90
_REACH = 12  # words between a quotation and the verb of saying, or between that verb and who says it
_SMALL = frozenset("of for the and to".split())
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

    "I", "we" and "us" mean who speaks, as do "my" and "our" before what one does ("my visit"); "my ministry" and "our
    government" mean the speaker's country. A quotation's speaker goes before that of the turn it stands in, and this
    before whose statement the whole text is. Nothing is added where the speaker is not told.
    """
    if (_I | _WE | _MY).isdisjoint(evidence.words):
        return
    turns = _Turns(evidence, people, bodies)
    words = read_people_words()
    for i, word in enumerate(evidence.words):
        token = evidence.doc[i]
        if word not in _I | _WE | _MY or token.tag_ not in ("PRP", "PRP$", ""):
            continue
        speaker = turns.speaker_at(token.idx)
        if speaker is None:
            continue
        if word not in _MY:
            speaker.mentions.append(evidence.mention(i, i + 1, "pronoun"))
            if word in _WE and (other := turns.met_by(i, speaker)) is not None:
                other.mentions.append(evidence.mention(i, i + 1, "pronoun"))
        elif token.head.lower_ in words["own_acts"]:
            speaker.mentions.append(evidence.mention(i, i + 1, "pronoun"))
        elif token.head.lower_ in words["own_government"] and speaker.country and token.head.i > i:
            side = next((entity for entity in countries if entity.country == speaker.country), None)
            if side is None:
                side = Entity("country", country_name(speaker.country), speaker.country, place_kind="country")
                countries.append(side)
            side.mentions.append(evidence.mention(i, token.head.i + 1, "nominal"))


class _Turns:
    """Who speaks where in one article."""

    def __init__(self, evidence: Evidence, people: Sequence[Entity], bodies: Sequence[Entity]) -> None:
        self._evidence = evidence
        self._people = people
        self._at = {
            i: entity for entity in (*bodies, *people) for m in entity.mentions for i in range(m.first, m.last)
        }
        self._issuer = self._find_issuer()
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
        start = doc[max(0, doc[i].sent.start - 1)].sent.start
        latest = (self._at.get(k) for k in range(i - 1, start - 1, -1))
        return next((one for one in latest if one and one.kind == "person" and one is not speaker), None)

    # --- whose statement the text is ---

    def _find_issuer(self) -> Entity | None:
        """Whose statement the whole text is, by its credit line ("Statement by …"), its heading or its signature."""
        paragraphs = self._evidence.reading.paragraphs
        head = [self._evidence.tokens_of(*bounds) for bounds in paragraphs[:_HEAD]]
        foot = [self._evidence.tokens_of(*bounds) for bounds in paragraphs[_HEAD:][-_FOOT:]]
        for found in (
            [self._credited(first, last) for first, last in head],
            [self._named_alone(first, last) for first, last in head],
            [self._named_alone(first, last) for first, last in foot],
        ):
            told = list({id(entity): entity for entity in found if entity is not None}.values())
            if told:
                return told[0] if len(told) == 1 else None
        return None

    def _credited(self, first: int, last: int) -> Entity | None:
        """Whom "Statement by the Prime Minister, X" or "Media release – Minister X" names."""
        lower = self._evidence.lower
        last = min(last, first + 60)
        kinds = read_people_words()["statement_nouns"]
        noun = next((i for i in range(first, last) if lower[i] in kinds), None)
        if noun is None or lower[last - 1] == ".":
            return None
        by = next((i for i in range(noun, last) if lower[i] in ("by", "from")), None)
        if by is None:
            dashed = noun + 1 < last and lower[noun + 1] in ("–", "-", "—", ":", "|", ",")
            return self._named_alone(noun + 2, last, ends=False) if dashed else None
        end = next((i for i in range(by + 1, last) if lower[i] in read_people_words()["occasion_prepositions"]), last)
        return self._first_person(by + 1, end)

    def _named_alone(self, first: int, last: int, *, ends: bool = True) -> Entity | None:
        """The one person whom a line in capitals names that begins, and `ends`, with a name or an office."""
        words = self._evidence.words
        while last > first and (not words[last - 1].isalnum() or words[last - 1] in read_people_words()["postnominals"]):
            last -= 1
        start = first
        while start < last and (words[start].lower() in _SMALL or is_title(words[start])):
            start += 1
        start = first + count_titles(words[first:last]) if start == last else start
        capitals = all(w[:1].isupper() or not w[:1].isalpha() or w in _SMALL for w in words[first:last])
        if start >= last or not capitals or start not in self._at or (ends and last - 1 not in self._at):
            return None
        told = {id(self._at[i]) for i in range(start, last) if i in self._at and self._at[i].kind == "person"}
        return self._first_person(start, last) if len(told) == 1 else None

    def _first_person(self, first: int, last: int) -> Entity | None:
        found = (self._at.get(i) for i in range(first, last))
        return next((entity for entity in found if entity is not None and entity.kind == "person"), None)

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
        person = self._first_person(*self._evidence.tokens_of(match.start("who"), match.end("who")))
        keys = name_keys(text)
        if person is None and keys:
            namesakes = [one for one in self._people if name_keys(one.name)[-1:] == keys[-1:]]
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
            if speaker is None and (paragraph == said_in or (paragraph == said_in + 1 and paragraphs[paragraph] == start)):
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
        start = self._evidence.doc[verb].sent.start
        return self._subject_of(verb) or self._first_at(range(verb - 1, max(start, verb - _REACH) - 1, -1))

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
