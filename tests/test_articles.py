"""Whole articles of our own, `tests/articles/*.toml`: the records that a careful reader would write down.

Each file holds `published`, `text` and the expected records as arrays of tables (`[[deals]]`, …) in the order of the
text. Records must correspond one to one; of each, the slots that the file gives are compared. People, countries and
other lists compare without regard to order. `known_failure = "why"` marks an article that is still read wrongly.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bilateral_extract import extract
from bilateral_extract.models import Record, describe

KINDS = ("deals", "delegations", "meetings", "events")


def load_articles() -> list[Any]:
    articles = []
    for path in sorted((Path(__file__).parent / "articles").glob("*.toml")):
        article = tomllib.loads(path.read_text(encoding="utf-8"))
        reason = article.pop("known_failure", None)
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        articles.append(pytest.param(article, id=path.stem, marks=marks))
    return articles


def plain(value: Any) -> Any:
    """A slot's value as the files write it: lists sorted, everything else in words."""
    if isinstance(value, tuple | list):
        return sorted(map(plain, value))
    return value if isinstance(value, int | str) or value is None else describe(value)


def compared(record: Record, expected: dict[str, Any]) -> dict[str, Any]:
    return {slot: plain(getattr(record, slot)) for slot in expected}


@pytest.mark.parametrize("article", load_articles())
def test_article(article: dict[str, Any]) -> None:
    extraction = extract(article["text"], published=article["published"])
    for kind in KINDS:
        records = sorted(getattr(extraction, kind), key=lambda record: record.evidence[0].start)
        expected = article.get(kind, [])
        assert [record.evidence[0].text for record in records][len(expected) :] == [], f"{kind} beyond the expected"
        for record, slots in zip(records, expected, strict=True):
            assert compared(record, slots) == {slot: plain(value) for slot, value in slots.items()}
