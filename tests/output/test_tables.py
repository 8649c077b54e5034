import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from sample import FAILED, make_extraction

from bilateral_extract.output.files import open_writer, written_ids
from bilateral_extract.output.tables import TABLES, list_rows


def test_every_cell_has_its_column_and_every_table_its_rows() -> None:
    rows = list_rows([make_extraction(), FAILED])
    assert {name: len(of) for name, of in rows.items()} == {
        "articles": 2, "deals": 1, "delegations": 1, "meetings": 1, "events": 1, "parties": 5, "spans": 16,
    }  # fmt: skip
    for name, columns in TABLES.items():
        known = {column.name for column in columns}
        assert all(set(row) <= known for row in rows[name]), name


def test_rows_join_on_article_and_record() -> None:
    rows = list_rows([make_extraction(id=None), make_extraction(id=None)], first=10)
    assert [row["article"] for row in rows["deals"]] == ["10", "11"]
    keys = {
        (row["article"], row["record"]) for kind in ("deals", "delegations", "meetings", "events") for row in rows[kind]
    }
    assert {(row["article"], row["record"]) for row in rows["parties"] + rows["spans"]} == keys


def test_deal_row() -> None:
    [row] = list_rows([make_extraction()])["deals"]
    assert row["parties"] == ["France", "Japan"]
    assert (row["amount"], row["currency"], row["place"], row["place_country"]) == (
        Decimal("1.25E+9"),
        "EUR",
        "Paris",
        "FRA",
    )
    assert (row["count"], row["date"]) == (3, "2024-03-05")


def test_json_is_one_object_for_one_and_an_array_for_many() -> None:
    for single, count in ((True, 1), (False, 0), (False, 1), (False, 3)):
        file = io.StringIO()
        writer = open_writer("json", None, file, single=single)
        for _ in range(count):
            writer.write(make_extraction())
        writer.close()
        value = json.loads(file.getvalue())
        assert (value["deals"][0]["value"]["amount"] == "1250000000") if single else len(value) == count


def test_csv_neutralises_formulas(tmp_path: Path) -> None:
    writer = open_writer("csv", tmp_path / "out", io.StringIO(), single=False)
    writer.write(make_extraction(title="=HYPERLINK(1)", id="@x"))
    writer.close()
    with (tmp_path / "out/articles.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["title"], row["article"]) == ("'=HYPERLINK(1)", "'@x")
    with (tmp_path / "out/deals.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["parties"], row["sectors"]) == ("France; Japan", "transport; trade")
    assert Decimal(row["amount"]) == 1_250_000_000


def test_parquet_files_hold_what_to_arrow_holds(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from bilateral_extract.output.arrow import to_arrow

    extractions = [make_extraction(), FAILED]
    writer = open_writer("parquet", tmp_path, io.StringIO(), single=False)
    for extraction in extractions:
        writer.write(extraction)
    writer.close()
    for name, table in to_arrow(extractions).items():
        assert parquet.read_table(tmp_path / f"{name}.parquet") == table


def test_tables_need_a_folder() -> None:
    with pytest.raises(ValueError, match="--output"):
        open_writer("csv", None, io.StringIO(), single=True)


def test_an_unfinished_last_line_is_cut_off_before_going_on(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    whole = make_extraction().model_dump_json() + "\n"
    path.write_text(whole + whole[:100], encoding="utf-8")
    assert written_ids(path) == {"sample": 1}
    assert path.read_text(encoding="utf-8") == whole


def test_a_file_of_something_else_is_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"a": 1}\n')
    with pytest.raises(ValueError, match=r"out\.jsonl:1 is no extraction"):
        written_ids(path)
    assert path.read_text() == '{"a": 1}\n'
