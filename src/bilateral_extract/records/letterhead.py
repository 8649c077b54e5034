"""Letterheads: the land and the office of a page that tells of itself in the first person, from its first and last
lines."""

from __future__ import annotations

from bilateral_extract.mentions.countries import capital_name
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.models import Span
from bilateral_extract.records.scene import Scene

HEAD = 5  # paragraphs at the top in which the office stands whose statement it is
FOOT = 3  # paragraphs at the end in which it is told where the statement was made
LONGEST_LINE = 14  # words of a line that tells nothing else
OCCASIONS = frozenset({"visit", "visits", "meeting", "honour", "honor", "talks", "call", "of", "with", "for"})

LINKS = frozenset({"to", "at", "on"})  # "by the Foreign Minister to the Institute of International Affairs"


def find_home(scene: Scene) -> str | None:
    """The country whose capital, or whose name, ends a statement: "CANBERRA, 4 May 1987"."""
    paragraphs = range(len(scene.reading.paragraphs))[1:][-FOOT:]
    found = {code for number in paragraphs if (code := _land_of_line(scene, *scene.paragraph_tokens(number)))}
    return found.pop() if len(found) == 1 else None


def _land_of_line(scene: Scene, first: int, last: int) -> str | None:
    """The country of a line of names: whose capital it tells, or which it tells itself."""
    words = [t for t in scene.tokens[first:last] if t.is_alpha]
    mentions = scene.mentions_in(first, last)
    if not words or last - first > LONGEST_LINE or any(t.text.islower() for t in words):
        return None
    if any(entity.kind == "person" for entity, _ in mentions):
        return None
    seats = (e for e, m in mentions if m.form in ("name", "capital") and e.kind in ("place", "country"))
    return next((e.country for e in seats if e.country and (e.kind == "country" or _is_seat(e))), None)


def _is_seat(place: Entity) -> bool:
    return place.name.casefold() == (capital_name(place.country or "") or "").casefold()


def find_office(scene: Scene) -> Span | None:
    """The office whose statement a page is: that which a line at its top begins with, or that it is "by"."""
    for number in range(min(HEAD, len(scene.reading.paragraphs))):
        first, last = scene.paragraph_tokens(number)
        if last - first > 2 * LONGEST_LINE or scene.doc[last - 1].text == ".":
            continue
        for office in scene.doc.spans.get("offices", ()):
            if not first <= office.start < office.end <= last or any(
                e.country for e, _ in scene.mentions_in(office.start, min(last, office.end + 3)) if e.kind == "country"
            ):
                continue
            before = [t.lower_ for t in scene.tokens[first : office.start] if t.is_alpha and t.lower_ != "the"]
            behind = scene.tokens[office.end : last]
            opens = not before and not (behind and behind[0].lower_ in OCCASIONS)
            if (before[-1:] == ["by"] or opens) and not OCCASIONS & set(before):
                links = (t.i for t in office if t.lower_ in LINKS and t.i > office.start)
                return scene.span(office.start, next(links, office.end))
    return None
