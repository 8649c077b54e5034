import datetime as dt
import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bilateral_extract import extract, extract_many, extractor
from bilateral_extract.extractor import MAX_CHARACTERS, Extractor
from bilateral_extract.models import Article, Extraction

TEXT = "France and Japan signed an agreement worth 20 million euros in Paris on Monday."
DEAL = {"text": TEXT, "published": "2024-01-03", "id": "deal"}


def test_a_deal() -> None:
    result = extract(TEXT, published=dt.date(2024, 1, 3), title="A deal")
    [deal] = result.deals
    assert (deal.kind, deal.status, deal.countries) == ("agreement", "signed", ("FRA", "JPN"))
    assert deal.value is not None
    assert (deal.value.amount, deal.value.currency) == (Decimal(20_000_000), "EUR")
    assert deal.date is not None
    assert deal.date.start == dt.date(2024, 1, 1)
    assert result.article.title == "A deal"
    assert [money.span.text for money in result.amounts] == ["20 million euros"]
    assert "Paris" in [place.name for place in result.places]


def test_vague_times_are_listed_in_order_and_date_nothing() -> None:
    text = "France and Japan recently signed an agreement. Talks go on in Paris on Monday."
    result, plain = (extract(one, published="2024-01-03") for one in (text, text.replace("recently ", "")))
    assert [(date.span.text, date.granularity) for date in result.dates] == [("recently", "vague"), ("Monday", "day")]
    [deal], [plainly] = result.deals, plain.deals
    assert deal.date is not None
    assert plainly.date is not None
    assert (deal.date.value, deal.date.span.text) == (plainly.date.value, plainly.date.span.text)


def test_home_is_whose_dollar_is_meant() -> None:
    text = "Australia and Fiji signed an agreement worth $20 million, or US$13 million."
    assert [money.currency for money in extract(text, home="AUS").amounts] == ["AUD", "USD"]
    [result] = extract_many([{"text": text, "home": "FJI"}])
    assert [money.currency for money in result.amounts] == ["FJD", "USD"]
    with pytest.raises(ValueError, match="home: 'Fiji' is no ISO 3166-1 alpha-3 code"):
        extract(text, home="Fiji")


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\ufeff"])
def test_blank_text_gives_an_empty_extraction(text: str) -> None:
    result = extract(text, published="2024-01-03")
    assert not result.records
    assert result.error is None
    assert result.article.published == dt.date(2024, 1, 3)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"text": TEXT, "published": "yesterday"}, ValueError, r"published: 'yesterday' is no date; .*'2024-06-27'"),
        ({"text": "x" * (MAX_CHARACTERS + 1)}, ValueError, r"text: has 1,000,001 characters, more than the 1,000,000"),
        ({"text": "a\ud800b"}, ValueError, r"text: holds a lone surrogate at character 1"),
        ({"text": b"bytes"}, TypeError, r"text: give a str, not bytes"),
        ({"text": None}, TypeError, r"text: give a str, not NoneType"),
        ({"text": TEXT, "title": 5}, ValueError, r"title: "),
    ],
)
def test_bad_input_names_the_field_and_the_fix(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        extract(**arguments)


def test_extract_many_takes_strings_mappings_and_articles_in_order() -> None:
    articles = [TEXT, {"text": TEXT, "id": 7, "published": float("nan")}, Article(text=TEXT, id="a"), ""]
    results = list(extract_many(articles))
    assert [result.article.id for result in results] == [None, "7", "a", None]
    assert [len(result.deals) for result in results] == [1, 1, 1, 0]


BAD: list[tuple[Any, str]] = [
    ({"text": None, "id": "n"}, "text: give a str, not NoneType"),
    ({"body": TEXT}, "text: give a str, not NoneType"),
    ({"text": TEXT, "author": "x"}, "author: is no field of an article; there are text, published, title, id, url"),
    ({"text": TEXT, "published": "soon"}, "published: 'soon' is no date"),
    ({"text": TEXT, "home": "Australia"}, "home: 'Australia' is no ISO 3166-1 alpha-3 code of a country"),
    ({"text": "x" * (MAX_CHARACTERS + 1)}, "text: has 1,000,001 characters"),
    ("\udfff", "text: holds a lone surrogate"),
    (None, "article: give a str, a mapping or an Article, not NoneType"),
]


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_articles_are_reported_and_the_others_go_on(workers: int) -> None:
    articles = [item for article, _ in BAD for item in (DEAL, article)]
    results = list(extract_many(articles, workers=workers, batch_size=3))
    assert [len(result.deals) for result in results] == [1, 0] * len(BAD)
    for result, (_, message) in zip(results[1::2], BAD, strict=True):
        assert result.error is not None
        assert result.error.startswith(message)
    assert results[1].article.id == "n"


def test_a_failing_layer_fails_one_article_only(monkeypatch: pytest.MonkeyPatch) -> None:
    real = extractor.build_records

    def fail_on_b(doc: Doc, *rest: Any) -> Any:
        if doc.text.startswith("B"):
            raise LookupError("broken rule")
        return real(doc, *rest)

    monkeypatch.setattr(extractor, "build_records", fail_on_b)
    results = list(extract_many([TEXT, "B. " + TEXT, TEXT]))
    assert [result.error for result in results] == [None, "LookupError: broken rule", None]
    assert [len(result.deals) for result in results] == [1, 0, 1]
    with pytest.raises(LookupError):
        extract("B. " + TEXT)
    assert len(extract(TEXT).deals) == 1


def test_a_failing_pipeline_fails_one_article_only() -> None:
    nlp = spacy.blank("en")

    @Language.component("fail_on_b")
    def fail_on_b(doc: Doc) -> Doc:
        if doc.text.startswith("B"):
            raise LookupError("broken component")
        return doc

    nlp.add_pipe("fail_on_b")
    results = list(Extractor(nlp).extract_many(["A", "B", "C"]))
    assert [result.error for result in results] == [None, "LookupError: broken component", None]


def test_input_is_taken_batch_by_batch() -> None:
    taken = 0

    def articles() -> Iterator[str]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield TEXT

    results = extract_many(articles(), batch_size=4)
    next(results)
    assert taken == 4


def test_long_articles_make_small_batches() -> None:
    sizes = [len(batch) for batch in extractor._batch(["x" * 150_000] * 5 + ["y"] * 3, size=4)]
    assert sizes == [2, 2, 4]


@pytest.mark.parametrize("articles", ["France and Japan signed a treaty.", {"text": "x"}, Article(text="x"), None])
def test_one_article_is_no_stream_of_them(articles: Any) -> None:
    with pytest.raises(TypeError, match=r"articles: give a list .* `extract` reads a single one"):
        extract_many(articles)


@pytest.mark.parametrize("option", ["workers", "batch_size"])
def test_options_that_make_no_sense_are_named(option: str) -> None:
    with pytest.raises(ValueError, match=f"{option}: 0 is too few"):
        extract_many([], **{option: 0})


def test_a_pipeline_of_ones_own_stays_in_one_process() -> None:
    with pytest.raises(ValueError, match="workers=1"):
        Extractor(spacy.blank("en")).extract_many([], workers=2)


def test_progress_is_shown_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(extract_many([TEXT, TEXT], progress=True))) == 2
    captured = capsys.readouterr()
    assert "2/2" in captured.err
    assert captured.out == ""


def test_results_do_not_depend_on_company_or_process() -> None:
    articles = [DEAL, {"text": TEXT.replace("France", "Chile") + " " + "They also met. " * 40, "id": "b"}, DEAL]
    alone = [next(extract_many([article])) for article in articles]
    assert list(extract_many(articles)) == alone
    assert list(extract_many(articles, workers=2, batch_size=1)) == alone


def test_threads_may_share_an_extractor() -> None:
    shared = Extractor()
    texts = [TEXT.replace("20", str(number)) for number in range(20, 40)]
    expected = [shared.extract(text) for text in texts]
    results: dict[int, list[Extraction]] = {}

    def work(number: int) -> None:
        results[number] = [shared.extract(text) for text in texts]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(results.values()) == [expected] * 4


def test_the_string_store_stops_growing(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.blank("en")
    reader = Extractor(nlp)
    monkeypatch.setattr(extractor, "_KEPT_STRINGS", len(nlp.vocab.strings) + 100)
    texts = [f"word{number} and other{number}" for number in range(500)]
    list(reader.extract_many(texts[:100]))
    kept = len(nlp.vocab.strings)
    list(reader.extract_many(texts))
    reader.extract("someword never seen before xyzzy")
    assert len(nlp.vocab.strings) == kept
    assert len(reader.extract("word1 and word2").records) == 0


def test_what_fails_while_strings_are_freed_harms_nothing_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor, "_KEPT_STRINGS", 0)
    with monkeypatch.context() as patch:
        patch.setattr(extractor, "build_records", lambda *_: {}["broken"])
        with pytest.raises(LookupError):
            extract(TEXT)
    assert [len(result.deals) for result in extract_many([TEXT, TEXT])] == [1, 1]
