"""Arguments that stand elsewhere than their role lets expect: behind "are", with a noun of inviting, in relatives."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral_extract.language.constituents import preposition_of
from bilateral_extract.lexicon import load_words

RELATIVE = frozenset("who which that whom whose".split())
AWARDING = load_words("awarding_verbs")
STRAY_REACH = 20  # tokens after a verb in which its stray arguments are looked for
GIVING_INVITATIONS = load_words("inviting_verbs")


def is_received(verb: Token) -> bool:
    """Whether a verb in the passive tells what its subject gets: "the firm was awarded a contract"."""
    return verb.lemma_.lower() in AWARDING and any(t.dep_ == "obj" for t in verb.rights)


def invitee_of(word: Token) -> Token | None:
    """Who is invited to what the infinitive behind a word tells: B in "A extended an invitation to B to visit"."""
    verb = word if word.pos_ == "VERB" else word.head
    if verb.lemma_.lower() not in GIVING_INVITATIONS:
        return None
    thing = next((t for t in verb.rights if t.dep_ == "obj" and t.lemma_.lower() == "invitation"), None)
    behind = (*thing.rights, *verb.rights) if thing is not None else ()
    return next((t for t in behind if t.dep_ == "iobj" or preposition_of(t) == "to"), None)


def inverted_subject(participle: Token) -> Token | None:
    """The subject behind "are" of a fronted participle that a parse takes for its object, or for what the participle
    stands beside: "travelling with her are A and B"."""
    behind = (t for t in participle.rights if t.dep_ in ("obj", "parataxis"))
    above = (participle.head,) if participle.head.i > participle.i else ()
    nominals = (t for t in (*behind, *above) if t.pos_ in ("NOUN", "PROPN"))
    return next((t for t in nominals if any(c.dep_ == "cop" and c.i > participle.i for c in t.lefts)), None)


def moved_object(verb: Token) -> Token | None:
    """What is the object of an infinitive in its relative clause: the deal in "the deal that they plan to sign"."""
    top, chain = verb, [verb]
    while top.dep_ == "xcomp" and top.head != top:
        top = top.head
        chain.append(top)
    moved = (t for v in chain for t in v.children if t.lower_ in RELATIVE and t.dep_ in ("obj", "obl:unmarked"))
    return top.head if top.dep_ == "acl:relcl" and next(moved, None) is not None else None


def is_subject_slip(nominal: Token, verb: Token) -> bool:
    """Whether what a parse takes for an object is the subject: it stands before a verb that has no subject, and has an
    object behind it: "Mr Gil and I signed a treaty"."""
    if nominal.i > verb.i or nominal.tag_ in ("WDT", "WP"):
        return False
    subject = any(t.dep_.startswith(("nsubj", "csubj")) for t in verb.lefts)
    return not subject and any(t.dep_ == "obj" for t in verb.rights)


def stray_obliques(verb: Token) -> Iterator[Token]:
    """Nominals with a preposition of their own that a parse hangs on a word before the verb, as a title of the
    subject: "with President" in "Ana Paz met with President of Peru Luis Soto". No phrase crosses its verb."""
    for head in (*verb.lefts, *verb.ancestors):
        for token in head.rights if head.i < verb.i else ():
            if token.i < verb.i or token.i > verb.i + STRAY_REACH or token.dep_ not in ("nmod:desc", "flat", "nmod"):
                continue
            if preposition_of(token) and all(t.pos_ != "VERB" for t in verb.doc[verb.i + 1 : token.i]):
                yield token
