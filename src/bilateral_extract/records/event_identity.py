"""Whether two drafts of events tell of the same gathering: by their words, editions, places and years."""

from __future__ import annotations

from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Place, TimeSpan
from bilateral_extract.records.agreement import clash, content_words, places_clash
from bilateral_extract.records.context import dates_clash
from bilateral_extract.records.draft import Draft
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.scene import Scene

# Words that mean any gathering, and those that tell nothing of which one is meant.
GENERIC = load_words("generic_events")
VAGUE = load_words("vague_modifiers")


def is_same_event(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether `b` goes on with the event `a`: the words of one hold those of the other, its place and kind apart."""
    if clash(a.first("edition"), b.first("edition")) or clash(_year(a), _year(b)):
        return False
    if dates_clash(a, b) and any(t.lower_ in ("a", "an", "another") for t in b.trigger.lefts):
        return False  # "a fair" on another day is another one
    place_a, place_b = _own_place(a), _own_place(b)
    if places_clash(place_a, place_b):
        return False
    places = [p for p in (place_a, place_b) if p is not None]
    said = {word for p in places for word in content_words(p.name)}  # "the Lima forum", "the forum in Lima"
    words_a, words_b = (_words(scene, draft) - said for draft in (a, b))
    if not words_b:
        return b.anaphoric
    if not words_a:
        return False
    if words_a <= words_b or words_b <= words_a:
        return True
    kinds = a.first("kind") == b.first("kind")
    return kinds and len(places) == 2 and len(words_a & words_b) > 1  # two wordings of the one summit in Tunis


def _words(scene: Scene, draft: Draft) -> frozenset[str]:
    """What an event's name tells it by: its words, those that an acronym in it stands for, its kind in one word."""
    fills = draft.slots.get("name", [])
    words: set[str] = set()
    for fill in fills[:1]:
        words |= content_words(fill.span.text)
        for entity, mention in scene.mentions_in(*scene.tokens_of(fill.span)):
            if mention.form == "acronym":
                words |= content_words(entity.name)
    kinds = load_lexicon().kinds
    return frozenset(f"a {kinds[w]}" if w in kinds else w for w in words if w not in GENERIC and w not in VAGUE)


def _own_place(draft: Draft) -> Place | None:
    """The place that an event's own clauses tell."""
    return next((fill.value for fill in draft.slots.get("place", []) if fill.scope == "clause"), None)


def _year(draft: Draft) -> int | None:
    date: TimeSpan | None = draft.first("date")
    return date.start.year if date is not None and date.start is not None else None
