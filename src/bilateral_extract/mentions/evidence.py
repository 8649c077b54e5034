"""What the article offers to those who look for its entities: names, offices and country words, by token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from spacy.tokens import Doc, Token

from bilateral_extract.lexicon import read_table, read_toml
from bilateral_extract.lexicon.gazetteer import find_cities
from bilateral_extract.mentions.countries import CountryWord, country_word, find_countries
from bilateral_extract.mentions.entity import Form, Mention
from bilateral_extract.mentions.phrase_table import PhraseTable
from bilateral_extract.mentions.places import read_place_words
from bilateral_extract.reading.reading import Reading

_REALM = re.compile(r"\bthe (Kingdom|Sultanate|Grand Duchy|Principality)\b(?! of)")
ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{0,3}[A-Z][A-Z.0-9-]*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: token indices, end exclusive, and the label that the model or the lexicon gave it."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class CountryAt:
    """A country word in the text, in token indices."""

    first: int
    last: int
    word: CountryWord


class Evidence:
    """One article's tokens with the names and country words in them. Built once, read by all finders."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc = doc
        self.reading = reading
        self.tokens: list[Token] = list(doc)
        self.words: list[str] = [token.text for token in self.tokens]
        self.lower: list[str] = [word.lower() for word in self.words]
        self._starts = [token.idx for token in self.tokens]
        self.countries = [
            CountryAt(*self.tokens_of(hit.start, hit.end), hit.word)
            for hit in find_countries(reading.clean)
            if len(doc)
        ]
        self._add_realms()
        self.country_at: dict[int, CountryAt] = {hit.first: hit for hit in self.countries}
        self.country_ending: dict[int, CountryAt] = {hit.last: hit for hit in self.countries}
        self.names = self._find_names()
        self.name_at: dict[int, Name] = {name.first: name for name in self.names}
        self.name_over: dict[int, Name] = {i: name for name in self.names for i in range(name.first, name.last)}
        self.country_counts = Counter(hit.word.code for hit in self.countries)

    def _add_realms(self) -> None:
        """Add "the Kingdom", "the Sultanate" and the like as words for the one told of most that is such a state."""
        counts = Counter(hit.word.code for hit in self.countries)
        covered = {i for hit in self.countries for i in range(hit.first, hit.last)}
        for match in _REALM.finditer(self.reading.clean):
            codes = read_place_words()[match[1].lower().replace(" ", "_")]
            first, last = self.tokens_of(*match.span(1))
            told = [code for code, _ in counts.most_common() if code in codes]
            if told and covered.isdisjoint(range(first, last)):
                self.countries.append(CountryAt(first, last, CountryWord(told[0], "name")))

    def forget(self, name: Name) -> None:
        """Take back a name that turns out to be none."""
        self.names.remove(name)
        del self.name_at[name.first]
        for i in range(name.first, name.last):
            del self.name_over[i]

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that a stretch of characters touches, end exclusive."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first + 1, bisect_right(self._starts, end - 1))

    def text(self, first: int, last: int) -> str:
        """The clean text of some tokens, with each run of blanks as one."""
        end = self._starts[last - 1] + len(self.words[last - 1])
        return " ".join(self.reading.clean[self._starts[first] : end].split())

    def mention(self, first: int, last: int, form: Form) -> Mention:
        """A mention of the given tokens."""
        return Mention(self._starts[first], self._starts[last - 1] + len(self.words[last - 1]), first, last, form)

    def countries_in(self, first: int, last: int) -> list[CountryAt]:
        """Country words within some tokens."""
        return [
            self.country_at[i] for i in range(first, last) if i in self.country_at and self.country_at[i].last <= last
        ]

    def country_before(self, first: int) -> CountryAt | None:
        """The country word right before a token: "Kazakh", "Kazakhstan", "Kazakhstan's"."""
        if first and self.words[first - 1] in ("'s", "'"):
            first -= 1
        return self.country_ending.get(first)

    def country_after(self, last: int) -> CountryAt | None:
        """The country told by "of", "of the" or "from" right after some words."""
        if last < len(self.words) and self.lower[last] in ("of", "from"):
            last += 1
            if last < len(self.words) and self.lower[last] == "the":
                last += 1
            hit = self.country_at.get(last)
            return hit if hit and hit.word.form in ("name", "acronym") else None  # not "of the Finnish agency"
        return None

    def _find_names(self) -> list[Name]:
        """Names of the model with edges mended, and organisations that the lexicon knows; none overlap."""
        blocs = [Name(*self.tokens_of(start, end), "ORG") for start, end, _ in read_blocs().find(self.reading.clean)]
        names = [name for ent in self.doc.ents if (name := self._mend(Name(ent.start, ent.end, ent.label_)))]
        taken = {i: name for name in names for i in range(name.first, name.last)}
        dropped: set[Name] = set()
        for bloc in blocs if len(self.doc) else []:
            over = {taken[i] for i in range(bloc.first, bloc.last) if i in taken}
            if any(name.last - name.first > bloc.last - bloc.first for name in over):
                continue  # "ASEAN Summit", "UN Climate Conference"
            dropped |= over - {bloc}
            names.append(bloc)
        names = [name for name in dict.fromkeys(names) if name not in dropped]
        return self._relabel_acronyms(self._mend_people(sorted(names, key=lambda name: name.first)))

    def _mend_people(self, names: list[Name]) -> list[Name]:
        """Names that the model took for a body's, led by an office in capitals ("SMS Paz"), as a person's; capitals
        that it took for people as places."""
        people = [self.lower[name.first : name.last] for name in names if name.label == "PERSON"]
        known = {word for words in people for word in words}
        parts = {word for words in people if len(words) > 1 for word in words}
        mended: list[Name] = []
        for name in names:
            if mended and self._goes_on(mended[-1], name):
                mended[-1] = Name(mended[-1].first, name.last, "PERSON")
                continue
            rest = self.lower[name.first + 1 : name.last]
            if name.label == "ORG" and rest and known.issuperset(rest) and self._is_short_office(name.first):
                name = Name(name.first + 1, name.last, "PERSON")
            elif name.label == "PERSON" and self._is_capital(name, parts):
                name = Name(name.first, name.last, "GPE")
            mended.append(name)
        return mended

    def _goes_on(self, before: Name, name: Name) -> bool:
        """Whether two people whom nothing parts are one: "Carolina" + "Errazuriz Vial"."""
        beside = before.label == name.label == "PERSON" and before.first + 1 == before.last == name.first
        gap = beside and self.tokens[before.last - 1].whitespace_ == " " and self.words[before.last - 1].isalpha()
        capitals = all(self.words[n.first][:1].isupper() and not is_title(self.words[n.first]) for n in (before, name))
        return gap and capitals and not self.tokens[name.first].is_sent_start

    def _is_capital(self, name: Name, parts: set[str]) -> bool:
        """Whether a name that the model took for a person's is a capital: "Astana hosted the talks", "in Phnom Penh". A
        word that is among the `parts` of longer names is a person's."""
        word = country_word(self.text(name.first, name.last))
        if word is None or word.form != "capital" or (name.first > 0 and is_title(self.words[name.first - 1])):
            return False
        return name.last - name.first > 1 or self.lower[name.first] not in parts

    def _is_short_office(self, i: int) -> bool:
        return self.words[i].isupper() and self.lower[i] in read_people_words()["offices"]

    def _relabel_acronyms(self, names: list[Name]) -> list[Name]:
        """An acronym is what the name is that introduced it: "Xinjiang Uygur Autonomous Region (XUAR)"."""
        labels = {found[0]: name.label for name in names if (found := self.acronym_after(name.last))}
        return [
            Name(name.first, name.last, labels.get(self.words[name.first], name.label))
            if name.last == name.first + 1
            else name
            for name in names
        ]

    def _mend(self, name: Name) -> Name | None:
        first, last = name.first, name.last
        people = read_people_words()
        while last > first and (
            self.words[last - 1] in ("'s", "'", ",", ";", ":", "-", "(") or not self.words[last - 1].strip()
        ):
            last -= 1
        if name.label == "PERSON":
            first += count_titles(self.words[first:last])
            if first and first < last - 1 and is_double_title(self._word_before(first), self.words[first]):
                first += 1  # "Dato'" + "Sri Hamzah Omar"
        else:
            outer = ("the", "a", "an", "'s", ",", "(", "messrs", "messrs.")
            first += 3 * (self.lower[first : first + 3] == ["m", "/", "s"])  # "M/s Anden Rail Ltd"
            while first < last - 1 and (self.lower[first] in outer or not self.words[first].strip()):
                first += 1
        while last > first and self.lower[last - 1] in ("of", "the", "and", "for"):
            last -= 1
        if name.label == "PERSON":
            last = self._take_name_parts(first, last)
            while first < last - 1 and self.lower[first] in people["offices"] and not self._is_given(first):
                first += 1  # "SPS Chua"
        if first >= last or not any(c.isalnum() for c in self.words[first]):
            return None
        if name.label == "PERSON" and " ".join(self.lower[name.first : name.last]) in people["double_honorifics"]:
            return None  # "Puan Sri" + "Noraini Yusof"
        if all(is_title(word) for word in self.words[first:last]) and (
            name.label == "PERSON" or self.words[min(last, len(self.words) - 1)][0].isupper()
        ):
            return None  # "H.E.", "Oknha" before a name
        owner = self.country_at.get(first)
        if name.label == "ORG" and owner and owner.last < last - 1 and self.words[owner.last] in ("'s", "'"):
            first = owner.last + 1  # "Hungary's Ministry for National Economy"
        label = name.label
        if label == "ORG":
            if self.lower[last - 1] in read_place_words()["region_alone"]:
                return Name(first, last, "GPE")  # "Xinjiang Uygur Autonomous Region"
            if last == first + 1 and self.lower[first] in people["offices"]:
                return None  # "SMS": an office, not a body
            if self.lower[first : first + 2] == ["governments", "of"]:
                return None  # "the Governments of Peru and of Chile": those countries
            last = self._take_country(first, last)
        if label in ("ORG", "GPE", "LOC"):
            word = country_word(self.text(first, last))
            label = "FAC" if word and word.form == "seat" else label
        if label in ("ORG", "FAC") and self._is_city(first, last, label):
            label = "GPE"
        return Name(first, last, label)

    def _is_city(self, first: int, last: int, label: str) -> bool:
        """Whether a name that the model took for a building's or body's is a city's: "convened in Kuwait City"."""
        text = self.text(first, last)
        word = country_word(text)
        if word is not None:
            return word.form == "capital" and (label == "FAC" or last - first > 1 or self.is_located(first))
        if label == "ORG" and (self.lower[first - 1] if first else "") not in ("in", "near"):
            return False
        return bool(find_cities(text))

    def is_located(self, first: int) -> bool:
        """Whether some words stand where a place does: behind "in", "at", "to", "from" or at the head of a dateline."""
        dateline = self.reading.dateline
        if dateline is not None and dateline.span.start == self.doc[first].idx:
            return True
        return first > 0 and self.lower[first - 1] in ("in", "at", "to", "from", "near")

    def _word_before(self, i: int) -> str:
        return self.words[i - 2] if i > 1 and self.words[i - 1] in ("'", "’", ".") else self.words[i - 1]

    def _is_given(self, i: int) -> bool:
        """Whether a word is a given name, not an office: "Sultan Al Habsi", "Amir bin Said"."""
        people = read_people_words()
        return self.lower[i] in people["offices_and_given_names"] and self.lower[i + 1] in people["particles"]

    def _take_name_parts(self, first: int, last: int) -> int:
        """The end of a person's name with parts that the model left outside: "Khin Mya" + "Aye"."""
        while last < len(self.words) and self.words[last][:1].isupper() and not self.doc[last].ent_type_:
            token = self.doc[last]
            if token.dep_ != "flat" or not first <= token.head.i < last:
                break
            last += 1
        return last

    def _take_country(self, first: int, last: int) -> int:
        """The end of a body's name with the country that completes it: "Communist Party" + "of Viet Nam"."""
        hit = self.country_after(last)
        nouns = read_organization_words()["nouns"]
        complete = (
            hit and self.lower[last - 1] in nouns and self.lower[last] == "of" and not self.countries_in(first, last)
        )
        return hit.last if hit and complete else last

    def acronym_after(self, last: int) -> tuple[str, int] | None:
        """The acronym in brackets right after some words, and where the brackets end: "… Corporation (CNCEC)"."""
        at = last
        if at + 2 >= len(self.words) or self.words[at] != "(":
            return None
        at += 1
        if self.words[at] in ('"', "'"):
            at += 1
        acronym = self.words[at]
        for end in range(at + 1, min(at + 4, len(self.words))):
            if self.words[end] == ")":
                return (acronym, end + 1) if ACRONYM.fullmatch(acronym) else None
        return None


@lru_cache(maxsize=50_000)
def is_title(word: str) -> bool:
    """Whether a word before a name is a title such as "Mr", "H.E." or "Sheikh"."""
    titles = read_people_words()["honorifics"]
    plain = _unsigned(word)
    return word.lower() in titles or plain in titles or plain.lower() in titles


def count_titles(words: Sequence[str]) -> int:
    """How many words at the start of a person's name are titles; the last word is always the name."""
    at = 0
    while at < len(words) - 1:
        if at < len(words) - 2 and is_double_title(words[at], words[at + 1]):
            at += 2
        elif is_title(words[at]) or not words[at].strip() or (at and words[at] in (".", "'", "’")):
            at += 1
        else:
            break
    return at


def is_double_title(word: str, following: str) -> bool:
    """Whether two words make a title together: "Tan Sri"."""
    return _unsigned(f"{word} {following}".lower()) in read_people_words()["double_honorifics"]


def _unsigned(word: str) -> str:
    return word.replace(".", "").replace("'", "").replace("’", "")


def is_subject(token: Token) -> bool:
    """Whether a token is a clause's subject or stands in it by apposition, as a name's part or as a conjunct."""
    if token.dep_ in ("flat", "nmod:desc", "appos", "conj"):
        token = token.head
    return token.dep_.startswith("nsubj")


@cache
def read_people_words() -> dict[str, frozenset[str]]:
    """The word lists of `people.toml` as sets."""
    return {key: frozenset(words) for key, words in read_toml("people").items()}


@cache
def read_organization_words() -> dict[str, Any]:
    """The word lists of `organization_words.toml` as sets, under "nouns" a table of them."""
    table = read_toml("organization_words")
    lists: dict[str, Any] = {key: frozenset(words) for key, words in table.items() if isinstance(words, list)}
    return lists | {"nouns": {noun: frozenset(words) for noun, words in table["nouns"].items()}}


@cache
def read_blocs() -> PhraseTable[str]:
    """International organisations: each name and acronym with the organisation's name."""
    phrases = []
    for row in read_table("blocs"):
        phrases += [(phrase, row["name"]) for phrase in (row["name"], *(row["acronyms"] or "").split("|")) if phrase]
    return PhraseTable(phrases)


def serves_in_bloc(office: str) -> bool:
    """Whether an office is one of an international organisation: "UN envoy for Yemen", not "ambassador to the UN"."""
    start = next((start for start, _, _ in read_blocs().find(office)), None)
    return start is not None and not office[:start].casefold().endswith(("to ", "to the "))


@cache
def bloc_of(text: str) -> str | None:
    """The international organisation that a whole text names, or None."""
    found = list(read_blocs().find(text))
    return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(text)) else None
