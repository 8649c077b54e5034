"""The layout of a text: characters, paragraphs, headings, quotations, publication day, notices."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_extract.models import Article
from bilateral_extract.reading.cleaning import clean_text
from bilateral_extract.reading.reader import read

SEED = Path(__file__).parents[2] / "seeds" / "kazakhstan-china-urumqi-forum.txt"
SENTENCE = (
    "The ministers of both countries met in the capital and signed a plan for the railway that was agreed last year."
)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Сooperation", "Cooperation"),  # Cyrillic Es
        ("А delegation", "A delegation"),
        ("СССР и Россия", "СССР и Россия"),
        ("$629\u00a0million\u2009on", "$629 million on"),
        ("co\u00adoperation with", "cooperation  with"),
        ("\ufeffAstana", " Astana"),
        ("“We” – ‘they’ — it’s", "\"We\" – 'they' — it's"),
        ("a\r\nb\rc\u2028d", "a \nb\nc\nd"),
        ("re\u2011open ５０", "re-open 50"),
    ],
)
def test_characters_are_made_plain_one_for_one(text, clean):
    assert clean_text(text) == clean
    assert len(text) == len(clean)


def test_span_of_a_word_takes_its_hidden_characters_in():
    reading = read(Article(text="the Kazakh\u00adstan deal"))
    at = reading.clean.index("Kazakhstan")
    assert reading.span(at, at + 10).text == "Kazakh\u00adstan"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('\n\n  "“”.:—А\u00adabcЕ12(),'))))
def test_any_string_keeps_its_offsets(text):
    reading = read(Article(text=text))
    assert len(reading.clean) == len(text)
    ranges = [*reading.paragraphs, *reading.headings, *reading.quotations]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    ends = [0, *(offset for paragraph in reading.paragraphs for offset in paragraph)]
    assert ends == sorted(ends)
    assert set(reading.headings) <= set(reading.paragraphs)
    for span in [reading.dateline and reading.dateline.span, reading.published_span]:
        assert span is None or text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "piece", ["a", "A", " ", '"', "(", "\u00ad", "a\n", "A. ", "12-", "<a", "a\u00ad", "Аa", "a | "]
)
def test_hostile_text_takes_linear_time(piece):
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    read(Article(text=text))
    assert time.perf_counter() - start < 5  # quadratic would be hours


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        (f"{SENTENCE}\n{SENTENCE}", [SENTENCE, SENTENCE]),
        ("\n".join(SENTENCE[i : i + 56] for i in range(0, len(SENTENCE), 56)), [SENTENCE]),
        ("The sides signed:\n- a plan;\n- a treaty.", ["The sides signed:", "- a plan;", "- a treaty."]),
    ],
)
def test_paragraphs(text, paragraphs):
    reading = read(Article(text=text))
    found = [reading.clean[start:end] for start, end in reading.paragraphs]
    assert [found_one.replace(" ", "") for found_one in found] == [told.replace(" ", "") for told in paragraphs]
    assert not any("\n" in paragraph for paragraph in found)


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"Talks with major firms\n\n{SENTENCE}", ["Talks with major firms"]),
        (SENTENCE, []),
        (f"{SENTENCE}\n\nThe sides signed:\n\nPlan on railways\n\nPlan on water\n\n{SENTENCE}", []),
        (f"• Plan on railways\n\n{SENTENCE}", []),
        (
            f"1. Plan on railways\n\n{SENTENCE}\n\n2. Plan on water\n\n{SENTENCE}",
            ["1. Plan on railways", "2. Plan on water"],
        ),
        (f"1. Plan on railways\n\n2. Plan on water\n\n{SENTENCE}", []),
        ("He left.", []),
    ],
)
def test_headings(text, headings):
    reading = read(Article(text=text))
    assert [text[start:end] for start, end in reading.headings] == headings


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said “we agree” and left.", ["“we agree”"]),
        ('"We agree," he said. "Fully."', ['"We agree,"', '"Fully."']),
        ("“One.\n\n“Two,” he said.", ["“One.\n\n“Two,”"]),
        ("“Never closed.\n\nNext.", []),
        ("«Да» and „so“", ["«Да»"]),
        ('A screen of 5" was shown.', []),
    ],
)
def test_quotations(text, quotations):
    assert [text[start:end] for start, end in read(Article(text=text)).quotations] == quotations


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("4 December 2025 Posted in Press releases\n\nText.", "2025-12-04", "4 December 2025"),
        ("Published: 05.06.2024 14:30\n\nText.", "2024-06-05", "05.06.2024"),
        ("March 01, 2008\n\nText.", "2008-03-01", "March 01, 2008"),
        ("Tuesday, 4 June 2024, 14:05 GMT\n\nText.", "2024-06-04", "4 June 2024"),
        ("By Ann Lee | June 5, 2024\n\nText.", "2024-06-05", "June 5, 2024"),
        ("Text.\n\n3 May 2024\n\nLast updated on 9 May 2024", "2024-05-03", "3 May 2024"),
        ("Text.\n\nLast updated on 9 May 2024", "2024-05-09", "9 May 2024"),
        ("OSLO, Norway, June 5, 2024 /Wire/ -- Text.", "2024-06-05", "June 5, 2024"),
        ("06/05/2024\n\nText.", None, None),
        ("Text.\n\nSee also\n\nMay 3, 2024", None, None),
        ("On 4 June 2024 they met.", None, None),
        ("31 February 2024\n\nText.", None, None),
    ],
)
def test_publication_day_in_the_text(text, day, words):
    reading = read(Article(text=text))
    assert (reading.published and reading.published.isoformat()) == day
    assert (reading.published_span and reading.published_span.text) == words


def test_given_publication_day_wins():
    reading = read(Article(text="March 01, 2008\n\nText.", published=dt.date(2024, 1, 1)))
    assert (reading.published, reading.published_span) == (dt.date(2024, 1, 1), None)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ((SENTENCE + " ") * 3, None),
        ("", None),
        (
            "Les ministres des deux pays se sont réunis à Paris et ont signé un accord sur le chemin de fer. " * 3,
            "English",
        ),
        ("Министры двух стран подписали соглашение о строительстве железной дороги в столице. " * 4, "Latin"),
        ("<p>The ministers <b>met</b> in the <a href='x'>capital</a> and they signed it.</p>\n" * 4, "HTML"),
        ("Item\tPrice\tCount of the goods\n" * 30, "table"),
    ],
)
def test_notices_for_what_is_no_english_prose(text, notice):
    messages = [notice.message for notice in read(Article(text=text)).notices]
    assert any(notice in message for message in messages) if notice else not messages


def test_seed_article():
    reading = read(Article(text=SEED.read_text(encoding="utf-8"), published=dt.date(2024, 6, 27)))
    assert reading.dateline is not None
    assert (reading.dateline.place, reading.dateline.span.text) == ("Astana", "ASTANA—")
    assert [reading.clean[start:end] for start, end in reading.headings] == [
        "China-Eurasia international exhibition",
        "Cooperation with Hong Kong and Macau promoted",
        "Talks with major Chinese companies",
    ]
    assert len(reading.paragraphs) == 20
    assert reading.notices == ()


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("President of Peru Ana Paz Paz AnaPresident of Peru came to Oman.", "Paz AnaPresident of Peru"),
        ("They met Ana Maria Paz Paz Ana MariaPresident of Peru in Oman.", "Paz Ana Maria"),
        ("The Walla Walla City council met Duran Duran Anatolia.", ""),
    ],
)
def test_captions_that_run_into_the_text_are_blanked(text: str, caption: str) -> None:
    assert read(Article(text=text)).clean == text.replace(caption, " " * len(caption), 1)


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        (f"{SENTENCE}\n\nRelated\nPeru signs a pact\nOman opens a port", ["Peru signs a pact", "Oman opens a port"]),
        (f"{SENTENCE}\n\nREAD ALSO: Peru signs a pact\n\n{SENTENCE}", ["READ ALSO: Peru signs a pact"]),
        (f"Other news of the day\n{SENTENCE}\nPeru signs a pact", []),
        (f"{SENTENCE}\nRelated: {SENTENCE * 2}", []),
    ],
)
def test_headlines_of_other_articles_are_told_apart(text: str, asides: list[str]) -> None:
    assert [text[start:end] for start, end in read(Article(text=text)).asides] == asides
