"""Data, no rules: tables of words and facts of the world, and the functions that read them."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of `lexicon/<name>.tsv`: tab-separated, first row the column names, lines that begin with # left out."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_toml(name: str) -> dict[str, Any]:
    """The contents of `lexicon/<name>.toml`."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_words(name: str) -> frozenset[str]:
    """One of the lists of `lexicon/word_lists.toml`."""
    return frozenset(read_toml("word_lists")[name])


def either(words: Iterable[str]) -> str:
    """A regular expression for some words, the longest first. They are grouped by their first letters: a place where
    none of them begins costs one look, not one a word."""
    endings: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        endings.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in endings.items())
