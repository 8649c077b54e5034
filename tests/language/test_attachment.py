"""Which predicate a date or place belongs to, over parses written by hand: (rows of word, head, label; word; ties)."""

import pytest
import spacy
from spacy.tokens import Doc

from bilateral_extract.language.attachment import nouns_above, relative_adverb, tells_which, tie_of

VOCAB = spacy.blank("en").vocab
VERBS = "met signed said arrived discussed built took opened".split()

# Each word with the word it hangs on and the label; a word of its own head is the root.
PARSES = {
    "own clause": "They:met:nsubj met:met:root on:Monday:case Monday:met:obl",
    "governing clause": "They:arrived:nsubj arrived:arrived:root Monday:arrived:obl and:met:cc met:arrived:conj",
    "report": "She:said:nsubj said:said:root Monday:said:obl that:met:mark they:met:nsubj met:said:ccomp",
    "relative clause": "They:met:nsubj met:met:root at:fair:case fair:met:obl that:opened:nsubj opened:fair:acl:relcl "
    "on:Monday:case Monday:opened:obl",
    "heading": "Talks:Talks:root with:Oman:case Oman:Talks:nmod Monday:Talks:nmod",
    "topic": "They:discussed:nsubj discussed:discussed:root peace:discussed:obj in:Sahel:case Sahel:peace:nmod",
    "year before": "They:signed:nsubj signed:signed:root the:treaty:det 2019:treaty:compound treaty:signed:obj",
    "year behind": "They:signed:nsubj signed:signed:root plan:signed:obj for:2025:case 2025:plan:nmod",
    "where": "They:arrived:nsubj arrived:arrived:root in:Lima:case Lima:arrived:obl where:met:advmod he:met:nsubj "
    "met:Lima:acl:relcl",
}


def parse(name: str) -> Doc:
    rows = [row.split(":", 2) for row in PARSES[name].split()]
    words = [word for word, _, _ in rows]
    return Doc(
        VOCAB,
        words=words,
        heads=[words.index(head) for _, head, _ in rows],
        deps=[label for _, _, label in rows],
        pos=["VERB" if word in VERBS else "NOUN" for word in words],
    )


def token(doc: Doc, word: str):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("name", "word", "predicate", "tie"),
    [
        ("own clause", "Monday", "met", "clause"),
        ("governing clause", "Monday", "met", "sentence"),
        ("report", "Monday", "met", "report"),
        ("relative clause", "Monday", "met", None),
        ("relative clause", "Monday", "opened", "clause"),
        ("heading", "Monday", "Oman", "sentence"),
    ],
)
def test_ties(name: str, word: str, predicate: str, tie: str | None) -> None:
    doc = parse(name)
    assert tie_of(token(doc, word), [token(doc, predicate)]) == tie


@pytest.mark.parametrize(
    ("name", "word", "own", "behind", "expected"),
    [
        ("year before", "2019", "signed", False, True),
        ("year before", "2019", "treaty", False, False),
        ("year behind", "2025", "signed", True, True),
        ("year behind", "2025", "signed", False, False),
        ("own clause", "Monday", "met", True, False),
    ],
)
def test_dates_that_tell_which_one_a_noun_names(name: str, word: str, own: str, behind: bool, expected: bool) -> None:
    doc = parse(name)
    assert tells_which(token(doc, word), [token(doc, own)], behind=behind) is expected


def test_nouns_above_a_place_lead_to_its_predicate() -> None:
    doc = parse("topic")
    assert nouns_above(token(doc, "Sahel"), [token(doc, "discussed")]) == [token(doc, "peace")]


def test_a_relative_clause_may_tell_where() -> None:
    doc = parse("where")
    assert relative_adverb(token(doc, "met")) == token(doc, "where")
    assert relative_adverb(token(doc, "arrived")) is None
