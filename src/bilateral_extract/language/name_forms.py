"""Names by their form: what their signs, a legal form, a title or a description beside them says of them.

The model sees how a name is used; a name in a language it hardly met it may part or misjudge. Its form is then plain:
"Larsen & Toubro" and "Vale Verde S.A." are companies, "Dr. A.P. Menon" is a person, "Roslan Ab. Majid" is one name, and
the letters of an acronym in brackets count the words of the name before it.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from bilateral_extract.language.name_labels import ADDRESSES, Name, label_name, take_legal_form, tell_companies
from bilateral_extract.language.name_words import read_name_words

_LONGEST_PERSON = 7  # words
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,9}")
_SMALL_IN_BODIES = frozenset("of and for the in on & , - – de du des la del do da dos".split())
_PATRONYMIC = frozenset(("bin", "binti", "ibn", "bint"))
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


def mend_names(doc: Doc) -> None:
    """Set the edges and labels of `doc.ents` right where their form tells them."""
    names = _join_people(doc, [(ent.start, ent.end, ent.label_) for ent in doc.ents])
    names = _join_fields(doc, _join_partners(doc, names))
    names = tell_companies(doc, [label_name(doc, *_set_edges(doc, *name)) for name in names])
    _set_names(doc, sorted([*names, *_find_companies(doc, names)]))


def reach_to_acronyms(doc: Doc) -> None:
    """Let the name before an acronym in brackets begin where the letters do: "Association of Tour and Travel Agents
    (ATTA)" is one body. A name that reaches further already stays."""
    names = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    changed = False
    for i in np.flatnonzero(doc.to_array("ORTH") == doc.vocab.strings["("]).tolist():
        if not 0 < i < len(doc) - 2 or doc[i + 2].text != ")" or not _ACRONYM.fullmatch(doc[i + 1].text):
            continue
        first = find_spelled_out(doc, i, doc[i + 1].text)
        if first is None:
            continue
        inside = [name for name in names if first <= name[0] and name[1] <= i]
        crossing = [name for name in names if name[0] < i and name[1] > first and name not in inside]
        if not inside or crossing or any(name[:2] == (first, i) for name in inside):
            continue
        labels = [label for *_, label in inside]
        label = next((label for label in ("ORG", "DOC", "EVENT") if label in labels), None)
        if label is not None:
            names = [name for name in names if name not in inside] + [(first, i, label)]
            changed = True
    if changed:
        _set_names(doc, sorted(names))


def _set_names(doc: Doc, names: list[Name]) -> None:
    """Make `names` the names of the article; of two that overlap the longer stays."""
    kept: list[Name] = []
    for first, last, label in names:
        if kept and kept[-1][1] > first:
            if kept[-1][1] - kept[-1][0] >= last - first:
                continue
            kept.pop()
        kept.append((first, last, label))
    doc.set_ents([Span(doc, first, last, label=label) for first, last, label in kept])


def find_spelled_out(doc: Doc, end: int, acronym: str) -> int | None:
    """The token with which the words before `end` begin to spell out `acronym`, or None where they do not.

    Each letter is, in order, the initial of a word, and no capitalised word but one goes unused (Schwartz and Hearst
    2003, on initials only).
    """
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    if len(letters) < 3:
        return None
    at, unused = len(letters) - 1, 0
    for i in range(end - 1, max(-1, end - 3 * len(letters) - 2), -1):
        token = doc[i]
        capital = token.text[0].isupper()
        if not capital and token.lower_ not in _SMALL_IN_BODIES:
            return None
        if token.lower_[0] == letters[at]:
            at -= 1
            if at < 0:
                return i if capital else None
        elif capital:
            unused += 1
            if unused > 1:
                return None
        if token.is_sent_start:
            return None
    return None


def _join_people(doc: Doc, names: list[Name]) -> list[Name]:
    """One person's name where the model saw pieces: parted by a line's end, by a particle or an abbreviated part."""
    joined: list[Name] = []
    for first, last, label in names:
        before = joined[-1] if joined else None
        people = before and before[2] == label == "PERSON" and last - before[0] <= _LONGEST_PERSON
        if before and people and _belong_together(doc, before, (first, last, label)):
            joined[-1] = (before[0], last, label)
            continue
        if label == "PERSON":
            first, last = _take_particles(doc, first, last)
        joined.append((first, last, label))
    return joined


def _belong_together(doc: Doc, one: Name, other: Name) -> bool:
    """Whether two pieces of a person's name are one: "Ana⏎Paz", "Zainal Ab. Karim", "Tun Dr. Kassim"."""
    (first, end, _), (start, last, _) = one, other
    while first < end - 1 and doc[first].lower_.rstrip(".") in ADDRESSES:
        first += 1
    if end - first > 1 < last - start and doc[end - 1].text[-1] != ".":
        return False  # two people in a list of keywords
    gap = doc[end:start]
    if not len(gap):
        words = [token.lower_ for token in doc[first:last]]
        return len(words) <= 5 and len(set(words)) == len(words)  # "Tan See" + "Leng"
    if len(gap) > 3 or any(token.is_sent_start for token in doc[end : start + 1]):
        return False
    if gap.text.count("\n") == 1 and not gap.text.strip():
        return True
    if end - first == 1 and doc[end].text[0].isupper() and doc[end].lower_.rstrip(".") in ADDRESSES:
        return len(gap.text.split()) == 1
    *parts, stop = (token.text for token in doc[end - 1 : start])
    if stop == "." and parts:
        return len(parts) <= 2 and _is_abbreviated(parts[-1])
    return len(gap) == 1 and stop.endswith(".") and _is_abbreviated(stop)


def _is_abbreviated(word: str) -> bool:
    return word[0].isupper() and word.rstrip(".").lower() in read_name_words()["abbreviations"]


def _take_particles(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The edges of a person's name with what a particle or an initial joins to it: "Jean de la Tour" + "du Pin",
    "Omar" + "bin Said", "L. H." + "Border"."""
    particles = read_name_words()["particles"]
    if doc[first].text in _PATRONYMIC and first and doc[first - 1].text[0].isupper():
        first -= 1
    if last < len(doc) and _INITIALS.fullmatch(doc[last - 1].text) and doc[last].text[0].isupper():
        last += not doc[last].ent_type_
    end = last
    while end < len(doc) and doc[end].text in particles and not doc[end].is_sent_start:
        end += 1
        if end < len(doc) and doc[end].text[0].isupper():
            last = end = end + 1
    return first, last


def _join_partners(doc: Doc, names: list[Name]) -> list[Name]:
    """Companies of partners' names: "Larsen & Toubro". Two people whom the article also names apart stay two."""
    people = {doc[i].text for first, last, label in names if label == "PERSON" for i in range(first, last)}
    seen = [doc[i].text for first, last, label in names if label == "PERSON" for i in range(first, last)]
    joined: list[Name] = []
    by_start = {first: (first, last, label) for first, last, label in names}
    for first, last, label in names:
        if joined and joined[-1][1] > first:
            continue
        sign = last - 1 if doc[last - 1].text == "&" else last
        partner = by_start.get(sign + 1)
        if sign < len(doc) and doc[sign].text == "&" and partner and {label, partner[2]} <= {"PERSON", "ORG", "GPE"}:
            twice = any(seen.count(word) > 1 for word in (doc[sign - 1].text, doc[partner[1] - 1].text))
            countries = label == partner[2] == "GPE"
            if sign > first and not countries and not (twice and people):
                joined.append((first, partner[1], "ORG"))
                continue
        joined.append((first, last, label))
    return joined


def _join_fields(doc: Doc, names: list[Name]) -> list[Name]:
    """A ministry of several fields whom the model took for two: "Ministry of Foreign Affairs" + "and" + "International
    Cooperation of Oman"."""
    words = read_name_words()
    joined: list[Name] = []
    for first, last, label in names:
        before = joined[-1] if joined else None
        if before and before[2] == label == "ORG" and [token.lower_ for token in doc[before[1] : first]] == ["and"]:
            ministry = doc[before[0] : before[1]]
            linked = any(t.lower_ in ("of", "for") and doc[t.i - 1].lower_ in words["bodies"] for t in ministry[1:])
            end = next((t.i for t in doc[first:last] if t.lower_ == "of"), last)
            told = {t.lower_ for t in doc[first:end] if t.is_alpha and t.lower_ != "and"}
            if linked and told and told <= words["fields"] | words["field_modifiers"]:
                joined[-1] = (before[0], last, label)
                continue
        joined.append((first, last, label))
    return joined


def _set_edges(doc: Doc, first: int, last: int, label: str) -> Name:
    """A name without the description before it ("Dutch institute Deltares") and without what a bracket closes; with the
    head noun that it lacks ("Future" + "Hospitality roundtable", "Delta" + "Machinery").
    """
    words = read_name_words()
    closing = next((i for i in range(first, last - 1) if doc[i].text == ")"), None)
    if closing is not None and "(" not in (token.text for token in doc[first:closing]):
        first = closing + 1
    if label in ("EVENT", "ORG"):
        last = _take_head(doc, last, label)
    if label in ("EVENT", "ORG"):  # "the Joint Commission between Peru and Chile"
        last = next((i for i in range(first + 1, last) if doc[i].lower_ == "between"), last)
    if label == "ORG":
        for i in range(last - 2, first - 1, -1):
            if doc[i].text in words["describing_nouns"] and doc[i + 1].text[0].isupper():
                return i + 1, last, label
    return first, last, label


def _take_head(doc: Doc, last: int, label: str) -> int:
    """The end of a name with the head noun that the model left outside, at most one capitalised word between."""
    heads = read_name_words()["gatherings" if label == "EVENT" else "bodies"]
    if doc[last - 1].lower_ in heads:
        return last
    for end in range(last, min(len(doc), last + 2)):
        token = doc[end]
        if token.ent_type_ or token.is_sent_start:
            break
        if token.lower_ in heads and (label == "EVENT" or token.text[0].isupper()):
            following = doc[end + 1] if end + 1 < len(doc) else None
            led_on = following is not None and following.text[0].isupper() and not following.ent_type_
            return last if led_on else end + 1  # "EU Energy Commissioner": an office
        if not token.text[0].isupper():
            break
    return last


def _find_companies(doc: Doc, names: list[Name]) -> list[Name]:
    """Companies that the model passed over: capitalised words before a legal form, "Safe Pro Group Inc."."""
    named = {i for first, last, _ in names for i in range(first, last)}
    found: list[Name] = []
    plain = _plain_legal_forms()
    for form, word in enumerate(doc.to_array("ORTH").tolist()):
        if word not in plain or form in named or doc[form].is_sent_start:
            continue
        first = form
        while first and not doc[first].is_sent_start and _may_name(doc[first - 1]) and first - 1 not in named:
            first -= 1
        if first < form:
            last = take_legal_form(doc, form)
            found.append((first, last, "ORG"))
            named.update(range(first, last))
    return found


@cache
def _plain_legal_forms() -> frozenset[int]:
    """The hashes of the legal forms that are nothing else, with and without a full stop."""
    forms = read_name_words()["plain_legal_forms"]
    return frozenset(get_string_id(form + stop) for form in forms for stop in ("", "."))


def _may_name(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ not in ("ADV", "ADP", "CCONJ", "SCONJ", "DET", "PRON", "VERB", "AUX")
