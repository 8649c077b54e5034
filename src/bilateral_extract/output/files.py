"""Extractions written to files as they come: JSON, JSON Lines, CSV, Parquet and HTML."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Literal, Protocol

from bilateral_extract.models import Extraction
from bilateral_extract.output.tables import TABLES, list_rows

Format = Literal["json", "jsonl", "csv", "parquet", "html"]
_ROWS_AT_ONCE = 1000  # articles whose rows wait for one Parquet row group


class Writer(Protocol):
    """Takes extractions one by one; `close` finishes the file."""

    def write(self, extraction: Extraction) -> None:
        """Add one extraction."""

    def close(self) -> None:
        """Finish what was begun and let go of the file."""


class JsonLinesWriter:
    """One line of JSON for each extraction, complete as soon as it is written."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, extraction: Extraction) -> None:
        self._file.write(extraction.model_dump_json() + "\n")
        self._file.flush()

    def close(self) -> None:
        self._file.flush()


class JsonWriter:
    """One JSON object for a single article, an array for several."""

    def __init__(self, file: IO[str], *, single: bool) -> None:
        self._file = file
        self._single = single
        self._count = 0

    def write(self, extraction: Extraction) -> None:
        if not self._single:
            self._file.write(",\n" if self._count else "[\n")
        self._file.write(extraction.model_dump_json(indent=2))
        self._count += 1

    def close(self) -> None:
        self._file.write("\n" if self._single else "\n]\n" if self._count else "[]\n")
        self._file.flush()


class CsvWriter:
    """A folder with one CSV file for each table of `output.tables.TABLES`; lists are joined by "; "."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._stack = ExitStack()
        self._count = 0
        self._tables: dict[str, csv.DictWriter[str]] = {}
        for name, columns in TABLES.items():
            # The byte order mark lets spreadsheets see that it is UTF-8.
            file = self._stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline=""))
            self._tables[name] = csv.DictWriter(file, [column.name for column in columns])
            self._tables[name].writeheader()

    def write(self, extraction: Extraction) -> None:
        for name, rows in list_rows([extraction], self._count).items():
            self._tables[name].writerows({key: _cell(value) for key, value in row.items()} for row in rows)
        self._count += 1

    def close(self) -> None:
        self._stack.close()


class ParquetWriter:
    """A folder with one Parquet file for each table of `output.tables.TABLES`. Needs pyarrow (extra `frames`)."""

    def __init__(self, folder: Path) -> None:
        from bilateral_extract.output.arrow import to_table
        from bilateral_extract.output.extras import require

        self._to_table = to_table
        parquet = require("pyarrow.parquet", "frames")
        folder.mkdir(parents=True, exist_ok=True)
        self._files = {
            name: parquet.ParquetWriter(folder / f"{name}.parquet", to_table(name, []).schema) for name in TABLES
        }
        self._waiting: list[Extraction] = []
        self._count = 0

    def write(self, extraction: Extraction) -> None:
        self._waiting.append(extraction)
        if len(self._waiting) == _ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        self._flush()
        for file in self._files.values():
            file.close()

    def _flush(self) -> None:
        for name, rows in list_rows(self._waiting, self._count).items():
            if rows:
                self._files[name].write_table(self._to_table(name, rows))
        self._count += len(self._waiting)
        self._waiting.clear()


class HtmlWriter:
    """One self-contained page, written when all extractions are there."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._extractions: list[Extraction] = []

    def write(self, extraction: Extraction) -> None:
        self._extractions.append(extraction)

    def close(self) -> None:
        from bilateral_extract.output.html import render_page

        self._file.write(render_page(self._extractions))
        self._file.flush()


def open_writer(format: Format, output: Path | None, stdout: IO[str], *, single: bool, append: bool = False) -> Writer:
    """A writer of this format to `output`, or to `stdout` where that is None.

    CSV and Parquet make several tables, so `output` is a folder for them. `append` adds to JSON Lines that are there.
    Raises ValueError where such a format has no `output`, OSError where it cannot be written.
    """
    if format in ("csv", "parquet"):
        if output is None:
            raise ValueError(f"{format} writes several tables; name a folder for them with --output")
        if output.exists() and not output.is_dir():
            raise ValueError(f"{output} is a file; {format} writes several tables, so name a folder with --output")
        return CsvWriter(output) if format == "csv" else ParquetWriter(output)
    if output is None:
        return _on(stdout, format, single)
    if output.is_dir():
        raise ValueError(f"{output} is a folder; {format} is one file, such as {output / f'records.{format}'}")
    file = output.open("a" if append else "w", encoding="utf-8", newline="\n")
    return _Closing(_on(file, format, single), file.close)


def written_ids(path: Path) -> Counter[str]:
    """How often each article id is in a JSON Lines file, after cutting off a last line that was not finished.

    Raises ValueError naming the line that is none of ours.
    """
    ids: Counter[str] = Counter()
    with path.open("r+b") as file:
        end = 0
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                break
            try:
                ids[json.loads(line)["article"]["id"]] += 1
            except (ValueError, KeyError, TypeError):
                raise ValueError(
                    f"{path}:{number} is no extraction in JSON Lines; --resume goes on only with such a file"
                ) from None
            end += len(line)
        file.truncate(end)
    return ids


class _Closing:
    """A writer that also closes the file it writes to."""

    def __init__(self, writer: Writer, close: Callable[[], None]) -> None:
        self._writer = writer
        self._close = close

    def write(self, extraction: Extraction) -> None:
        self._writer.write(extraction)

    def close(self) -> None:
        try:
            self._writer.close()
        finally:
            self._close()


def _on(file: IO[str], format: Format, single: bool) -> Writer:
    match format:
        case "jsonl":
            return JsonLinesWriter(file)
        case "html":
            return HtmlWriter(file)
        case _:
            return JsonWriter(file, single=single)


def _cell(value: Any) -> Any:
    """A cell as CSV holds it. Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value
