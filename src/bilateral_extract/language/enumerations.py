"""Enumerations: the items of a list, read along the line, wherever a parse hangs them.

"The strengthening of ties, food security, the situation in the north and the training of pilots" are four things. A
parse seldom gets that right: it hangs the items of a long list on whatever noun stands nearest before them. Labels are
Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bilateral_extract.language.constituents import (
    clause_span,
    conjuncts,
    has_article,
    nominals_behind,
    noun_phrase,
    preposition_of,
    trim,
)
from bilateral_extract.lexicon import load_words

Item = tuple[Token, int, int]  # its head, the bounds of its words (end exclusive)

HAPPENINGS = load_words("happenings")
WHERE = frozenset({"in", "on", "at", "around", "between", "across", "along", "near"})
REACH = 120  # words of a list that are read
ABOUT = frozenset({"on", "about", "regarding", "concerning", "over"})  # repeated before the items of a list
HANGING = frozenset({"conj", "appos", "list", "dep", "nmod", "obl", "xcomp", "advcl", "obj"})
NAMED = frozenset({"GPE", "LOC", "NORP", "PERSON", "ORG"})
BRACKETS = {"(": ")", "“": "”", "«": "»", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where the next item of some list begins: its head, its first word, how it is parted from what is
    before."""

    head: Token
    first: int
    comma: bool
    closes: bool  # "and" stands before it, so that it is the last of its list


def list_items(head: Token) -> list[Item]:
    """The items of the list whose first item a noun or gerund heads, in the order of the text; those of a list within
    an item ("cooperation in trade, energy and transport") stay in it."""
    breaks = list({b.head: b for b in _find_breaks(head)}.values())  # one item may begin twice: "in short, trade"
    outer = _choose_outer(head, breaks)
    starts = [(head, _first_word(head)), *((b.head, b.first) for b in outer)]
    ends = [*(_before(b) for b in outer), len(head.doc)]
    return [(token, *_bounds(token, first, end)) for (token, first), end in zip(starts, ends, strict=True)]


def _bounds(token: Token, first: int, end: int) -> tuple[int, int]:
    last = clause_span(token)[1] if _is_verbal(token) else noun_phrase(token, with_clauses=True)[1]
    if (where := _place_behind(token)) is not None:
        last = noun_phrase(where)[1]
    return trim(token, min(first, token.i), max(token.i + 1, min(last, end)))


def _place_behind(noun: Token) -> Token | None:
    """Where that is of which a noun tells, though a parse hangs it on the verb: "Haiti" in "discussed the situation in
    Haiti"."""
    if noun.lemma_.lower() not in HAPPENINGS or noun_phrase(noun)[1] != noun.i + 1:
        return None
    case = next(iter(noun.doc[noun.i + 1 : noun.i + 2]), None)
    if case is None or case.dep_ != "case" or case.lower_ not in WHERE:
        return None
    return case.head if case.head.i > noun.i and case.head.head == noun.head else None


def _first_word(head: Token) -> int:
    return clause_span(head)[0] if _is_verbal(head) else noun_phrase(head)[0]


def _before(item: _Break) -> int:
    """Where the words before an item end, without the comma and the "and" between them."""
    last = item.first
    doc = item.head.doc
    while last > 0 and (doc[last - 1].is_punct or doc[last - 1].dep_ in ("cc", "fixed", "case", "mark")):
        last -= 1
    return last


def _is_verbal(token: Token) -> bool:
    return token.pos_ == "VERB" and token.tag_ in ("VB", "VBG")


def _find_breaks(head: Token) -> Iterator[_Break]:
    """Where a comma or an "and" behind a word parts what may be items, in its phrase."""
    doc = head.doc
    last = max(head.right_edge.i, where.right_edge.i if (where := _place_behind(head)) is not None else 0)
    end = min(last + 1, head.i + REACH)
    closing: str | None = None
    i = head.i + 1
    while i < end:
        token = doc[i]
        if closing is not None:
            closing = None if token.text == closing else closing
        elif token.text in BRACKETS:
            closing = BRACKETS[token.text]
        elif token.text in (",", ";") or token.dep_ == "cc":
            comma = token.dep_ != "cc"
            first = i + 1
            while first < end and (doc[first].dep_ in ("cc", "fixed") or doc[first].text == ","):
                first += 1
            closes = any(t.dep_ == "cc" for t in doc[i:first])
            item = _item_at(head, first, end) if first < end else None
            if item is not None:
                yield _Break(item, first, comma, closes)
            i = first
            continue
        i += 1


def _item_at(head: Token, first: int, end: int) -> Token | None:
    """The noun or gerund whose phrase begins at a word."""
    top = head.doc[first]
    while first <= top.head.i < end and top.head != top and top.head != head:
        top = top.head
    if top.dep_ not in HANGING or top == head or top.left_edge.i < first - 4:
        return None
    if top.dep_ in ("nmod", "obl") and preposition_of(top) not in ABOUT | {preposition_of(head), None}:
        return None
    if _is_verbal(top) or top in conjuncts(head):
        return top
    if top.pos_ not in ("NOUN", "PROPN") or (top.ent_type_ == "PERSON" and top.dep_ == "appos"):
        return None
    return top


def _choose_outer(head: Token, breaks: list[_Break]) -> list[_Break]:
    """The breaks between the items of the list itself.

    A list is closed by its "and": all its items are of one level, so that one of which the words show it decides for
    the others. What a comma parts from a list that is closed belongs to the list around.
    """
    outer: list[_Break] = []
    same = list(conjuncts(head))
    start = 0
    for k, item in enumerate(breaks):
        if not item.closes and k + 1 < len(breaks):
            continue
        group = breaks[start : k + 1]
        shown: list[bool] = []
        told = [*same, *(t for part in outer for t in conjuncts(part.head))]
        for part in group:
            shown.append(_is_outer(head, told, part))
            if shown[-1]:
                told += conjuncts(part.head)
        behind_list = start > 0 and group[0].comma and (len(group) > 1 or _is_full(group[0].head))
        if any(shown):
            last = len(shown) - shown[::-1].index(True)
            behind = group[last:]
            # "the war, ties with Peru and Chile"
            within = len(behind) == 1 and not behind[0].comma and behind[0].head.pos_ == "PROPN"
            first = 0 if behind_list or shown[-1] or not item.closes else shown.index(True)
            outer += group[first : last if within or not item.closes else len(group)]
        elif behind_list:
            outer += group
        start = k + 1
    return outer


def _is_full(noun: Token) -> bool:
    """Whether a noun has an article, an owner or a complement of its own."""
    owned = any(t.dep_ == "nmod:poss" for t in noun.lefts)
    return has_article(noun) or owned or bool(nominals_behind(noun))


def _is_outer(head: Token, told: list[Token], item: _Break) -> bool:
    """Whether the words show that an item belongs to the list, of which some are told, and not to one within the item
    before: like coordinates with like."""
    noun = item.head
    beside = noun.head  # what a parse takes it to be coordinated with
    if noun in told or (beside in told and beside != head):
        return True
    preposition = preposition_of(noun)
    if preposition in ABOUT and preposition != preposition_of(beside):
        return True
    if preposition is not None and preposition == preposition_of(head) != preposition_of(beside):
        return True
    if _is_verbal(noun):
        return (_is_verbal(head) and noun.tag_ == head.tag_) or (item.comma and beside.pos_ != "VERB")
    if _is_verbal(head) and _begins_with_gerund(noun):
        return True
    if beside.pos_ == "VERB" and not item.comma:
        return False
    if noun.pos_ == "NOUN" and not noun.ent_type_ and (beside.pos_ == "PROPN" or beside.ent_type_):
        return True
    article = has_article(noun) and noun.ent_type_ not in NAMED
    if article and (not _is_full(beside) or (bool(nominals_behind(noun)) and _is_indefinite(beside))):
        return True
    if item.comma and _is_full(noun) and (article or not nominals_behind(beside)):
        return True
    if noun.dep_ == "appos" and not item.closes and noun.pos_ == "NOUN" and not beside.ent_type_:
        return True
    return _is_parallel(head, beside, noun)


def _is_indefinite(noun: Token) -> bool:
    return any(t.dep_ == "det" and t.lower_ in ("a", "an") for t in noun.lefts)


def _is_parallel(head: Token, beside: Token, noun: Token) -> bool:
    """Whether an item is built as the first is: "exports of copper" and "imports of wheat"."""
    if beside.head != head or nominals_behind(beside):
        return False
    preposition = preposition_of(beside)
    return preposition is not None and bool(nominals_behind(noun, preposition))


def _begins_with_gerund(noun: Token) -> bool:
    """Whether a noun begins with a gerund that a parse takes for a modifier: "expediting projects"."""
    before = [t for t in noun.lefts if t.dep_ not in ("cc", "punct")]
    return bool(before) and before[0].tag_ == "VBG" and before[0].dep_ in ("amod", "compound")
