"""The values of an article: amounts of money, quantities and dates, found and resolved in one pass each.

Dates are found first: what they cover is no number of anything else. Then all other numbers are found once, take the
currency or unit beside them and become `Money` or `Quantity`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bilateral_extract.mentions.dates import find_dates
from bilateral_extract.mentions.measures import find_measures
from bilateral_extract.mentions.money import find_money
from bilateral_extract.mentions.numbers import find_numbers
from bilateral_extract.mentions.quantities import find_quantities
from bilateral_extract.mentions.vague_times import find_vague_times
from bilateral_extract.models import Money, Notice, Quantity, TimeSpan
from bilateral_extract.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Values:
    """All values of an article, each list in the order of the text; `notices` say what was left unresolved and why.

    `vague_times` ("recently") are no `dates`: nothing is dated by them.
    """

    amounts: list[Money]
    quantities: list[Quantity]
    dates: list[TimeSpan]
    vague_times: list[TimeSpan]
    notices: list[Notice]


def find_values(reading: Reading, *, home: str | None = None) -> Values:
    """The amounts, quantities and dates of an article.

    `home` is the ISO 3166-1 alpha-3 code of the country whose own dollar, peso, rupee or krona is meant, if any.
    """
    dates, date_notices = find_dates(reading)
    rest = list(reading.clean)
    for date in dates:
        rest[date.span.start : date.span.end] = "\x00" * (date.span.end - date.span.start)
    text = "".join(rest)
    measures = find_measures(text, find_numbers(text))
    amounts, money_notices = find_money(reading, measures, home, _year(reading, dates))
    return Values(
        amounts,
        find_quantities(reading, measures),
        dates,
        find_vague_times(reading, dates),
        [*date_notices, *money_notices],
    )


def _year(reading: Reading, dates: list[TimeSpan]) -> int | None:
    """The year of an article: that of publication, else the latest that its dates name."""
    if reading.published is not None:
        return reading.published.year
    return max((date.end.year for date in dates if date.end is not None), default=None)
