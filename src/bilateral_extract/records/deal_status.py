"""How far a deal is: whether it is made or planned, and whether it is told to be signed."""

from __future__ import annotations

import re

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import (
    clause_span,
    containing_noun,
    content_noun,
    governing_predicate,
    modifiers,
    nominals_behind,
    noun_phrase,
    verb_lemma,
)
from bilateral_extract.language.nominals import is_bare
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.deal_identity import is_in_force
from bilateral_extract.records.documents import (
    document_kind,
    is_definite,
    is_in_being,
    is_plural,
    is_to_be_signed,
    is_told_to_exist,
    making_noun,
    negotiation_of,
    signed_participle,
    signing_noun,
    tells_others,
)
from bilateral_extract.records.draft import ALONE, ITEM, TITLE, Draft
from bilateral_extract.records.reality import Reality, effect_of, judge_reality, load_effects
from bilateral_extract.records.scene import Scene

STATUSES = ("signed", "agreed", "planned")
BINDING = load_words("binding_verbs")
BOTH_SIDES = load_words("both_sides")
NAMING = load_words("naming_verbs")
FORESEEING = frozenset({"may", "might", "could"})
WRITTEN = frozenset({"agreement", "memorandum", "protocol", "contract", "declaration"})
STANDING = frozenset({"existing", "current", "present", "standing"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def read_status(scene: Scene, draft: Draft, reality: Reality) -> tuple[Reality, str, str]:
    """The reality of a deal, given that of its clause, how far the words beside it say that it is, and the status that
    is made of both; notes in the draft that it is planned where its own phrase says so."""
    if is_to_be_signed(draft.trigger) or _is_signed_later(draft):
        draft.sets = ("planned", *draft.sets)
    told = "signed" if is_signed(draft) else None
    if told is None or "planned" in draft.sets:  # "a signing is being prepared"
        told = next((s for s in draft.sets if s in STATUSES), "agreed")
    if "investment" in draft.sets and reality == "actual" and draft.clause.tense == "past":
        told = "signed"  # "has invested $3 million"
    shown = "agreed" if told == "signed" and _is_signing_to_come(draft) else told
    stands = not is_to_be_signed(draft.trigger) and (
        is_in_being(draft.trigger) or signed_participle(draft.trigger) is not None
    )
    if draft.rule == ALONE and reality == "planned" and (stands or _is_known(scene, draft)):
        reality, shown = "actual", "signed"
    elif draft.rule == ALONE and reality == "actual" and shown == "agreed":
        stands = is_told_to_exist(draft.trigger) or _is_known(scene, draft) or _is_standing(draft)
        shown = "signed" if stands else shown
    elif reality == "planned" and is_in_force(draft) and "planned" not in draft.sets:
        reality, shown = "actual", "signed"  # "the treaty on fish will come into force in May"
    elif reality == "planned" and _is_undertaken(draft):
        reality, shown = "actual", "agreed"
    if ITEM in draft.sets and "signed" in draft.sets and "planned" not in draft.sets:
        reality, shown = "actual", "signed"  # as the words before the list say
    return reality, told, shown


def judge_deal(draft: Draft) -> Reality:
    """The reality of a deal; a noun that no verb of the lexicon carries has that of the verb it is the object of."""
    reality = judge_reality(draft.clause, draft.trigger)
    maker = draft.clause.trigger
    progressive = maker.tag_ == "VBG" and any(t.lemma_ == "be" for t in maker.lefts)
    if reality == "actual" and progressive and maker != draft.trigger:
        return "planned"  # "are finalising an agreement"
    if draft.rule != ALONE or reality != "actual":
        return reality
    noun = signing_noun(draft.trigger) or draft.trigger
    verb = governing_predicate(noun)
    if verb is None or all(content_noun(a.head) not in (noun, draft.trigger) for a in view_clause(verb).get("object")):
        return reality
    return effect_of(view_clause(verb)) or reality


def judge_in_scene(scene: Scene, draft: Draft) -> Reality:
    """The reality of a deal, seen with the days told beside it."""
    reality = judge_deal(draft)
    if reality == "wished" and _is_foreseen(scene, draft):
        return "planned"
    if reality == "wished" and draft.rule == ALONE and _is_known(scene, draft):
        return "actual"  # "the 1993 treaty should be updated"
    return reality


def is_signed(draft: Draft) -> bool:
    """Whether the verb of a document, or a noun or participle beside it, says that it is signed."""
    trigger = draft.trigger
    if "signed" in draft.sets or signing_noun(trigger) is not None or signed_participle(trigger) is not None:
        return True
    return draft.rule == ALONE and is_plural(trigger) and tells_others(trigger)


def is_of_old(scene: Scene, draft: Draft) -> bool:
    """Whether a document is of a year gone by, so that it is in force: "the 2004 pact on air seats"."""
    day, published = draft.first("date"), scene.reading.published
    return bool(published and day and day.end and day.end.year < published.year and draft.first("status") == "agreed")


def years_told(scene: Scene, noun: Token) -> list[int]:
    """The years that a document's phrase tells: "the 1993 treaty", "the accord of May 1993"."""
    before = [int(t.text) for t in noun.lefts if _YEAR.fullmatch(t.text)]
    days = scene.dates_in(*noun_phrase(noun, with_clauses=True))
    return before + [day.start.year for day in days if day.start is not None]


def are_both_sides(draft: Draft) -> bool:
    """Whether those who agree are the sides of the talks, told without their names."""
    heads = [t for a in draft.in_role("signers") for t in (a.head, *nominals_behind(a.head, "of"))]
    plurals = (t for t in heads if t.tag_ in ("NNS", "PRP"))
    return any(t.lower_ in BOTH_SIDES or any(n.lower_ in ("two", "both") for n in t.lefts) for t in plurals)


def _is_foreseen(scene: Scene, draft: Draft) -> bool:
    """Whether a signing that may come has its day: "could be ready for signature early next year"."""
    verb, clause = draft.clause.verb, draft.clause
    if verb is None or clause.negated or clause.conditional or not set(clause.modals) <= FORESEEING:
        return False
    tells = clause.lemma in NAMING or clause.lemma == "be ready"
    if not tells or clause.governors or any(t.lower_ in ("if", "unless") for t in verb.subtree):
        return False
    return bool(scene.dates_in(*clause_span(verb)))


def _is_known(scene: Scene, draft: Draft) -> bool:
    """Whether a document is one that stands, whatever is to become of it: "the existing pact", "their 1993 treaty"."""
    if making_noun(draft.trigger) is not None or negotiation_of(draft.trigger) is not None:
        return False
    if any(t.lower_ in STANDING for t in modifiers(draft.trigger)):
        return True
    published = scene.reading.published
    return published is not None and any(year < published.year for year in years_told(scene, draft.trigger))


def _is_standing(draft: Draft) -> bool:
    """Whether a document is spoken of as one that there is, by its name or as one known: "praised the Treaty on Visas",
    "under our memorandum on fish"; not one that is only agreed or worked on, nor what some do by an "agreement to"."""
    noun = draft.trigger
    if (
        document_kind(noun) not in WRITTEN
        or {"agreed", ITEM, TITLE} & set(draft.sets)
        or negotiation_of(noun) is not None
    ):
        return False
    if making_noun(noun) is not None or any(t.dep_ == "acl" and t.tag_ != "VBG" for t in noun.rights):
        return False
    if any(t.lower_ in ("a", "an") for t in noun.lefts) or is_bare(noun):  # "the agreement": one told before
        return False
    holder = containing_noun(noun)
    if holder is not None and holder.lemma_.lower() in load_effects():
        return False  # "work on the pact", "a proposal for the pact"
    return is_definite(noun) or any(t.pos_ == "PROPN" for t in (noun, *modifiers(noun)))


def _is_signed_later(draft: Draft) -> bool:
    """ "was initialled and will be signed in May"."""
    others = (t for t in draft.clause.trigger.rights if t.dep_ == "conj" and verb_lemma(t) in NAMING)
    later = (t for t in others if all(c.dep_ != "nsubj:pass" for c in t.lefts))
    return draft.clause.lemma not in NAMING - {"initial"} and any(view_clause(t).tense == "future" for t in later)


def _is_undertaken(draft: Draft) -> bool:
    """Whether who is to make a deal has bound itself to it: "has committed to buy ten jets"."""
    governor = next((g for g in draft.clause.governors if g.link != "adverbial"), None)
    if governor is None or governor.link != "complement" or governor.token.tag_ not in ("VBD", "VBN"):
        return False
    return governor.lemma in BINDING or (governor.lemma == "decide" and are_both_sides(draft))


def _is_signing_to_come(draft: Draft) -> bool:
    """Whether a signing is what a verb plans or allows: "approved the signing of a treaty"."""
    noun = signing_noun(draft.trigger)
    if noun is None or signed_participle(draft.trigger) is not None:  # "authorised the ratification of the pact signed"
        return False
    verb = governing_predicate(noun)
    return verb is not None and verb.pos_ == "VERB" and effect_of(view_clause(verb)) == "planned"
