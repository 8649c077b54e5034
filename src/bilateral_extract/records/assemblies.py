"""Meetings that are organised gatherings: of a body ("an OPEC meeting"), at the summit, of many nations."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import is_counted, nominals_behind, preposition_of, verb_lemma
from bilateral_extract.language.nominals import belonging_to
from bilateral_extract.language.remembering import remembered
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.editions import read_ordinal
from bilateral_extract.records.event_names import holder_of, sense_of, sitting_of
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import is_people
from bilateral_extract.records.scene import Scene

SITTINGS = load_words("sittings")
OCCASIONS = load_words("assembly_modifiers")
BODIES = load_words("assembly_bodies")
AMBIGUOUS = load_words("document_or_event")
STAGED = (load_words("attend_verbs") | load_words("organise_verbs")) - {"join"}  # states join what they sign
COURSE = load_words("course_verbs")
WIDE = frozenset({"annual", "regional", "international", "continental", "global", "worldwide", "inaugural", "spring"})
CIRCLES = frozenset(  # by which groups of states call themselves
    "process initiative partnership group troika club network platform community coalition alliance league pact".split()
)
RECURRING = frozenset({"annual", "biennial", "inaugural"})
REACH = 80  # words before "the meeting" in which it is told whose it is
SIDES = frozenset({"party", "nation", "country", "way"})


@remembered
def is_assembly(scene: Scene, noun: Token) -> bool:
    """Whether a noun for talks means a gathering that is organised, and no talks between two sides.

    A summit or commemorative meeting is, the meeting of an organisation, and the talks of many nations where they are
    told to be set or to begin.
    """
    if noun.lemma_.lower() not in SITTINGS:
        return _is_banquet(scene, noun) or _is_many_sided(noun)
    if holder_of(noun) is not None or _is_told_before(scene, noun):
        return True
    before = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod", "nmod:poss", "flat")]
    if any(t.lower_ in OCCASIONS for t in before):
        return True
    if _is_wide(noun, before):
        return True
    owners = [t for owner in before if owner.dep_ == "nmod:poss" for t in owner.lefts]  # "the APEC leaders' meeting"
    if any(t.lower_ in BODIES or _is_body(scene, t) for t in (*before, *owners)):
        return not nominals_behind(noun, "with", "between")
    whole = belonging_to(noun)
    if whole is None or load_lexicon().classes.get(whole.lemma_.lower()) == "event":  # told of the body that sits
        return False
    if whole.lower_ in BODIES or _is_body(scene, whole) or (whole.text[:1].isupper() and whole.lower_ in CIRCLES):
        return True
    # "the fourth meeting of advisers", not "the second meeting of the two presidents"
    numbered = any(read_ordinal(t.text) is not None for t in noun.lefts)
    return (
        numbered
        and whole.tag_ in ("NNS", "NNPS")
        and is_people(whole)
        and not any(t.pos_ == "DET" for t in whole.lefts)
    )


def _is_told_before(scene: Scene, noun: Token) -> bool:
    """Whether a bare "the meeting" goes back to the meeting of a body: "a meeting of the council … the meeting"."""
    if any(t.lower_ not in ("the", "this") for t in noun.lefts if t.dep_ not in ("case", "punct", "mark", "cc")):
        return False
    if not any(t.dep_ == "det" for t in noun.lefts) or any(t.dep_ in ("nmod", "appos") for t in noun.rights):
        return False
    lemma = noun.lemma_.lower()
    words = (scene.tokens[i] for i in range(noun.i - 1, max(-1, noun.i - REACH), -1))
    told = next((t for t in words if t.lemma_.lower() == lemma and t.pos_ in ("NOUN", "PROPN")), None)
    if told is None:
        return False
    whole = belonging_to(told)
    if whole is not None and sense_of(whole) == "body" and sitting_of(whole) == told:
        return True
    return is_assembly(scene, told)


def _is_banquet(scene: Scene, noun: Token) -> bool:
    """Whether a meal is one that an organisation gives and people are at: "spoke at a dinner of the chamber"."""
    if load_lexicon().classes.get(noun.lemma_.lower()) != "meal" or preposition_of(noun) != "at":
        return False
    givers = [
        t
        for verb in noun.rights
        if verb.dep_ == "acl" and verb_lemma(verb) in STAGED
        for t in nominals_behind(verb, "by")
    ]
    givers += [t for t in noun.lefts if t.dep_ in ("compound", "nmod:poss")]
    return any(_is_body(scene, t, of_country=True) for t in (*givers, *nominals_behind(noun, "of")))


def _is_wide(noun: Token, before: list[Token]) -> bool:
    """Whether a meeting is told to be of a whole region or trade, or to recur, and is attended, organised or set: "a
    regional meeting on tourism organised by the council", "the second donors' meeting", "the annual meetings"."""
    wide = any(t.lower_ in WIDE for t in before)
    numbered = any(read_ordinal(t.text) is not None for t in noun.doc[noun.left_edge.i : noun.i])
    of_many = numbered and any(t.dep_ == "nmod:poss" and t.tag_ == "NNS" and is_people(t) for t in before)
    told = bool(nominals_behind(noun, "of", "on")) or len(before) > 1  # not "the annual meeting"
    if not ((wide and told) or of_many) or nominals_behind(noun, "with", "between"):
        return False
    verbs = [noun.head, noun.head.head, *(t for t in noun.children if t.dep_ in ("acl", "acl:relcl"))]
    staged = any(t.pos_ == "VERB" and verb_lemma(t) in STAGED | COURSE | {"take", "set", "attend"} for t in verbs)
    return staged or preposition_of(noun) in ("at", "during")


def is_convened(noun: Token) -> bool:
    """Whether a noun that may also name a document means a gathering: one is at it, attends it or holds it."""
    if noun.lemma_.lower() not in AMBIGUOUS:
        return False
    if any(t.lower_ in RECURRING for t in noun.lefts):
        return True
    stages = noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_.lower() in STAGED
    return stages or preposition_of(noun) in ("at", "during")


def _is_body(scene: Scene, word: Token, *, of_country: bool = False) -> bool:
    """Whether a word stands in the name of an organisation that is of no country, or `of_country` of one."""
    return any(
        entity.kind == "organization" and (of_country or entity.country is None) and mention.form in ("name", "acronym")
        for entity, mention in scene.mentions_at(word.i)
    )


def _is_many_sided(noun: Token) -> bool:
    """Whether talks are told to be of many and to have their own time: "six-party talks will resume in Beijing"."""
    many = (t for t in noun.lefts if t.lemma_.lower() in SIDES and is_counted(t))
    if not any(many) and not any(t.lower_ == "multilateral" for t in noun.lefts):
        return False
    top = noun.head if preposition_of(noun) == "of" else noun  # "the next round of six-party talks"
    return top.dep_.startswith("nsubj") and view_clause(top.head).lemma in COURSE
