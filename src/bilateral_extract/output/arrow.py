"""Arrow tables of records, and `extract_table`: articles in, records out, as Ray, Spark, Dask and Polars take it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from bilateral_extract.extractor import extract_many
from bilateral_extract.models import Extraction
from bilateral_extract.output.extras import require
from bilateral_extract.output.tables import TABLES, Column, Row, Type, list_rows

pa = require("pyarrow", "frames")

_ARROW: dict[Type, Any] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "integer": pa.int64(),
    "decimal": pa.decimal128(38, 6),
    "real": pa.float64(),
    "date": pa.date32(),
}
_LARGEST = 2**63  # of an int64, exclusive
_KINDS = {"deals": "deal", "delegations": "delegation", "meetings": "meeting", "events": "event"}


def to_arrow(extractions: Iterable[Extraction]) -> dict[str, Any]:
    """A `pyarrow.Table` for each table of `output.tables.TABLES`, empty ones included."""
    return {name: to_table(name, rows) for name, rows in list_rows(extractions).items()}


def to_table(name: str, rows: list[Row]) -> Any:
    """The rows of one table of `TABLES` as a `pyarrow.Table`. Numbers beyond its types (38 digits) become null."""
    return _to_table(TABLES[name], rows)


def extract_table(table: Any) -> Any:
    """Read a table of articles; return one table of all their records.

    `table` is a `pyarrow.Table` or `RecordBatch` with a column `text` and, where there are such, `id`, `title`, `url`
    and `published`; other columns are ignored. The result has `TABLE_COLUMNS`: `record_kind` ("deal", "delegation",
    "meeting", "event"), then the columns of all kinds, null where a kind has none. An article that cannot be read
    gives one row with its `error`; one without records gives none. Raises KeyError where there is no column `text`.
    """
    names = [name for name in ("text", "id", "title", "url", "published", "home") if name in table.schema.names]
    if "text" not in names:
        raise KeyError(f"the table has no column 'text'; its columns are {', '.join(table.schema.names)}")
    rows: list[Row] = []
    extractions = extract_many(table.select(names).to_pylist())
    for position, extraction in enumerate(extractions):
        found = list_rows([extraction], position)
        if extraction.error is not None:
            rows.append(found["articles"][0])
        rows += [{"record_kind": kind, **row} for name, kind in _KINDS.items() for row in found[name]]
    return _to_table(TABLE_COLUMNS, rows)


def _merge_columns() -> list[Column]:
    columns: dict[str, Column] = {}
    for name in _KINDS:
        for column in TABLES[name]:
            columns.setdefault(column.name, column)
    article, *others = columns.values()
    kind = Column("record_kind", "text", "deal, delegation, meeting or event; null in the row of an error")
    return [article, kind, *others, Column("error", "text", "why the article could not be read")]


TABLE_COLUMNS = _merge_columns()


def table_schema() -> Any:
    """The `pyarrow.Schema` of what `extract_table` returns: Spark's `mapInArrow` wants it beforehand."""
    return _schema(TABLE_COLUMNS)


def _schema(columns: list[Column]) -> Any:
    return pa.schema([(column.name, _ARROW[column.type]) for column in columns])


def _to_table(columns: list[Column], rows: list[Row]) -> Any:
    cells = {column.name: [_fit(row.get(column.name), column.type) for row in rows] for column in columns}
    return pa.table(cells, schema=_schema(columns))


def _fit(value: Any, type_: Type) -> Any:
    """The value as its Arrow type holds it; None where it cannot."""
    if isinstance(value, Decimal):
        try:
            return value.quantize(Decimal("0.000001"), context=Context(prec=38))
        except InvalidOperation:
            return None
    if type_ == "integer" and value is not None and abs(value) >= _LARGEST:
        return None
    return value
