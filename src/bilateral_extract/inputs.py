"""Files, folders and standard input as articles: text, Markdown, HTML, JSON and JSON Lines."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from glob import has_magic, iglob
from pathlib import Path
from typing import Any, Literal

InputFormat = Literal["text", "markdown", "html", "json", "jsonl"]
SUFFIXES: dict[str, InputFormat] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
FIELDS = ("text", "published", "title", "id", "url", "home")

# What Markdown writes around words. Link targets go, link texts stay; headings lose their signs.
_MARKDOWN = re.compile(
    r"^[ ]{0,3}\#{1,6}(?=[ \t])|^[ ]{0,3}(?:>[ \t]?)+"
    r"|^[ ]{0,3}(?:[-*+]|\d{1,3}\.)(?=[ \t])|^[ ]{0,3}(?:[-*_=][ \t]*){3,}$"
    r"|!?\[(?=[^\[\]\n]{0,300}\]\()|\]\([^()\s]{0,2000}(?:[ \t]\"[^\"\n]{0,300}\")?\)|\*{1,3}|`{1,3}"
    r"|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be turned into an article, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input where `path` is None."""

    path: Path | None
    format: InputFormat

    @property
    def name(self) -> str:
        """How messages and article ids call it."""
        return "-" if self.path is None else str(self.path)


@dataclass(frozen=True, slots=True)
class Names:
    """The names that JSON objects have for the fields of an article: `{"text": "body"}` where the text is in "body"."""

    of: Mapping[str, str] = field(default_factory=dict)

    def pick(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of an article out of a JSON object; others are left."""
        return {name: row[key] for name in FIELDS if (key := self.of.get(name, name)) in row}


def find_sources(paths: Sequence[str], format: InputFormat | None = None) -> list[Source]:
    """The files that `paths` name: files as they are, folders and globs with what they hold, "-" for standard input.

    In folders, files with the suffixes of `SUFFIXES` are taken, in sorted order. `format` overrides suffixes.
    Raises FileNotFoundError naming the path that is not there or holds nothing to read.
    """
    sources: list[Source] = []
    for path in paths:
        if path == "-":
            sources.append(Source(None, format or "text"))
        elif Path(path).is_dir():
            sources += _list(path, sorted(Path(path).rglob("*")), format)
        elif Path(path).exists():
            sources.append(Source(Path(path), format or SUFFIXES.get(Path(path).suffix.lower(), "text")))
        elif has_magic(path):
            sources += _list(path, map(Path, sorted(iglob(path, recursive=True))), format)
        else:
            raise FileNotFoundError(f"{path}: there is no such file or folder")
    return sources


def read_articles(
    source: Source, names: Names | None = None, published: str | None = None, home: str | None = None
) -> Iterator[dict[str, Any] | Unreadable]:
    """The articles of one source as mappings that `extract_many` takes; what cannot be read comes as Unreadable.

    `published` and `home` are those of articles that bring none of their own.
    """
    try:
        for article in _read(source, names or Names()):
            if isinstance(article, Unreadable):
                yield article
            else:
                given = {"published": published, "home": home}
                yield {"id": source.name, **{name: value for name, value in given.items() if value}, **article}
    except UnicodeDecodeError as error:
        yield Unreadable(source.name, f"is not UTF-8 text (byte {error.start}); {_CONVERT}")
    except json.JSONDecodeError as error:
        yield Unreadable(source.name, f"is not JSON: {error}")
    except (OSError, ImportError) as error:
        yield Unreadable(source.name, getattr(error, "strerror", None) or str(error))


_CONVERT = "save it as UTF-8 text, for example with `iconv -f windows-1252 -t utf-8`"


def count_articles(sources: Sequence[Source]) -> int | None:
    """How many articles `read_articles` gives for all sources; None with standard input, which is read only once."""
    if any(source.path is None for source in sources):
        return None
    many = ("json", "jsonl")
    return sum(sum(1 for _ in read_articles(source)) if source.format in many else 1 for source in sources)


def blank_markdown(text: str) -> str:
    """The text with Markdown's signs replaced by as many spaces, so that no offset moves."""
    return _MARKDOWN.sub(lambda found: " " * len(found.group()), text)


def read_html(page: str) -> dict[str, Any]:
    """The article of a web page as `text` and, where the page tells them, `title`, `url` and `published`.

    Offsets count in that text. Raises ImportError naming the extra, where trafilatura is missing.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise ImportError('HTML needs trafilatura: pip install "bilateral-extract[html]"') from error
    text = trafilatura.extract(page, include_comments=False, include_tables=False, favor_recall=True)
    article: dict[str, Any] = {"text": text or ""}
    metadata = trafilatura.extract_metadata(page)
    if metadata is not None:
        article |= {key: value for key in ("title", "url") if (value := getattr(metadata, key, None))}
    if told := _PUBLISHED.search(page):
        article["published"] = told.group("day")
    return article


# Only what a page declares: a date guessed from its address or layout may be that of something else.
_PUBLISHED = re.compile(
    r"""(?:<meta[^<>]{0,200}?"(?:article:published_time|datePublished)"[^<>]{0,200}?content="|"datePublished"\s{0,9}:\s{0,9}")"""
    r"""(?P<day>\d{4}-\d\d-\d\d)"""
)


def _list(path: str, files: Iterator[Path] | list[Path] | map[Path], format: InputFormat | None) -> list[Source]:
    found = [
        Source(file, format or SUFFIXES[file.suffix.lower()])
        for file in files
        if file.is_file() and file.suffix.lower() in SUFFIXES
    ]
    if not found:
        raise FileNotFoundError(f"{path}: holds no file that ends in {', '.join(SUFFIXES)}")
    return found


def _read(source: Source, names: Names) -> Iterator[dict[str, Any] | Unreadable]:
    if source.format == "jsonl":
        yield from _read_lines(source, names)
        return
    data = sys.stdin.buffer.read() if source.path is None else source.path.read_bytes()
    text = data.decode("utf-8-sig")
    match source.format:
        case "text":
            yield {"text": text}
        case "markdown":
            yield {"text": blank_markdown(text)}
        case "html":
            article = read_html(text)
            nothing = Unreadable(source.name, "no article was found in this page; save its text as a .txt file")
            yield article if article["text"].strip() else nothing
        case "json":
            value = json.loads(text)
            if isinstance(value, list):
                yield from (_pick(row, f"{source.name}:{number}", names) for number, row in enumerate(value, 1))
            else:
                yield _pick(value, source.name, names)


def _read_lines(source: Source, names: Names) -> Iterator[dict[str, Any] | Unreadable]:
    with sys.stdin.buffer if source.path is None else source.path.open("rb") as file:
        for number, line in enumerate(file, 1):
            name = f"{source.name}:{number}"
            if not line.strip():
                continue
            try:
                yield _pick(json.loads(line.decode("utf-8-sig")), name, names)
            except UnicodeDecodeError:
                yield Unreadable(name, f"is not UTF-8 text; {_CONVERT}")
            except json.JSONDecodeError as error:
                yield Unreadable(name, f"is not JSON: {error}")


def _pick(row: Any, name: str, names: Names) -> dict[str, Any] | Unreadable:
    if not isinstance(row, dict):
        return Unreadable(name, "is no JSON object with the fields of an article")
    article = {"id": name, **{field: value for field, value in names.pick(row).items() if value is not None}}
    key = names.of.get("text", "text")
    if key not in row:
        has = ", ".join(map(repr, list(row)[:10])) or "none"
        return Unreadable(
            str(article["id"]), f"has no field {key!r} but {has}; say which holds the text: --field text=NAME"
        )
    if not isinstance(row[key], str):
        return Unreadable(str(article["id"]), f"its field {key!r} is {json.dumps(row[key])[:40]}, not text")
    return article
