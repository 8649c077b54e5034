"""A record in the making: slots with all the readings that were proposed for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, Clause
from bilateral_extract.models import Span

# How many records before one its words may go back to: more than an article tells, so that time stays linear.
MEMORY = 40
JOIN = "join"  # among what is set for a draft: it tells who else takes part in a record told before
TITLE = "title"  # among what is set for a draft: a heading tells it, and the text below may tell it again
ITEM = "item"  # among what is set for a draft: it heads an item of a list of documents
ASIDE = "aside"  # among what is set for a draft: the headline of another article tells it, which this one may tell too
NEGOTIATED = "negotiated"  # among what is set for a draft: a document that talks are about
ALONE = "document"  # the rule of a draft that no verb of the lexicon carries
SPEAKER = "speaker"  # set for a journey in the first person of whoever speaks, whom no name tells
AGAIN = "again"  # set for a signing that names no document: "it was signed"
RecordKind = Literal["deal", "delegation", "meeting", "event"]
Scope = Literal["clause", "sentence", "paragraph", "article"]


@dataclass(frozen=True, slots=True)
class Fill:
    """One reading of one slot: the value, the words it was read from, the rule, and how far away it was found."""

    value: Any
    span: Span
    rule: str
    scope: Scope = "clause"


@dataclass(slots=True)
class Draft:
    """A candidate record.

    `trigger` is the word it hangs on ("talks"); `clauses` the views it was matched in, the governing verb's first
    ("held"); `arguments` what stands in the roles that its frames name, by the name they give it; `sets` what the
    frames say of kind and status.
    """

    kind: RecordKind
    trigger: Token
    rule: str
    clauses: list[Clause]
    arguments: list[tuple[str, Argument]]
    sets: tuple[str, ...] = ()
    evidence: list[Span] = field(default_factory=list)
    slots: dict[str, list[Fill]] = field(default_factory=dict)
    anaphoric: bool = False  # adds to a record told before, and is none by itself
    mentions: int = 1  # in how many places of the article it is told
    company: list[Any] = field(default_factory=list)  # who is told apart to have taken part besides
    whole: Draft | None = None  # the package that a deal is told to be part of
    items: list[tuple[int, int]] = field(default_factory=list)  # tokens of a list's lines that tell single ones of it

    def add(self, slot: str, fill: Fill) -> None:
        """Propose a reading for a slot; the same value is kept once, from where it was read first."""
        fills = self.slots.setdefault(slot, [])
        if all(known.value != fill.value for known in fills):
            fills.append(fill)

    def first(self, slot: str) -> Any:
        """The value of a slot's foremost reading, or None."""
        fills = self.slots.get(slot)
        return fills[0].value if fills else None

    def values(self, slot: str) -> list[Any]:
        """All values proposed for a slot."""
        return [fill.value for fill in self.slots.get(slot, [])]

    def in_role(self, *names: str) -> list[Argument]:
        """The arguments that the frames put under these names."""
        return [argument for name, argument in self.arguments if name in names]

    @property
    def clause(self) -> Clause:
        """The view that tells of time and reality: the governing verb's where there is one."""
        return self.clauses[0]
