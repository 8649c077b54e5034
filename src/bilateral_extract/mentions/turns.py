"""Who speaks where: turns under speaker labels, quotations with who says them, and the text's own author."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence, read_people_words
from bilateral_extract.mentions.issuers import find_issuer, first_person
from bilateral_extract.mentions.people import name_keys

_LABEL = re.compile(r"(?P<who>[A-Z][^\s:]*(?: (?:(?:of|for|and|the) |[A-Z(])[^\s:]*){0,7}) ?:(?=\s|$)")
_STOPPED = re.compile(r"(?P<who>(?:[A-Z][^\s.:]*\.? ){0,4}[A-Z][^\s.:]*)\.(?=\s\S)")  # "Q. ", "The President. "
_LABEL_REACH = 90
_AUDIENCE = re.compile(r"(?i)ladies and gentlemen|journalists|\b(?:press|media)\b")
_OPENING = 250  # characters in which a speaker greets those whom he speaks to
_REACH = 12  # words between a quotation and the verb of saying, or between that verb and who says it
_STOPS = frozenset('. ; ? ! “ " «'.split())


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of characters in which one speaks; `speaker` is None where it cannot be told who."""

    start: int
    end: int
    speaker: Entity | None


class Turns:
    """Who speaks where in one article."""

    def __init__(self, evidence: Evidence, people: Sequence[Entity], at: Mapping[int, Entity]) -> None:
        self._evidence = evidence
        self._at = at  # who is mentioned at a token
        self._by_surname: dict[str, list[Entity]] = {}
        for person in people:
            self._by_surname.setdefault(name_keys(person.name)[-1], []).append(person)
        self._issuer = find_issuer(evidence, self._at)
        self._labelled = sorted(self._find_labelled(), key=lambda turn: turn.start)
        self._quoted = self._find_quoted()
        speakers = {id(turn.speaker): turn.speaker for turn in self._labelled if turn.speaker is not None}
        self._pair = list(speakers.values()) if len(speakers) == 2 else []

    def addressee_at(self, offset: int) -> Entity | None:
        """To whom somebody speaks at a character of the text: the other one where two speak in turn, unless the turn
        begins with a word to an audience."""
        k = bisect_right(self._labelled, offset, key=lambda turn: turn.start) - 1 if self._pair else -1
        if k < 0 or offset >= self._labelled[k].end or self._labelled[k].speaker is None:
            return None
        turn = self._labelled[k]
        if _AUDIENCE.search(self._evidence.reading.clean, turn.start, min(turn.end, turn.start + _OPENING)):
            return None
        return next(speaker for speaker in self._pair if speaker is not turn.speaker)

    def speaker_at(self, offset: int) -> Entity | None:
        """Who speaks at a character of the text, None where it cannot be told."""
        for turns in (self._quoted, self._labelled):
            k = bisect_right(turns, offset, key=lambda turn: turn.start) - 1
            if k >= 0 and offset < turns[k].end:
                return turns[k].speaker
        return self._issuer

    # --- speaker labels ---

    def _find_labelled(self) -> Iterator[Turn]:
        """What follows "V. PETROV:" at the start of a line, until the next speaker; in a headline, the line alone. With
        a full stop, "The President.", it labels only where it comes again or somebody asks ("Q."). An office alone is
        no label of a person named in what is said under it."""
        clean, layout = self._evidence.reading.clean, self._evidence.reading
        labels: list[tuple[int, int, str, Entity | None]] = []
        lines = []
        for start, end in layout.paragraphs:
            bounds = (start, min(end, start + _LABEL_REACH))
            if (match := _LABEL.match(clean, *bounds) or _STOPPED.match(clean, *bounds)) is not None:
                lines.append((start, end, match))
        counts = Counter(match["who"] for _, _, match in lines)
        for start, end, match in lines:
            known, speaker = self._read_label(match)
            often = counts[match["who"]] > 1
            stopped = match.re is _STOPPED
            if known and (often or (counts["Q"] if stopped else (labels or speaker is not None))):
                labels.append((start, end, match["who"], speaker))
        headings = set(layout.headings)
        turns: dict[str, list[Turn]] = {}
        for k, (start, end, who, speaker) in enumerate(labels):
            following = labels[k + 1][0] if k + 1 < len(labels) else len(clean)
            alone = (start, end) in headings and not clean[start:end].rstrip().endswith(",")  # "Ana Paz: Mr President,"
            turns.setdefault(who, []).append(Turn(start, end if alone else following, speaker))
        for who, said in turns.items():
            strange = not self._is_name(who) and self._are_of_others(said)
            yield from (Turn(turn.start, turn.end, None) if strange else turn for turn in said)

    def _read_label(self, match: re.Match[str]) -> tuple[bool, Entity | None]:
        """Whether a label is a speaker's, and who that is."""
        text = match["who"]
        words = read_people_words()
        if text.lower() in words["answer_labels"]:
            return True, self._issuer
        last = text.split()[-1].lower().strip(")")
        if self._issuer is not None and last in (self._issuer.role or "").lower().split() and not self._is_name(text):
            return True, self._issuer  # "FOREIGN MINISTER:" in the minister's own transcript
        person = first_person(self._at, *self._evidence.tokens_of(match.start("who"), match.end("who")))
        keys = name_keys(text)
        if person is None and keys:
            namesakes = self._by_surname.get(keys[-1], [])
            person = namesakes[0] if len(namesakes) == 1 else None
        return person is not None or text.isupper() or last in words["asking_labels"] | words["offices"], person

    def _are_of_others(self, said: Sequence[Turn]) -> bool:
        """Whether the turns under one label are not all of the person whom it was taken for: another in some of them,
        or named in what is said."""
        speakers = {id(turn.speaker): turn.speaker for turn in said if turn.speaker is not None}
        speaker = next(iter(speakers.values()), None)
        if len(speakers) != 1 or speaker is None or speaker is self._issuer:
            return len(speakers) > 1
        named = sorted(mention.start for mention in speaker.mentions if mention.form == "name")
        return any(bisect_left(named, turn.start) < bisect_left(named, turn.end) for turn in said)

    def _is_name(self, label: str) -> bool:
        return (name_keys(label.partition(" (")[0]) or ("",))[-1] in self._by_surname  # "Ana Paz (retranslated)"

    # --- quotations ---

    def _find_quoted(self) -> list[Turn]:
        """The quotations and who is told to say them; one without a verb of saying goes on with that before it in its
        paragraph, and with that of the paragraph before where it opens its own."""
        evidence = self._evidence
        turns: list[Turn] = []
        paragraphs = evidence.reading.paragraphs
        starts = [start for start, _ in paragraphs]
        said_in, before = -2, None
        for start, end in evidence.reading.quotations:
            first, last = evidence.tokens_of(start, end)
            paragraph = bisect_right(starts, start) - 1
            ends = evidence.tokens_of(*paragraphs[bisect_right(starts, end - 1) - 1])[1]
            verb = self._verb_of_saying(first, last, ends)
            if verb is not None:
                speaker = self._subject_of(verb, last, ends)
            elif paragraph == said_in or (paragraph == said_in + 1 and starts[paragraph] == start):
                speaker = before
            else:
                speaker = None
            turns.append(Turn(start, end, speaker))
            said_in, before = paragraph, speaker
        return turns

    def _verb_of_saying(self, first: int, last: int, ends: int) -> int | None:
        """The verb that quotes some tokens, after them ("…," X said; said X) or before them (X said: …)."""
        lower = self._evidence.lower
        for i in range(last, min(last + _REACH, ends)):
            if self._says(i):
                return i
            if lower[i] in _STOPS:
                break
        introduced = False
        for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if self._says(i):
                return i if introduced else None
            introduced = introduced or lower[i] in (",", ":", "that")
            if lower[i] in _STOPS or (not introduced and lower[i].strip()):
                break
        return None

    def _subject_of(self, verb: int, last: int, ends: int) -> Entity | None:
        """Who says what ends before the token `last`: the verb's subject, else who is named next on the right side."""
        subject = next((t for t in self._evidence.doc[verb].children if t.dep_ == "nsubj"), None)
        if subject is not None and (speaker := self._who(subject.i)) is not None:
            return speaker
        lower = self._evidence.lower
        inverted = verb >= last and not any(word.isalnum() for word in lower[last:verb])  # "…," said X
        order = range(verb + 1, min(verb + _REACH, ends)) if inverted else range(verb - 1, max(-1, verb - _REACH), -1)
        for i in order:
            if lower[i] in _STOPS or i == last - 1:
                return None
            if (speaker := self._who(i)) is not None:
                return speaker
        return None

    def _who(self, i: int) -> Entity | None:
        """Who is mentioned at a token, also by a surname that was taken for a place."""
        if i in self._at or not self._evidence.words[i][:1].isupper():
            return self._at.get(i)
        namesakes = self._by_surname.get((name_keys(self._evidence.words[i]) or ("",))[-1], [])
        return namesakes[0] if len(namesakes) == 1 else None

    def _says(self, i: int) -> bool:
        return self._evidence.lower[i] in read_people_words()["saying_verbs"]
