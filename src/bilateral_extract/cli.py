"""The command line: articles in, records out, with exit codes that scripts can trust."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Any, NoReturn, get_args

import typer
from typer.core import TyperGroup

from bilateral_extract import __version__
from bilateral_extract.inputs import (
    FIELDS,
    InputFormat,
    Names,
    Source,
    Unreadable,
    count_articles,
    find_sources,
    read_articles,
)
from bilateral_extract.models import ArticleInfo, Extraction, parse_day
from bilateral_extract.output.files import Format, Writer, open_writer, written_ids

SOME_FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130  # as shells report a program that Ctrl-C ended


_FIELD_HELP = (
    f"What JSON input calls a field of an article ({', '.join(FIELDS)}): text=body where the text is in body. "
    "May be given for each field."
)


class _ExtractByDefault(TyperGroup):
    """A group whose command `extract` need not be named: `bilateral-extract FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in {*self.commands, "--help", "--version"}:
            args = ["extract", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_ExtractByDefault,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Deals, delegations, meetings and events from news about relations between countries. "
    "`bilateral-extract FILE` is short for `bilateral-extract extract FILE`.",
)


def main() -> None:
    """The console script."""
    app()


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        print(__version__)
        raise typer.Exit


@app.command()
def extract(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders or globs; - is standard input.", show_default=False)
    ],
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="What to write. By default what the suffix of --output says, else json."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write, or a folder for csv and parquet. - is standard output."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Day of publication (2024-06-27) of articles that bring none.")
    ] = None,
    home: Annotated[
        str | None, typer.Option(help="Country (AUS) whose own dollar, peso or rupee articles mean, if they tell none.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read at the same time.")] = 1,
    input_format: Annotated[
        InputFormat | None, typer.Option(help="What the input is, where its suffix does not tell.")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=NAME", help=_FIELD_HELP),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an --output in JSON Lines: skip the articles that it holds.")
    ] = False,
) -> None:
    """Read articles and write their records.

    Of folders and globs, files that end in .txt, .md, .html, .json or .jsonl are read. JSON output is one object for
    one text, an array for several. An article that cannot be read is written with its "error", told on standard
    error, and the others go on.

    Exit code 0: all were read. 1: some could not be read. 2: wrong use, or nothing could be written. 130: interrupted.
    """
    output = None if output == Path("-") else output
    names = _parse_names(field or [])
    try:
        format = format or _format_of(output)
        parse_day(published)
        if home is not None:
            from bilateral_extract.mentions.currencies import check_home

            check_home(home)
        sources = _leave_out(output, find_sources(paths, input_format), paths)
        done = _already_written(output, format) if resume else Counter()
        single = len(sources) == 1 and len(paths) == 1 and _is_one_text(paths[0], sources[0])
        writer = open_writer(format, output, sys.stdout, single=single, append=resume)
    except (OSError, ValueError, ImportError) as error:
        _fail(_describe(error))
    if sys.stdin.isatty() and any(source.path is None for source in sources):
        print("bilateral-extract: type or paste the article; Ctrl-D ends it", file=sys.stderr)
    total = count_articles(sources) if sys.stderr.isatty() else None
    articles = chain.from_iterable(read_articles(source, names, published, home) for source in sources)
    remaining = None if total is None else total - done.total()
    _run(_skip(articles, done), writer, workers, remaining)


@app.command()
def schema() -> None:
    """Print the JSON Schema of an extraction, the contract for other programs."""
    print(json.dumps(Extraction.model_json_schema(mode="serialization"), indent=2))


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="One article; - is standard input.")],
    record: Annotated[
        str | None, typer.Argument(help="A record's id, such as deal-1; all where none is given.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, such as 2024-06-27.")] = None,
    home: Annotated[
        str | None, typer.Option(help="Country (AUS) whose own dollar, peso or rupee the article means.")
    ] = None,
) -> None:
    """Tell which rule read which words into which slot of an article's records."""
    from bilateral_extract.extractor import extract as extract_one

    try:
        articles = chain.from_iterable(
            read_articles(one, published=published, home=home) for one in find_sources([path])
        )
        article, *others = list(islice(articles, 2)) or [Unreadable(path, "holds no article")]
        if others:
            _fail(f"{path}: holds several articles; save the one to explain as a file of its own")
        if isinstance(article, Unreadable):
            _fail(f"{article.name}: {article.reason}")
        result = extract_one(
            article["text"], published=article.get("published"), title=article.get("title"), home=article.get("home")
        )
        told = [result.explain(one) for one in ([record] if record else [r.id for r in result.records])]
    except (OSError, ValueError, KeyError) as error:
        _fail(_describe(error))
    print("\n".join(told or ["no records"]))
    for notice in result.warnings:
        print(f"warning: {notice.message}")


@app.command()
def doctor() -> None:
    """Print versions, load the model and read a sentence, to see whether the installation works."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    print(f"bilateral-extract {__version__}, Python {platform.python_version()}, {platform.platform()}")
    for package in ("spacy", "onnxruntime", "tokenizers", "pydantic", "dateparser", "quantulum3"):
        print(f"  {package} {version(package)}")
    for package, extra in (
        ("pandas", "frames"),
        ("pyarrow", "frames"),
        ("trafilatura", "html"),
        ("matplotlib", "plot"),
    ):
        try:
            print(f"  {package} {version(package)}")
        except PackageNotFoundError:
            print(f'  {package} not installed; pip install "bilateral-extract[{extra}]" brings it')
    started = time.perf_counter()
    from bilateral_extract.extractor import Extractor

    extractor = Extractor()
    loaded = time.perf_counter()
    result = extractor.extract(_SELF_TEST, published="2024-01-02")
    print(f"model loaded in {loaded - started:.2f} s, first article read in {time.perf_counter() - loaded:.2f} s")
    deal = next(iter(result.deals), None)
    if deal is None or deal.value is None or deal.value.amount != 20_000_000 or set(deal.countries) != {"FRA", "JPN"}:
        _fail(f"the self-test failed: a deal of 20,000,000 EUR between FRA and JPN was expected, not {deal!r}", 1)
    print("self-test passed")


_SELF_TEST = "France and Japan signed an agreement worth 20 million euros in Paris on Monday."


def _run(articles: Iterator[dict[str, Any] | Unreadable], writer: Writer, workers: int, total: int | None) -> None:
    """Read and write all articles, `total` in number, tell what failed, and end with the exit code."""
    from tqdm import tqdm

    from bilateral_extract.extractor import extract_many

    terminal = sys.stderr.isatty()
    unreadable: dict[int, Unreadable] = {}

    def readable() -> Iterator[dict[str, Any]]:
        for position, article in enumerate(articles):
            if isinstance(article, Unreadable):
                unreadable[position] = article
            else:
                yield article

    counts: Counter[str] = Counter()

    def write(result: Extraction) -> None:
        if result.error is not None:
            counts["errors"] += 1
            tqdm.write(f"bilateral-extract: {result.article.id}: {result.error}", file=sys.stderr)
        counts["articles"] += 1
        counts["words"] += len((result.text or "").split())
        for kind in ("deals", "delegations", "meetings", "events"):
            counts[kind] += len(getattr(result, kind))
        with _uninterrupted():
            writer.write(result)
        bar.update()

    def write_unreadable() -> None:
        while failed := unreadable.pop(counts["articles"], None):
            write(Extraction(article=ArticleInfo(id=failed.name), error=failed.reason))

    started = time.perf_counter()
    bar = tqdm(total=total, desc="extract", unit=" articles", smoothing=0.1, disable=not terminal, file=sys.stderr)
    try:
        with bar:
            for result in extract_many(readable(), workers=workers):
                write_unreadable()
                write(result)
            write_unreadable()
        writer.close()
    except KeyboardInterrupt:
        writer.close()  # so that what was read is there: an array that ends, tables that open
        print(f"bilateral-extract: interrupted after {counts['articles']} articles, which are written", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        raise
    except (OSError, RuntimeError) as error:
        _fail(_describe(error))
    if terminal or counts["articles"] > 1:
        _print_summary(counts, time.perf_counter() - started)
    if counts["errors"]:
        raise typer.Exit(SOME_FAILED)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back until a result is written whole. Pydantic would also make an error of its own of it."""
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held and callable(before):
        before(signal.SIGINT, None)


def _print_summary(counts: Counter[str], seconds: float) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    columns = ("articles", "errors", "deals", "delegations", "meetings", "events")
    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)  # fits into 80 characters
    for name in (*columns, "seconds", "words/s"):
        table.add_column(name, justify="right")
    table.add_row(*(f"{counts[name]:,}" for name in columns), f"{seconds:.1f}", f"{counts['words'] / seconds:,.0f}")
    Console(stderr=True).print(table)


_SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
}


def _format_of(output: Path | None) -> Format:
    if output is None:
        return "json"
    format = _SUFFIXES.get(output.suffix.lower())
    if format is None:
        raise ValueError(
            f"--output {output}: its suffix is none of {', '.join(_SUFFIXES)}; say what to write with "
            f"--format {'|'.join(get_args(Format))} (csv and parquet make a folder with a file for each table)"
        )
    return format


def _leave_out(output: Path | None, sources: list[Source], paths: list[str]) -> list[Source]:
    """The sources without the output, which may lie in a folder that is read. It must not be named as input."""
    if output is None:
        return sources
    target = output.resolve()
    if target.is_file() and any(Path(path).resolve() == target for path in paths):
        raise ValueError(f"--output {output} is also to be read, and would be overwritten; name another file")
    return [source for source in sources if source.path is None or source.path.resolve() != target]


def _parse_names(pairs: list[str]) -> Names:
    names: dict[str, str] = {}
    for pair in pairs:
        name, equals, key = pair.partition("=")
        if name not in FIELDS or not equals or not key:
            _fail(f"--field {pair}: give FIELD=NAME, where FIELD is one of {', '.join(FIELDS)}")
        names[name] = key
    return Names(names)


def _already_written(output: Path | None, format: Format) -> Counter[str]:
    if output is None or format != "jsonl":
        raise ValueError(
            "--resume needs JSON Lines, which can be gone on with: --output FILE.jsonl. Tables and pages are made from "
            'that file afterwards: see "Many articles and clusters" in the documentation'
        )
    return written_ids(output) if output.exists() else Counter()


def _skip(articles: Iterator[dict[str, Any] | Unreadable], done: Counter[str]) -> Iterator[dict[str, Any] | Unreadable]:
    """The articles that are not done. Ids may come again: as many of each are left out as are done."""
    left = done.copy()
    for article in articles:
        if left[_id(article)] > 0:
            left[_id(article)] -= 1
        else:
            yield article


def _is_one_text(path: str, source: Source) -> bool:
    return source.format in ("text", "markdown", "html") and path == source.name


def _id(article: dict[str, Any] | Unreadable) -> str:
    return article.name if isinstance(article, Unreadable) else str(article["id"])


def _describe(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error.args[0]) if isinstance(error, KeyError) else str(error)


def _fail(message: str, code: int = WRONG_USE) -> NoReturn:
    print(f"bilateral-extract: {message}", file=sys.stderr)
    raise typer.Exit(code)
