"""Lists of documents that the layout tells: one a line, or between semicolons, behind words that announce them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from bilateral_extract.language.clauses import Clause, view_clause
from bilateral_extract.language.constituents import governing_predicate, noun_phrase
from bilateral_extract.reading.layout import BULLETS
from bilateral_extract.records.binding import TRANSFERS
from bilateral_extract.records.deal_status import is_signed, judge_deal
from bilateral_extract.records.documents import document_kind, document_row, is_plural
from bilateral_extract.records.draft import ALONE, ITEM, Draft
from bilateral_extract.records.scene import Scene

ANNOUNCING = frozenset({"announced", "announces", "announce", "unveiled", "unveil", "unveils"})
SIGNED = frozenset({"signed", "initialled", "initialed", "concluded", "exchanged", "inked"})
HEAD_REACH = 12  # tokens of an item within which the document's noun stands
COMMENTS = 2  # paragraphs of prose that may stand below a marked item, before the next one
SIDE_ROLES = frozenset(
    {"with", "between", "among"}
)  # what an item begins with that leaves its noun to the words before
# As `layout` knows the items of a list, and with capitals: among documents "A." is no initial of a name.
_MARK = re.compile(rf"\s*(?:[{BULLETS}]+|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{1,5}})(?:[.)]|\s+[–—-]))\s+\S")
_SIGNED_BELOW = re.compile(r"[\s\W]*(?:signed\b|signator(?:y|ies)\b)", re.IGNORECASE)
_SIGNED_BEHIND = re.compile(r"[.;–—-]\s+(?:Signed|Signator(?:y|ies))\b")
Bounds = tuple[int, int]


def mark_items(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Marks the documents that head the items of a list, and leaves out other documents that an item speaks of.

    A list follows a heading or a colon whose sentence names documents in the plural ("The following documents were
    signed:"), or begins with a document below which stands who signed it; it ends with the first paragraph that no
    document heads, apart from comments below items with marks ("1.", "–").
    """
    at = {d.trigger.i: d for d in drafts if d.kind == "deal" and (d.rule == ALONE or d.rule.endswith(":document"))}
    dropped: set[int] = set()
    announced: tuple[str, ...] | None = None
    announcing: Draft | None = None
    comments = COMMENTS  # how many have stood since the last marked item
    headings = set(scene.reading.headings)
    maker: Clause | None = None  # the verb that announces what the items below are
    made: list[Draft] = []
    for number, bounds in enumerate(scene.reading.paragraphs):
        first, last = scene.paragraph_tokens(number)
        marked = _MARK.match(scene.reading.clean, *bounds) is not None
        colon = _opening(scene, bounds, (first, last))
        opens = _announce(at, (first, colon if colon is not None else last))
        several = _several(at, (first, last))
        own = _head(scene, at, (first, last)) if opens is not None and colon is None else None
        if own is not None and not _are_documents(own.trigger):
            opens = None  # an item itself: "1. Agreement on the Protection of Investments"
        if opens is None and colon is not None and not (marked and announced):  # "Signed by: Ana Paz"
            opens = _announce_without_noun(scene, colon)
        if not marked:
            maker = _announcing_verb(scene, colon) if opens is None and colon == last - 1 else None
        elif maker is not None:
            made.extend(_made_by(scene, at, maker, (first, last)))
        if opens is not None and colon is not None:
            announced, announcing, first, comments = opens, several, colon + 1, COMMENTS
            if scene.doc[first:last].text.strip() == "":
                continue
        elif opens is not None and bounds in headings:
            announced, announcing, comments = opens, several, COMMENTS
            continue
        if announced is None and _is_signed_below(scene, number):
            announced, announcing = ("signed",), None
        if announced is None:
            continue
        if not marked and comments < COMMENTS:
            comments += 1
            continue
        parts = _split(scene, at, (first, last))
        items = [(item, head) for item in parts if (head := _head(scene, at, item)) is not None]
        bare = [item for item in parts if announcing is not None and _begins_with_sides(scene, item)]
        if not items and not bare:
            comments += marked
            if not marked or comments > COMMENTS:
                announced = None
            continue
        comments = 0 if marked else COMMENTS
        for item, head in items:
            head.sets = (*head.sets, ITEM, *announced)
            dropped.update(id(at[i]) for i in range(*item) if i in at and at[i] is not head and at[i].rule == ALONE)
        if announcing is not None and not items:
            announcing.items.extend(bare)
    kept = [draft for draft in drafts if id(draft) not in dropped] + made
    kept.sort(key=lambda draft: draft.trigger.i)
    return kept


def _is_signed_below(scene: Scene, number: int) -> bool:
    """Whether a line, or the next paragraph, goes on by telling who signed what it names: "Signed by Ana Paz"."""
    paragraphs = scene.reading.paragraphs
    if _SIGNED_BEHIND.search(scene.reading.clean, *paragraphs[number]):
        return True
    return number + 1 < len(paragraphs) and bool(_SIGNED_BELOW.match(scene.reading.clean, *paragraphs[number + 1]))


def _begins_with_sides(scene: Scene, item: Bounds) -> bool:
    """Whether an item tells whom a document binds, whose noun is the one before the list: "With Peru, on fish"."""
    words = (t for t in scene.doc[item[0] : min(item[1], item[0] + HEAD_REACH)] if t.is_alpha and len(t) > 1)
    return (opening := next(words, None)) is not None and opening.lower_ in SIDE_ROLES


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
    words = list(scene.doc[scene.doc[colon].sent.start : colon])
    following = bool(words) and words[-1].lower_ == "following"  # "signed one by one the following:"
    for token in words:
        if token.tag_ in ("VBN", "VBD") and token.lower_ in SIGNED and token.dep_ not in ("acl", "amod"):
            ahead = any(t.tag_ == "MD" or t.tag_ == "TO" for t in token.lefts)
            what = ("nsubj", "nsubj:pass") if token.tag_ == "VBN" else ("obj",)
            subjects = [t for t in token.children if t.dep_ in what]
            if following or any(t.lower_ == "following" for t in subjects) or not subjects:
                return ("planned",) if ahead else ("signed",)
    return None


def _announcing_verb(scene: Scene, colon: int) -> Clause | None:
    """The verb that announces what the items behind a colon give: "The Prime Minister announced:"."""
    words = scene.doc[scene.doc[colon].sent.start : colon]
    verb = next((t for t in words if t.lower_ in ANNOUNCING and t.tag_ in ("VBD", "VBN", "VBP", "VBZ")), None)
    return view_clause(verb) if verb is not None else None


def _made_by(scene: Scene, at: dict[int, Draft], maker: Clause, item: Bounds) -> list[Draft]:
    """Marks the document or gift that an announced item begins with as made by who announces it; an item that begins
    with a sum is a gift of its own: "$12 million to support a college"."""
    givers = [("parties", a) for a in maker.get("subject")]
    head = _head(scene, at, item)
    if head is not None:
        head.sets = (*head.sets, ITEM, "agreed")
        if document_kind(head.trigger) in TRANSFERS:
            head.arguments.extend(givers)
        return []
    opening = next((t for t in scene.doc[slice(*item)] if t.is_digit or t.is_alpha or t.is_currency), None)
    if opening is None or not scene.amounts_in(opening.i, opening.i + 1):
        return []
    amount = opening if opening.dep_ not in ("nummod", "compound") else opening.head
    view = view_clause(amount)
    told = [("subject", a) for a in view.get("to-clause", "for", "for-clause", "towards", "toward")]
    told += [("parties", a) for a in view.get("to")]
    return [Draft("deal", amount, "announce object:sum", [view], [*givers, *told], ("agreed", "grant", ITEM))]


def _several(at: dict[int, Draft], bounds: Bounds) -> Draft | None:
    """What announces a list of documents: the last of them in the plural."""
    return next((at[i] for i in reversed(range(*bounds)) if i in at and _are_documents(at[i].trigger)), None)


def _are_documents(noun: Token) -> bool:
    """Whether a noun means several documents, and is not the last word of one's name: "Agreement on Fisheries"."""
    return is_plural(noun) and document_row(noun) is not None


def _announce(at: dict[int, Draft], bounds: Bounds) -> tuple[str, ...] | None:
    """The status, if any, that words give to the documents they announce; None where they announce none."""
    several = [at[i] for i in range(*bounds) if i in at and _are_documents(at[i].trigger)]
    if not several:
        return None
    if any(judge_deal(draft) == "planned" for draft in several):  # "approved the signing of the following documents:"
        return ("planned",)
    return ("signed",) if any(map(is_signed, several)) else ()


def _split(scene: Scene, at: dict[int, Draft], bounds: Bounds) -> list[Bounds]:
    """The stretches of a paragraph between semicolons or the strokes of a table; without any, those of its first
    sentence that begin behind a comma or "and" with a document: "a pact on visas, a protocol on trade and an agreement
    on fish"."""
    cuts = [i for i in range(*bounds) if scene.doc[i].text in (";", "|")]
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
