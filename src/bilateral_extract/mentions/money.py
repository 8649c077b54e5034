"""Amounts of money: each measure in a currency becomes a `Money`.

The span of an amount is its number with magnitude and currency, and the words that make it a range ("between $12
million and $20 million"). The words of its bound stay outside ("about", "more than"), and so does the unit of a price
("a barrel"): they are in `bound` and `per`.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache

from bilateral_extract.mentions.countries import find_countries
from bilateral_extract.mentions.currencies import resolve_currency
from bilateral_extract.mentions.measures import Measure
from bilateral_extract.mentions.units import find_unit_name, is_time_past
from bilateral_extract.models import Money, Notice
from bilateral_extract.reading.reading import Reading

_PER = re.compile(
    r"[ ]?(?:(?P<slash>/)[ ]?|[ ]?(?P<per>-per-|per[ ]|for[ ]each[ ]|for[ ]every[ ]|each[ ])|(?P<a>-an?-|an?[ ]))"
    r"(?:(?P<many>1,?000|thousand|100|hundred)[ ])?"
    r"(?P<unit>(?:(?:metric|square|cubic|troy|nautical)[ ])?[A-Za-zμ²³]+(?:[ -]hours?\b)?)"
)
# What things are priced by, besides units of measure.
_PRICED = frozenset(
    "share head person piece night unit ticket dose copy pop seat vehicle car passenger bottle pack kilo bag "
    "dozen case item ride trip visit user customer household family child student worker plate meal word page".split()
)
_EQUIVALENT = re.compile(
    r"""\s?(?:[(\[]\s?|,\s(?:or|i\.e\.|that\sis)\s|,\s(?=about|around|approximately|roughly|equivalent)|=\s?|\s?/\s?)
    (?:or\s|equal\sto\s|equivalent\sto\s|the\sequivalent\sof\s|worth\s|i\.e\.,?\s|(?:just\s)?(?:about|around|some|approximately
    |approx\.?|roughly|nearly|almost|over|more\sthan|under|less\sthan|at\sleast|up\sto|close\sto)\s|[~≈]\s?){0,3}""",
    re.IGNORECASE | re.VERBOSE,
)


def find_money(
    reading: Reading, measures: list[Measure], home: str | None, year: int | None
) -> tuple[list[Money], list[Notice]]:
    """The amounts among `measures`, in order, with a notice for each whose currency nothing decides.

    `home` is the ISO 3166-1 alpha-3 code of the country whose own dollar, peso, rupee or krona is meant, `year` the
    year of the article, where known: they tell names apart that several currencies have.
    """
    text = reading.clean
    priced = [measure for measure in measures if measure.naming is not None]
    named = frozenset(m.naming.codes[0] for m in priced if m.naming and len(m.naming.codes) == 1)

    @cache
    def countries() -> Counter[str]:
        return Counter(hit.word.code for hit in find_countries(text))

    amounts: list[Money] = []
    notices: list[Notice] = []
    before: Measure | None = None
    for measure in priced:
        naming = measure.naming
        assert naming is not None
        currency = resolve_currency(naming, home, named, countries, year)
        span = reading.span(measure.start, measure.end)
        if currency is None:
            notices.append(Notice(message=f"currency not resolved: one of {', '.join(naming.codes)}", span=span))
        equivalent = None
        if before is not None and amounts:
            other = amounts[-1].currency != currency or before.value == measure.value
            gap = text[before.end : measure.start]
            again = amounts[-1].equivalent_to is not None and gap == "; "  # "¥5bn ($30m; £20m)"
            if other and (again or (len(gap) < 40 and _EQUIVALENT.fullmatch(gap))):
                equivalent = amounts[-1].equivalent_to or amounts[-1].span
        amounts.append(
            Money(
                amount=_amount(measure.value, naming.parts),
                max_amount=None if measure.max_value is None else _amount(measure.max_value, naming.parts),
                currency=currency,
                bound=measure.bound,
                per=_per(text, measure.end),
                equivalent_to=equivalent,
                span=span,
            )
        )
        before = measure
    return amounts, notices


def _amount(value: Decimal, parts: Decimal) -> Decimal:
    return value if parts == 1 else value / parts


def _per(text: str, end: int) -> str | None:
    """What a price is for: "barrel" after "$50 a barrel", None for totals."""
    match = _PER.match(text, end)
    if not match or is_time_past(text, match.end()):
        return None
    word = match["unit"]
    if word.lower() in ("cent", "cents", "annum", "capita"):
        return {"annum": "year", "capita": "person"}.get(word.lower())
    many = {"hundred": "100 ", "100": "100 ", "": ""}.get(match["many"] or "", "1000 ")
    for form in (word, word.split(" ")[0].split("-")[0]):
        if (unit := find_unit_name(form)) is not None:
            return many + unit
    last = word.lower().removesuffix("s")
    if last in _PRICED:
        return last
    return word.lower() if match["per"] else None
