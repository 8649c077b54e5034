"""Words that stand, or that a parse hangs, elsewhere than their role lets expect: behind "are", with a noun of
inviting, in relatives, on a word that they are unlike."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral_extract.language.constituents import conjuncts, has_article, nominals_behind, preposition_of
from bilateral_extract.lexicon import load_words

RELATIVE = frozenset("who which that whom whose".split())
AWARDING = load_words("awarding_verbs")
STRAY_REACH = 20  # tokens after a verb in which its stray arguments are looked for
SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer", "expl"})
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


def inverted_state(copula: Token) -> tuple[Token, Token] | None:
    """What is said of whom where it opens the sentence and a parse hangs it on its subject: "present" and A in "Also
    present at the talks were A and B", "attendance" and A in "In attendance were A and B"."""
    top = copula.head
    if top.i > copula.i:
        subject = top
    else:  # what stands behind it without a preposition hangs on it, or it on that
        own = (t for t in top.rights if t.i > copula.i and t.dep_.startswith(("obl", "obj")) and not preposition_of(t))
        subject = next(own, top.head)
    before = [t for t in subject.lefts if t.i < copula.i] if subject == top else [top]
    if any(t.dep_ in SUBJECTS for t in before):
        return None
    states = [t for t in before if t.pos_ == "ADJ" or (t.pos_ == "NOUN" and preposition_of(t))]
    state = next(iter(states), None)
    return (state, subject) if state is not None and state.left_edge.i <= subject.sent.start + 1 else None


def moved_object(verb: Token) -> Token | None:
    """What is the object of an infinitive in its relative clause: the deal in "the deal that they plan to sign"."""
    top, chain = verb, [verb]
    while top.dep_ == "xcomp" and top.head != top:
        top = top.head
        chain.append(top)
    moved = (t for v in chain for t in v.children if t.lower_ in RELATIVE and t.dep_ in ("obj", "obl:unmarked"))
    return top.head if top.dep_ == "acl:relcl" and next(moved, None) is not None else None


def subject_titles(verb: Token) -> list[Token]:
    """Titles before a verb that a parse parts from their name, or hangs on the object behind it: "minister" in "Peru's
    minister Ana Paz met President Luis Soto". No phrase crosses its verb."""
    own = [t for t in verb.lefts if t.dep_ == "nmod:desc"]
    return own or [t for noun in verb.rights for t in noun.lefts if t.i < verb.i and t.dep_ == "nmod:desc"]


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


def strayed_conjuncts(token: Token) -> list[Token]:
    """Nouns with an article of their own that a parse hangs within a noun's phrase, though they stand beside it:
    "protocol" in "an agreement on fish and a protocol on trade", given "agreement"."""
    behind = [t for child in token.rights if preposition_of(child) for t in conjuncts(child)[1:]]
    return [t for t in behind if has_article(t)]


def unlike_conjuncts(token: Token) -> list[Token]:
    """Nouns that a parse hangs within a noun's phrase on a word unlike them, though like coordinates with like: common
    nouns on a name ("trade" in "exercises in the Arctic and trade", given "exercises"), nouns with an article or a
    complement on one without ("a bridge" in "a plan for transit and a bridge", "work on visas" in "the state of
    relations, work on visas and trade"); also what a comma parts from the only noun before it."""
    behind = [t for t in token.rights if t.dep_ in ("nmod", "obl") and preposition_of(t)]
    while behind:
        inner = behind.pop(0)
        listed = [*conjuncts(inner)[1:], *_late_appositions(inner)]
        bare = not has_article(inner)
        plain = not nominals_behind(inner)
        for k, noun in enumerate(listed):
            unlike = noun.pos_ in ("NOUN", "VERB") and noun.pos_ != inner.pos_ and not noun.ent_type_
            parted = _comma_before(noun)
            only = k == 0 and all(t.head == noun for t in listed[1:])
            completed = plain and parted and noun.pos_ == "NOUN" and nominals_behind(noun)
            if unlike or (bare and has_article(noun)) or completed or (parted and only):
                return list(listed[k:])
        behind.extend(t for t in inner.rights if t.dep_ == "nmod" and preposition_of(t))
    return []


def _late_appositions(noun: Token) -> list[Token]:
    """What a parse takes for an apposition to a noun, though it stands behind the noun's conjuncts: the next item of a
    list around it, "the war" in "ties with Peru and Chile, the war at sea"."""
    last = max((t.i for t in noun.rights if t.dep_ == "conj"), default=len(noun.doc))
    return [t for t in noun.rights if t.dep_ == "appos" and t.i > last]


def _comma_before(noun: Token) -> bool:
    first = noun.left_edge
    before = first if first.is_punct else noun.doc[max(0, first.i - 1)]
    return before.text == ","
