"""Records as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from bilateral_extract.models import Extraction
from bilateral_extract.output.extras import require
from bilateral_extract.output.tables import TABLES


def to_frames(extractions: Iterable[Extraction]) -> dict[str, Any]:
    """A DataFrame for each table of `output.tables.TABLES`: one row a record, lists in cells, dates as datetime64.

    Integers are nullable (`Int64`) and amounts `Decimal`. Raises ImportError naming the extra, where pandas is missing.
    """
    pandas = require("pandas", "frames")
    pyarrow = require("pyarrow", "frames")
    from bilateral_extract.output.arrow import to_arrow

    integers = {pyarrow.int64(): pandas.Int64Dtype()}
    frames = {
        name: table.to_pandas(types_mapper=integers.get, date_as_object=False)
        for name, table in to_arrow(extractions).items()
    }
    for name, frame in frames.items():
        for column in TABLES[name]:
            if column.type == "decimal":
                frame[column.name] = frame[column.name].map(_shorten, na_action="ignore")
    return frames


def _shorten(amount: Decimal) -> Decimal:
    """The same number without the zeros that Arrow's decimals, all of one scale, end in: 20, not 20.000000."""
    return Decimal(f"{amount:f}".rstrip("0").rstrip("."))
