"""Verb groups: what the words around a predicate say of its reality.

Voice, tense, modality, negation, condition, and the words that embed its clause. Labels are Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from bilateral_extract.language.constituents import verb_lemma
from bilateral_extract.lexicon import load_words

Tense = Literal["past", "present", "future"]
Link = Literal["complement", "purpose", "noun", "report", "adverbial"]

DOCUMENTS = load_words("document_words")
DOCUMENT_VERBS = load_words("document_verbs")
AGREEING = frozenset({"agree", "consent", "assent"})
RANKS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that embeds a clause: "agreed" in "agreed to sign" (complement), "said" in "said they met" (report)."""

    lemma: str
    link: Link
    token: Token


def predicate_lemma(token: Token) -> str:
    """The lemma of a verb with its particle: "kick off", "go ahead"."""
    particle = next((t.lower_ for t in token.rights if t.dep_ == "compound:prt" or _goes_ahead(t)), None)
    lemma = verb_lemma(token)
    return f"{lemma} {particle}" if particle else lemma


def _goes_ahead(word: Token) -> bool:
    before = word.head
    return word.lower_ == "ahead" and word.dep_ == "advmod" and word.i == before.i + 1 and before.lemma_.lower() == "go"


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive, a bare participle included: "the deal signed by Ana Paz"."""
    if any(t.dep_ in ("aux:pass", "nsubj:pass") for t in token.children):
        return True
    if any(t.dep_ == "obl:agent" for t in token.children):  # whatever the tag: "led by", "co-chaired by"
        return True
    if token.tag_ == "VBD" and _is_done_to_subject(token):
        return True
    if token.tag_ != "VBN" or any(t.dep_ in ("nsubj", "obj", "aux") for t in token.children):
        return False
    return token.dep_ in ("acl", "advcl", "ROOT", "root", "amod") or (token.dep_ == "conj" and is_passive(token.head))


def _is_done_to_subject(token: Token) -> bool:
    """Whether a parse takes a participle for the main verb: "the pact signed in Lima remains in force". Documents do
    not sign."""
    acts = any(t.dep_ in ("obj", "aux", "ccomp", "xcomp") for t in token.children)
    if acts or verb_lemma(token) not in DOCUMENT_VERBS:
        return False
    return any(t.dep_ == "nsubj" and t.lemma_.lower() in DOCUMENTS for t in token.children)


def is_ranked(noun: Token) -> bool:
    """Whether a noun is the first, the last or the only one to do what its infinitive tells: a thing done."""
    return any(t.lower_ in RANKS for t in noun.lefts)


def _auxiliaries(token: Token) -> list[Token]:
    own = [t for t in token.children if t.dep_ in ("aux", "aux:pass", "cop")]
    if not own and token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and token.tag_ == token.head.tag_:
        return _auxiliaries(token.head)  # "will sign and exchange"
    return own


def modals_of(token: Token) -> tuple[str, ...]:
    """The modal verbs of a predicate, in their full forms: "will", "could"."""
    names = {"'ll": "will", "’ll": "will", "'d": "would", "ca": "can", "wo": "will"}
    return tuple(names.get(t.lower_, t.lower_) for t in _auxiliaries(token) if t.tag_ == "MD")


def is_negated(token: Token) -> bool:
    """Whether a predicate stands under "not", "never" or "no"."""
    words = ("not", "n't", "n’t", "never", "no")
    return any(t.lower_ in words and t.dep_ in ("advmod", "neg", "det") for t in token.children)


def is_conditional(token: Token) -> bool:
    """Whether a predicate stands under "if", "unless" or "whether"."""
    current, steps = token, 0
    while steps < 8:
        if any(t.dep_ == "mark" and t.lower_ in ("if", "unless", "whether") for t in current.children):
            return True
        if current.head == current or current.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
            return False
        current, steps = current.head, steps + 1
    return False


def tense_of(token: Token, depth: int = 0) -> Tense | None:
    """The tense of a predicate, or of the one it depends on; None where nothing tells."""
    auxiliaries = _auxiliaries(token)
    if any(m in ("will", "shall") for m in modals_of(token)):
        return "future"
    if any(t.lower_ == "would" for t in auxiliaries):
        return "future"  # the future of reported speech: "said he would visit"; a condition is told by `conditional`
    finite = next((t for t in auxiliaries if t.tag_ in ("VBD", "VBZ", "VBP")), token)
    if _is_scheduled(token, auxiliaries):
        return "future"
    if any(t.lemma_.lower() == "have" for t in auxiliaries):
        return "past"  # the perfect tells of something done
    if finite.tag_ == "VBD":
        return "past"
    if finite.tag_ in ("VBZ", "VBP"):
        return "present"
    if token.tag_ == "VBN" and token.dep_ in ("acl", "ROOT", "root"):
        return "past"
    if depth < 8 and token.head != token and token.dep_ in ("xcomp", "advcl", "conj", "acl:relcl", "ccomp"):
        return tense_of(token.head, depth + 1)
    return None


def _is_scheduled(token: Token, auxiliaries: list[Token]) -> bool:
    """ "is to sign", "are due to meet", "is going to visit": a form of *be* before an infinitive with *to*."""
    marks = [t for left in token.lefts for t in (left, *(c for c in left.children if c.dep_ == "fixed"))]  # "due to"
    passive = token.tag_ == "VBN" and any(t.lower_ == "be" for t in auxiliaries)  # "is to be signed"
    if not (token.tag_ == "VB" or passive) or not any(t.lower_ == "to" for t in marks):
        return False
    if any(t.lemma_.lower() == "be" and t.tag_ in ("VBZ", "VBP", "VBD") for t in auxiliaries):
        return True
    return token.dep_ == "xcomp" and token.head.lemma_.lower() in ("due", "set", "go", "schedule", "slate", "be")


def _is_agreed_to(act: Token) -> bool:
    """Whether one agrees that others do something: "agreed to the ministry signing an accord", whose doer a parse
    hangs on the verb."""
    return any(t.i < act.i and t.dep_ == "obl" and any(c.lower_ == "to" for c in t.lefts) for t in act.head.rights)


def _governor_of_report(noun: Token) -> Governor:
    """What is said of what a noun reports: "deny" for "denied reports that they had signed" and "there is no truth in
    reports that they had signed"."""
    above = noun.head
    if any(t.lower_ == "no" for t in (*above.lefts, *noun.lefts)):
        return Governor("deny", "report", above)
    return Governor(predicate_lemma(above), "report", above)


def governors_of(token: Token) -> Iterator[Governor]:
    """The words that embed the clause of a predicate, innermost first."""
    current = token
    for _ in range(6):
        head, dep = current.head, current.dep_
        if head == current:
            return
        infinitive = any(t.lower_ == "to" and t.dep_ in ("mark", "aux") for t in current.lefts)
        if dep == "conj":
            current = head
            continue
        if dep == "xcomp" or (dep == "ccomp" and infinitive):
            yield Governor(predicate_lemma(head), "complement", head)
        elif dep == "advcl" and infinitive and (head.pos_ == "ADJ" or current.tag_ == "VBG"):
            # "is close to signing", "looks forward to signing"
            yield Governor(predicate_lemma(head), "complement", head)
        elif dep == "advcl" and current.tag_ == "VBG" and head.lemma_.lower() in AGREEING and _is_agreed_to(current):
            yield Governor(predicate_lemma(head), "complement", head)
        elif dep == "advcl":
            yield Governor(predicate_lemma(head), "purpose" if infinitive else "adverbial", head)
        elif dep == "acl" and infinitive and is_ranked(head):
            return
        elif dep == "acl" and infinitive:
            yield Governor(head.lemma_.lower(), "noun", head)
        elif dep == "acl" and any(t.lower_ == "that" and t.dep_ == "mark" for t in current.lefts):
            yield _governor_of_report(head)
            return
        elif dep in ("ccomp", "parataxis"):
            yield Governor(predicate_lemma(head), "report", head)
        elif dep in ("obl", "nmod", "obj", "nsubj", "acl:relcl", "acl", "csubj"):
            return
        current = head
