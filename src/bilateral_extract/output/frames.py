"""Records as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bilateral_extract.models import Extraction
from bilateral_extract.output.extras import require


def to_frames(extractions: Iterable[Extraction]) -> dict[str, Any]:
    """A DataFrame for each table of `output.tables.TABLES`: one row a record, lists in cells, dates as datetime64.

    Integers are nullable (`Int64`) and amounts `Decimal`. Raises ImportError naming the extra, where pandas is missing.
    """
    pandas = require("pandas", "frames")
    pyarrow = require("pyarrow", "frames")
    from bilateral_extract.output.arrow import to_arrow

    integers = {pyarrow.int64(): pandas.Int64Dtype()}
    return {
        name: table.to_pandas(types_mapper=integers.get, date_as_object=False)
        for name, table in to_arrow(extractions).items()
    }
