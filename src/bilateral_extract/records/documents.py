"""What a document's noun tells: its kind, number and definiteness, and the nouns and participles of its signing."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import (
    containing_noun,
    governing_predicate,
    listing_noun,
    modifiers,
    noun_names,
    noun_phrase,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import is_bare
from bilateral_extract.language.remembering import remembered
from bilateral_extract.lexicon import load_words, read_table
from bilateral_extract.records.frames import load_lexicon

PLURAL_KINDS = frozenset({"agreement", "memorandum", "contract", "protocol", "package", "other"})
SIGNED = ("signed", "inked", "concluded")
SIGNING = load_words("signing_nouns")
ADHERING = load_words("adhering_nouns")
IN_FORCE = ("under", "in", "within", "pursuant to", "in line with", "in accordance with")
FOLLOWING = frozenset({"accordance", "line", "conformity", "compliance", "keeping"})
BY_MEANS = ("with", "from", "through", "by", "thanks to", "by means of")
MARKING = frozenset({"mark", "celebrate", "commemorate", "recall"})
PARTS_OF_DOCUMENTS = load_words("parts_of_documents")
MAKING = load_words("making_nouns")
NEGOTIATIONS = load_words("negotiation_nouns")
OTHERS = load_words("others") | {"further", "additional", "remaining"}
CONTENT = load_words("content_verbs")
HANDLING = load_words("handling_verbs")
LISTS = frozenset({"it", "they", "these", "this"})
HOLDING = frozenset({"include", "comprise", "cover", "contain"})
MISREAD = frozenset({"concern", "cover"})  # verbs that a parse may take for nouns
ABOUT = frozenset({"to", "with", "on", "upon", "about", "around"})  # "relate to", "touch upon", "centre around"
SUBJECT_OR_OBJECT = frozenset({"nsubj", "nsubj:pass", "obj"})
SINGLING = frozenset({"notably", "namely", "particularly", "especially"})
LEAD = 6  # words before a document that may say that it is one of several
DELAY = 8  # words that may stand between a signing and what is signed
OPENING = 3  # words of a sentence within which its subject stands


def is_document(token: Token) -> bool:
    """Whether a noun is one for what sides sign or agree on."""
    return load_lexicon().classes.get(token.lemma_.lower()) == "document"


def is_plural(trigger: Token) -> bool:
    """Whether a noun means several documents; a proper name in the plural ("the Lima Accords") is one."""
    text = trigger.text
    if text.lower() == "heads":  # "heads of agreement" are one document
        return False
    if text.endswith("s") and sum(c.isupper() for c in text) > 1 and not text.istitle():  # "MoUs", whatever its tag
        return True
    return (
        trigger.tag_ == "NNS"
        or text.lower() == "memoranda"
        or (trigger.tag_ == "NNPS" and not any(t.pos_ == "PROPN" for t in modifiers(trigger)))
    )


def is_definite(trigger: Token) -> bool:
    """Whether a noun goes back to something told or known: "the agreement", "their deal"."""
    return any(t.lower_ in ("the", "this", "these", "that") or t.tag_ in ("PRP$", "POS") for t in trigger.lefts) or any(
        t.tag_ == "POS" for a in view_clause(trigger).get("poss") for t in a.head.children
    )


def is_member(trigger: Token) -> bool:
    """Whether a document is told as one of several: "the documents include a protocol"; where the parse hangs what is
    included elsewhere ("documents were signed by the two ministers, including a protocol"), of those told before it."""
    several = listing_noun(trigger)
    if document_row(trigger) is None:
        return False
    if several is None or several.pos_ == "PRON":
        return _is_listed_by_pronoun(trigger) or _is_named_among(trigger)
    before = trigger.doc[trigger.sent.start : trigger.i]
    return document_row(several) is not None or any(is_document(t) and is_plural(t) for t in before)


def _is_listed_by_pronoun(trigger: Token) -> bool:
    """Whether a sentence that goes on about several documents tells one of them: "A package was signed. It includes a
    treaty on fish, a protocol on visas and a plan of exchanges"."""
    sentence = trigger.sent
    opening = next((t for t in sentence[:OPENING] if t.dep_ == "nsubj" and t.lower_ in LISTS), None)
    if opening is None or verb_lemma(opening.head) not in HOLDING or trigger.i < opening.head.i or not sentence.start:
        return False
    told = any(is_document(t) and is_plural(t) for t in trigger.doc[sentence.start - 1].sent)
    own = trigger.doc[noun_phrase(trigger)[0]]
    parted = own.i - 1 == opening.head.i or own.nbor(-1).text in (",", ";", ":", "and", "as") or own.text in (",", ";")
    return told and parted and not is_definite(trigger)


def _is_named_among(trigger: Token) -> bool:
    """Whether words before a document say that it is one of several told before: "a package was signed, among them a
    treaty on fish and a protocol", "several documents, notably a treaty", "Among these are a treaty and a protocol"."""
    first = trigger
    while first.dep_ == "conj":
        first = first.head
    words = [t.lower_ for t in trigger.doc[max(trigger.sent.start, first.i - LEAD) : first.i]]
    among = any(a == "among" and b in ("them", "these", "those", "which") for a, b in pairwise(words))
    if not (among or SINGLING & {*words} or ("in", "particular") in pairwise(words)) or is_definite(trigger):
        return False
    sentence = trigger.sent
    start = sentence.start if sentence.start == 0 else trigger.doc[sentence.start - 1].sent.start
    return any(is_document(t) and is_plural(t) for t in trigger.doc[start : first.i])


def signing_noun(trigger: Token) -> Token | None:
    """ "signing" in "the signing of two agreements", "the signing of a number of agreements" and "the signing
    ceremony of an agreement"."""
    current: Token | None = trigger
    if preposition_of(trigger) == "to" and trigger.head.lower_ in ADHERING:  # "the accession of Peru to the treaty"
        return trigger.head
    for _ in range(3):
        current = containing_noun(current) if current is not None else None
        if current is not None and (current.lower_ in SIGNING or any(t.lower_ in SIGNING for t in modifiers(current))):
            return current
    return _signing_before(trigger)


def _signing_before(trigger: Token) -> Token | None:
    """ "signing" in "the signing on Monday in Lima of two agreements", whatever a parse hangs them on."""
    if preposition_of(trigger) != "of":
        return None
    for word in reversed(trigger.doc[max(trigger.sent.start, trigger.left_edge.i - DELAY) : trigger.left_edge.i]):
        if word.lower_ in SIGNING and word.pos_ == "NOUN":
            return word
        if word.pos_ in ("VERB", "NOUN") and word.ent_type_ == "" and word.dep_ != "obl:unmarked":
            return None
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


@remembered
def _participle_of_signing(trigger: Token) -> Token | None:
    if trigger.dep_ == "nsubj" and trigger.head.lower_ in SIGNED:  # no document signs: "other documents signed concern"
        return trigger.head
    behind = trigger.doc[trigger.i + 1 : trigger.i + 2]
    if (
        behind.text in SIGNED and behind[0].tag_ == "VBN" and document_row(trigger) is not None
    ):  # whatever a parse hangs it on
        return behind[0]
    for word in trigger.subtree if trigger.pos_ != "VERB" else ():  # "agreed to set up a fund and signed a treaty"
        if word.tag_ in ("VBN", "VBD") and word.lower_ in SIGNED:
            beside = governing_predicate(word) == governing_predicate(trigger) or word.head == trigger
            return word if beside or _is_infinitive(word) else None
    return _aside_of_signing(trigger)


def _aside_of_signing(trigger: Token) -> Token | None:
    """ "signed" in "the treaty on fish, signed in May, took effect", whatever a parse hangs it on."""
    last = noun_phrase(trigger)[1]
    comma, word = trigger.doc[last : last + 1].text, trigger.doc[last + 1 : last + 2]
    return word[0] if comma == "," and word.text in SIGNED and word[0].tag_ == "VBN" else None


def _is_infinitive(word: Token) -> bool:
    marks = (t for left in word.lefts for t in (left, *left.rights))  # "due to be signed" may be read as one mark
    return any(t.lower_ == "to" for t in marks)


def negotiation_of(trigger: Token) -> Token | None:
    """ "negotiations" in "negotiations on a free trade agreement" and "a loan is under negotiation", where the document
    is one to come."""
    head = trigger.head
    one = any(t.lower_ in ("a", "an") for t in trigger.lefts)
    if head.pos_ == "VERB" and one:  # "wrapped up talks on a treaty", whatever a parse hangs the treaty on
        head = next((t for t in head.rights if t.dep_ == "obj" and t.i < trigger.i), head)
    if head.pos_ != "NOUN" or head.lemma_.lower() not in NEGOTIATIONS:
        return None
    if preposition_of(head) in ("under", "in") and trigger.i < head.i:
        return head
    over = preposition_of(trigger) in ("on", "for", "about", "of", "over")
    return head if over and not is_definite(trigger) else None


def is_told_to_exist(trigger: Token) -> bool:
    """ "There is also a memorandum on visas"."""
    return trigger.head.lemma_ == "be" and any(t.dep_ == "expl" for t in trigger.head.children)


def is_in_being(trigger: Token) -> bool:
    """Whether a document is told of as one that exists, whatever is still to be done: "will train pilots under the 1951
    treaty", "to speed up the implementation of the pact", "will meet to mark the signing of the treaty"."""
    if is_bare(trigger) and is_definite(
        trigger
    ):  # "under the agreement, …": the one told before is what that says it is
        return False
    noun = signing_noun(trigger)
    if noun is not None:
        verb = governing_predicate(noun)
        return verb is not None and verb_lemma(verb) in MARKING
    if making_noun(trigger) is not None or negotiation_of(trigger) is not None:
        return False
    if trigger.dep_ == "nsubj" and (is_definite(trigger) or _is_at_work(trigger)):  # "the pact will allow firms to …"
        return True
    if trigger.dep_ == "nsubj:pass" and is_definite(trigger) and _is_at_work(trigger):  # "is expected to boost trade"
        return True
    if trigger.dep_ == "nsubj:pass" and is_definite(trigger) and verb_lemma(trigger.head) in HANDLING:
        return True
    preposition = preposition_of(trigger)
    if preposition in BY_MEANS and trigger.head.pos_ == "VERB" and is_definite(trigger):
        return True
    if preposition == "with" and trigger.head.lemma_.lower() in FOLLOWING:
        return True
    return preposition in IN_FORCE or (preposition == "of" and trigger.head.lemma_.lower() in PARTS_OF_DOCUMENTS)


def _is_at_work(trigger: Token) -> bool:
    """Whether a document is what does something to something: "a pact will allow firms to …", unlike "a pact will
    follow" and "a pact would help"."""
    clause = view_clause(trigger.head)
    done = [a.head for a in clause.get("comp") if a.head.tag_ == "VB"] if clause.passive else [trigger.head]
    return any(
        t.dep_ in ("obj", "iobj", "ccomp")
        for verb in done
        if not set(clause.modals) & {"would", "could"}
        for t in verb.rights
    )


@cache
def _documents() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in read_table("document_nouns")}


@remembered
def document_row(trigger: Token) -> dict[str, str] | None:
    table = _documents()
    return next((table[name] for name in noun_names(trigger) if name in table), None)


def contents_of(trigger: Token) -> Token | None:
    """What several documents are told to be about: "fish" in "the accords cover (deal with, relate to, are about) fish
    and trade", "accords covering fish and trade" and "accords were signed. They concern fish and trade"."""
    for noun in (trigger, *_told_on(trigger)):
        verb = governing_predicate(noun)
        beside = (*noun.rights, *(verb.rights if verb is not None and noun.dep_ in SUBJECT_OR_OBJECT else ()))
        behind = noun.doc[noun.i + 1 : noun.i + 3]  # "the documents signed concern fish", whatever a parse makes of it
        for word in (*((verb,) if verb is not None else ()), noun.head, *beside, *behind):
            if word != noun and (about := _about(noun, word)) is not None:
                return about
    return None


def tells_others(trigger: Token) -> bool:
    """Whether further documents are told by what they are about: "the other papers concern fish"."""
    return any(t.lower_ in OTHERS for t in trigger.lefts) and contents_of(trigger) is not None


def _about(noun: Token, word: Token) -> Token | None:
    if noun.head == word and preposition_of(word) in ("about", "on") and any(t.dep_ == "cop" for t in word.lefts):
        return word  # "were about fish"
    if word.lower_ in MISREAD and word.dep_ == "compound" and word.i > noun.i:
        return word.head
    return content_of(word) if word.i > noun.i else None


def content_of(word: Token) -> Token | None:
    """What a verb or participle of content tells of: "fish" for "covers", "had (to do with)" and "related (to)"."""
    if word.lower_ == "had":
        word = next((t for t in word.rights if t.lower_ == "do"), word)
    elif (word.pos_ not in ("VERB", "ADJ") and word.lower_ != "deals") or verb_lemma(word) not in CONTENT:
        return None
    told = (t for t in word.rights if t.dep_ == "obj" or preposition_of(t) in ABOUT)
    return next((t for t in told if t.pos_ in ("NOUN", "PROPN") or t.tag_ == "VBG"), None)


def _told_on(trigger: Token) -> list[Token]:
    """The word by which the next sentence goes on about documents: "They", "The documents"."""
    end = trigger.sent.end
    opening = (t for t in trigger.doc[end : end + OPENING] if t.dep_ == "nsubj")
    return [t for t in opening if t.lower_ in ("they", "these") or (t.tag_ == "NNS" and is_document(t))]


def stands_alone(trigger: Token) -> bool:
    row = document_row(trigger)
    return row is not None and row["alone"] == "yes"


def needs_amount(trigger: Token) -> bool:
    """Whether a noun is a deal only by what it is worth: "support of $3 million"."""
    row = document_row(trigger) if trigger.pos_ != "VERB" else None  # "pledged ten jets"
    return row is not None and row["alone"] == "amount"


def document_kind(trigger: Token) -> str:
    """The kind of deal that one document of this noun is."""
    row = document_row(trigger)
    return row["kind"] if row is not None else "agreement"
