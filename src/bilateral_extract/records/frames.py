"""The lexicon of predicates: which word makes which record, and which role fills which slot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from bilateral_extract.lexicon import read_table
from bilateral_extract.records.draft import RecordKind


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate's row: the record it makes, what must stand in which role, and role to slot."""

    record: RecordKind
    predicate: str
    pos: str  # V verb, N noun, A adjective before a noun
    needs_role: str | None
    needs_type: str | None
    further_needs: tuple[tuple[str, str], ...]  # what else must hold: role and type of each
    roles: dict[str, str]
    sets: tuple[str, ...]
    example: str

    @property
    def name(self) -> str:
        """What `explain` calls this rule: "sign object:document"."""
        needs = f" {self.needs_role}:{self.needs_type}" if self.needs_role else ""
        return f"{self.predicate}{needs}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by predicate, and the classes of nouns that they speak of (noun -> class, noun -> kind)."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, Frame]  # by noun class
    adjectives: dict[str, Frame]
    classes: dict[str, str]
    kinds: dict[str, str]
    first_words: frozenset[str]  # of the verbs, and
    heads: frozenset[str]  # of the classed nouns: nothing else needs a closer look


@cache
def load_lexicon() -> Lexicon:
    """Reads frames.tsv and the tables of noun classes, once."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, Frame] = {}
    adjectives: dict[str, Frame] = {}
    for row in read_table("frames"):
        first, *further = [_parse_need(need) for need in row["needs"].split()] or [("", "")]
        frame = Frame(
            record=cast(RecordKind, row["record"]),
            predicate=row["predicate"],
            pos=row["pos"],
            needs_role=first[0] or None,
            needs_type=first[1] or None,
            further_needs=tuple(further),
            roles=_parse_roles(row["roles"]),
            sets=tuple(row["sets"].split()),
            example=row["example"],
        )
        if frame.pos == "V":
            verbs.setdefault(frame.predicate, []).append(frame)
        else:
            (nouns if frame.pos == "N" else adjectives)[frame.predicate] = frame
    classes = {row["noun"]: row["class"] for row in read_table("noun_classes")}
    kinds: dict[str, str] = {}
    for name in ("document", "event"):
        for row in read_table(f"{name}_nouns"):
            classes.setdefault(row["noun"], name)
            kinds[row["noun"]] = row["kind"]
    return Lexicon(
        {lemma: tuple(frames) for lemma, frames in verbs.items()},
        nouns,
        adjectives,
        classes,
        kinds,
        first_words=frozenset(predicate.split()[0] for predicate in verbs),
        heads=frozenset(_head_word(noun) for noun in classes) | {noun.partition("-")[0] for noun in classes},
    )


def _head_word(noun: str) -> str:
    return noun.partition(" of ")[0].split()[-1]


def _parse_need(text: str) -> tuple[str, str]:
    role, _, kind = text.partition(":")
    return role, kind


def _parse_roles(text: str) -> dict[str, str]:
    """ "with|between=parties on=subject" as {"with": "parties", "between": "parties", "on": "subject"}.

    Roles of several words keep their spaces ("at invitation of=host"): a slot ends at the first space after its =.
    """
    roles: dict[str, str] = {}
    rest = text.strip()
    while rest:
        names, _, tail = rest.partition("=")
        slot, _, rest = tail.partition(" ")
        for name in names.split("|"):
            roles[name.strip()] = slot
    return roles
