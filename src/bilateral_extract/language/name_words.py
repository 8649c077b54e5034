"""Sets of words of the lexicon by which names are told."""

from __future__ import annotations

from functools import cache

from bilateral_extract.lexicon import read_table, read_toml
from bilateral_extract.lexicon.gazetteer import fold


@cache
def read_name_words() -> dict[str, frozenset[str]]:
    """The sets: words of bodies (`organization_words.toml`), particles (`people.toml`), nouns that head names of their
    kind ("headed") and those of gatherings among them, abbreviations in names, words of countries and capitals."""
    bodies, people = read_toml("organization_words"), read_toml("people")
    keys = (
        "describing_nouns",
        "describing_people",
        "acting_institutions",
        "acting_verbs",
        "buying_verbs",
        "legal_forms",
        "leading_legal_forms",
        "fields",
        "field_modifiers",
    )
    words = {key: frozenset(bodies[key]) for key in keys}
    words["particles"] = frozenset(people["particles"])
    words["plain_legal_forms"] = frozenset(form for form in words["legal_forms"] if len(form) > 2) - {"Company"}
    words["headed"] = frozenset(row["noun"] for row in read_table("name_heads"))
    words["gatherings"] = frozenset(row["noun"] for row in read_table("name_heads") if row["label"] == "EVENT")
    words["bodies"] = frozenset(noun for nouns in bodies["nouns"].values() for noun in nouns)
    words["abbreviations"] = frozenset(
        row["abbreviation"] for row in read_table("abbreviations") if row["kind"] == "before_name"
    )
    cells = [row[key] for row in read_table("countries") for key in ("name", "aliases", "demonyms", "capitals")]
    words["countries"] = frozenset(fold(word) for cell in cells for word in cell.split("|"))
    return words
