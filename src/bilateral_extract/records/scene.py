"""An article as the records layer sees it: syntax, entities and values, found by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

from spacy.tokens import Doc, Token

from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.values import Values
from bilateral_extract.models import Money, Quantity, Span, TimeSpan
from bilateral_extract.reading.reading import Reading


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


REACH = 120

V = TypeVar("V", bound=_Spanned)


class Scene:
    """One article's syntax (`doc`), layout (`reading`), entities and values, looked up by token index."""

    def __init__(self, doc: Doc, reading: Reading, entities: Sequence[Entity], values: Values) -> None:
        self.doc = doc
        self.reading = reading
        self.entities = entities
        self.tokens = list(doc)
        self.resolved: dict[int, list[Any]] = {}  # who stands at a token, once somebody has asked (`parties`)
        self.office_heads = {office.root.i for office in doc.spans.get("offices", ())}
        self._starts = [t.idx for t in self.tokens]
        self._mentions: list[list[tuple[Entity, Mention]]] = [[] for _ in self.tokens]
        for entity in entities:
            for mention in entity.mentions:
                for i in range(mention.first, min(mention.last, len(doc))):
                    self._mentions[i].append((entity, mention))
        self._dates = self._locate(values.dates)
        self._amounts = self._locate(values.amounts)
        self._quantities = self._locate(values.quantities)
        bounds = [(sentence.start, sentence.end) for sentence in doc.sents]
        self._sentences = [(start, end) for start, end in bounds for _ in range(start, end)]
        self._paragraph_starts = [start for start, _ in reading.paragraphs]

    def token_at(self, offset: int) -> int:
        """Index of the token at or before a character offset."""
        return max(0, bisect_left(self._starts, offset + 1) - 1)

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """Token bounds of a span of the text, end exclusive."""
        return self.token_at(span.start), self.token_at(span.end - 1) + 1

    def head_of(self, span: Span) -> Token:
        """The word that a phrase hangs on the sentence by: "week" of "last week"."""
        first, last = self.tokens_of(span)
        return self.doc[first:last].root

    def find_country(self, code: str) -> Entity | None:
        """The country of this code as the article names it; None where it is never named."""
        return next((e for e in self.entities if e.kind == "country" and e.country == code), None)

    def is_in_heading(self, token: Token) -> bool:
        """Whether a token stands in a heading."""
        return _lies_in(token, self.reading.headings)

    def is_in_quotation(self, token: Token) -> bool:
        """Whether a token stands between quotation marks."""
        return _lies_in(token, self.reading.quotations)

    def is_aside(self, token: Token) -> bool:
        """Whether a token stands in a line that leads to another article."""
        return _lies_in(token, self.reading.asides)

    def _locate(self, values: Iterable[V]) -> tuple[list[int], list[V]]:
        """The tokens that the values begin with, ascending, and the values."""
        found = sorted(((self.token_at(value.span.start), value) for value in values), key=lambda pair: pair[0])
        return [token for token, _ in found], [value for _, value in found]

    def mentions_at(self, token: int) -> list[tuple[Entity, Mention]]:
        """Entities mentioned by words that include this token."""
        return self._mentions[token]

    def mentions_in(self, first: int, last: int) -> list[tuple[Entity, Mention]]:
        """Entities whose mentions lie wholly within the tokens from `first` to `last`, in order of the text."""
        found = {
            (id(entity), mention.start): (entity, mention)
            for i in range(first, min(last, len(self._mentions)))
            for entity, mention in self._mentions[i]
            if mention.first >= first and mention.last <= last
        }
        return sorted(found.values(), key=lambda pair: pair[1].start)

    def dates_in(self, first: int, last: int) -> list[TimeSpan]:
        """Dates that begin within these tokens."""
        return _collect(self._dates, first, last)

    def amounts_in(self, first: int, last: int) -> list[Money]:
        """Amounts of money that begin within these tokens."""
        return _collect(self._amounts, first, last)

    def quantities_in(self, first: int, last: int) -> list[Quantity]:
        """Quantities and counts that begin within these tokens."""
        return _collect(self._quantities, first, last)

    def around(self, token: Token) -> range:
        """Indices of the words of a token's sentence, at most REACH to each side: a list of a thousand words in one
        sentence costs no more than another text."""
        start, end = self._sentences[token.i]
        return range(max(start, token.i - REACH), min(end, token.i + REACH))

    def paragraph_of(self, token: Token) -> int:
        """Number of the paragraph that a token stands in."""
        return max(0, bisect_left(self._paragraph_starts, token.idx + 1) - 1)

    def paragraph_tokens(self, paragraph: int) -> tuple[int, int]:
        """Token bounds of a paragraph, end exclusive."""
        if not self.reading.paragraphs:
            return 0, len(self.doc)
        start, end = self.reading.paragraphs[paragraph]
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def span(self, first: int, last: int) -> Span:
        """The words from token `first` to `last` (exclusive) as a span of the original text."""
        return self.reading.span(self._starts[first], self._starts[last - 1] + len(self.tokens[last - 1]))


def _collect(located: tuple[list[int], list[V]], first: int, last: int) -> list[V]:
    tokens, values = located
    return values[bisect_left(tokens, first) : bisect_left(tokens, last)]


def _lies_in(token: Token, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in stretches)
