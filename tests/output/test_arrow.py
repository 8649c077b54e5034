import datetime as dt
from decimal import Decimal

import pytest
from sample import FAILED, TEXT, make_extraction

pa = pytest.importorskip("pyarrow")
pandas = pytest.importorskip("pandas")

from bilateral_extract.models import Extraction  # noqa: E402
from bilateral_extract.output import arrow  # noqa: E402
from bilateral_extract.output.frames import to_frames  # noqa: E402
from bilateral_extract.output.tables import TABLES  # noqa: E402


def test_frames_have_the_documented_columns_and_types() -> None:
    frames = make_extraction().to_frames()
    assert {name: list(frame.columns) for name, frame in frames.items()} == {
        name: [column.name for column in columns] for name, columns in TABLES.items()
    }
    deal = frames["deals"].iloc[0]
    assert str(deal["amount"]) == "1250000000"  # exact, and without the zeros of Arrow's scale
    assert deal["date_start"] == pandas.Timestamp("2024-03-05")
    assert list(deal["parties"]) == ["France", "Japan"]
    assert str(frames["deals"]["count"].dtype) == "Int64"
    assert pandas.isna(frames["events"].iloc[0]["date_start"])


def test_frames_of_nothing_keep_their_columns() -> None:
    frames = to_frames([Extraction()])
    assert len(frames["deals"]) == 0
    assert list(frames["deals"].columns) == [column.name for column in TABLES["deals"]]


def test_many_articles_make_one_frame_a_kind() -> None:
    frames = to_frames([make_extraction(id="a"), make_extraction(id="b"), FAILED])
    assert list(frames["deals"]["article"]) == ["a", "b"]
    assert frames["articles"].iloc[2]["error"].startswith("text:")


@pytest.mark.parametrize(
    ("amount", "kept"),
    [("629000000", True), ("0.1234567", True), ("1e31", True), ("1e33", False), ("1" * 5000, False)],
)
def test_numbers_beyond_the_column_type_become_null(amount: str, kept: bool) -> None:
    table = arrow.to_table("deals", [{"amount": Decimal(amount)}])
    assert table.column("amount")[0].is_valid is kept


def test_extract_table_keeps_bad_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    def fake(rows: list[dict[str, object]]) -> list[Extraction]:
        assert [set(row) for row in rows] == [{"text", "id", "published"}] * 2
        return [make_extraction(id=str(row["id"])) if row["text"] else FAILED for row in rows]

    monkeypatch.setattr(arrow, "extract_many", fake)
    table = pa.table(
        {"text": [TEXT, None], "id": ["a", "broken"], "published": [dt.date(2024, 3, 5)] * 2, "other": [1, 2]}
    )
    result = arrow.extract_table(table)
    assert result.schema == arrow.table_schema()
    assert result.column("record_kind").to_pylist() == ["deal", "delegation", "meeting", "event", None]
    assert result.column("article").to_pylist() == ["a"] * 4 + ["broken"]
    assert result.column("error").to_pylist()[-1] == "text: give a str, not NoneType"


def test_extract_table_names_the_missing_column() -> None:
    with pytest.raises(KeyError, match="no column 'text'; its columns are body"):
        arrow.extract_table(pa.table({"body": ["x"]}))
