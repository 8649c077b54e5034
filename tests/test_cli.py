import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate
from typer.testing import CliRunner

from bilateral_extract import __version__
from bilateral_extract.cli import app
from bilateral_extract.models import ArticleInfo, Extraction
from bilateral_extract.output.files import JsonLinesWriter

TEXT = "France and Japan signed an agreement worth 20 million euros in Paris on Monday."
COMMAND = [sys.executable, "-c", "from bilateral_extract.cli import main; main()"]


def run(*arguments: str | Path, text: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, cwd=cwd)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    rows = [{"id": str(number), "body": TEXT.replace("20", str(number))} for number in range(20, 30)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_file_becomes_one_json_object(article: Path) -> None:
    done = run(article, "--published", "2024-01-03")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    value = json.loads(done.stdout)
    assert value["deals"][0]["value"]["amount"] == "20000000"
    assert value["article"] == {
        "id": str(article), "title": None, "url": None, "published": "2024-01-03", "dateline": None,
    }  # fmt: skip
    validate(value, Extraction.model_json_schema(mode="serialization"))


def test_home_of_the_articles() -> None:
    done = run("-", "--home", "CAN", text="It cost $5 million.")
    assert [money["currency"] for money in json.loads(done.stdout)["amounts"]] == ["CAD"]


def test_standard_input(article: Path) -> None:
    done = run("-", "--published", "2024-01-03", text=TEXT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["deals"] == json.loads(run(article, "--published", "2024-01-03").stdout)["deals"]


def test_json_lines_in_and_out_with_names_of_their_own(many: Path) -> None:
    done = run(many, "--field", "text=body", "--format", "jsonl", "--workers", "2")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["deals"][0]["value"]["amount"] for line in lines] == [f"{number}000000" for number in range(20, 30)]
    assert all(name in done.stderr for name in ("articles", "delegations", "words/s"))  # the summary, uncut


def test_one_bad_file_among_good_ones(article: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xff")
    done = run(tmp_path)
    assert done.returncode == 1
    assert "bad.txt: is not UTF-8 text" in done.stderr
    good, bad = json.loads(done.stdout)
    assert len(good["deals"]) == 1
    assert bad["error"].startswith("is not UTF-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt: there is no such file"),
        (["-", "--published", "soon"], "published: 'soon' is no date"),
        (["-", "--home", "XXX"], "home: 'XXX' is no ISO 3166-1 alpha-3 code"),
        (["-", "--output", "nowhere/x.json"], "nowhere/x.json: No such file or directory"),
        (["-", "--output", "x.parquet"], "say what to write with --format json|jsonl|csv|parquet|html"),
        (["-", "--output", ".", "--format", "jsonl"], ". is a folder; jsonl is one file, such as records.jsonl"),
        (["in.txt", "--output", "in.txt", "--format", "csv"], "in.txt is also to be read, and would be overwritten"),
        (["-", "--output", "in.txt", "--format", "csv"], "in.txt is a file; csv writes several tables"),
        (["-", "--format", "csv"], "name a folder for them with --output"),
        (["-", "--resume"], "--resume needs JSON Lines, which can be gone on with: --output FILE.jsonl"),
        (["-", "--field", "words=body"], "--field words=body: give FIELD=NAME"),
        (["explain", "nowhere.txt"], "nowhere.txt: there is no such file"),
        (["explain", "two.json"], "two.json: holds several articles"),
        (["explain", "in.txt", "--home", "Fiji"], "home: 'Fiji' is no ISO 3166-1 alpha-3 code"),
        (["-", "--workers", "0"], "--workers"),
        (["-", "--format", "xml"], "--format"),
    ],
)
def test_wrong_use_is_told_and_has_its_code(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(TEXT)
    (tmp_path / "two.json").write_text(json.dumps([{"text": TEXT}] * 2))
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "in.txt").read_text() == TEXT
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_go_to_a_folder(many: Path, tmp_path: Path, format: str) -> None:
    done = run(many, "--field", "text=body", "--format", format, "--output", tmp_path / "tables")
    assert done.returncode == 0, done.stderr
    pandas = pytest.importorskip("pandas")
    path = tmp_path / "tables" / f"deals.{format}"
    deals = pandas.read_csv(path) if format == "csv" else pandas.read_parquet(path)
    assert [int(amount) for amount in deals["amount"]] == [number * 1_000_000 for number in range(20, 30)]


def test_a_page(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(article, "--output", page).returncode == 0
    assert "20,000,000 EUR" in page.read_text(encoding="utf-8")


def test_resume_skips_what_is_there(many: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    options = ["--field", "text=body", "--output", str(output)]
    assert run(many, *options).returncode == 0
    whole = output.read_text(encoding="utf-8")
    lines = whole.splitlines(keepends=True)
    output.write_text("".join(lines[:4]) + lines[4][:50], encoding="utf-8")
    done = run(many, *options, "--resume")
    assert done.returncode == 0, done.stderr
    assert output.read_text(encoding="utf-8") == whole


def test_resume_counts_ids_that_come_again(tmp_path: Path) -> None:
    for name in ("a", "b"):
        rows = [{"id": str(number), "text": TEXT, "title": name} for number in range(3)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    output = tmp_path / "out.jsonl"
    assert run(tmp_path, "--output", output).returncode == 0  # the folder holds the output, too
    whole = output.read_text(encoding="utf-8")
    output.write_text("".join(whole.splitlines(keepends=True)[:4]), encoding="utf-8")
    assert run(tmp_path, "--output", output, "--resume").returncode == 0
    assert output.read_text(encoding="utf-8") == whole


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_leaves_whole_lines(tmp_path: Path, workers: str) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(json.dumps({"id": str(n), "text": TEXT * 30}) for n in range(5000)), encoding="utf-8")
    command = [*COMMAND, str(source), "--output", str(output), "--workers", workers]
    # A shell's background jobs ignore SIGINT, and so would their children: the signal is what is tested here.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed)
    for _ in range(600):
        time.sleep(0.1)
        if output.exists() and output.stat().st_size:
            break
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "interrupted after" in told
    lines = output.read_text(encoding="utf-8").splitlines()
    assert 0 < len(lines) < 5000
    assert [json.loads(line)["article"]["id"] for line in lines] == [str(n) for n in range(len(lines))]


@pytest.mark.parametrize("format", ["json", "csv", "parquet", "html"])
def test_an_interrupt_leaves_output_that_opens(
    many: Path, tmp_path: Path, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(articles: Iterable[Any], workers: int) -> Iterator[Extraction]:
        for article, _ in zip(articles, range(3), strict=False):
            yield Extraction(article=ArticleInfo(id=article["id"]))
        raise KeyboardInterrupt

    monkeypatch.setattr("bilateral_extract.extractor.extract_many", interrupted)
    output = tmp_path / "out"
    done = CliRunner().invoke(app, [str(many), "--field", "text=body", "-f", format, "-o", str(output)])
    assert done.exit_code == 130
    assert "interrupted after 3 articles, which are written" in done.stderr
    match format:
        case "json":
            ids = [row["article"]["id"] for row in json.loads(output.read_text())]
        case "html":
            ids = re.findall(r'"name":"(\d+)"', output.read_text())
        case _:
            pandas = pytest.importorskip("pandas")
            read = pandas.read_csv if format == "csv" else pandas.read_parquet
            ids = [str(article) for article in read(output / f"articles.{format}")["article"]]
    assert ids == ["20", "21", "22"]


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_an_interrupt_waits_until_a_line_is_whole(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = JsonLinesWriter.write

    def write(self: JsonLinesWriter, extraction: Extraction) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        whole(self, extraction)

    monkeypatch.setattr(JsonLinesWriter, "write", write)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        done = CliRunner().invoke(app, [str(many), "--field", "text=body", "-o", str(tmp_path / "out.jsonl")])
    finally:
        signal.signal(signal.SIGINT, before)
    assert done.exit_code == 130
    [line] = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["article"]["id"] == "20"


def test_a_reader_that_stops_early_causes_no_traceback(many: Path) -> None:
    command = " ".join([f"'{part}'" for part in COMMAND] + [f"'{many}' --field text=body -f jsonl | head -c 10"])
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr


def test_schema_is_that_of_extraction() -> None:
    assert json.loads(run("schema").stdout) == Extraction.model_json_schema(mode="serialization")


def test_explain(article: Path) -> None:
    done = run("explain", article, "deal-1", "--published", "2024-01-03")
    assert done.returncode == 0, done.stderr
    assert "value = 20,000,000 EUR" in done.stdout
    australian = run("explain", "-", "--home", "AUS", text=TEXT.replace("20 million euros", "$20 million"))
    assert "value = 20,000,000 AUD" in australian.stdout
    nothing = run("explain", "-", text="It rained.")
    assert nothing.stdout.splitlines()[0] == "no records"
    assert "warning: " in nothing.stdout
    unknown = run("explain", article, "deal-9")
    assert unknown.returncode == 2
    assert "there are deal-1" in unknown.stderr


def test_doctor_reads_a_sentence() -> None:
    done = run("doctor")
    assert done.returncode == 0, done.stderr
    assert "self-test passed" in done.stdout


def test_version_and_help() -> None:
    assert run("--version").stdout.strip() == __version__
    assert "schema" in run("--help").stdout
    assert "Exit code" in run("extract", "--help").stdout
