"""All articles of the tests and examples in one stream, with broken ones among them, as a data desk would read them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bilateral_extract import Extraction, extract_many
from bilateral_extract.extractor import MAX_CHARACTERS

ROOT = Path(__file__).parents[1]
SCHEMA = Draft202012Validator(Extraction.model_json_schema(mode="serialization"))
BROKEN = {
    "null": (None, "text: give a str, not NoneType"),
    "long": ("x" * (MAX_CHARACTERS + 1), "split it into articles"),
    "surrogate": ("Talks in Oslo \ud83d", "lone surrogate at character 14"),
}


def collect_articles() -> list[dict[str, Any]]:
    """Whole articles from everywhere in the repository, each with an id that says where it is from."""
    plain = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "examples/articles").glob("*.txt")]
    articles = [{"id": path.stem, "text": path.read_text(encoding="utf-8")} for path in sorted(plain)]
    for path in sorted((ROOT / "tests/articles").glob("*.toml")):
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
        articles.append({"id": path.stem, "text": fields["text"], "published": fields["published"]})
    others = tomllib.loads((ROOT / "tests/data/off_topic.toml").read_text(encoding="utf-8"))
    [rows] = others.values()
    articles += [{"id": row["subject"], "text": row["text"], "published": row["published"]} for row in rows]
    return [*articles, {"id": "blank", "text": " \n"}]


def test_a_stream_keeps_order_reports_the_broken_and_leaves_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    articles = collect_articles()
    stream = list(articles)
    for place, (name, (text, _)) in zip((1, len(stream) // 2, len(stream)), BROKEN.items(), strict=True):
        stream.insert(place, {"id": name, "text": text})
    results = list(extract_many(iter(stream), workers=2, batch_size=4, progress=True))
    assert [result.article.id for result in results] == [article["id"] for article in stream]
    errors = {result.article.id: result.error for result in results if result.error is not None}
    assert errors.keys() == BROKEN.keys()
    assert all(message in str(errors[name]) for name, (_, message) in BROKEN.items())
    assert [result for result in results if result.error is None] == list(extract_many(articles))
    assert f"{len(stream)} articles" in capsys.readouterr().err
    for result in results:
        SCHEMA.validate(result.model_dump(mode="json"))
