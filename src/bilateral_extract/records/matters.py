"""Matters: what a document is told to be about by other words than its own arguments."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral_extract.language.attachment import coordinated_verbs
from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import governing_predicate, preposition_of, restated, verb_lemma
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.documents import content_of, is_definite, is_document, is_plural

AIMED = load_words("aimed_participles")
AIMS = load_words("aim_nouns")
RELATING = load_words("relating_verbs")
REGARDS = frozenset({"respect", "regard", "relation", "connection"})
FORESEEING = load_words("foreseeing_verbs")
SERVING = load_words("serving_verbs")
TERMS = ("under", "by", "according to")  # before a document whose terms are told
OPENING = 4  # words of a sentence within which its subject stands
NAMELESS = frozenset({"action", "intent", "intention", "understanding", "cooperation", "congratulation", "acceptance"})
ACT = "act"  # the role of a verb that tells what is done


def matter_covered(noun: Token) -> Argument | None:
    """What the verb of a document says that it covers: "the pact covers fish"."""
    verb = governing_predicate(noun)
    covers = verb is not None and noun.dep_ in ("nsubj", "nsubj:pass") and verb_lemma(verb) in RELATING
    if verb is None or not covers:
        return None
    told = (a for a in view_clause(verb).get("object", "to", "at", "on") if not a.inherited and a.head != noun)
    return next((Argument("on", a.head) for a in told), None)


def matter_told(noun: Token) -> Argument | None:
    """What a document is told to be for, to do or to cover: "a pact designed to curb fishing", "a memorandum with the
    aim of training nurses", "the pact will allow ships to pass"; else what the next sentence tells of it."""
    return next(_aims(noun), None) or next(_acts(noun), None) or _matter_further_on(noun)


def matter_of_name(noun: Token) -> Argument | None:
    """What a document is called after: "a treaty of amity and commerce", unlike "a plan of action"."""
    named = (t for t in restated(noun) if preposition_of(t) == "of" and not is_document(t))
    return next((Argument("on", t) for t in named if t.lemma_.lower() not in NAMELESS and t.text[0].islower()), None)


def _matter_further_on(noun: Token) -> Argument | None:
    """What the next sentence goes on to tell of a document: "It covers fish", "The pact will allow ships to pass",
    "Under it, ships will pass"."""
    start = noun.sent.end
    for word in noun.doc[start : start + OPENING]:
        again = is_document(word) and is_definite(word) and is_plural(word) == is_plural(noun)
        if not again and word.lower_ not in (("they", "them") if is_plural(noun) else ("it", "this")):
            continue
        if word.dep_ == "nsubj":
            return _told_by(word.head)
        if preposition_of(word) in TERMS and word.head.pos_ == "VERB" and word.head.i > word.i:
            return Argument(ACT, word.head)
        return None
    return None


def _aims(noun: Token) -> Iterator[Argument]:
    """The goals told behind a document, whatever a parse hangs them on."""
    own = restated(noun)
    for word in noun.doc[noun.i + 1 : noun.sent.end]:
        if word.text == ":" or (is_document(word) and word not in own):
            return
        behind = word.nbor() if word.i + 1 < noun.sent.end else word
        goal: Token | None = None
        if word.lower_ in AIMED and behind.lower_ in ("at", "to", "towards", "toward"):
            goal = behind.head
        elif word.lemma_.lower() in AIMS and preposition_of(word) in ("with", "for"):
            goal = behind.head if behind.lower_ in ("of", "to") else None
        elif word.lower_ in REGARDS and preposition_of(word) in ("in", "with"):
            goal = behind.head if behind.lower_ in ("of", "to", "with") else None
        if goal is not None and goal != word:
            yield Argument("to-clause" if goal.pos_ == "VERB" else "on", goal)
            return
        if word.pos_ == "VERB" and word.dep_ not in ("acl", "amod", "root"):
            return


def _acts(noun: Token) -> Iterator[Argument]:
    """What verbs of which a document is the subject, or which go on about it, say that it does."""
    verb = governing_predicate(noun)
    if verb is not None and noun.dep_ in ("nsubj", "nsubj:pass"):
        own = [verb] if noun.dep_ == "nsubj" else []
        for told in (*own, *coordinated_verbs(verb)):
            if (matter := _told_by(told)) is not None:
                yield matter
    for clause in (t for t in noun.rights if t.dep_ == "acl:relcl"):
        goes_on = any(t.dep_ == "nsubj" and t.lower_ in ("which", "that") for t in clause.lefts)
        if goes_on and (matter := _told_by(clause)) is not None:
            yield matter


def _told_by(verb: Token) -> Argument | None:
    """What a verb says of the document that is its subject."""
    clause, lemma = view_clause(verb), verb_lemma(verb)
    if clause.negated or clause.passive:
        return None
    if (content := content_of(verb)) is not None:
        return Argument("on", content)
    if lemma in ("provide", "call"):
        return next((Argument("on", a.head) for a in clause.get("for")), None)
    if lemma in FORESEEING:
        return next((Argument("on", a.head) for a in clause.get("object") if a.head.i > verb.i), None)
    if lemma in ("aim", "seek", "intend"):
        goals = (a.head for a in clause.get("comp", "to-clause", "at", "at-clause"))
        return next((Argument("to-clause" if t.pos_ == "VERB" else "on", t) for t in goals), None)
    done = any(t.dep_ in ("obj", "iobj", "ccomp", "xcomp") for t in verb.rights)
    return Argument(ACT, verb) if lemma in SERVING and done else None
