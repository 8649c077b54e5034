"""Quantities: percents, measures in units, durations and counts.

The span of a measure is its number and unit ("10 1/2 miles", "three-day"), that of a count the number alone ("1,900" of
"1,900 companies"): what is counted is in `of`. A percent takes the words of its bound along ("more than 7%"), as
annotators of news mark it.
"""

from __future__ import annotations

from bilateral_extract.mentions.counting import counted, is_count
from bilateral_extract.mentions.measures import Measure
from bilateral_extract.models import Quantity
from bilateral_extract.reading.reading import Reading


def find_quantities(reading: Reading, measures: list[Measure]) -> list[Quantity]:
    """The quantities among `measures`, in order: all but amounts of money and numbers that count nothing."""
    text = reading.clean
    quantities: list[Quantity] = []
    for measure in measures:
        if measure.naming is not None or (measure.bare and not is_count(text, measure)):
            continue
        unit = measure.unit
        start = measure.bound_start if unit is not None and unit.name == "percent" else measure.start
        quantities.append(
            Quantity(
                value=measure.value,
                max_value=measure.max_value,
                unit=unit.name if unit else None,
                dimension=unit.dimension if unit else None,
                of=None if unit else counted(text, measure),
                bound=measure.bound,
                span=reading.span(start, measure.end),
            )
        )
    return quantities
