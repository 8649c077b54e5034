"""Meetings that are organised gatherings: of a body ("an OPEC meeting"), at the summit, of many nations."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import governing_predicate, is_counted, nominals_behind
from bilateral_extract.language.nominals import belonging_to
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.scene import Scene

SITTINGS = load_words("sittings")
OCCASIONS = load_words("assembly_modifiers")
BODIES = load_words("assembly_bodies")
COURSE = load_words("course_verbs")
SIDES = frozenset({"party", "nation", "country", "way"})


def is_assembly(scene: Scene, noun: Token) -> bool:
    """Whether a noun for talks means a gathering that is organised, and no talks between two sides.

    A summit or commemorative meeting is, the meeting of an organisation, and the talks of many nations where they are
    told to be set or to begin.
    """
    if noun.lemma_.lower() not in SITTINGS:
        return _is_many_sided(noun)
    before = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod", "nmod:poss", "flat")]
    if any(t.lower_ in OCCASIONS for t in before):
        return True
    if any(t.lower_ in BODIES or _is_body(scene, t) for t in before):
        return not nominals_behind(noun, "with", "between")
    whole = belonging_to(noun)
    if whole is None or load_lexicon().classes.get(whole.lemma_.lower()) == "event":  # told of the body that sits
        return False
    return whole.lower_ in BODIES or _is_body(scene, whole)


def _is_body(scene: Scene, word: Token) -> bool:
    """Whether a word ends the name of an organisation that is of no country."""
    return any(
        entity.kind == "organization" and entity.country is None and mention.form in ("name", "acronym")
        for entity, mention in scene.mentions_at(word.i)
        if mention.last == word.i + 1
    )


def _is_many_sided(noun: Token) -> bool:
    """Whether talks are told to be of many and to have their own time: "six-party talks will resume in Beijing"."""
    many = (t for t in noun.lefts if t.lemma_.lower() in SIDES and is_counted(t))
    if not any(many) and not any(t.lower_ == "multilateral" for t in noun.lefts):
        return False
    verb = governing_predicate(noun)
    return verb is not None and view_clause(verb).lemma in COURSE
