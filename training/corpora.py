"""Training corpora as examples: one sentence each, with whatever layers its corpus annotates.

A layer that a corpus does not annotate is None (syntax) or a set of possible labels (names): what is unknown is
masked in training, never taught as absent.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy

from bilateral_extract.language.lemmas import make_script
from bilateral_extract.language.sentences import find_sentence_starts

NAME_LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DOC")
BIO = ("O", *(f"{prefix}-{label}" for label in NAME_LABELS for prefix in "BI"))
OFFICE_BIO = ("O", "B-OFFICE", "I-OFFICE")
MAX_WORDS = 120

# Features that clause views and users read; the treebanks' others (ExtPos, Style, Typo …) are not predicted.
MORPH_KEYS = frozenset(
    """Abbr Aspect Case Definite Degree Gender Mood Number NumType Person Polarity Poss PronType Reflex Tense VerbForm
    Voice""".split()
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence. `heads` are 1-based with 0 for the root; `names` holds a bit for each `BIO` tag a word may have."""

    words: list[str]
    source: str
    tags: list[str] | None = None
    pos: list[str] | None = None
    morphs: list[str] | None = None
    scripts: list[str] | None = None
    heads: list[int] | None = None
    deps: list[str] | None = None
    names: list[int] | None = None
    offices: list[int] | None = None


def read_treebank(path: Path) -> Iterator[Example]:
    """Read CoNLL-U; lemmas come as edit scripts, and GUM's linked entities as partial names."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            if line.strip():
                row = line.rstrip("\n").split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif rows:
                yield _make_tree(rows, path.name.split(".")[0])
                rows = []


def _make_tree(rows: list[list[str]], source: str) -> Example:
    words = [row[1] for row in rows]
    return Example(
        words=words,
        source=source,
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        morphs=[_keep_features(row[5]) for row in rows],
        scripts=[make_script(row[1], row[2]) for row in rows],
        heads=[int(row[6]) for row in rows],
        deps=[row[7] for row in rows],
    )


def _keep_features(features: str) -> str:
    return "|".join(feature for feature in features.split("|") if feature.split("=")[0] in MORPH_KEYS) or "_"


# --- names ------------------------------------------------------------------------------------------------------

# What a tag of another corpus may be in ours ("O" in front: it may also be no name at all). "?" stands for O.
TAG_SETS: dict[str, dict[str, str]] = {
    "wikigold": {"PER": "PERSON", "LOC": "GPE LOC FAC", "ORG": "ORG", "MISC": "O NORP EVENT DOC", "O": "O"},
    "crossner": {
        "politician": "PERSON", "person": "PERSON", "organisation": "ORG FAC", "politicalparty": "ORG",
        "country": "GPE", "location": "GPE LOC FAC", "event": "O EVENT DOC", "election": "O EVENT",
        "misc": "O NORP DOC EVENT GPE", "O": "O NORP",
    },
    "redocred": {
        "PER": "PERSON", "LOC": "GPE LOC FAC NORP", "ORG": "ORG NORP", "MISC": "O EVENT DOC NORP ORG FAC",
        "TIME": "O", "NUM": "O", "O": "O NORP EVENT",
    },
    "uner": {"PER": "PERSON", "LOC": "GPE LOC FAC", "ORG": "ORG", "OTH": "O NORP EVENT DOC", "O": "O NORP EVENT DOC"},
    "gmb": {
        "geo": "GPE LOC FAC", "gpe": "NORP GPE", "per": "PERSON", "org": "ORG", "tim": "O", "art": "O DOC FAC ORG",
        "eve": "O EVENT", "nat": "O", "O": "O EVENT DOC FAC",
    },
}  # fmt: skip
EVERY_NAME = (1 << len(BIO)) - 1
_TITLES = frozenset(
    """president prime minister mr. mrs. ms. dr. foreign secretary general secretary-general king queen prince crown
    sheikh chancellor vice deputy premier ambassador senator governor mayor former defense defence interior finance
    state chief justice judge colonel lieutenant captain major gen. col. lt. sen. rep. pope cardinal archbishop
    chairman director spokesman spokeswoman leader""".split()
)  # fmt: skip


def read_tagged(path: Path, kind: str) -> Iterator[Example]:
    """Read word-and-tag lines of another corpus, each tag as the set of ours it may stand for."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            words = row["words"]
            tags = _strip_titles(words, row["tags"]) if kind == "gmb" else row["tags"]
            if 2 < len(words) <= MAX_WORDS:
                yield Example(words, path.name.split(".")[0], names=[_allow(tag, TAG_SETS[kind]) for tag in tags])


def _allow(tag: str, sets: dict[str, str]) -> int:
    prefix, _, label = tag.rpartition("-")
    mask = 0
    for name in sets[label].split():
        if name == "O":
            mask |= 1
        else:
            for bio in ("B", "I") if prefix == "" else (prefix,):
                mask |= 1 << BIO.index(f"{bio}-{name}")
    return mask


def _strip_titles(words: list[str], tags: list[str]) -> list[str]:
    """Take titles ("President Bush") and a leading "the" off the names, which in our convention have none."""
    stripped = list(tags)
    for i, tag in enumerate(tags):
        opens = tag.startswith("B-") or (i > 0 and stripped[i] != tags[i])
        if opens and words[i].lower() in (_TITLES if tag.endswith("per") else {"the"}):
            stripped[i] = "O"
            if i + 1 < len(tags) and tags[i + 1] == f"I{tag[1:]}":
                stripped[i + 1] = f"B{tag[1:]}"
    return stripped


_tokenize = spacy.blank("en")


def read_articles(path: Path) -> Iterator[Example]:
    """Read articles marked by hand, split into sentences exactly as at run time."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield from split_article(json.loads(line), path.name.split(".")[0])


def split_article(article: dict, source: str) -> Iterator[Example]:
    text = article["text"]
    doc = _tokenize.make_doc(text)
    tokens = [token for token in doc if not token.is_space]
    names = _tag_spans(tokens, [span for span in article["spans"] if span[2] != "OFFICE"])
    offices = _tag_spans(tokens, [span for span in article["spans"] if span[2] == "OFFICE"])
    starts = set(find_sentence_starts(text))
    begin = 0
    bounds = [
        i
        for i in range(1, len(tokens))
        if any(offset in starts for offset in range(tokens[i - 1].idx + 1, tokens[i].idx + 1))
    ]
    for end in [*bounds, len(tokens)]:
        for first in range(begin, end, MAX_WORDS):
            last = min(first + MAX_WORDS, end)
            yield Example(
                words=[token.text for token in tokens[first:last]],
                source=source,
                names=[1 << BIO.index(tag) for tag in names[first:last]],
                offices=[OFFICE_BIO.index(tag) for tag in offices[first:last]],
            )
        begin = end


def _tag_spans(tokens: list, spans: Iterable[list]) -> list[str]:
    """BIO tags of the tokens; of overlapping spans the longer counts."""
    tags = ["O"] * len(tokens)
    for start, end, label in sorted(spans, key=lambda span: span[0] - span[1]):
        inside = [i for i, token in enumerate(tokens) if token.idx < end and token.idx + len(token) > start]
        if inside and all(tags[i] == "O" for i in inside):
            for i in inside:
                tags[i] = f"{'B' if i == inside[0] else 'I'}-{label}"
    return tags


def add_names(trees: Iterable[Example], named: Iterable[Example]) -> Iterator[Example]:
    """Give the trees the names of the same sentences in another corpus; the others stay without."""
    by_words = {tuple(example.words): example.names for example in named}
    for tree in trees:
        yield replace(tree, names=by_words.get(tuple(tree.words)))


# --- what is drawn from the sentences themselves ---------------------------------------------------------------------

_LETTER = re.compile(r"[^\W\d_]")


def recase(example: Example, how: str) -> Example:
    """The example as a headline might write it: `upper`, `title` or `lower`."""
    change = {"upper": str.upper, "lower": str.lower, "title": lambda word: word[:1].upper() + word[1:]}[how]
    return replace(example, words=[change(word) for word in example.words], scripts=None)
