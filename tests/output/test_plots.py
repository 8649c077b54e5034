import pytest
from sample import FAILED, make_extraction

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from bilateral_extract.output.plots import plot_amounts, plot_pairs, plot_timeline  # noqa: E402

EXTRACTIONS = [make_extraction(id="a"), FAILED, make_extraction(id="b")]


def test_timeline_has_a_bar_for_each_dated_record() -> None:
    axes = plot_timeline(EXTRACTIONS)
    assert len(axes.patches) == 4  # a deal and a delegation, twice; meeting and event have no known day
    assert [label.get_text() for label in axes.get_yticklabels()] == ["deals", "delegations", "meetings", "events"]


def test_pairs_are_counted_both_ways() -> None:
    axes = plot_pairs(EXTRACTIONS)
    assert axes.images[0].get_array().tolist() == [[0, 4], [4, 0]]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["FRA", "JPN"]


def test_amounts_are_stacked_by_month_in_millions() -> None:
    axes = plot_amounts(EXTRACTIONS, "EUR")
    assert [bar.get_height() for bar in axes.patches] == [2500.0]
    assert axes.get_ylabel() == "million EUR"


@pytest.mark.parametrize("plot", [plot_timeline, plot_pairs, lambda results: plot_amounts(results, "USD")])
def test_nothing_to_draw_is_told(plot: object) -> None:
    assert callable(plot)
    with pytest.raises(ValueError, match="no "):
        plot([FAILED])
