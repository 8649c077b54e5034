"""Pictures of many extractions, by matplotlib: a timeline, a matrix of country pairs, amounts by sector and month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

from bilateral_extract.models import Deal, Extraction
from bilateral_extract.output.extras import require

_KINDS = ("deals", "delegations", "meetings", "events")


def plot_timeline(extractions: Iterable[Extraction], *, axes: Any = None) -> Any:
    """Draw each dated record as a bar from its first to its last day, one row a kind; return the Axes.

    Raises ValueError where no record has a date.
    """
    dates = require("matplotlib.dates", "plot")
    axes = axes or _new_axes()
    dated = [(kind, record.date) for kind, record in _records(extractions) if record.date and record.date.start]
    if not dated:
        raise ValueError("no record has a date to draw; give `published`, so that dates without a year have one")
    for kind, date in dated:
        first = dates.date2num(date.start)
        width = max(1.0, dates.date2num(date.end) + 1 - first)
        axes.barh(_KINDS.index(kind), width, left=first, height=0.6, alpha=0.5, color=f"C{_KINDS.index(kind)}")
    axes.set_yticks(range(len(_KINDS)), _KINDS)
    axes.set_ylim(len(_KINDS) - 0.5, -0.5)
    axes.xaxis_date()
    axes.figure.autofmt_xdate()
    axes.set_title("Records by date")
    return axes


def plot_pairs(extractions: Iterable[Extraction], *, axes: Any = None) -> Any:
    """Draw how many deals and meetings each pair of countries has, as a matrix; return the Axes.

    Raises ValueError where no record has two countries.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for _, record in _records(extractions):
        counts.update(combinations(sorted(set(getattr(record, "countries", ()))), 2))
    if not counts:
        raise ValueError("no record has two countries to draw")
    axes = axes or _new_axes()
    names = sorted({country for pair in counts for country in pair})
    cells = [[counts[min(a, b), max(a, b)] for b in names] for a in names]
    image = axes.imshow(cells, cmap="Blues")
    axes.set_xticks(range(len(names)), names, rotation=90)
    axes.set_yticks(range(len(names)), names)
    axes.figure.colorbar(image, ax=axes, label="deals and meetings")
    axes.set_title("Pairs of countries")
    return axes


def plot_amounts(extractions: Iterable[Extraction], currency: str, *, axes: Any = None) -> Any:
    """Draw the values of deals in one currency by month, stacked by sector; return the Axes.

    A deal's value counts under its first sector; packages count and the deals in them do not, so that nothing counts
    twice. Raises ValueError where no dated deal has a value in `currency`.
    """
    amounts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, record in _records(extractions):
        if isinstance(record, Deal) and record.part_of is None and record.value and record.date and record.date.start:
            sector: str = record.sectors[0] if record.sectors else "other"
            if record.value.currency == currency:
                amounts[sector][f"{record.date.start:%Y-%m}"] += int(record.value.amount.to_integral_value())
    if not amounts:
        raise ValueError(f"no dated deal has a value in {currency}")
    axes = axes or _new_axes()
    months = sorted({month for of_sector in amounts.values() for month in of_sector})
    base = [Decimal(0)] * len(months)
    for sector, of_sector in sorted(amounts.items()):
        heights = [Decimal(of_sector[month]) / 1_000_000 for month in months]
        axes.bar(months, [float(h) for h in heights], bottom=[float(b) for b in base], label=sector)
        base = [b + h for b, h in zip(base, heights, strict=True)]
    axes.set_ylabel(f"million {currency}")
    axes.legend(title="sector")
    axes.set_title("Values of deals")
    return axes


def _records(extractions: Iterable[Extraction]) -> Iterator[tuple[str, Any]]:
    for extraction in extractions:
        for kind in _KINDS:
            for record in getattr(extraction, kind):
                yield kind, record


def _new_axes() -> Any:
    return require("matplotlib.pyplot", "plot").subplots(layout="constrained")[1]
