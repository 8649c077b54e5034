"""Articles through Spark: `python examples/spark.py IN.jsonl OUT_FOLDER` (extra `spark`, and Java).

Each Python worker loads the model once, at its first batch. An article that cannot be read keeps its row, with an
error.
"""

import sys
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession

from bilateral_extract.output.arrow import extract_table, table_schema

TYPES = {
    "string": "string",
    "int64": "bigint",
    "double": "double",
    "date32[day]": "date",
    "decimal128(38, 6)": "decimal(38, 6)",
}


def extract_batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from extract_table(batch).to_batches()


def spark_schema() -> str:
    """The columns of `extract_table` in Spark's words."""
    return ", ".join(f"`{field.name}` {spark_type(field.type)}" for field in table_schema())


def spark_type(type_: Any) -> str:
    return f"array<{spark_type(type_.value_type)}>" if pa.types.is_list(type_) else TYPES[str(type_)]


def main(source: str, target: str) -> None:
    spark = SparkSession.builder.appName("bilateral-extract").getOrCreate()
    articles = spark.read.json(source)
    articles.mapInArrow(extract_batches, spark_schema()).write.parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
