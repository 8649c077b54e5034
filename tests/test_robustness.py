"""Any string in: a valid Extraction or a documented error out, with true offsets, in time that grows with length."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bilateral_extract import extract
from bilateral_extract.models import Extraction, Span

SEED = next((Path(__file__).parents[1] / "seeds").glob("*.txt")).read_text(encoding="utf-8")
SCHEMA = Draft202012Validator(Extraction.model_json_schema(mode="serialization"))

# Own sentences with what grammars and lexicons look for, to be cut up and mixed.
WORDS = """
France and Japan signed an agreement worth €1.25 billion ($1.4bn) on Monday , June 26 , 2024 . " The minister " said
Ms Anne Martin ( 45 ) , 3-5 % of 1,900 companies from fifty countries' 17th Forum in St. Paul's ; Co. Ltd U.S. PARIS —
(AP) - between 2024-05-06 and 12/13/2024 12:30 p.m. GMT half a million tonnes per year met with held talks the same day
he it who will plan to visit not denied hopes 1e9 -5 +7 №3 ½ ٣ ০ Ⅳ km² MW $ £ ¥ ₹ 'twas o'clock #1 @x
http://a.b/c?d=e <b> </p> &amp; | \\ / * _
""".split()


def spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif isinstance(value, dict):
        yield from spans_in(tuple(value.values()))
    elif hasattr(type(value), "model_fields"):
        yield from spans_in(tuple(getattr(value, name) for name in type(value).model_fields))


def check(text: str, **arguments: Any) -> Extraction:
    """Everything that must hold of any text."""
    result = extract(text, **arguments)
    check_result(text, result)
    SCHEMA.validate(result.model_dump(mode="json"))
    assert extract(text, **arguments) == result
    return result


def check_result(text: str, result: Extraction) -> None:
    """Everything that must hold of any result."""
    assert result.error is None or not result.records
    for span in spans_in(result):
        assert text[span.start : span.end] == span.text
        assert span.start < span.end
    ids = [record.id for record in result.records]
    assert len(set(ids)) == len(ids)
    for record in result.records:
        for link in ("part_of", "event"):
            assert getattr(record, link, None) in (None, *ids)
        for slot in type(record).model_fields:
            if slot not in ("id", "confidence", "evidence", "provenance", "rules"):
                value = getattr(record, slot)
                assert value in (None, ()) or record.provenance.get(slot), f"{record.id}: {slot} has no provenance"
    assert Extraction.model_validate_json(result.model_dump_json()) == result


settings.register_profile("texts", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
texts = settings.get_profile("texts")


@settings(texts)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_string(text: str) -> None:
    check(text)


@settings(texts)
@given(st.lists(st.sampled_from([*WORDS, "\n\n", "\n", "\t", "\u00a0", "\u200b"]), max_size=60))
def test_any_words_of_the_trade(words: list[str]) -> None:
    check(" ".join(words), published="2024-06-27")


@settings(texts)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_damaged_articles(seed: int, damage: int) -> None:
    """The seed article with parts deleted, doubled, swapped or overwritten by odd characters, as bad scans have it."""
    chance = random.Random(seed)
    text = SEED[chance.randrange(len(SEED)) :][:800]
    for _ in range(damage):
        at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        piece = text[at:end]
        odd = chance.choice(
            ["", piece * 2, piece.upper(), piece[::-1], piece.replace(" ", ""), "\u202e", "І", "\x00", "e\u0301"]
        )
        text = text[:at] + odd + text[end:]
    check(text[:4000], published="2024-06-27")


ODD = {
    "html": "<html><body><table><tr><td>Deal</td><td>$5m</td></tr></table><script>x()</script></body></html>",
    "table": "Country\tDeal\tValue\nFrance\tsigned\t$5 million\nJapan\tsigned\t$6 million\n" * 5,
    "Spanish": "La Francia y el Japón firmaron ayer un acuerdo por valor de 20 millones de euros en París.",
    "Chinese": "中国和哈萨克斯坦签署了17项合作文件。" * 5,
    "Arabic": "وقعت فرنسا واليابان اتفاقية بقيمة ٢٠ مليون يورو في باريس.",
    "capitals": "FRANCE AND JAPAN SIGNED AN AGREEMENT WORTH 20 MILLION EUROS IN PARIS ON MONDAY.",
    "look-alikes": "Frаnce аnd Jараn signеd аn аgrееment wоrth 20 milliоn eurоs in Pаris.",
    "look-alike dateline": "Pаris, Јune 5 (AP) - France and Japan met.",
    "spaced letters": "F r a n c e   a n d   J a p a n   s i g n e d",
    "combining": "a\u0300\u0301\u0302" * 200,
    "controls": "\x00\x01\x02\x7f\x85\ufffe\uffff",
    "emoji": "👩\u200d👩\u200d👧 signed 🤝 with 🇫🇷 for $5m",
    "one word": "signed " * 200,
    "cut off behind a noun": "Ana Paz of Peru attended the fair of",
    "a leader of itself": "Peru and and airlines. delegation, 26, was headed by",
    "a list within itself": "Opportunities for transporting Turkmen energy resources through the territory of "
    "Azerbaijan, matters relating the Caspian Sea and the reopening of the embassies, which has already begun, were "
    "among the topics covered.",
    "impossible dates": "2024-02-30 and February 31, 2023 and 99/99/9999 and the year 0 and 10000 BC",
    "impossible numbers": "$1" + "0" * 400 + " and 1e999 and ½½ and 1/0 dollars and -0 euros",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts(text: str) -> None:
    check(text, published="2024-06-27")


HOSTILE = {
    "digits": "1",
    "grouped digits": "1,000,",
    "currency signs": "$",
    "brackets": "(",
    "quotes": "“",
    "no spaces": "ab",
    "spaces": " ",
    "lines": "\n",
    "dots": ".",
    "dashes": "—",
    "capital words": "Aa ",
    "commas": "Oslo, ",
    "ands": "Oslo and ",
    "number words": "twenty-one million ",
    "dates": "June 26, ",
    "months": "May to ",
    "money": "$5m to ",
    "titles": "Deputy Minister ",
    "signings": "Chile signed a deal with Peru. ",
    "paragraphs": "Chile met\nPeru.\n\n",
    "talks": "He met Ann Lee. ",
    "tags": "<p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_only(name: str) -> None:
    """Ten times as long takes ten times as long, and not a hundred times: the bound of 35 leaves room for noise."""

    def measure(length: int) -> float:
        text = (HOSTILE[name] * length)[:length]
        started = time.process_time()
        extract(text, published="2024-06-27")
        return time.process_time() - started

    short = max(measure(3_000), 0.02)
    assert measure(30_000) < 35 * short
