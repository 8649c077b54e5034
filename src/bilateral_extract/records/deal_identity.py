"""Whether two drafts of deals tell of the same one: by whom they bind, their subjects, amounts, numbers and status."""

from __future__ import annotations

import re

from bilateral_extract.language.nominals import is_bare, provision_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.agreement import clash, content_words, dates_clash
from bilateral_extract.records.draft import ALONE, ITEM, TITLE, Draft
from bilateral_extract.records.scene import Scene

OTHERS = load_words("others")
SHARED_MATTERS = load_words("shared_matters")
SIGNING = load_words("naming_verbs") - {"ratify"}
# Kinds whose nouns may go back to any document: "the agreement", "the deal".
GENERAL = frozenset({"agreement", "other"})
CONTRACTED = frozenset({"contract", "agreement", "purchase"})  # what "the contract" may go back to
BOUGHT = frozenset({"purchase", "investment"})
BETWEEN_STATES = frozenset({"treaty", "convention", "pact", "accord", "compact"})  # no nouns for what firms buy
TOP = 2  # lines above the first heading of an item: the headline and the day
REACH = 1  # paragraphs from one told just before
_FIGURE = re.compile(r"\d[\d.,]*")


def is_same_deal(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether `b` goes on with the deal `a`, told before it."""
    if tells_another(b):
        return False
    if a.trigger == b.trigger or a.clause.trigger == b.clause.trigger:  # parts of one list are told apart there
        return False
    titled = _is_titled(scene, a, b)
    if (
        (dates_clash(a, b) and is_in_force(a) == is_in_force(b))
        or clash(a.first("count"), b.first("count"))
        or (_is_signed_already(a, b) and not titled)
    ):
        return False
    bound_a, bound_b = set(a.values("countries")), set(b.values("countries"))
    if not (bound_a <= bound_b or bound_b <= bound_a):  # with Peru, with Chile
        return False
    subject_a, subject_b = (draft.first("subject") for draft in (a, b))
    value_a, value_b = a.first("value"), b.first("value")
    kinds = {a.first("kind"), b.first("kind")}
    if "package" in kinds and len(kinds) > 1:
        return False
    if titled and (len(kinds) == 1 or kinds & GENERAL):
        matter_a, matter_b = (content_words(s.text if s else None) for s in (subject_a, subject_b))
        named = content_words(" ".join(t.text for t in b.trigger.subtree))  # "Treaty on Mediation", "… from Mediation"
        return not (matter_a and matter_b) or bool(matter_a & (matter_b | named))
    if value_a and value_b:
        same = bool(value_a.amount == value_b.amount and value_a.currency == value_b.currency)
        return same and not (subject_a and subject_b and _overlap(subject_a.text, subject_b.text) < 0.5)
    if "package" in kinds and not (subject_a or subject_b):
        return True  # the documents signed on one occasion, told once more
    listed = ITEM in a.sets and ITEM in b.sets  # each is a document of its own
    if not listed and goes_back(b) and is_bare(b.trigger) and _may_be_called(scene, a, b):
        return True  # "The protocol covers copper": what it covers is no part of what it is called
    matter_a, matter_b = (content_words(s.text if s else None) - SHARED_MATTERS for s in (subject_a, subject_b))
    if TITLE in b.sets and not (matter_a and matter_b):
        return False  # a heading begins anew
    if matter_a and matter_b:
        return _is_one_matter(matter_a, matter_b, alike=(len(kinds) == 1 or kinds == GENERAL) and not listed)
    if _binds_others(a, b):
        return False
    return not listed and goes_back(b) and not matter_b and _may_be_called(scene, a, b) and not (subject_b and matter_a)


def _binds_others(a: Draft, b: Draft) -> bool:
    """Whether two bodies, none of them told before, are bound by what would else go back to a document: "the treaty on
    fish … the memorandum between the Port of Lima and Norsk Havn"."""
    told, own = ({p for p in draft.values("parties") if p.kind == "organization"} for draft in (a, b))
    return len(own) > 1 and bool(told) and not own & told


def is_in_force(draft: Draft) -> bool:
    """Whether a deal is told by its coming into force, on another day than it was signed."""
    return draft.rule.split()[0] in ("come", "enter", "take") and ("force" in draft.rule or "effect" in draft.rule)


def tells_another(draft: Draft) -> bool:
    """Whether a record is told to be another one than those before: "separate talks", "another agreement"."""
    words = [*draft.trigger.lefts, *draft.clause.trigger.children]
    return any(t.lower_ in OTHERS for t in words)


def goes_back(draft: Draft) -> bool:
    """Whether a record's noun goes back to one told before: "the pact", not "the pact by which Peru sells gas" or "the
    1998 pact"."""
    noun = draft.trigger
    named = any(t.lower_ in ("the", "this", "these", "that") for t in noun.lefts)
    dated = any(t.dep_ == "nummod" or t.like_num for t in noun.lefts)
    return named and not dated and ((done := provision_of(noun)) is None or done == noun.head)


def _is_titled(scene: Scene, title: Draft, draft: Draft) -> bool:
    """Whether a deal is the first told below a heading that tells one: the headline's, or that of its own item. Lines
    below one another without prose are a table."""
    if TITLE not in title.sets or TITLE in draft.sets:
        return False
    headings, paragraphs = set(scene.reading.headings), scene.reading.paragraphs
    above, below = scene.paragraph_of(title.trigger), scene.paragraph_of(draft.trigger)
    if above == 0:
        return True
    return (above <= TOP or paragraphs[above - 1] not in headings) and not headings & set(paragraphs[above + 1 : below])


def _is_signed_already(a: Draft, b: Draft) -> bool:
    """Whether one document is signed, and the other is told to be signed yet."""
    told = b.clause.lemma in SIGNING and b.first("status") == "planned" and b.clause.trigger != b.trigger
    return told and a.first("status") == "signed"


def _may_be_called(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether the noun of `b` can go back to `a`: "the contract" to a purchase, "the agreement" to any document; what a
    verb has told of ("will buy ten jets"), and an agreement told again as "the protocol", is meant only just behind."""
    kind_a, kind_b = a.first("kind"), b.first("kind")
    if a.trigger.lemma_.lower() == b.trigger.lemma_.lower():
        return True
    if not b.rule.endswith(ALONE):  # "the joint venture"
        return False
    near = scene.paragraph_of(b.trigger) - scene.paragraph_of(a.clauses[-1].trigger) <= REACH
    if a.trigger.pos_ == "VERB" and not near:
        return False
    if kind_a in BOUGHT and b.trigger.lemma_.lower() in BETWEEN_STATES:
        return False
    if kind_a == kind_b or kind_b in GENERAL or (kind_b == "contract" and kind_a in CONTRACTED):
        return True
    return near and kind_a in GENERAL


def _is_one_matter(a: frozenset[str], b: frozenset[str], *, alike: bool) -> bool:
    """Whether the subjects of two deals share half their words, those of different kinds all words of one; figures that
    differ tell them apart: "15 trams" and "40 trams"."""
    figures_a, figures_b = (frozenset(w for w in words if _FIGURE.fullmatch(w)) for words in (a, b))
    if figures_a and figures_b and not figures_a & figures_b:
        return False
    shared, fewest = len(a & b), min(len(a), len(b))
    return 2 * shared >= fewest if alike else shared == fewest


def _overlap(a: str, b: str) -> float:
    left, right = content_words(a), content_words(b)
    return len(left & right) / max(1, min(len(left), len(right)))
