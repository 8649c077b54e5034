"""The examples run. Those that need what is not installed are skipped, and pytest's summary says why."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted((EXAMPLES / "articles").glob("*.txt"))}
    rows = [{"id": name, "text": text, "published": "2024-12-31"} for name, text in texts.items()]
    rows.append({"id": "broken", "text": None, "published": "2024-12-31"})
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return path


def run_example(name: str, *arguments: Path) -> None:
    command = [sys.executable, str(EXAMPLES / name), *map(str, arguments)]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "RAY_USAGE_STATS_ENABLED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


def check_records(target: Path) -> None:
    table = pytest.importorskip("pyarrow.parquet").ParquetDataset(target).read().to_pylist()
    assert {row["record_kind"] for row in table if row["article"] == "harbour-loan"} >= {"deal"}
    assert [row["error"] for row in table if row["article"] == "broken"] == ["text: give a str, not NoneType"]


def test_ray(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed (extra `ray`)")
    run_example("ray_data.py", source, tmp_path / "out")
    check_records(tmp_path / "out")


def test_spark(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed (extra `spark`)")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none on the PATH")
    run_example("spark.py", source, tmp_path / "out")
    check_records(tmp_path / "out")


def test_notebook(tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed (extra `notebook`)")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed (extra `notebook`)")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed (extra `notebook`)")
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    notebook = nbformat.read(folder / "articles_to_pictures.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    shown = [output["data"] for output in outputs if "data" in output]
    assert any("bilateral" in data.get("text/html", "") and "<mark" in data["text/html"] for data in shown)
    assert sum("image/png" in data for data in shown) == 2
    assert (folder / "records.html").stat().st_size > 10_000
