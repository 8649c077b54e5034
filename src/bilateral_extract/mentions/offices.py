"""Offices: where one is told, whose country and body it belongs to, and the person who holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bilateral_extract.language.clause_lookup import in_clause_of, stands_in_adjunct
from bilateral_extract.mentions.evidence import CountryAt, Evidence, Name, count_titles, is_title, read_people_words

_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "'s", ","))
_OPEN_ENDS = frozenset(("of", "the", "and", "for", ","))
_OVER_PORTFOLIOS = frozenset(("minister", "secretary", "undersecretary", "vice-minister", "deputy"))
_LINKS = ("of", "for", "to", "at", "in", "from", "on")


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase: token indices, end exclusive; `role` is the office as told without its country.

    `head` is its head noun ("minister"), in the singular; `country` is alpha-3; `body` is the organisation told in it.
    """

    first: int
    last: int
    head: str
    role: str
    country: str | None
    body: Name | None
    plural: bool


def find_offices(evidence: Evidence) -> list[Office]:
    """The office phrases of an article in order: those of the model, and head nouns of offices that it passed over."""
    marked = [(span.start, span.end) for span in evidence.doc.spans.get("offices", [])]
    spans = [(first, last) for first, last in marked if first not in evidence.country_at or last - first > 1]
    covered = {i for first, last in spans for i in range(first, last)}
    heads = _heads()
    for i, word in enumerate(evidence.lower):
        if word in heads and i not in covered and i not in evidence.name_over:
            first, last = _expand(evidence, i, covered)
            if _is_told(evidence, first, last) or (evidence.lower[first - 1] == "and" and first - 2 in covered):
                spans.append((first, last))
                covered.update(range(first, last))
    read = (read_office(evidence, first, last) for first, last in _join(evidence, sorted(spans)))
    offices = [office for office in read if office is not None]
    for office in offices:
        for name in {evidence.name_over[i] for i in range(office.first, office.last) if i in evidence.name_over}:
            if name.first > office.first and _is_portfolio(evidence, office.head, name):
                evidence.forget(name)
    return offices


def _join(evidence: Evidence, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Phrases that touch as one ("Head of the" + "Office of the President"), also where one holder has two offices
    of a kind ("Minister for Law and Second Minister for Home Affairs X")."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined:
            before, end = joined[-1]
            gap = evidence.lower[end:first]
            heads = [_head(evidence, before, end), _head(evidence, first, last)]
            words = [evidence.words[head] if head is not None else "" for head in heads]
            twin = gap in (["and"], ["-"], ["–"]) and words[0] == words[1] and words[0][:1].isupper()
            field = gap == ["and"] and heads[0] is None and heads[1] is not None  # "Water" + "Energy Minister"
            if first <= end or field or (twin and first not in evidence.country_at):
                joined[-1] = (before, max(end, last))
                continue
        joined.append((first, last))
    return joined


def read_office(evidence: Evidence, first: int, last: int) -> Office | None:
    """The parts of an office phrase; None where no head noun of an office is in it."""
    person = next((evidence.name_over[i] for i in range(first, last) if _label(evidence, i) == "PERSON"), None)
    if person is not None and person.first > first:
        last = person.first
    while last > first and not evidence.words[last - 1].isalnum() and evidence.words[last - 1] not in (".", ")"):
        last -= 1
    while last > first + 1 and (is_title(evidence.words[last - 1]) or evidence.lower[last - 1] in _OPEN_ENDS):
        last -= 1  # "Secretary of the Ministry of Law Mdm" + name
    while first < last - 1 and (evidence.lower[first] in _DETERMINERS or _leads(evidence, first)):
        first += 1
    head = _head(evidence, first, last)
    if head is None:
        return None
    noun, plural = _heads()[evidence.lower[head]]
    start, before = _strip_country(evidence, first, last)
    end, after = last, None
    tail = evidence.country_after(last)
    if tail:
        last, after = tail.last, tail
    else:
        end, after = _strip_of_country(evidence, start, last)
    inner = [told for told in evidence.countries_in(first, last) if not _is_posting(evidence, told)]
    hit = before or after or (inner[0] if inner else None) or evidence.country_before(first)
    if hit and hit.last <= first:
        first = hit.first
    introduced = evidence.acronym_after(last)
    follow = introduced[1] if introduced else last
    name = evidence.name_at.get(follow)
    if tail is None and name and name.label == "ORG" and name.last in evidence.name_at:
        # "the Secretary of the Xinjiang Uygur Autonomous Region (XUAR) Communist Party Ma Xingrui"
        last = end = name.last
    bodies = {evidence.name_over[i] for i in range(start, last) if _label(evidence, i) == "ORG"}
    bodies = {body for body in bodies if body.first < head or not _is_portfolio(evidence, noun, body)}
    body = max(bodies, key=lambda name: (name.last - name.first, -name.first), default=None)
    if body is None and last < len(evidence.words) and evidence.lower[last] in ("of", "at", "for"):
        follow = last + 2 if evidence.lower[min(last + 1, len(evidence.words) - 1)] == "the" else last + 1
        if follow in evidence.country_at:  # "of the Finnish Food Agency"
            hit = hit or evidence.country_at[follow]
            follow = evidence.country_at[follow].last
        name = evidence.name_at.get(follow)
        if name and name.label == "ORG":
            body, last = name, name.last
            end = last
    role = evidence.text(start, max(end, start + 1)).strip(" ,-")
    if plural:
        role = re.sub(rf"\b{re.escape(evidence.words[head])}\b", _match_case(noun, evidence.words[head]), role)
    return Office(first, last, noun, role, hit.word.code if hit else None, body, plural)


def _is_portfolio(evidence: Evidence, noun: str, name: Name) -> bool:
    """Whether a name within an office is no body's but what a minister is over: "Minister of Light Rail"."""
    words = evidence.words[name.first : name.last]
    bare = evidence.lower[name.first - 1] in ("of", "for", "and", ",") and len(words) + len(words[0]) > 5
    return noun in _OVER_PORTFOLIOS and name.label == "ORG" and bare and not words[0].isupper()


def _leads(evidence: Evidence, first: int) -> bool:
    """Whether a word before an office is the address of who holds it: "YB Minister", "H.E. the President"."""
    return is_title(evidence.words[first]) and evidence.lower[first] != "lord"  # "the Lord Mayor"


def attach_offices(evidence: Evidence, offices: list[Office]) -> dict[int, list[Office]]:
    """The offices of each person's name, by the name's first token. An office is attached to at most one name,
    one in the plural ("Presidents A and B") to all names of its list."""
    held: dict[int, list[Office]] = {}
    by_end = {name.last: name for name in evidence.names if name.label == "PERSON"}
    twins = {office.last: following for office, following in pairwise(offices) if _is_twin(evidence, office, following)}
    for office in offices:
        last = office
        while last.last in twins:
            last = twins[last.last]
        after, comma = _name_after(evidence, last.last)
        before = _name_before(evidence, office.first, by_end)
        if before and after and any(_is_abroad(office, other) for other in held.get(before.first, ())):
            before = None  # "the President of Chile, A, the Premier of Peru, B"
        if before and after and comma and (_acts_beside(evidence, office, before) or _is_led(held, before)):
            before = None  # "At the invitation of President A, the Premier of Peru, B, visited …"
        if after and not (comma and before):
            held.setdefault(after.first, []).append(office)
            while office.plural and after:
                at = after.last
                while at < len(evidence.words) and evidence.lower[at] in (",", "and", "("):
                    brackets = evidence.words[at : at + 5] if evidence.words[at] == "(" else []
                    at += brackets.index(")") + 1 if ")" in brackets else 1  # "Presidents A (Peru) and B (Chile)"
                after = evidence.name_at.get(at) if at > after.last else None
                if after and after.label == "PERSON":
                    held.setdefault(after.first, []).append(office)
        elif before and not _acts_beside(evidence, office, before):
            held.setdefault(before.first, []).append(office)
    return held


def _is_led(held: Mapping[int, list[Office]], name: Name) -> bool:
    """Whether an office is told before a name: A's in "the Premier, A, the Minister of Trade, B"."""
    return any(office.last <= name.first for office in held.get(name.first, ()))


def _is_abroad(one: Office, other: Office) -> bool:
    return one.country is not None and other.country not in (None, one.country)


def _is_twin(evidence: Evidence, office: Office, following: Office) -> bool:
    """Whether two offices are one holder's: "the founding president and leader of the movement, X"; not where the
    second has a determiner or a country of its own, or where a head of state and one of government are told."""
    if evidence.lower[office.last : following.first] != ["and"] or office.plural or following.plural:
        return False
    pair = {office.role.lower(), following.role.lower()}
    return following.first not in evidence.country_at and not pair <= {"president", "prime minister", "king", "queen"}


def _name_after(evidence: Evidence, first: int) -> tuple[Name | None, bool]:
    """The person named right after an office in its sentence, and whether a comma stands between."""
    comma, at = False, first
    for _ in range(6):
        name = evidence.name_at.get(at)
        if at >= len(evidence.words) or (at > first and evidence.doc[at].is_sent_start):
            break
        if name:
            return (name if name.label == "PERSON" else None), comma
        word = evidence.lower[at]
        if word == "(" and ")" in evidence.words[at : at + 9]:
            at = evidence.words.index(")", at)  # "Taoiseach (Irish prime minister) X"
        elif word == "," and not comma:
            comma = True
        elif word == "the" and count_titles(evidence.words[at + 1 : at + 6]):
            pass  # "the Prime Minister, the Rt Hon Ana Paz"
        elif word.strip() and (titles := count_titles(evidence.words[at : at + 5])):
            at += titles - 1
        elif word not in (".", "-", "–"):
            break
        at += 1
    return None, comma


def _name_before(evidence: Evidence, first: int, by_end: dict[int, Name]) -> Name | None:
    """The person to whom an office stands in apposition: "X, the minister", "X (minister)", "X, who is minister"."""
    at = first
    opening = ("the", "a", "an", "current", "currently", "as", "is", "was", "who", "'s", "also", "h.e.")
    while at and evidence.lower[at - 1] in opening:
        at -= 1
    if at and ("\n" in evidence.words[at - 1] and _is_signed(evidence, by_end.get(at - 1))):
        return by_end[at - 1]
    if at and evidence.words[at - 1] in (",", "(", "-", "–", "—"):
        at -= 1
        while at and at not in by_end and _follows_name(evidence.words[at - 1]):
            at -= 1  # "The Hon. X MP, Minister for Trade", "X, M.P., Minister for Trade"
        return by_end.get(at)
    return None


def _acts_beside(evidence: Evidence, office: Office, name: Name) -> bool:
    """Whether an office behind a name and a comma is no apposition to it but the subject of its clause: "Meeting Ana
    Paz, the President spoke of trade", "At the invitation of Ana Paz, the President spoke"."""
    word, beside = evidence.doc[office.first : office.last].root, evidence.doc[name.last - 1]
    return word.dep_.startswith("nsubj") and (in_clause_of(beside, word.head) or stands_in_adjunct(beside, word))


def _follows_name(word: str) -> bool:
    return word == "," or word.replace(".", "") in read_people_words()["postnominals"]


def _is_signed(evidence: Evidence, name: Name | None) -> bool:
    """Whether a name stands on a line of its own, as where it signs."""
    return name is not None and (name.first == 0 or "\n" in evidence.words[name.first - 1])


def _label(evidence: Evidence, i: int) -> str | None:
    name = evidence.name_over.get(i)
    return name.label if name else None


@cache
def _heads() -> dict[str, tuple[str, bool]]:
    """The nouns of offices, each in the singular and in the plural: the singular, and whether it is the plural."""
    offices = read_people_words()["offices"]
    heads = {noun: (noun, False) for noun in offices}
    for plural, singular in (("ies", "y"), ("men", "man"), ("s", "")):
        for noun in offices:
            if noun.endswith(singular):
                heads.setdefault(noun.removesuffix(singular) + plural, (noun, True))
    return heads


def _match_case(noun: str, told: str) -> str:
    return noun.capitalize() if told[0].isupper() else noun


def _head(evidence: Evidence, first: int, last: int) -> int | None:
    """The head noun: the last office noun before the first preposition, else the first one at all."""
    found = None
    for i in range(first, last):
        if found is not None and (evidence.lower[i] in _LINKS or evidence.words[i] in (",", "-", "–")):
            break
        if evidence.lower[i] in _heads():
            found = i
    return found


def _strip_country(evidence: Evidence, first: int, last: int) -> tuple[int, CountryAt | None]:
    """Where the office begins after the country word that leads it."""
    hit = evidence.country_at.get(first)
    if hit is None or hit.last >= last:
        return first, None
    start = hit.last
    while start < last - 1 and evidence.words[start] in ("'s", "'", "-"):
        start += 1
    return start, hit


def _strip_of_country(evidence: Evidence, first: int, last: int) -> tuple[int, CountryAt | None]:
    """Where the office ends before "of Kazakhstan" at its end."""
    hit = evidence.country_ending.get(last)
    if hit is None or hit.first <= first + 1 or _is_posting(evidence, hit):
        return last, None
    end = hit.first
    if evidence.lower[end - 1] == "the":
        end -= 1
    return (end - 1, hit) if end - 1 > first and evidence.lower[end - 1] == "of" else (last, hit)


def _is_posting(evidence: Evidence, country: CountryAt) -> bool:
    """Whether one is sent to a country, not by it: "ambassador of Peru to the Netherlands"."""
    before = evidence.lower[max(0, country.first - 2) : country.first]
    return before[-1:] == ["to"] or before == ["to", "the"]


def _expand(evidence: Evidence, head: int, covered: set[int]) -> tuple[int, int]:
    """An office phrase around a head noun: its modifiers before, "of …" or "for …" with capitals after."""
    words = read_people_words()
    first = head
    while first and first - 1 not in covered:
        word = evidence.lower[first - 1]
        hit = evidence.country_ending.get(first)
        if hit and hit.first not in covered:
            first = hit.first
        elif word in words["office_modifiers"] or word in _heads():
            first -= 1
        else:
            break
    last = head + 1
    size = len(evidence.words)
    while last < size and evidence.lower[last] in _heads() and last not in covered and last not in evidence.name_over:
        last += 1
    if last + 1 < size and evidence.lower[last] in ("of", "for") and evidence.words[last + 1][:1].isupper():
        last += 2
        while last < size and last not in covered:
            link = (
                evidence.lower[last] in ("and", "of", "for", ",")
                and evidence.words[min(last + 1, size - 1)][:1].isupper()
            )
            capital = evidence.words[last][:1].isupper() and _label(evidence, last) != "PERSON"
            if not capital and not (link and evidence.lower[last] != ","):
                break
            if link and _label(evidence, last + 1) == "PERSON":
                break
            last += 1
    return first, last


def _is_told(evidence: Evidence, first: int, last: int) -> bool:
    """Whether words that the model did not mark speak of one office: before a name, or with "the" or a country."""
    name = evidence.name_at.get(last)
    if name and name.label == "PERSON":
        return True
    definite = first > 0 and evidence.lower[first - 1] in ("the", "his", "her", "their")
    return definite or bool(evidence.country_at.get(first))
