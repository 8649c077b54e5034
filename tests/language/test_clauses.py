"""Clause views over parses that were checked by hand: no model is needed.

`data/clauses.conllu` has beside each sentence what is expected of the predicates in it, by their position:
`# view 4 = sign | subject: Ana | object: treaty | in: Lima | passive | past`. Arguments come with their conjuncts.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Token

from bilateral_extract.language.clauses import Clause, view_clause
from bilateral_extract.language.constituents import clause_span, conjuncts, governing_predicate, noun_phrase

VOCAB = spacy.blank("en").vocab  # a Vocab() of its own knows no lower case


@dataclass
class Parse:
    text: str = ""
    views: dict[int, str] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)

    def to_doc(self) -> Doc:
        _, words, lemmas, pos, tags, _, heads, deps, _, misc = zip(*self.rows, strict=True)
        return Doc(
            VOCAB,
            words=words,
            spaces=[value != "SpaceAfter=No" for value in misc],
            lemmas=lemmas,
            pos=pos,
            tags=tags,
            heads=[int(head) - 1 if head != "0" else i for i, head in enumerate(heads)],
            deps=deps,
        )


def read_parses() -> list[Parse]:
    text = (Path(__file__).parents[1] / "data/clauses.conllu").read_text(encoding="utf-8")
    parses = []
    for block in text.strip().split("\n\n"):
        parse = Parse()
        for line in block.split("\n"):
            name, _, value = line.removeprefix("# ").partition(" = ")
            if name == "text":
                parse.text = value
            elif name.startswith("view "):
                parse.views[int(name.removeprefix("view ")) - 1] = value
            elif not line.startswith("#"):
                parse.rows.append(line.split("\t"))
        parses.append(parse)
    return parses


PARSES = {parse.text: parse for parse in read_parses()}
VIEWS = [
    pytest.param(parse, i, view, id=f"{view} [{text}]")
    for text, parse in PARSES.items()
    for i, view in parse.views.items()
]


def say(clause: Clause) -> str:
    roles: dict[str, list[str]] = {}
    for argument in clause.arguments:
        roles.setdefault(argument.role, []).extend(token.text for token in conjuncts(argument.head))
    parts = [clause.lemma, *(f"{role}: {', '.join(words)}" for role, words in sorted(roles.items()))]
    parts += [name for name in ("passive", "negated", "conditional") if getattr(clause, name)]
    parts += [clause.tense] if clause.tense else []
    parts += clause.modals
    parts += [f"{governor.link} of {governor.lemma}" for governor in clause.governors]
    return " | ".join(parts)


@pytest.mark.parametrize(("parse", "trigger", "view"), VIEWS)
def test_the_view_of_a_clause(parse: Parse, trigger: int, view: str) -> None:
    doc = parse.to_doc()
    assert doc.text == parse.text
    assert say(view_clause(doc[trigger])) == view


def find(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway and Chile signed an agreement.", "Norway", ["Norway", "Chile"]),
        ("Norway and Chile signed an agreement.", "Chile", ["Chile"]),
        ("Norway and Chile signed an agreement.", "agreement", ["agreement"]),
        ("He met Aron, which makes pumps, Belco and Cito.", "Aron", ["Aron", "Belco", "Cito"]),
    ],
)
def test_conjuncts(text: str, word: str, expected: list[str]) -> None:
    assert [token.text for token in conjuncts(find(PARSES[text].to_doc(), word))] == expected


@pytest.mark.parametrize(
    ("text", "word", "with_clauses", "expected"),
    [
        ("The treaty was signed by Ana Paz in Lima.", "Ana", False, "Ana Paz"),
        ("Norway and Chile signed an agreement.", "Norway", False, "Norway"),
        ("Ana Paz, who leads the ministry, visited Peru.", "Ana", False, "Ana Paz"),
        ("Their plans to build a port failed.", "plans", False, "Their plans"),
        ("The deal they signed covers trade.", "deal", False, "The deal"),
        ("The deal they signed covers trade.", "deal", True, "The deal they signed"),
        ("The visit of the minister to Lima was brief.", "visit", False, "The visit of the minister to Lima"),
    ],
)
def test_a_noun_phrase(text: str, word: str, with_clauses: bool, expected: str) -> None:
    doc = PARSES[text].to_doc()
    first, end = noun_phrase(find(doc, word), with_clauses=with_clauses)
    assert doc[first:end].text == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The minister arrived in Rabat and met the king.", "arrived", "The minister arrived in Rabat"),
        ("The minister arrived in Rabat and met the king.", "met", "met the king"),
        ("Paz said they would visit Lima.", "visit", "they would visit Lima"),
        ("Ana Paz, who leads the ministry, visited Peru.", "leads", "who leads the ministry"),
    ],
)
def test_the_span_of_a_clause(text: str, word: str, expected: str) -> None:
    doc = PARSES[text].to_doc()
    first, end = clause_span(find(doc, word))
    assert doc[first:end].text == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The ministers held talks on trade.", "trade", "held"),
        ("The minister is in Peru on a visit.", "visit", "Peru"),
        ("An agreement was signed in the presence of the king.", "king", "signed"),
        ("Norway and Chile signed an agreement.", "signed", None),
    ],
)
def test_the_predicate_that_governs_a_word(text: str, word: str, expected: str | None) -> None:
    predicate = governing_predicate(find(PARSES[text].to_doc(), word))
    assert (predicate and predicate.text) == expected
