"""What a deal is worth, and how many documents it is made of."""

from __future__ import annotations

import re

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import conjuncts, measured_nouns, nominals_behind, noun_phrase, restated
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.documents import PLURAL_KINDS, document_row, is_definite, is_document, is_plural
from bilateral_extract.records.draft import ITEM, Draft, Fill
from bilateral_extract.records.scene import Scene

OPENING = 4  # words of a sentence within which its subject stands
WORTH = load_words("worth_words")
PRICES = load_words("price_nouns")
PAID = PRICES | {"investment", "investments", "amount"}
_INVESTED = re.compile(r"\binvestments? (?:of|worth|totalling|totaling) ", re.IGNORECASE)


def fill_value(scene: Scene, draft: Draft) -> None:
    """Proposes what a deal is worth and, of several documents, how many they are."""
    head = conjuncts(draft.trigger)[0]
    own = noun_phrase(draft.trigger, with_clauses=True)
    first, last = head.left_edge.i, max(head.right_edge.i + 1, noun_phrase(head)[1])
    measures = [a.head for a in draft.clause.get("object") if draft.trigger in measured_nouns(a.head)]  # "$3 m in aid"
    told = scene.amounts_in(*own) or [m for t in measures for m in scene.amounts_in(t.left_edge.i, t.i + 1)]
    if not told and ITEM not in draft.sets:
        told = scene.amounts_in(first, min(last, _end_of_telling(scene, draft)))
    for money in told:
        if money.per is None and money.equivalent_to is None:
            draft.add("value", Fill(money, money.span, f"amount beside {head.lower_}"))
    if "value" not in draft.slots:
        _add_worth(scene, draft)
    if not is_plural(draft.trigger):
        return
    for quantity in scene.quantities_in(noun_phrase(head)[0], head.i + 1):
        if quantity.unit is None and quantity.max_value is None and quantity.value == int(quantity.value):
            draft.add("count", Fill(int(quantity.value), quantity.span, "number of documents"))
    if draft.first("count") is not None and draft.first("kind") in PLURAL_KINDS:
        draft.slots["kind"] = [Fill("package", draft.slots["count"][0].span, "several documents together")]


def amount_words(scene: Scene, draft: Draft) -> list[Token]:
    """The words of a deal's amount that carry its arguments: "dollars" in "a grant of 3 million dollars from the bank",
    "$" and "aid" in "pledged $3 million in aid for schools"."""
    nouns = (draft.trigger, *restated(draft.trigger)) if draft.trigger.pos_ != "VERB" else ()
    views = (draft.clause, *map(view_clause, nouns))
    heads = [a.head for view in views for a in view.get("object", "of") if not a.inherited]
    amounts = [t for t in dict.fromkeys(heads) if t != draft.trigger and scene.amounts_in(t.left_edge.i, t.i + 1)]
    behind = [t for amount in amounts for t in nominals_behind(amount, "in")]
    behind += [a.head for a in draft.clause.get("in") if amounts and amounts[-1].i < a.head.i]
    return [*amounts, *(t for t in dict.fromkeys(behind) if document_row(t) is not None)]


def _add_worth(scene: Scene, draft: Draft) -> None:
    """The amount that the rest of the sentence says the deal is worth, or that it is bought for."""
    cues = WORTH | PRICES
    if draft.first("kind") in ("purchase", "investment"):
        cues = cues | {"for"}
    if ITEM in draft.sets:
        return
    end = _end_of_telling(scene, draft)
    for start, last, sure in ((draft.trigger.i, end, False), _told_on(scene, draft)):
        for money in scene.amounts_in(start, last):
            first = scene.token_at(money.span.start)
            before = {t.lower_ for t in scene.doc[max(start, first - 5) : first]}
            told = sure or cues & before or _INVESTED.search(scene.doc[max(start, first - 5) : first].text)
            if told and money.per is None and money.equivalent_to is None:
                draft.add("value", Fill(money, money.span, "worth"))
                return


def _told_on(scene: Scene, draft: Draft) -> tuple[int, int, bool]:
    """The next sentence, where it goes on about the document ("The order is valued at $3 million", "It is worth …"),
    and whether its subject is what is paid, so that any amount in it is that: "The cost of the project is put at …"."""
    start = draft.trigger.sent.end
    for token in scene.doc[start : start + OPENING]:
        priced = token.dep_ in ("nsubj", "nsubj:pass") and token.lower_ in PAID
        if (is_document(token) and is_definite(token)) or token.lower_ in PRICES or priced:
            return start, token.sent.end, priced
        if token.lower_ == "it" and token.dep_.startswith("nsubj"):
            return start, token.sent.end, False
    return start, start, False


def _end_of_telling(scene: Scene, draft: Draft) -> int:
    """Where the sentence ends, or a colon opens what tells of the single ones of several documents."""
    start, end = draft.trigger.i, draft.trigger.sent.end
    return next((i for i in range(start, end) if scene.doc[i].text == ":"), end) if is_plural(draft.trigger) else end
