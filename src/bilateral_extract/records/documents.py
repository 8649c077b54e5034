"""What a document's noun tells: its kind, number and definiteness, and the nouns and participles of its signing."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import (
    containing_noun,
    governing_predicate,
    listing_noun,
    modifiers,
    noun_names,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import is_bare
from bilateral_extract.lexicon import load_words, read_table
from bilateral_extract.records.frames import load_lexicon

PLURAL_KINDS = frozenset({"agreement", "memorandum", "contract", "protocol", "package", "other"})
SIGNED = ("signed", "inked", "concluded")
SIGNING = load_words("signing_nouns")
IN_FORCE = ("under", "in", "within", "pursuant to", "in line with", "in accordance with")
MARKING = frozenset({"mark", "celebrate", "commemorate", "recall"})
PARTS_OF_DOCUMENTS = load_words("parts_of_documents")
MAKING = load_words("making_nouns")
NEGOTIATIONS = load_words("negotiation_nouns")


def is_document(token: Token) -> bool:
    """Whether a noun is one for what sides sign or agree on."""
    return load_lexicon().classes.get(token.lemma_.lower()) == "document"


def is_plural(trigger: Token) -> bool:
    """Whether a noun means several documents; a proper name in the plural ("the Lima Accords") is one."""
    text = trigger.text
    if text.endswith("s") and sum(c.isupper() for c in text) > 1 and not text.istitle():  # "MoUs", whatever its tag
        return True
    return trigger.tag_ == "NNS" or (trigger.tag_ == "NNPS" and not any(t.pos_ == "PROPN" for t in modifiers(trigger)))


def is_definite(trigger: Token) -> bool:
    """Whether a noun goes back to something told or known: "the agreement", "their deal"."""
    return any(t.lower_ in ("the", "this", "these", "that") or t.tag_ in ("PRP$", "POS") for t in trigger.lefts) or any(
        t.tag_ == "POS" for a in view_clause(trigger).get("poss") for t in a.head.children
    )


def is_member(trigger: Token) -> bool:
    """Whether a document is told as one of several: "the documents include a protocol"; where the parse hangs what is
    included elsewhere ("documents were signed by the two ministers, including a protocol"), of those told before it."""
    several = listing_noun(trigger)
    if several is None or document_row(trigger) is None:
        return False
    before = trigger.doc[trigger.sent.start : trigger.i]
    return document_row(several) is not None or any(is_document(t) and is_plural(t) for t in before)


def signing_noun(trigger: Token) -> Token | None:
    """ "signing" in "the signing of two agreements", "the signing of a number of agreements" and "the signing
    ceremony of an agreement"."""
    current: Token | None = trigger
    for _ in range(3):
        current = containing_noun(current) if current is not None else None
        if current is not None and (current.lower_ in SIGNING or any(t.lower_ in SIGNING for t in modifiers(current))):
            return current
    return None


def making_noun(trigger: Token) -> Token | None:
    """ "approval" in "the approval of a loan", "award" in "the award of two contracts": by which a document is made."""
    holder = containing_noun(trigger)
    return holder if holder is not None and holder.lower_ in MAKING else None


def signed_participle(trigger: Token) -> Token | None:
    """ "signed" in "the agreement on trade signed in Lima", "a freshly signed contract" and "a treaty was signed,
    as were two contracts"."""
    if trigger.dep_ == "advcl" and any(t.lower_ == "as" for t in trigger.lefts) and trigger.head.lower_ in SIGNED:
        return trigger.head
    word = _participle_of_signing(trigger)
    return None if word is None or _is_infinitive(word) else word


def is_to_be_signed(trigger: Token) -> bool:
    """Whether a document's phrase tells that it is still to be signed: "the accords due to be signed on Friday"."""
    word = _participle_of_signing(trigger)
    return (word is not None and _is_infinitive(word)) or any(t.lower_ == "draft" for t in modifiers(trigger))


def _participle_of_signing(trigger: Token) -> Token | None:
    for word in trigger.subtree:
        if word.tag_ in ("VBN", "VBD") and word.lower_ in SIGNED:
            beside = governing_predicate(word) == governing_predicate(trigger) or word.head == trigger
            return word if beside or _is_infinitive(word) else None
    return None


def _is_infinitive(word: Token) -> bool:
    return any(t.lower_ == "to" for t in word.lefts)


def negotiation_of(trigger: Token) -> Token | None:
    """ "negotiations" in "negotiations on a free trade agreement" and "a loan is under negotiation", where the document
    is one to come."""
    head = trigger.head
    if head.pos_ != "NOUN" or head.lemma_.lower() not in NEGOTIATIONS or is_definite(trigger):
        return None
    under_way = preposition_of(head) in ("under", "in") and trigger.i < head.i
    return head if under_way or preposition_of(trigger) in ("on", "for", "about", "of", "over") else None


def is_in_being(trigger: Token) -> bool:
    """Whether a document is told of as one that exists, whatever is still to be done: "will train pilots under the 1951
    treaty", "to speed up the implementation of the pact", "will meet to mark the signing of the treaty"."""
    if is_bare(trigger):  # "under the agreement, …": the one told before is what that says it is
        return False
    noun = signing_noun(trigger)
    if noun is not None:
        verb = governing_predicate(noun)
        return verb is not None and verb_lemma(verb) in MARKING
    if making_noun(trigger) is not None or negotiation_of(trigger) is not None:
        return False
    if trigger.dep_ == "nsubj" and is_definite(trigger):  # "the pact will allow firms to …"
        return True
    preposition = preposition_of(trigger)
    return preposition in IN_FORCE or (preposition == "of" and trigger.head.lemma_.lower() in PARTS_OF_DOCUMENTS)


@cache
def _documents() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in read_table("document_nouns")}


def document_row(trigger: Token) -> dict[str, str] | None:
    table = _documents()
    return next((table[name] for name in noun_names(trigger) if name in table), None)


def stands_alone(trigger: Token) -> bool:
    row = document_row(trigger)
    return row is not None and row["alone"] == "yes"


def document_kind(trigger: Token) -> str:
    """The kind of deal that one document of this noun is."""
    row = document_row(trigger)
    return row["kind"] if row is not None else "agreement"
