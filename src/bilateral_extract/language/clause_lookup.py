"""Clauses found from a word: those that tell of what a noun names, who leads it, who gives it, whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, Clause, view_clause
from bilateral_extract.language.constituents import conjuncts, nominals_behind, preposition_of, verb_lemma
from bilateral_extract.language.nominals import defining_verbs
from bilateral_extract.lexicon import load_words

LEADING = load_words("leading_verbs")
GIVING_INVITATIONS = load_words("inviting_verbs")
LEADERSHIP = frozenset({"leadership", "direction", "command", "chairmanship"})
INCLUDING = load_words("including_verbs")
OUTSIDE = frozenset({"under", "with", "by", "within", "after", "before"})  # no part of what stands behind them
HOLDING = load_words("holding_verbs")
REACH = 20  # words behind a noun in which its phrase is looked through
SUBJECT_REACH = 50  # words back to the subject that a pronoun may mean
ADDED = frozenset({"advcl", "conj", "parataxis"})  # what goes on from a verb about its subject


def reporting_subject(pronoun: Token) -> Token | None:
    """Whom a pronoun that is the subject of a reported clause may mean: "the firm" in "the firm said it had signed"."""
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if pronoun.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return None
    teller = verb.head
    while teller.dep_ == "xcomp":  # "the firm is pleased to announce that it has signed"
        teller = teller.head
    return next((t for t in teller.children if t.dep_ == "nsubj" and t.pos_ != "PRON"), None)


def subject_before(pronoun: Token) -> Token | None:
    """Whom "it" or "its" may mean: the subject told last before its own clause, "the firm" in "The firm makes jets. It
    signed a contract" and "the firm extended its contract"."""
    own = pronoun.head if pronoun.dep_ in ("nsubj", "nsubj:pass") else None
    for token in reversed(pronoun.doc[max(0, pronoun.i - SUBJECT_REACH) : pronoun.i]):
        if token.dep_ in ("nsubj", "nsubj:pass") and token.head != own and token.pos_ in ("NOUN", "PROPN"):
            return token
    return None


def leaders_of(noun: Token) -> list[Argument]:
    """Who leads what a noun names: "a delegation led by Ana Paz", "the mission, which she heads"."""
    found: list[Argument] = []
    inner = nominals_behind(noun, "of")  # "a group of managers led by Ana Paz", however a parse hangs "led"
    for verb in (verb for told in (noun, *inner) for verb in defining_verbs(told)):
        if (clause := view_clause(verb)).lemma in LEADING:
            found.extend(clause.get("by"))
    for t in (t for told in (noun, *inner) for t in nominals_behind(told, "under")):  # "a delegation under Ana Paz"
        whose = (
            nominals_behind(t, "of") if t.lemma_.lower() in LEADERSHIP else []
        )  # "… under the leadership of Ana Paz"
        found.extend(Argument("under", t) for t in whose or (t,))
    if noun.dep_ == "obj" and noun.head.pos_ == "VERB" and (clause := view_clause(noun.head)).lemma in LEADING:
        found.extend(clause.get("subject"))
    return found


def members_of(noun: Token) -> list[Token]:
    """Who is in what a noun names: "a delegation that included A and B", "a team comprising A", "the mission, including
    A"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else []
    verbs += [verb for verb in defining_verbs(noun) if verb not in verbs]
    verbs = [verb for verb in verbs if verb.lemma_.lower() in INCLUDING]
    objects = (a.head for verb in verbs for a in view_clause(verb).get("object", "of"))
    behind = nominals_behind(noun, "including")
    return [member for head in (*objects, *behind) for member in conjuncts(head)]


def added_verbs(token: Token) -> list[Token]:
    """The verbs that go on from a predicate or say what a noun is for: "to discuss" and "focusing" in "they met to
    discuss trade, focusing on fish", "centred" in "talks centred on trade"."""
    return [t for t in token.children if t.dep_ in ("advcl", "xcomp", "acl", "conj") and t.pos_ == "VERB"]


def inviters_of(clause: Clause) -> list[Token]:
    """Who invites to what an infinitive tells: "the king invited her to visit Lima", "an invitation from the king to
    visit Lima", "accepted the king's invitation to visit Lima", "the king extended an invitation to her to visit"."""
    found: list[Token] = []
    for governor in clause.governors:
        view = view_clause(governor.token)
        if governor.lemma == "invite":
            found += [a.head for a in view.get("by" if view.passive else "subject")]
        things = [governor.token] if governor.lemma == "invitation" else [a.head for a in view.get("object")]
        for thing in things:
            if thing.lemma_.lower() == "invitation":
                found += [a.head for a in view_clause(thing).get("from", "of", "by", "poss")]
                if thing.head.lemma_.lower() in GIVING_INVITATIONS:
                    found += [a.head for a in view_clause(thing.head).get("subject")]
    return found


def clauses_about(noun: Token, parts: frozenset[str]) -> Iterator[tuple[Clause, str]]:
    """The clauses that tell of what a noun names, with the role it has there: that of the verb it belongs to, also
    through nouns for its `parts` ("attended the opening of the forum") or one that it explains ("at AquaLima, a fair"),
    and those that modify it ("held in Rome")."""
    chain = [noun]
    yield from _stays_at(noun)
    while (current := chain[-1]).head != current:
        head = current.head
        copula = next((t for t in head.children if t.dep_ == "cop"), None)
        if head.pos_ in ("VERB", "AUX") or (
            copula is not None and (preposition_of(head) or head.pos_ in ("ADV", "ADJ"))
        ):
            beside = [t for t in head.children if t.dep_ in ADDED and t.pos_ == "VERB"]  # "opened, drawing …"
            for verb in (copula if copula is not None and head.pos_ not in ("VERB", "AUX") else head, *beside):
                yield from _with_role(verb, current)
            break
        if current.dep_ not in ("conj", "appos") and (
            head.lemma_.lower() not in parts or preposition_of(current) in OUTSIDE
        ):
            break
        chain.append(head)
        yield from _stays_at(head)
    for link in chain:
        for child in link.children:
            if child.dep_ in ("acl", "acl:relcl"):
                for verb in conjuncts(child):  # "held in Rome and chaired by Ana Paz"
                    if verb.pos_ in ("VERB", "AUX"):
                        yield from _with_role(verb, link)
    yield from ((view_clause(stray), "object") for stray in _participles_behind(noun))
    for clause, inner in _told_of_whole(noun):
        yield from ((clause, a.role) for a in clause.arguments if a.head == inner)


def _stays_at(noun: Token) -> Iterator[tuple[Clause, str]]:
    """The clause of which a noun is the predicate, for those who are told to be there: "will be at the fair"."""
    copula = next((t for t in noun.lefts if t.dep_ == "cop"), None)
    if copula is not None and (role := preposition_of(noun)):
        yield view_clause(copula), role


def _told_of_whole(noun: Token) -> Iterator[tuple[Clause, Token]]:
    """The clauses that tell of holding and that a parse hangs on a noun within a noun's phrase, with that noun: "held"
    and "envoys" in "the meeting of envoys on peace, which is to be held in Rome"."""
    for inner in noun.doc[noun.i + 1 : min(noun.right_edge.i + 1, noun.i + REACH)]:
        if inner.dep_ not in ("acl", "acl:relcl") or inner.head == noun or inner.head.i < noun.i:
            continue
        if any(t.pos_ in ("VERB", "AUX") for t in _between(inner.head, noun)):
            continue  # "the forum, where she will join a round table hosted by Peru"
        taking_place = verb_lemma(inner) == "take" and inner.i + 1 < len(noun.doc) and inner.nbor().lower_ == "place"
        if taking_place or verb_lemma(inner) in HOLDING:
            clause = view_clause(inner)
            if (taking_place or clause.passive) and inner.head.pos_ in ("NOUN", "PROPN"):
                yield clause, inner.head


def _between(inner: Token, noun: Token) -> Iterator[Token]:
    """The words by which a word hangs on a noun above it."""
    while inner not in (noun, inner.head):
        yield inner
        inner = inner.head


def _participles_behind(noun: Token) -> list[Token]:
    """The passive participles right behind a noun's phrase that a parse hangs on the verb before: "held" and "attended"
    in "discussed the agenda of the forum, held in Rome and attended by envoys". What stands there tells of the noun."""
    behind = [t for t in noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 5] if not t.is_punct]
    first = next((t for t in behind if t.lower_ not in ("to", "be", "which")), None)
    if first is None or first.head.i > noun.i or first.dep_ != "advcl" or not _is_stray_participle(first):
        return []
    further = (t for t in (*first.rights, *first.head.rights) if t.dep_ == "conj" and t.i > first.i)
    return [first, *(t for t in further if _is_stray_participle(t))]


def _is_stray_participle(word: Token) -> bool:
    """Whether a word is a participle in the passive with no subject of its own; a past tense by its tag is one where an
    agent stands with it: "convened by the board"."""
    acted = word.tag_ == "VBD" and any(t.dep_ == "obl:agent" for t in word.rights)
    return (word.tag_ == "VBN" or acted) and not any(
        t.dep_.startswith("nsubj") or t.dep_ == "aux" for t in word.children
    )


def _with_role(verb: Token, noun: Token) -> Iterator[tuple[Clause, str]]:
    clause = view_clause(verb)
    role = next((a.role for a in clause.arguments if a.head == noun), None)
    if role is not None:
        yield clause, role


def in_clause_of(word: Token, verb: Token) -> bool:
    """Whether a name stands in a verb's clause before it, as a complement or in what a participle tells: Ana Paz for
    "spoke" in "With Premier Ana Paz, he spoke of trade" and in "Receiving Ana Paz, he spoke of trade"."""
    while word.dep_ in ("flat", "appos", "conj", "nmod:desc", "compound") and word.head != word:
        word = word.head
    if word.dep_ != "obj" and preposition_of(word) != "with":
        return False
    above = word.head
    return above == verb or (above.head == verb and above.dep_ == "advcl" and above.tag_ == "VBG" and above.i < verb.i)


def stands_in_adjunct(word: Token, subject: Token) -> bool:
    """Whether a name belongs to an adjunct that stands before a subject of a clause: Ana Paz in "At the invitation of
    Ana Paz, the premier visited Lima"."""
    above = next((t for t in word.ancestors if t.head == subject.head and t.dep_ == "obl"), None)
    return above is not None and above.i < subject.i
