"""When an event or a journey takes place: the days told of it, a range from its first and last day, its length."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from spacy.tokens import Token

from bilateral_extract.language.attachment import coordinated_verbs
from bilateral_extract.language.constituents import governing_predicate, infinitives, preposition_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import TimeSpan
from bilateral_extract.records.circumstances import JOURNEYS, find_days
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.scene import Scene

FIRST_DAY = frozenset(
    {"arrive", "begin", "beginning", "start", "kick off", "open", "embark", "travel", "fly", "land", "leave", "depart"}
)
LAST_DAY = frozenset(
    {"close", "conclude", "end", "complete", "wrap up", "wind up", "finish", "conclusion", "shut", "adjourn"}
)
COURSE = load_words("course_verbs")
CLOSING = "closing day told"
END_WORDS = frozenset({"until", "till", "through"})
MONTHS = tuple(name[:3] for name in calendar.month_name if name)
COARSE = frozenset({"year", "decade", "century", "month", "quarter"})
MONTH = dt.timedelta(days=31)
LOOSE = COARSE | {"week"}


def fill_period(scene: Scene, draft: Draft, name: tuple[int, int] | None = None) -> None:
    """Proposes the days that the record's own clauses tell; a day after "until" or "through" ends what began before.

    A date inside the record's `name` (token bounds) says which one it is ("the 2024 forum"), not when.
    """
    own = [c.trigger for c in draft.clauses] + [draft.trigger]
    own += infinitives(draft.trigger)  # "a delegation to attend the fair on 9 May"
    own += [a.head for c in draft.clauses for a in c.get("comp") if a.head.tag_ == "VB"]  # "is due to last until May"
    own += [verb for top in own for verb in coordinated_verbs(top) if verb.lemma_.lower() in COURSE | LAST_DAY]
    predicate = governing_predicate(draft.trigger)
    if predicate is not None and predicate.pos_ not in ("VERB", "AUX"):  # "is in Peru on a visit from 5 to 8 May"
        own.append(predicate)
    days = [
        (date, preposition_of(head) in END_WORDS, _closes(head))
        for date, head, tie in find_days(scene, draft, own)
        if tie == "clause" and (name is None or not name[0] <= head.i < name[1])
    ]
    days = [(_in_year(date, [other for other, _, _ in days]), until, closes) for date, until, closes in days]
    days.sort(key=lambda day: day[0].granularity in LOOSE)  # "over the weekend (2-3 March)"
    starts = [date for date, until, closes in days if not (until or closes)]
    first = next((date for date in starts if date.granularity not in COARSE), None)
    for end, until, closes in days:
        if until or (closes and first is not None):
            draft.add("date", Fill(join_days(first, end), end.span, "last day told"))
    for date, until, closes in days:
        if not until:
            draft.add("date", Fill(date, date.span, CLOSING if closes else "date of the clause"))


def _in_year(date: TimeSpan, beside: list[TimeSpan]) -> TimeSpan:
    """Days told without a year, in the one year told beside them: "Next year's fair will run from 6 to 9 May"."""
    years = {other.start.year for other in beside if other.granularity == "year" and other.start is not None}
    if len(years) != 1 or date.granularity in LOOSE or date.start is None or date.end is None:
        return date
    if re.search(r"\d{4}", date.span.text) or not any(month in date.span.text for month in MONTHS):
        return date
    (year,) = years
    if date.start.year != date.end.year or date.start.year == year:
        return date
    start, end = (
        day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day) for day in (date.start, date.end)
    )
    return date.model_copy(update={"start": start, "end": end, "value": _value_of(date, start, end)})


def _closes(day: Token) -> bool:
    """Whether something ends on a day: "closes on Tuesday"."""
    predicate = governing_predicate(day)
    return predicate is not None and predicate.lemma_.lower() in LAST_DAY


def join_days(start: TimeSpan | None, end: TimeSpan) -> TimeSpan:
    """From the first day of `start`, where known, to the last day of `end`."""
    if start is not None and start.start and end.end and start.start > end.end:
        start = None
    first = start.start if start is not None else None
    value = f"{first or '..'}/{end.end or end.value}"
    return end.model_copy(update={"start": first, "end": end.end, "value": value, "granularity": "range"})


def settle_period(draft: Draft) -> None:
    """Puts first, of the days told in several places, what is told nearest; a whole period goes before a day of it,
    and a last day ("will run through June 30") closes the period that another place opens."""
    fills = draft.slots.get("date")
    if not fills:
        return
    fills.sort(key=lambda fill: fill.scope != "clause")
    first: TimeSpan = fills[0].value
    closing = next((f for f in fills if f.value.start is None and f.value.end is not None), None)
    closing = closing or next((f for f in fills if f.rule == CLOSING and f.value.end is not None), None)
    opening = next(
        (f for f in fills if f.value.start is not None and f.value.granularity not in COARSE and f.rule != CLOSING),
        None,
    )
    if closing is not None and opening is not None and opening.value.start <= closing.value.end:
        whole = join_days(opening.value, closing.value)
        fills.insert(0, Fill(whole, closing.span, f"{opening.rule}, to the last day told"))
        return
    for fill in fills:
        if _tells_better(fill, first):
            fills.remove(fill)
            fills.insert(0, fill)
            return


def foresee(scene: Scene, draft: Draft) -> None:
    """What is told to begin after the publication is still to come, whatever the tense: "he takes part on Monday"."""
    fills = draft.slots.get("date")
    published = scene.reading.published
    told = ("clause", "sentence") if draft.kind == "event" else ("clause",)
    if not fills or published is None or fills[0].scope not in told or not fills[0].value.start:
        return
    day: TimeSpan = fills[0].value
    ahead = draft.kind == "event" and draft.clause.tense == "present" and fills[0].scope == "clause"
    if ahead and day.end is not None and published - day.end > MONTH and _read_ahead(day, published) is not None:
        held = draft.slots["status"][0]  # "the fair moves to Lima in February", told in May
        draft.slots["status"].insert(0, Fill("planned", held.span, "told in the present of another month", held.scope))
    if draft.slots["status"][0].value == "planned" and (later := _read_ahead(fills[0].value, published)) is not None:
        fills.insert(0, Fill(later, fills[0].span, f"{fills[0].rule}, still to come"))
    if fills[0].value.start > published and draft.first("status") == "held":
        draft.slots["status"].insert(0, Fill("planned", fills[0].span, "begins after the publication"))


def _read_ahead(days: TimeSpan, published: dt.date) -> TimeSpan | None:
    """The days of a plan that were read as past ones, a week or a year on: "said she would go on Friday", "in October".
    None where they are not past, or told with their year."""
    if days.end is None or days.start is None or days.end >= published or re.search(r"\d{4}", days.span.text):
        return None
    if any(day in days.span.text for day in calendar.day_name) and not any(c.isdigit() for c in days.span.text):
        start, end = (day + dt.timedelta(days=7) for day in (days.start, days.end))
    elif any(month in days.span.text for month in MONTHS):
        start, end = (_year_on(day) for day in (days.start, days.end))
    else:
        return None
    if end < published or start > published + dt.timedelta(days=366):
        return None
    return days.model_copy(update={"start": start, "end": end, "value": _value_of(days, start, end)})


def _year_on(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _value_of(days: TimeSpan, start: dt.date, end: dt.date) -> str:
    if days.granularity == "month":
        return f"{start:%Y-%m}"
    return start.isoformat() if start == end else f"{start}/{end}"


def _tells_better(fill: Fill, first: TimeSpan) -> bool:
    """Whether days say when better than those told first: the whole period of a day, the days of a month or year; of a
    week only some days together, for a day of it need not be all."""
    days: TimeSpan = fill.value
    if days.granularity == "range":
        return (fill.scope == "clause" and _holds(days, first)) or (first.granularity in LOOSE and _holds(first, days))
    return first.granularity in COARSE and _holds(first, days)


def _holds(period: TimeSpan, day: TimeSpan) -> bool:
    if not (period.start and period.end and day.start and day.end) or period == day:
        return False
    return period.start <= day.start and day.end <= period.end


def stretch_days(scene: Scene, draft: Draft) -> None:
    """Widens the one day told of a journey or event to its length: "arrived on Sunday for a three-day visit" is three
    days from Sunday, "ended a two-day visit on Sunday" the two days up to it."""
    fills = draft.slots.get("date")
    length = _length_in_days(scene, draft)
    if not fills or length is None:
        return
    day: TimeSpan = fills[0].value
    if day.start is None or day.start != day.end or day.granularity != "day":
        return
    words = {
        draft.trigger.head.lemma_.lower(),
        *(clause.lemma for clause in draft.clauses),
    }  # "began a visit", "at the start of a visit"
    if words & FIRST_DAY and preposition_of(draft.trigger) not in ("after", "following"):
        start, end = day.start, day.start + dt.timedelta(days=length - 1)
    elif words & (LAST_DAY | {"leave", "depart"}):
        start, end = day.start - dt.timedelta(days=length - 1), day.start
    else:
        return
    value = f"{start}/{end}"
    whole = day.model_copy(update={"start": start, "end": end, "value": value, "granularity": "range"})
    fills.insert(0, Fill(whole, day.span, f"{fills[0].rule}, with the length told"))


def _length_in_days(scene: Scene, draft: Draft) -> int | None:
    for i in scene.around(draft.trigger):
        for quantity in scene.quantities_in(i, i + 1):
            noun = scene.doc[i]
            while noun.dep_ in ("nummod", "compound", "amod", "punct") and noun.head != noun:
                noun = noun.head
            about = noun == draft.trigger or (draft.kind == "delegation" and noun.lemma_.lower() in JOURNEYS)
            lasts = preposition_of(noun) in ("for", "after")  # "for two days of talks", "closed after two days"
            about = about or (noun.lemma_.lower() == "day" and lasts)
            if quantity.unit == "day" and about and 0 < quantity.value <= 60:
                return int(quantity.value)
    return None
