"""What holds of all entities, whatever the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import entities_of, read_marked
from spacy.tokens import Doc, Span

from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read

WORDS = [
    "Ana",
    "Paz",
    "Minister",
    "minister",
    "President",
    "the",
    "The",
    "of",
    "and",
    ",",
    "(",
    ")",
    "Kazakh",
    "China's",
    "CNCEC",
    "he",
    "two",
    "leaders",
    "both",
    "sides",
    "Co",
    "Ltd",
    "Ministry",
    "company",
    "Astana",
    "Region",
    "'s",
    ".",
    "\n\n",
    "EU",
    "counterpart",
    "his",
]
LABELS = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DOC"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 4), st.sampled_from(LABELS)), max_size=8),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 6)), max_size=4),
)
def test_mentions_are_tokens_of_the_text_in_order(words, names, offices):
    doc, reading = read_marked(" ".join(words))
    free = set(range(len(doc)))
    ents = []
    for first, size, label in names:
        taken = set(range(first, first + size))
        if taken <= free:
            free -= taken
            ents.append(Span(doc, first, first + size, label=label))
    doc.set_ents(ents)
    doc.spans["offices"] = [Span(doc, a, min(a + n, len(doc)), label="OFFICE") for a, n in offices if a < len(doc)]
    entities = find_entities(doc, reading)
    starts = [entity.mentions[0].start for entity in entities]
    assert starts == sorted(starts)
    for entity in entities:
        assert entity.name.strip()
        assert [m.start for m in entity.mentions] == sorted(m.start for m in entity.mentions)
        for mention in entity.mentions:
            tokens = doc[mention.first : mention.last]
            assert 0 <= mention.first < mention.last <= len(doc)
            assert (tokens.start_char, tokens.end_char) == (mention.start, mention.end)


def test_no_text_no_entities():
    doc, _ = read_marked("")
    assert isinstance(doc, Doc)
    assert find_entities(doc, read(Article(text=""))) == []


def test_names_told_with_a_country_in_two_forms():
    entities, _ = entities_of("[Kazakhstan]GPE and the Republic of Kazakhstan; Kazakh and Chinese firms; the U.S.")
    assert [(entity.name, entity.country) for entity in entities] == [
        ("Kazakhstan", "KAZ"),
        ("China", "CHN"),
        ("United States", "USA"),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "{Minister} [Ana Paz]PERSON met the two leaders . He said the company and the Kazakh side agree . ",
        "[Ana Paz]PERSON and [Ali B]PERSON , the {minister} , ",
        "[Steppe Motors]ORG ( the company ( EU ) ) of China 's ",
        "Kazakh Chinese ( the the sides minister ",
    ],
)
def test_time_is_linear(piece):
    def seconds(times: int) -> float:
        doc, reading = read_marked(piece * times)
        runs = []
        for _ in range(3):
            start = time.perf_counter()
            find_entities(doc, reading)
            runs.append(time.perf_counter() - start)
        return min(runs)

    seconds(10)  # loads the tables
    assert seconds(1600) < 10 * max(seconds(400), 0.02)  # four times the text; sixteen times were quadratic
