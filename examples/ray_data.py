"""Articles through Ray Data: `python examples/ray_data.py IN.jsonl OUT_FOLDER` (extra `ray`).

Each worker loads the model once, at its first batch. An article that cannot be read keeps its row, with an error.
"""

import sys

import ray

from bilateral_extract.output.arrow import extract_table


def main(source: str, target: str) -> None:
    articles = ray.data.read_json(source, lines=True)
    records = articles.map_batches(extract_table, batch_format="pyarrow", batch_size=64)
    records.write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
