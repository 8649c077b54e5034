"""Lists of documents that the layout tells: one a line, or between semicolons, behind words that announce them."""

from __future__ import annotations

from bilateral_extract.language.constituents import governing_predicate, noun_phrase
from bilateral_extract.records.deals import ALONE, is_signed, judge_deal
from bilateral_extract.records.documents import is_plural
from bilateral_extract.records.draft import ITEM, Draft
from bilateral_extract.records.scene import Scene

SIGNED = frozenset({"signed", "initialled", "initialed", "concluded", "exchanged", "inked"})
HEAD_REACH = 12  # tokens of an item within which the document's noun stands
Bounds = tuple[int, int]


def mark_items(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Marks the documents that head the items of a list, and leaves out other documents that an item speaks of.

    A list follows a heading or a colon whose sentence names documents in the plural ("The following documents were
    signed:"); it ends with the first paragraph that no document heads.
    """
    at = {d.trigger.i: d for d in drafts if d.kind == "deal" and (d.rule == ALONE or d.rule.endswith(":document"))}
    dropped: set[int] = set()
    announced: tuple[str, ...] | None = None
    headings = set(scene.reading.headings)
    for number, bounds in enumerate(scene.reading.paragraphs):
        first, last = scene.paragraph_tokens(number)
        colon = _opening(scene, bounds, (first, last))
        opens = _announce(at, (first, colon if colon is not None else last))
        if opens is None and colon is not None:
            opens = _announce_without_noun(scene, colon)
        if opens is not None and colon is not None:
            announced, first = opens, colon + 1
            if scene.doc[first:last].text.strip() == "":
                continue
        elif opens is not None and bounds in headings:
            announced = opens
            continue
        if announced is None:
            continue
        parts = _split(scene, at, (first, last))
        items = [(item, head) for item in parts if (head := _head(scene, at, item)) is not None]
        if not items:
            announced = None
            continue
        for item, head in items:
            head.sets = (*head.sets, ITEM, *announced)
            dropped.update(id(at[i]) for i in range(*item) if i in at and at[i] is not head and at[i].rule == ALONE)
    return [draft for draft in drafts if id(draft) not in dropped]


def _opening(scene: Scene, bounds: Bounds, tokens: Bounds) -> int | None:
    """The colon behind which a list begins, or the dash at the end of a paragraph."""
    words = scene.reading.clean[slice(*bounds)]
    if ":" in words and (colon := next((i for i in range(*tokens) if scene.doc[i].text == ":"), None)) is not None:
        return colon
    if not words.rstrip().endswith(("-", "–", "—")):
        return None
    return next((i for i in reversed(range(*tokens)) if scene.doc[i].is_punct), None)


def _announce_without_noun(scene: Scene, colon: int) -> tuple[str, ...] | None:
    """The status of what is signed as told before a colon without a word for it: "The following will be signed:"."""
    sentence = scene.doc[colon].sent
    for token in scene.doc[sentence.start : colon]:
        if token.tag_ == "VBN" and token.lower_ in SIGNED and token.dep_ not in ("acl", "amod"):
            ahead = any(t.tag_ == "MD" or t.tag_ == "TO" for t in token.lefts)
            subjects = [t for t in token.children if t.dep_ in ("nsubj", "nsubj:pass")]
            if any(t.lower_ == "following" for t in subjects) or not subjects:
                return ("planned",) if ahead else ("signed",)
    return None


def _announce(at: dict[int, Draft], bounds: Bounds) -> tuple[str, ...] | None:
    """The status, if any, that words give to the documents they announce; None where they announce none."""
    several = [at[i] for i in range(*bounds) if i in at and is_plural(at[i].trigger)]
    if not several:
        return None
    if any(judge_deal(draft) == "planned" for draft in several):  # "approved the signing of the following documents:"
        return ("planned",)
    return ("signed",) if any(map(is_signed, several)) else ()


def _split(scene: Scene, at: dict[int, Draft], bounds: Bounds) -> list[Bounds]:
    """The stretches of a paragraph between semicolons; without any, those of its first sentence that begin behind a
    comma or "and" with a document: "a memorandum on visas, a protocol on trade and an agreement on fish"."""
    cuts = [i for i in range(*bounds) if scene.doc[i].text == ";"]
    if cuts or bounds[0] >= bounds[1]:
        return list(zip([bounds[0], *(i + 1 for i in cuts)], [*cuts, bounds[1]], strict=True))
    end = min(bounds[1], scene.doc[bounds[0]].sent.end)
    opens = []
    for i in (i for i in range(bounds[0] + 1, end) if i in at):
        start = noun_phrase(at[i].trigger)[0]
        while start < i and (scene.doc[start].is_punct or scene.doc[start].dep_ == "cc"):
            start += 1
        if start > bounds[0] and (scene.doc[start - 1].text == "," or scene.doc[start - 1].dep_ == "cc"):
            opens.append(start)
    if not opens:
        return [bounds]
    return list(zip([bounds[0], *opens], [*opens, end], strict=True))


def _head(scene: Scene, at: dict[int, Draft], item: Bounds) -> Draft | None:
    """The document that an item begins with: nothing but its own modifiers, or a noun that holds it, stands before."""
    for i in range(item[0], min(item[1], item[0] + HEAD_REACH)):
        token = scene.doc[i]
        if i in at:
            later = at.get(token.head.i) if token.dep_ == "compound" and token.head.i < item[1] else None
            verb = governing_predicate(token)
            is_prose = verb is not None and verb.i > i  # "The agreements were signed in Lima."
            return None if is_prose else later or at[i]
        if token.pos_ in ("VERB", "AUX", "PRON") or (token.pos_ == "ADP" and token.lower_ != "of"):
            return None
    return None
