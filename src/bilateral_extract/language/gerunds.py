"""Gerunds and infinitives that stand where nouns do: what they list, what introduces them."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.constituents import clause_span, conjuncts, end_before, noun_phrase, trim


def gerund_items(gerund: Token) -> list[tuple[int, int]]:
    """Token bounds of what a coordinated gerund lists: three for "expanding trade in tea, work on roads, and buying
    oil". Items within the first gerund that have no "and" of their own belong to its list, not to its object."""
    items: list[tuple[int, int]] = []
    parts = conjuncts(gerund)
    for part in parts:
        first, last = clause_span(part)
        inner = [t for t in part.subtree if t.dep_ == "conj" and t.i > part.i and t.pos_ in ("NOUN", "PROPN")]
        split = [t for t in inner if not any(c.dep_ == "cc" for c in t.children)] if len(parts) > 1 else []
        second = next((t for t in inner if _begins_with_gerund(t)), None)
        if second is not None and part.tag_ == "VBG":  # "expanding trade and building ports"
            items += [trim(part, first, end_before(second)), (end_before(second), last)]
            continue
        if inner and len(split) == len(inner) and part != parts[-1]:
            items.append(trim(part, first, split[0].left_edge.i))
            items.extend(noun_phrase(t) for t in split)
        else:
            items.append((first, last))
    return items


def _begins_with_gerund(noun: Token) -> bool:
    """Whether the last of a list of nouns begins with a gerund that a parse takes for a modifier: "expediting projects"
    in "enhancing ties and expediting projects"."""
    before = [t for t in noun.lefts if t.dep_ not in ("cc", "punct")]
    return bool(before) and before[0].tag_ == "VBG" and before[0].dep_ in ("amod", "compound")


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
