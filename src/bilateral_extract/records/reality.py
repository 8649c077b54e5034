"""Whether what a clause tells happened, is planned, or makes no record: tense, modality, negation, embedding."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Token

from bilateral_extract.language.clauses import Clause, view_clause
from bilateral_extract.language.constituents import governing_predicate, preposition_of
from bilateral_extract.language.verb_groups import Governor
from bilateral_extract.lexicon import load_words, read_table

Reality = Literal["actual", "planned", "wished", "denied"]

DOUBTFUL_MODALS = load_words("doubtful_modals")
AHEAD = load_words("ahead_prepositions")
OCCASIONAL = frozenset({"during", "throughout", "after", "following"})
DOING = load_words("planned_by_infinitive_only")
NAMING = load_words("naming_verbs")
APPROVING = load_words("approving_words")
PUTTING_OFF = load_words("putting_off_verbs")


# What a question asks, with all that hangs on it by these.
ASKED_BELOW = frozenset({"xcomp", "conj", "obj", "obl", "nmod", "ccomp"})


@cache
def load_effects() -> dict[str, Reality]:
    """Word -> what it does to the predicate that it governs or modifies (reality.tsv)."""
    effects: dict[str, Reality] = {}
    for row in read_table("reality"):
        match row["effect"]:
            case "planned" | "wished" | "denied" as effect:
                effects[row["word"]] = effect
            case unknown:
                raise ValueError(f"reality.tsv: unknown effect {unknown!r} of {row['word']!r}")
    return effects


def effect_of(clause: Clause) -> Reality | None:
    """What a verb does to its object: to put something off to a later day is to plan it."""
    if clause.lemma in PUTTING_OFF and clause.get("until", "till", "to"):
        return "planned"
    return load_effects().get(clause.lemma)


def judge_reality(clause: Clause, trigger: Token) -> Reality:
    """The reality of what `trigger` tells, seen from its governing clause (the two are one for verbs)."""
    effects = load_effects()
    governors = [g for g in clause.governors if g.link != "adverbial"]
    if clause.negated or _has_none(trigger) or any(_negated(g.token) for g in governors):
        return "denied"
    if any(_has_none(plan) for plan in _plans_above(clause.trigger, effects) + _plans_above(trigger, effects)):
        return "denied"
    if clause.conditional or _is_asked(clause.trigger):
        return "wished"
    reality: Reality = "actual"
    if clause.tense == "future" or _is_due(clause, effects):
        reality = "planned"
    if any(m in DOUBTFUL_MODALS for m in clause.modals):
        return "wished"
    apart = False  # whether a clause with a time of its own lies between: "hopes to sign when she visits Lima"
    for governor in map(_noun_above, clause.governors):
        effect = effects.get(governor.lemma)
        if governor.link == "adverbial" and clause.tense == "present" and _has_subject(clause.trigger):
            apart = True
        elif apart and governor.link == "complement" and effect == "wished":
            return "planned"
        if governor.link == "noun" and effect == "wished" and _is_approved(governor.token):
            effect = "planned"  # "approved the proposal to sign"
        if governor.link == "report":
            if effect == "denied":  # "denied that they had signed", "unlikely that they will meet"
                return "planned" if _is_called_off(clause, trigger) else effect
            break  # what is reported has a tense of its own
        if governor.link == "complement" and any(t.lower_ == "yet" for t in governor.token.rights):  # "has yet to sign"
            effect = "planned"
        if governor.link in ("complement", "noun") and effect is not None:
            if effect in ("wished", "denied"):
                return effect
            reality = "planned"
        elif governor.link == "purpose" and effect == "wished" and not view_clause(governor.token).get("object"):
            return effect  # "called on them to sign", unlike "called them to discuss trade"
        elif governor.link == "purpose" and (
            (effect == "planned" and governor.lemma in DOING) or _gives_approval(governor.token)
        ):
            reality = "planned"  # "approval was granted to sign an agreement", "gave its approval to sign"
        elif governor.link == "noun" or (
            governor.link == "purpose" and clause.trigger == trigger and not _is_occasion(trigger)
        ):
            reality = "planned"
    if trigger != clause.trigger or trigger.pos_ != "VERB":
        reality = _of_noun(trigger, clause.trigger, reality, effects)
    return reality


def _is_called_off(clause: Clause, trigger: Token) -> bool:
    """Whether a clause tells that something is off, which, where it is denied, is still to come: "denied that the
    summit had been called off"."""
    if clause.verb is None or clause.verb.pos_ != "VERB":
        return False
    told = view_clause(clause.verb)
    return effect_of(told) == "denied" and any(a.head == trigger for a in told.get("object"))


def _is_denied(clause: Clause) -> bool:
    return any(load_effects().get(governor.lemma) == "denied" for governor in clause.governors)


def _is_asked(word: Token) -> bool:
    """Whether the main clause that a word belongs to is a question: "Will the premier go to Lima?", unlike what else a
    question tells of: "When you met her in Lima, did she speak of tariffs?"."""
    while word.dep_ in ASKED_BELOW and word.head != word:
        word = word.head
    subject = next((t for t in word.lefts if t.dep_.startswith("nsubj")), None)
    if subject is None or not any(t.pos_ == "AUX" and t.i < subject.i for t in word.lefts):
        return False
    sentence = word.sent
    return word == sentence.root and any(t.lower_ == "?" for t in sentence[-2:])


def _noun_above(governor: Governor) -> Governor:
    """The noun for a participle that only goes on about it: "a proposal made by the minister to sign an agreement"."""
    noun = governor.token.head
    going_on = governor.link in ("purpose", "complement") and governor.token.dep_ == "acl"
    if going_on and noun.lemma_.lower() in load_effects():
        return Governor(noun.lemma_.lower(), "noun", noun)
    return governor


def _is_approved(proposal: Token) -> bool:
    """Whether somebody is told to approve something, or to grant approval to it."""
    verb = governing_predicate(proposal)
    if verb is None:
        return False
    clause = view_clause(verb)
    if proposal.head.lemma_.lower() in APPROVING and preposition_of(proposal) in ("to", "of", "for"):
        return not clause.negated  # "granted its approval to the proposal"
    if clause.negated or not {clause.lemma, *(a.head.lemma_.lower() for a in clause.get("object"))} & APPROVING:
        return False
    return any(argument.head == proposal for argument in clause.get("object", "to", "for"))


def _gives_approval(verb: Token) -> bool:
    """Whether what somebody gives allows what follows: "gave its approval to sign"."""
    return any(a.head.lemma_.lower() in APPROVING for a in view_clause(verb).get("object"))


def _is_told_in_phrase(told_by: Token, noun: Token) -> bool:
    """Whether a participle or relative clause of a noun tells of it: "shelved the pact signed in May" was signed."""
    return noun.left_edge.i <= told_by.i <= noun.right_edge.i and told_by.dep_ in ("acl", "acl:relcl")


def _is_occasion(trigger: Token) -> bool:
    """Whether a noun says on what occasion something is done, and is no aim itself: "met her to discuss trade during a
    visit"."""
    return trigger.pos_ == "NOUN" and preposition_of(trigger) in OCCASIONAL


def _is_due(clause: Clause, effects: dict[str, Reality]) -> bool:
    """Whether "due to" and the like stand before an infinitive as if they marked it: "had been due to sign"."""
    verb = clause.verb
    bare = verb is not None and (verb.tag_ == "VB" or any(t.lower_ == "be" for t in verb.lefts))
    marks = (t for t in verb.lefts if t.dep_ == "mark") if verb is not None and bare else ()
    return any(effects.get(t.lower_) == "planned" for t in marks)


def _of_noun(trigger: Token, told_by: Token, reality: Reality, effects: dict[str, Reality]) -> Reality:
    """What stands before a noun decides on it: "a planned visit", "ahead of the talks"; or the verb of which it is the
    object: "cancelled the visit", "the talks are scheduled"."""
    for child in trigger.children:
        # An infinitive, an aim or what a text says is what the noun is about: "an agreement to explore", "a contract
        # aimed at", "a declaration calling for".
        says = child.dep_ == "acl" and child.tag_ in ("VB", "VBG")
        if child.dep_ in ("amod", "acl") and not says and child.lower_ != "aimed":
            effect = effects.get(child.lower_) or effects.get(child.lemma_.lower())
            if effect is not None and not (effect == "planned" and reality == "actual" and _is_done(told_by, trigger)):
                return effect
        if child.dep_ == "case" and (_case(child) in AHEAD or _stands_behind(child) in AHEAD):
            return "planned"
        if child.dep_ == "case" and child.lower_ == "without":
            return "denied"
    verb = governing_predicate(trigger)
    if verb is not None and verb.pos_ == "VERB" and not _is_told_in_phrase(told_by, trigger):
        clause = view_clause(verb)
        if any(argument.head == trigger for argument in clause.get("object")):
            effect = effect_of(clause)
            if effect == "denied" and reality == "planned" and _is_denied(clause):
                return reality
            if effect == "denied" or (effect == "planned" and clause.lemma not in DOING):
                return effect
    return reality


def _is_done(told_by: Token, noun: Token) -> bool:
    """Whether a verb outside of its phrase tells that a document is signed: "the papers prepared for the visit were
    signed"."""
    done = told_by.lemma_.lower() in NAMING and told_by.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    return done and not noun.left_edge.i <= told_by.i <= noun.right_edge.i


def _has_subject(verb: Token) -> bool:
    return any(t.dep_ in ("nsubj", "nsubj:pass") for t in verb.lefts)


def _has_none(noun: Token) -> bool:
    return any(t.dep_ == "det" and t.lower_ in ("no", "neither") for t in noun.children)


def _plans_above(token: Token, effects: dict[str, Reality]) -> list[Token]:
    """The noun of planning that a predicate hangs on: "no plans for a meeting", "no intention of visiting"."""
    above = token.head
    while above.pos_ == "VERB" and above.dep_ in ("acl", "xcomp") and above.head != above:
        above = above.head  # "no plans to hold talks"
    return [above] if above.pos_ == "NOUN" and effects.get(above.lemma_.lower()) == "planned" else []


def _stands_behind(preposition: Token) -> str:
    """A preposition with the adverb that it belongs to: "ahead of", whatever a parse makes of "ahead"."""
    return f"{preposition.nbor(-1).lower_} {preposition.lower_}" if preposition.i else preposition.lower_


def _case(token: Token) -> str:
    return " ".join([token.lower_, *(t.lower_ for t in token.rights if t.dep_ == "fixed")])


def _negated(token: Token) -> bool:
    return any(t.lower_ in ("not", "n't", "n’t", "never") for t in token.children)
