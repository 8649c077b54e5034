"""Whether two drafts of events tell of the same gathering: by their words, editions, places and years."""

from __future__ import annotations

from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.evidence import bloc_of
from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.agreement import clash, content_words, dates_clash, places_clash
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.event_names import sense_of, sitting_of
from bilateral_extract.records.event_places import CITY_WORD
from bilateral_extract.records.event_references import is_edition
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.sittings import is_time_before

# Words that mean any gathering, and those that tell nothing of which one is meant.
GENERIC = load_words("generic_events")
VAGUE = load_words("vague_modifiers")
REACH = 25  # words behind a name in which brackets may repeat it
_KINDS = frozenset(f"a {kind}" for kind in load_lexicon().kinds.values())


def is_same_event(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether `b` goes on with the event `a`: the words of one hold those of the other, its place and kind apart."""
    if clash(a.first("edition"), b.first("edition")) or clash(_year(a), _year(b)):
        return False
    if _is_next(b) and not _is_next(a) and a.first("status") == "held":
        return False  # "the summit closed … the next summit will be in Oslo"
    if _is_next(a) and not _is_next(b) and b.first("status") == "held" and not b.anaphoric:
        return False
    if is_time_before(b.clause) != is_time_before(a.clause):
        return False  # "the commission will meet in Oslo … it last met in Lima"
    if is_edition(b.trigger) and not b.anaphoric and a.first("status") != b.first("status"):
        return False  # "the fair drew 300 firms … the 12th edition will be held in Lima"
    if b.trigger.pos_ == "PRON" and b.trigger.sent.start - max(c.trigger.i for c in a.clauses) > REACH:
        return False
    if dates_clash(a, b) and any(t.lower_ in ("a", "an", "another") for t in b.trigger.lefts):
        return False  # "a fair" on another day is another one
    place_a, place_b = _own_place(a), _own_place(b)
    if places_clash(place_a, place_b):
        return False
    places = [p for p in (place_a, place_b) if p is not None]
    said = {word for p in places for word in content_words(p.name)}  # "the Lima forum", "the forum in Lima"
    words_a, words_b = (_words(scene, draft) - said for draft in (a, b))
    if words_a and not words_a & _KINDS:  # a meeting told again as the summit
        words_b -= _KINDS
    elif words_b and not words_b & _KINDS:
        words_a -= _KINDS
    if not words_b:
        return b.anaphoric
    if not words_a:
        return False
    if words_a <= words_b or words_b <= words_a:
        return True
    if words_a & _acronyms_behind(scene, b) or words_b & _acronyms_behind(scene, a):
        return True
    shared = words_a & words_b
    if len(shared - _KINDS) > 1 and a.first("date") is not None and _days(a) == _days(b):
        return True  # two wordings for what is on the same days
    kinds = a.first("kind") == b.first("kind")
    return kinds and len(places) == 2 and len(shared) > 1  # two wordings of the one summit in Tunis


def _is_next(draft: Draft) -> bool:
    """Whether a planned event is told to be the next one: "next year's fair", "the next summit"."""
    sitting = sitting_of(draft.trigger) if sense_of(draft.trigger) == "body" else None
    nouns = (draft.trigger,) if sitting is None else (draft.trigger, sitting)
    words = (t for noun in nouns for top in (noun, *noun.lefts) for t in (top.subtree if top != noun else (top,)))
    return draft.first("status") == "planned" and any(t.lower_ == "next" for t in words)


def is_better_name(name: Fill, known: Fill) -> bool:
    """Whether another name of an event tells more of it: it is longer, and no mere meeting."""
    generic = name.span.text.split()[-1].lower() in GENERIC
    return len(name.span.text) > len(known.span.text) and not generic


def _words(scene: Scene, draft: Draft) -> frozenset[str]:
    """What an event's name tells it by: its words, those that an acronym in it stands for, its kind in one word; not
    its days."""
    fills = draft.slots.get("name", [])
    words: set[str] = set()
    for fill in fills[:1]:
        first, last = scene.tokens_of(fill.span)
        days = [date.span for date in scene.dates_in(first, last)]
        days += [quantity.span for quantity in scene.quantities_in(first, last)]
        for token in scene.doc[first:last]:
            if not any(day.start <= token.idx < day.end for day in days):
                words |= content_words(token.text)
            if token.text.isupper() and (bloc := bloc_of(token.text)) is not None:
                words |= content_words(bloc)
        for entity, mention in scene.mentions_in(first, last):
            if mention.form == "acronym":
                words |= content_words(entity.name)
    kinds = load_lexicon().kinds
    return frozenset(f"a {kinds[w]}" if w in kinds else w for w in words if w not in GENERIC and w not in VAGUE)


def _acronyms_behind(scene: Scene, draft: Draft) -> frozenset[str]:
    """What stands in brackets behind a name: "cop29" for "the Conference of the Parties (COP29)"."""
    names = draft.slots.get("name", [])
    last = scene.tokens_of(names[0].span)[1] if names else draft.trigger.i + 1
    words = scene.doc[last : min(max(draft.trigger.right_edge.i, last) + 1, last + REACH)]
    return frozenset(t.lower_ for t in words if t.i and t.nbor(-1).text == "(" and t.text[:1].isupper())


def _own_place(draft: Draft) -> Place | None:
    """The place that an event's own clauses tell."""
    places = draft.slots.get("place", [])
    return next((fill.value for fill in places if fill.scope == "clause" and fill.rule != CITY_WORD), None)


def _days(draft: Draft) -> tuple[object, object] | None:
    date: TimeSpan | None = draft.first("date")
    return (date.start, date.end) if date is not None else None


def _year(draft: Draft) -> int | None:
    date: TimeSpan | None = draft.first("date")
    return date.start.year if date is not None and date.start is not None else None
