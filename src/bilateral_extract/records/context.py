"""Context: when and where something is whose own sentence does not tell, by the records around it and the frame."""

from __future__ import annotations

import datetime as dt

from bilateral_extract.language.attachment import sets_scene
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.agreement import dates_clash
from bilateral_extract.records.circumstances import JOURNEYS, place_of_dateline, places_of
from bilateral_extract.records.deal_identity import is_in_force
from bilateral_extract.records.deal_status import is_signed
from bilateral_extract.records.draft import ALONE, ITEM, MEMORY, TITLE, Draft, Fill
from bilateral_extract.records.scene import Scene

SCENE_REACH = 150  # words over which a scene that is set holds
OCCASIONS = load_words("same_occasions")
OCCASION_REACH = 3  # paragraphs between an occasion and what is made on it
AT_TALKS = ("after", "following", "at", "during", "in", "upon", "at end of", "on sidelines of", "as result of")
LIST_REACH = 6  # paragraphs between an occasion and what stands in a list of what is made on it
NEWS = dt.timedelta(days=3)  # how old what an article reports as news may be
WEEK = dt.timedelta(days=7)
DISTANT = frozenset({"purchase", "loan", "grant", "investment"})  # kinds of deals that are made at a distance


def complete_context(scene: Scene, drafts: list[Draft]) -> None:
    """Dates and places that no clause or sentence gave: from the records told before that they go on with, else the
    frame.

    The frame is the dateline, and for what has happened the day of publication: news tells without a date what happened
    on its day. `basis` and the rule say so; what is planned is never dated by it.
    """
    for position, draft in enumerate(drafts):
        before = [d for d in drafts[max(0, position - MEMORY) : position][::-1] if _goes_on(scene, d, draft)]
        if draft.kind == "delegation" and "destination" not in draft.slots:
            _join_event(draft, before, drafts[position + 1 : position + 3])
        if "date" not in draft.slots:
            _add_date_before(scene, draft, before)
        if draft.kind == "delegation":
            if "destination" not in draft.slots and (place := _place_abroad(scene, draft, before)) is not None:
                draft.add("destination", place)
        elif (
            "place" not in draft.slots and draft.first("format") in (None, "in_person") and _is_made_there(scene, draft)
        ):
            place = (
                _place_set(scene, draft)
                or _place_before(draft, [known for known in before if _is_of_these_days(known, draft)])
                or _place_of_journey(draft, drafts[max(0, position - MEMORY) : position + MEMORY])
                or _place_of_frame(scene, draft)
                or _place_of_visit(draft, drafts[position + 1 : position + 3])
                or _place_of_event(draft, drafts[max(0, position - MEMORY) : position][::-1])
            )
            if place is not None:
                draft.add("place", _narrow(scene, draft, place))
        venue = draft.first("place") if draft.kind == "event" else None
        if venue is not None and venue.kind == "country":
            _add_city_of_page(scene, draft, venue)
        if venue is not None and venue.kind == "venue" and not venue.country:
            around = drafts[max(0, position - MEMORY) : position + MEMORY]
            _add_city_of_venue(
                draft,
                _place_set(scene, draft)
                or _place_before(draft, before)
                or _place_of_journey(draft, around)
                or _place_of_frame(scene, draft),
            )
        if draft.kind == "event" and (place_fills := draft.slots.get("place")) and place_fills[0].value.country:
            draft.add("country", Fill(place_fills[0].value.country, place_fills[0].span, "country of the place"))


def _join_event(draft: Draft, before: list[Draft], after: list[Draft]) -> None:
    """Where and when a delegation of which nothing is told but who leads it is: at the event told before, or in the
    same sentence ("headed the delegation at the session, which was held in Oslo from 3 to 5 June")."""
    beside = [known for known in after if known.trigger.sent == draft.trigger.sent]
    event = next((known for known in (*beside, *before) if known.kind == "event"), None)
    if event is None or draft.trigger.pos_ != "NOUN" or draft.trigger.lemma_.lower() in JOURNEYS:
        return
    place, home = event.first("place"), draft.first("country")
    if place is not None and home is not None and place.country not in (None, home):
        draft.add("destination", Fill(place, place.span, "place of the event", "paragraph"))
    date: TimeSpan | None = event.first("date")
    if date is not None and "date" not in draft.slots and draft.first("status") == event.first("status"):
        draft.add("date", Fill(date, date.span, "date of the event", "paragraph"))


def _is_made_there(scene: Scene, draft: Draft) -> bool:
    """Whether a record may be made where the story is set: not a deal of other days, nor a sale or a loan, for which
    nobody comes together."""
    if draft.kind != "deal":
        return True
    if draft.first("status") == "planned":  # who gives or builds does so anywhere, but people come together to sign
        told = is_signed(draft) or "member" in draft.sets or draft.first("kind") == "declaration"
        return (told and draft.first("kind") not in DISTANT) or _is_on_occasion(draft)
    if draft.rule == ALONE and not is_signed(draft) and not {"member", "listed", ITEM, TITLE} & set(draft.sets):
        return False  # "praised the treaty on visas"
    if is_in_force(draft):
        return False
    return _is_news(scene, draft) and draft.first("kind") not in DISTANT


def _add_date_before(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """The date of the package; for what has happened, of the news told last that the record goes on with, or the
    frame's."""
    if draft.whole is not None and "date" in draft.whole.slots:
        fill = draft.whole.slots["date"][0]
        draft.add("date", Fill(fill.value, fill.span, "date of the package", "article"))
    elif draft.kind == "deal" and is_in_force(draft):
        return  # it was signed on another day
    elif draft.first("status") != "planned":
        abroad = any(a.head.lemma_.lower() in JOURNEYS for c in draft.clauses for a in c.get("during"))
        told = (
            d.slots["date"][0]
            for d in before
            if "date" in d.slots and (_is_news(scene, d) or (abroad and d.kind == "delegation"))  # "during the visit"
            if draft.kind != "deal" or abroad or d.kind != "deal"  # other deals are of other days
        )
        news = next((f for f in told if f.scope != "article"), None)
        if news is not None and draft.kind in ("deal", "meeting"):
            draft.add("date", Fill(news.value, news.span, "date of the record before", "paragraph"))
        else:
            _add_frame_date(scene, draft)
    elif draft.kind == "meeting" or _is_signing(draft):
        _add_date_of_plan(scene, draft, before)


def _is_signing(draft: Draft) -> bool:
    """Whether a deal is told to be signed, for which people come together."""
    signed = {"signed", "member"} & set(draft.sets)
    return draft.kind == "deal" and bool(signed) and draft.first("kind") not in DISTANT


def _add_date_of_plan(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """The date of what is planned just before with somebody who takes part: "will visit Lima on Friday. He will hold
    talks with the premier"."""
    plans = (d for d in before if d.first("status") == "planned" and d.kind != "deal")
    if draft.kind == "deal" and "member" not in draft.sets:  # "will be signed during the visit"
        plans = (d for d in plans if _is_made_at(draft, d))
    plan = next(plans, None)
    if plan is None or "date" not in plan.slots:
        return
    apart = scene.paragraph_of(draft.trigger) - scene.paragraph_of(plan.clauses[-1].trigger)
    if apart <= (OCCASION_REACH if plan.kind == "delegation" else 0):
        fill = plan.slots["date"][0]
        draft.add("date", Fill(fill.value, fill.span, "date of the plan before", "paragraph"))


def _add_frame_date(scene: Scene, draft: Draft) -> None:
    reading = scene.reading
    dateline = reading.dateline.date if reading.dateline else None
    if dateline is not None and dateline.start is not None:
        draft.add("date", Fill(dateline, dateline.span, "date of the dateline", "article"))
    elif reading.published is not None:
        span = reading.published_span or scene.span(draft.trigger.i, draft.trigger.i + 1)
        day = TimeSpan(
            start=reading.published,
            end=reading.published,
            value=reading.published.isoformat(),
            granularity="day",
            basis="text" if reading.published_span else "published",
            span=span,
        )
        draft.add("date", Fill(day, span, "undated: day of publication", "article"))


def _place_abroad(scene: Scene, draft: Draft, before: list[Draft]) -> Fill | None:
    """Where a delegation is, from the place told last, else the dateline, if that lies outside its own country."""
    home = draft.first("country")
    place = _place_before(draft, before) or _place_of_frame(scene, draft)
    if place is None or home is None or place.value.country in (None, home):
        return None
    return place


def _place_before(draft: Draft, before: list[Draft]) -> Fill | None:
    """Where the story stands: the place or destination told last of somebody who takes part.

    What is planned tells no place of what has happened, nor does a record of other days. What is agreed without a
    signature is agreed nowhere in particular.
    """
    if draft.first("status") == "agreed":
        return None
    wide: Fill | None = None
    for known in before:
        if known.first("status") == "planned" != draft.first("status"):
            continue
        for slot in ("place", "destination"):
            fills = known.slots.get(slot, [])
            if draft.kind == "deal":  # signed in a city, if at talks in a palace there
                fills = [fill for fill in fills if fill.value.kind != "venue"]
            fill = next(iter(fills), None)
            if fill is None or fill.value.kind == "venue":
                continue
            there = Fill(fill.value, fill.span, f"{slot} of the record before", "paragraph")
            if wide is None and fill.value.kind == "country":
                wide = there  # until a city in it is told
            elif wide is None or (fill.value.kind == "city" and fill.value.country == wide.value.country):
                return there
    return wide


def _place_of_event(draft: Draft, before: list[Draft]) -> Fill | None:
    """Where the event told last before a signing was held, whoever took part: signings are part of what is reported
    of it."""
    if draft.kind != "deal" or draft.first("status") != "signed":
        return None
    for known in before:
        place = next(iter(known.slots.get("place", ())), None) if known.kind == "event" else None
        dated = any(fill.scope != "article" for fill in draft.slots.get("date", ()))
        apart = dates_clash(known, draft) if dated else not _is_of_these_days(known, draft)
        if place is not None and known.first("status") == "held" and not apart and place.value.kind != "venue":
            return Fill(place.value, place.span, "place of the event before", "article")
    return None


def _is_of_these_days(known: Draft, draft: Draft) -> bool:
    """Whether a record told before may be of the days of one whose date the frame gives: not "whom he met in Lima four
    years ago"."""
    days: list[TimeSpan] = [
        d for d in (known.first("date"), draft.first("date")) if d is not None and d.start and d.end
    ]
    if len(days) < 2:
        return True
    (first, last) = sorted(days, key=lambda day: day.start or dt.date.min)
    return first.end is None or last.start is None or last.start - first.end <= WEEK


def _place_of_journey(draft: Draft, drafts: list[Draft]) -> Fill | None:
    """Where somebody who takes part was in those days by another record: who is on a journey meets others there."""
    people = set(draft.values("participants"))
    for journey in drafts:
        fill = next(iter(journey.slots.get("destination", ())), None)
        travels = bool(people & {journey.first("leader"), *journey.values("members")})
        if fill is not None and travels and not (journey.first("status") == "planned" != draft.first("status")):
            days = [
                d.start for d in (draft.first("date"), journey.first("date")) if d is not None and d.start is not None
            ]
            if not days or max(days) - min(days) <= NEWS:
                return Fill(fill.value, fill.span, "destination of a journey of these days", "article")
    return None


def _place_of_frame(scene: Scene, draft: Draft) -> Fill | None:
    """The dateline's place: where reporters are, at talks and forums, but not where companies sign."""
    if not _is_news(scene, draft) or (draft.kind == "deal" and draft.first("status") != "signed"):
        return None
    place = place_of_dateline(scene)
    return None if place is None else Fill(place, place.span, "place of the dateline", "article")


def _narrow(scene: Scene, draft: Draft, place: Fill) -> Fill:
    """The city of the dateline, where the story stands in its land: a visit to Chile, told from Santiago."""
    here = _place_of_frame(scene, draft) if place.value.kind == "country" else None
    known = here is not None and here.value.kind == "city" and here.value.country == place.value.country
    return here if known and here is not None else place


def _place_of_visit(draft: Draft, after: list[Draft]) -> Fill | None:
    """Where somebody who takes part is told in the same sentence to be: "met X, who arrived in Lima on Monday"."""
    people = draft.values("participants")
    for journey in after:
        goal = next(iter(journey.slots.get("destination", ())), None)
        if goal is not None and journey.trigger.sent == draft.trigger.sent and journey.first("leader") in people:
            return Fill(goal.value, goal.span, "where the visitor is", "sentence")
    return None


def _add_city_of_page(scene: Scene, draft: Draft, land: Place) -> None:
    """The city that the page is from, for an event told to be in its country: "a round table in Japan", from Tokyo."""
    city = _place_of_frame(scene, draft)
    if city is not None and city.value.kind == "city" and city.value.country == land.country:
        draft.slots["place"].insert(0, city)


def _add_city_of_venue(draft: Draft, there: Fill | None) -> None:
    """Where the story stands, for an event at a venue of which no city is told: that city, or the venue's country."""
    if there is not None and there.value.kind == "city":
        draft.slots["place"].insert(0, Fill(there.value, there.span, f"{there.rule}, at a venue told", there.scope))
    elif there is not None and there.value.country:
        draft.add("country", Fill(there.value.country, there.span, f"country of the {there.rule}", there.scope))


def _place_set(scene: Scene, draft: Draft) -> Fill | None:
    """The scene that a sentence before in the paragraph sets: "In Lima, she met X. She also called on Y."."""
    first, _ = scene.paragraph_tokens(scene.paragraph_of(draft.trigger))
    for i in range(draft.trigger.i - 1, max(first, draft.trigger.i - SCENE_REACH) - 1, -1):
        token = scene.doc[i]
        if sets_scene(token) and (fills := places_of(scene, token, "scene set before", "paragraph")):
            return fills[0]
    return None


def _goes_on(scene: Scene, known: Draft, draft: Draft) -> bool:
    """Whether a record belongs to what another tells: days that agree, and a person or country that both name."""
    if dates_clash(known, draft):
        return False
    if draft.kind == "deal" != known.kind and _is_on_occasion(draft):
        return abs(scene.paragraph_of(known.trigger) - scene.paragraph_of(draft.trigger)) <= OCCASION_REACH
    if draft.kind == "deal" and known.kind == "meeting" and _is_made_at(draft, known):
        return True
    if "event" in (known.kind, draft.kind) and known.kind != "delegation":
        named = {a.head.lemma_.lower() for c in draft.clauses for a in c.arguments}
        known_as = {known.trigger.lemma_.lower(), known.trigger.head.lemma_.lower()}
        if known.kind == "event" and known_as & named:  # "After the session, they signed …"
            return True
        reach = LIST_REACH if "member" in draft.sets else 1
        return abs(scene.paragraph_of(known.trigger) - scene.paragraph_of(draft.trigger)) <= reach
    return draft.kind == "event" or bool(_sides(known) & _sides(draft))


def _sides(draft: Draft) -> set[object]:
    slots = ("participants", "parties", "signatories", "leader", "members", "countries", "country")
    return {value for slot in slots for value in draft.values(slot)}


def expect_future(scene: Scene, drafts: list[Draft]) -> None:
    """What is told in the present of a day after publication is planned: "leaves for Lima on Friday"."""
    published = scene.reading.published
    for draft in drafts:
        day: TimeSpan | None = draft.first("date")
        if published is None or day is None or day.start is None or day.start <= published:
            continue
        told_so = draft.clause.tense == "present" or (draft.kind == "delegation" and draft.clause.tense is None)
        if draft.first("status") == "held" and told_so:
            told = draft.slots["status"][0]
            draft.slots["status"] = [Fill("planned", told.span, "a day after publication", told.scope)]


def _is_news(scene: Scene, draft: Draft) -> bool:
    """Whether a record may be of the days of the article's publication: held, and on no other day."""
    day: TimeSpan | None = draft.first("date")
    published = scene.reading.published
    if draft.first("status") == "planned":
        return False
    if day is None or day.end is None or published is None:
        return True
    return abs(day.end - published) <= NEWS


def _is_made_at(draft: Draft, known: Draft) -> bool:
    """Whether a deal is told to be made at or after what is told before: "signed at the end of the talks", "… during
    the visit"."""
    told = (a.head for clause in draft.clauses for a in clause.get(*AT_TALKS))
    noun = known.trigger.lemma_.lower()
    return any(t.lemma_.lower() == noun or (known.kind == "delegation" and t.lemma_.lower() in JOURNEYS) for t in told)


def _is_on_occasion(draft: Draft) -> bool:
    """Whether a deal is told to be made where something told before is held: "on the sidelines"."""
    arguments = (a for clause in draft.clauses for a in clause.get("on", "at", "during", "in"))
    return any(a.head.lemma_.lower() in OCCASIONS for a in arguments)
