"""The words that say where, when and by whom an article was filed: "ASTANA, June 27 (Agency) —"."""

from __future__ import annotations

import datetime as dt
import re

from bilateral_extract.lexicon.gazetteer import find_cities
from bilateral_extract.models import Dateline, Span
from bilateral_extract.reading.days import match_day

Range = tuple[int, int]

_REACH = 170  # a dateline is over by then
_PARAGRAPHS = 12  # and stands near the top, below navigation and picture lines at most

_WORD = r"(?:(?:[A-Z]\.){1,3}|St\.|[^\W\d_a-z][\w'’&-]*)"
_LINK = r"(?: (?:de|da|do|dos|la|las|los|del|el|al|of|and|the))"
_NAME = rf"{_WORD}(?:{_LINK}{{0,2}} {_WORD}){{0,3}}"
_WEEKDAY = r"(?:[A-Z][a-z]+day,? )?"
_MONTH = r"[A-Z][A-Za-z]{2,8}"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_WEEKDAY}(?:{_MONTH}\.? {_NUMBER}(?:,? \d{{4}})?|{_NUMBER} {_MONTH}(?:,? \d{{4}})?))"
_AGENCY = r"(?:\((?P<agency{0}>[^()\n]{{2,60}})\)|/(?P<wire{0}>[^/\n]{{2,40}})/)"
_DASH = r"(?: ?[—–] ?| ?--+ ?| - ?)"
_END = rf"(?:{_DASH}| ?:(?= |$))"
_PLACE = rf"(?P<place>{_NAME})(?P<details>(?:, ?{_NAME}){{0,2}}(?: ?\[[^\[\]\n]{{2,30}}\])?)"

# Each reads as a line that an agency prints; the first that fits is taken.
_FORMS = tuple(
    re.compile(form)
    for form in (
        # ASTANA, Kazakhstan, 5 June 2024 (Agency) – | LONDON (AP) — | TORONTO - (Wire) - June 7, 2024 - | Agra [India]:
        rf"{_PLACE}(?:[,.]? (?P<date>{_DATE}))?(?:,? ?{_AGENCY.format('')})?{_END}"
        rf"(?:{_AGENCY.format('2')}{_DASH})?(?:(?P<date2>{_DATE}){_DASH})?",
        # Moscow. June 5. AGENCY - | Kyiv, 5 June, Agency. | Baku, Azerbaijan, June 2.
        rf"{_PLACE}[,.] (?P<date>{_DATE})(?:[.,] (?P<agency>[A-Z][\w.-]{{2,25}}?)(?:{_END}|\.(?= ))|\.(?=\s|$))",
        # ASTANA. AGENCY – | Jakarta.
        rf"{_PLACE}\.(?: (?P<agency>[A-Z]{{3}}[\w.-]{{0,22}}){_DASH})?(?=\s|$|\w)",
        # June 5, 2024 (Washington, D.C.) –
        rf"(?P<date>{_DATE}) \((?P<place>{_NAME})(?P<details>(?:, ?{_NAME})?)\){_DASH}",
        # alone on a line: Nairobi, Wednesday, 14th October, 2009 (Agency) | Tbilisi November 14, 2018
        rf"{_PLACE},? (?P<date>{_DATE})(?: {_AGENCY.format('')})?\.?$",
        # LIMA, Peru & CUZCO, Peru – (Wire) – June 7, 2024 –
        rf"{_PLACE}(?: ?(?:&|/|and) {_NAME}(?:, ?{_NAME})?){{1,2}}(?:,? ?(?P<date>{_DATE}))?{_DASH}"
        rf"(?:{_AGENCY.format('')}{_DASH})?(?:(?P<date2>{_DATE}){_DASH})?",
        # (Agency) - | /Wire/ -- | --Wire--
        rf"{_AGENCY.format('')}{_END}",
        r"--(?P<agency>[\w .]{2,30})--(?:$|\s)",
    )
)
_NO_PLACE = frozenset("On In At By From Since Last Next This The A An Updated Posted Published".split())
_PLACE_LINE = re.compile(rf"(?:(?:The )?{_NAME}, )?(?P<place>{_NAME})")
_TIME = re.compile(r"(?:,? \d\d?[:.]\d\d)?")
_WEEKDAY_FORM = re.compile(_WEEKDAY)


def find_dateline(clean: str, paragraphs: tuple[Range, ...], published: dt.date | None) -> Dateline | None:
    """The dateline that opens one of the first paragraphs, or None.

    A place is believed where a date or an agency stands by it or the gazetteer knows it as a city. A day without a
    year gets it from `published`.
    """
    for start, end in paragraphs[:_PARAGRAPHS]:
        for form in _FORMS:
            match = form.match(clean, start, min(end, start + _REACH))
            dateline = _build(match, published) if match else None
            if dateline:
                return dateline
    return _find_place_line(clean, paragraphs[:_PARAGRAPHS], published)


def _find_place_line(clean: str, paragraphs: tuple[Range, ...], published: dt.date | None) -> Dateline | None:
    """A city alone on a line beside one with the day and nothing else, as press services print them."""
    days = [match_day(clean, start, published) for start, _ in paragraphs]
    ends = [end for _, end in paragraphs]
    alone = [day is not None and _TIME.fullmatch(clean, day[1], end) for day, end in zip(days, ends, strict=True)]
    for i, (start, end) in enumerate(paragraphs):
        match = _PLACE_LINE.fullmatch(clean, start, min(end, start + _REACH))
        day = next((days[k] for k in (i - 1, i + 1, i - 2) if 0 <= k < len(days) and alone[k]), None)
        if match is not None and day is not None and find_cities(match["place"]):
            span = Span(start=start, end=end, text=clean[start:end])
            return Dateline(place=match["place"], date=day[0], agency=None, span=span)
    return None


def _build(match: re.Match[str], published: dt.date | None) -> Dateline | None:
    groups = match.groupdict()
    place = groups.get("place")
    bracketed = next((groups[name] for name in ("agency", "wire", "agency2", "wire2") if groups.get(name)), None)
    date = None
    for name in ("date", "date2"):
        if groups.get(name):
            weekday = _WEEKDAY_FORM.match(match.string, match.start(name))
            day = match_day(match.string, weekday.end() if weekday else match.start(name), published)
            if day is None:
                return None
            date = day[0]
    if place:
        if place.split()[0] in _NO_PLACE:
            return None
        if not (date or bracketed or (place.split()[0].isupper() and groups["details"]) or find_cities(place)):
            return None
        if place.isupper():
            place = _capitalise(place)
    text = match[0].rstrip()
    return Dateline(
        place=place,
        date=date,
        agency=bracketed.strip(" -") if bracketed else None,
        span=Span(start=match.start(), end=match.start() + len(text), text=text),
    )


def _capitalise(place: str) -> str:
    """ "RIO DE JANEIRO" as it is written within a text; initials ("D.C.") stay."""
    words = [word if "." in word else word.capitalize() for word in place.split()]
    return " ".join(re.sub(r"(?<=-)[a-z]", lambda match: match[0].upper(), word) for word in words)
