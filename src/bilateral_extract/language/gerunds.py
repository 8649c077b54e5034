"""Gerunds and infinitives that stand where nouns do: what they list, what introduces them."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.constituents import clause_span


def asked_clause(adverb: Token) -> tuple[int, int] | None:
    """Token bounds of the infinitive that a question word opens: "how to expand trade" for "how"."""
    if adverb.tag_ != "WRB":
        return None
    beside = (adverb.head, *adverb.head.rights)
    verb = next(
        (t for t in beside if t.tag_ == "VB" and t.i > adverb.i and t.left_edge.i in (adverb.i, adverb.i + 1)), None
    )
    return (adverb.i, clause_span(verb)[1]) if verb is not None else None


def gerunds_of(noun: Token) -> list[Token]:
    """The gerunds that a noun introduces: "the possibility of expanding …", "ways of working …"."""
    return [
        t
        for t in noun.children
        if t.dep_ == "acl" and t.tag_ == "VBG" and any(c.dep_ == "mark" and c.lower_ == "of" for c in t.lefts)
    ]
