"""Articles that tell of nothing between countries make hardly any record, whatever words tempt to one."""

import tomllib
from pathlib import Path

from bilateral_extract import extract_many

ARTICLES = tomllib.loads((Path(__file__).parent / "data/off_topic.toml").read_text(encoding="utf-8"))["article"]


def test_at_most_one_record_for_three_articles() -> None:
    fields = [{"text": article["text"], "published": article["published"]} for article in ARTICLES]
    results = list(extract_many(fields))
    assert [result.error for result in results if result.error] == []
    records = [
        f"{article['subject']}: {record.id} from {record.evidence[0].text!r}"
        for article, result in zip(ARTICLES, results, strict=True)
        for record in result.records
    ]
    assert 3 * len(records) <= len(ARTICLES), f"{len(records)} of {len(ARTICLES)} articles:\n" + "\n".join(records)
