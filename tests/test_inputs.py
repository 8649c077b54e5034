import builtins
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_extract.inputs import (
    Names,
    Source,
    Unreadable,
    blank_markdown,
    count_articles,
    find_sources,
    read_articles,
    read_html,
)


def read(path: Path, *arguments: Any, **options: Any) -> list[dict[str, Any] | Unreadable]:
    [source] = find_sources([str(path)])
    return list(read_articles(source, *arguments, **options))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("B", encoding="utf-8")
    (tmp_path / "a.md").write_text("# A", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/c.jsonl").write_text('{"text": "C"}\n', encoding="utf-8")
    (tmp_path / "skip.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_folders_and_globs_hold_what_their_suffixes_say(folder: Path) -> None:
    assert [(Path(s.name).name, s.format) for s in find_sources([str(folder)])] == [
        ("a.md", "markdown"), ("b.txt", "text"), ("c.jsonl", "jsonl"),
    ]  # fmt: skip
    assert [Path(s.name).name for s in find_sources([str(folder / "*.txt")])] == ["b.txt"]
    assert [s.name for s in find_sources(["-"])] == ["-"]


def test_articles_are_counted_beforehand(folder: Path) -> None:
    (folder / "d.json").write_text('[{"text": "D"}, {"no": "text"}]')
    sources = find_sources([str(folder)])
    assert count_articles(sources) == sum(len(list(read_articles(source))) for source in sources) == 5
    assert count_articles([*sources, Source(None, "text")]) is None


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/*.txt"])
def test_what_is_not_there_is_named(path: str) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        find_sources([path])


def test_text_with_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfHello")
    assert read(path, published="2024-01-01") == [{"id": str(path), "published": "2024-01-01", "text": "Hello"}]
    assert read(path, home="AUS") == [{"id": str(path), "home": "AUS", "text": "Hello"}]


def test_undecodable_files_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    [article] = read(path)
    assert isinstance(article, Unreadable)
    assert "not UTF-8 text (byte 3)" in article.reason


def test_json_lines_with_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"body": "One", "date": "2024-01-01", "nr": 7, "other": 1},
        {"body": "Two", "date": None},
        {"text": "x"},
        {"body": 7, "nr": 4},
    ]
    lines = [json.dumps(row) for row in rows]
    path.write_text("\n".join([*lines, "", "{", "[1]"]), encoding="utf-8")
    names = Names({"text": "body", "published": "date", "id": "nr"})
    first, second, *bad = read(path, names, "2020-02-02")
    assert first == {"id": 7, "published": "2024-01-01", "text": "One"}
    assert second == {"id": f"{path}:2", "published": "2020-02-02", "text": "Two"}
    reasons = [(b.name, b.reason) for b in bad if isinstance(b, Unreadable)]
    assert [name for name, _ in reasons] == [f"{path}:3", "4", f"{path}:6", f"{path}:7"]
    assert reasons[0][1] == "has no field 'body' but 'text'; say which holds the text: --field text=NAME"
    assert reasons[1][1] == "its field 'body' is 7, not text"
    assert "is not JSON" in reasons[2][1]
    assert "no JSON object" in reasons[3][1]


def test_json_of_one_and_of_many(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "One"}')
    assert read(path) == [{"id": str(path), "text": "One"}]
    path.write_text('[{"text": "One"}, {"text": "Two", "id": "2"}]')
    assert read(path) == [{"id": f"{path}:1", "text": "One"}, {"id": "2", "text": "Two"}]
    path.write_text("[")
    assert isinstance(read(path)[0], Unreadable)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Grüße".encode())))
    assert list(read_articles(Source(None, "text"))) == [{"id": "-", "text": "Grüße"}]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("# Talks in Oslo", "Talks in Oslo"),
        ("> They **signed** a _deal_ and `more`.", "They signed a deal and more ."),
        ('The [minister](https://example.org/a_b "who") said', "The minister said"),
        ("- one\n* two\n12. three", "one two three"),
        ("Heading\n=======\n\n---", "Heading"),
        ("snake_case and 5 * 3", "snake_case and 5 3"),
        ("![a chart](chart.png) shows", "a chart shows"),
    ],
)
def test_markdown_becomes_blanks(marked: str, words: str) -> None:
    blanked = blank_markdown(marked)
    assert len(blanked) == len(marked)
    assert blanked.split() == words.split()


@given(st.text("#>*_-`[]()! \nab1.", max_size=300))
def test_markdown_never_moves_a_word(text: str) -> None:
    blanked = blank_markdown(text)
    assert len(blanked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blanked, strict=True))


PAGE = """<html><head><title>Talks in Oslo - Site</title>
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/x">Contact us</a></nav>
<article><h1>Talks in Oslo</h1>
<p>The foreign ministers of Norway and Chile met in Oslo on Monday to discuss fisheries and trade between them.</p>
<p>They signed a memorandum on training, which both called a first step, and agreed to meet again next year.</p>
</article><footer>Copyright 1999, all rights reserved</footer></body></html>"""


def test_html_is_reduced_to_its_article() -> None:
    pytest.importorskip("trafilatura")
    article = read_html(PAGE)
    assert "signed a memorandum" in article["text"]
    assert "Contact us" not in article["text"]
    assert article["published"] == "2024-05-06"
    assert article["title"].startswith("Talks in Oslo")


def test_a_page_without_an_article_is_told(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.html"
    path.write_text("<html><head><title>x</title></head><body></body></html>")
    [article] = read(path)
    assert isinstance(article, Unreadable)
    assert "no article was found" in article.reason


def test_html_without_its_extra_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any) -> Any:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without)
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    [article] = read(path)
    assert isinstance(article, Unreadable)
    assert 'pip install "bilateral-extract[html]"' in article.reason
