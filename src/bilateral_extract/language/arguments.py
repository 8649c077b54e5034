"""Arguments: what hangs on a predicate, with the role that each has for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bilateral_extract.language.constituents import JOINING, preposition_of
from bilateral_extract.language.displaced import is_received, is_subject_slip, stray_obliques, subject_titles
from bilateral_extract.lexicon import load_words

REPRESENTATIVES = load_words("representatives")
LONELY = load_words("time_nouns") | load_words("unaccompanied_nouns")
PERSONAL = frozenset({"with", "by"})
RELATIONAL = load_words("relational_nouns")
DEICTIC = frozenset({"here", "there"})  # they say where something is as a place behind "in" does


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate. `role` is subject, object, iobject, comp, poss, unmarked, or a preposition;
    of a noun also outer: the subject of the clause that the noun stands in ("Ana Paz said after talks with …")."""

    role: str
    head: Token
    inherited: bool = False  # taken from a governing clause rather than said in this one


def own_arguments(token: Token, passive: bool) -> list[Argument]:
    """The arguments that a predicate has in its own clause, whether or not it stands in the passive."""
    left = next((t.lower_ for t in token.rights if t.pos_ == "ADP" and t.dep_ == "obl"), None) if passive else None
    found = [argument for child in token.children for argument in _read_child(child, token, passive, left)]
    if token.pos_ == "VERB":
        for stray in stray_obliques(token):
            found.extend(_oblique(stray))
    objects = [
        k
        for k, a in enumerate(found)
        if a.role == "object" and a.head.dep_ == "obj" and a.head.i > token.i and a.head.pos_ != "SYM"
    ]
    titles = subject_titles(token) if token.pos_ == "VERB" else []
    if titles and all(a.role != "subject" for a in found):  # a title without its name is the subject itself
        found.append(Argument("subject", titles[-1]))
    if not any(a.role == "object" for a in found):  # "informed her about the floods"
        found = [Argument("object", a.head) if a.role == "iobject" else a for a in found]
    if passive and is_received(token):  # "the firm was awarded a contract"
        found = [Argument("iobject", a.head) if a.head.dep_ == "nsubj:pass" else a for a in found]
    elif len(objects) > 1:  # "awarded the firm a contract": of two bare objects the first one receives
        found[objects[0]] = Argument("iobject", found[objects[0]].head)
    return found


def _read_child(child: Token, token: Token, passive: bool, left: str | None) -> Iterator[Argument]:
    """The arguments of a predicate that one of its children makes; `left` is a preposition of the passive that stands
    without its noun: "about" in "was talked about"."""
    dep = child.dep_
    if left and dep == "nsubj:pass":  # "trade was talked about"
        yield Argument(left, child)
    elif dep in ("nsubj", "csubj", "nsubj:outer"):  # outer: "the leaders are to meet"
        yield Argument("object" if passive and dep == "nsubj" else "subject", child)
    elif dep == "obj" and child.pos_ != "VERB" and preposition_of(child):  # a parse's slip: "hold talks with her"
        yield from _oblique(child)
    elif dep == "obj" and not passive and is_subject_slip(child, token):  # "Mr Gil and I signed a treaty"
        yield Argument("subject", child)
    elif dep in ("obj", "nsubj:pass", "csubj:pass") or (
        dep == "appos" and child.ent_type_ == "PERSON" and token.pos_ == "VERB"  # people stand by no verb
    ):
        yield Argument("object", child)
    elif dep == "iobj":
        yield Argument("iobject", child)
    elif dep == "obl:agent" or (dep == "obl" and passive and preposition_of(child) == "by"):
        # "by June" under a passive is a date: dates are told from agents by what stands in them, above
        yield Argument("subject", child)
        yield Argument("by", child)
    elif dep in ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "obl:tmod", "nmod:tmod"):
        yield from nominal_arguments(child)
    elif dep == "nmod:poss":
        yield Argument("poss", child)
    elif dep == "advmod" and child.lower_ in DEICTIC:
        yield Argument("in", child)
    elif dep == "advmod" and child.lower_ in JOINING:  # "the ministry, together with the chamber, held a fair"
        yield from (a for t in child.rights if t.dep_ == "obl" for a in _oblique(t))
    elif dep in ("xcomp", "ccomp"):  # people are no complements: "called Premier Ana Paz"
        yield Argument("object" if child.ent_type_ == "PERSON" and not passive else "comp", child)
    elif dep in ("advcl", "acl") and child.pos_ == "VERB" and any(t.dep_ == "mark" for t in child.lefts):
        mark = next(t.lower_ for t in child.lefts if t.dep_ == "mark")
        asked = any(t.tag_ == "WRB" for t in child.lefts)  # "discussed how to expand trade"
        yield Argument("comp" if asked else f"{mark}-clause", child)


def nominal_arguments(nominal: Token) -> Iterator[Argument]:
    """The arguments that a nominal, mostly behind a preposition, makes for the word that it hangs on."""
    yield from _oblique(nominal)
    yield from _not_of_place(nominal)


def _oblique(child: Token) -> Iterator[Argument]:
    """A prepositional argument, and, for a relational noun, what stands behind it under the complex preposition."""
    prep = preposition_of(child)
    if prep is None and child.ent_type_ in ("PERSON", "ORG"):
        yield Argument("object", child)  # people are no adverbials: "will also meet Premier Ana Paz"
        return
    if prep == "to" and any(t.lower_ == "up" for t in child.lefts):
        yield Argument("object", child)  # "will commit up to $3 million"
        return
    yield Argument(prep or "unmarked", child)
    noun = child.lemma_.lower() if child.lemma_.lower() in RELATIONAL else child.lower_  # "auspices" has no singular
    if prep and noun in RELATIONAL:
        for inner in child.children:
            if inner.dep_ == "nmod" and (of := preposition_of(inner)):
                yield Argument(f"{prep} {noun} {of}", inner)
            elif inner.dep_ == "nmod:poss":
                yield Argument(f"{prep} {noun} of", inner)


def _not_of_place(place: Token) -> Iterator[Argument]:
    """What a parse hangs on a place, a time, a means or an occasion and none of them has, company or a doer: "met later
    in the day with Ana Paz", "spoke by phone with Ana Paz", "a trip to Lima by the minister"."""
    if place.ent_type_ in ("GPE", "LOC", "FAC", "EVENT") or place.lemma_.lower() in LONELY:
        for child in place.rights:
            if child.dep_ == "nmod" and (prep := preposition_of(child)) in PERSONAL:
                yield Argument(prep, child)
            elif child.dep_ == "nmod":  # "on the sidelines of the games in Lima with Ana Paz"
                yield from _not_of_place(child)
            elif child.dep_ == "appos" and (child.ent_type_ == "PERSON" or child.lemma_.lower() in REPRESENTATIVES):
                # "met, in Lima, the premier, Ana Paz"
                yield Argument("object", child)
