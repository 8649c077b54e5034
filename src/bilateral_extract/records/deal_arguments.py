"""What stands around a deal's words and may fill its slots: the arguments of its noun, signing, amount and talks."""

from __future__ import annotations

from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    governing_predicate,
    nominals_behind,
    noun_phrase,
    preposition_of,
    restated,
)
from bilateral_extract.language.nominals import act_under, provision_of
from bilateral_extract.records.binding import TELLING, TRANSFERS, sides_further_on
from bilateral_extract.records.documents import (
    ADHERING,
    document_kind,
    making_noun,
    negotiation_of,
    signed_participle,
    signing_noun,
)
from bilateral_extract.records.draft import ALONE, NEGOTIATED, Draft
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.worth import amount_words

BY_MEANS = frozenset({"with", "through", "via"})  # what is done with what is given: "through a grant of $3 million"


def gather_arguments(scene: Scene, draft: Draft) -> None:
    """Adds the arguments that hang on the words that go on with the document's noun, on the noun of its signing, or on
    its amount ("a grant of $3 million from the bank")."""
    roles = load_lexicon().nouns["document"].roles
    words = [*restated(draft.trigger), *(amounts := amount_words(scene, draft))]
    talks = negotiation_of(draft.trigger) if NEGOTIATED in draft.sets else None
    signed = signed_participle(draft.trigger)
    words.extend(t for t in (signing_noun(draft.trigger), signed, talks) if t is not None)
    if signed is not None and all(clause.trigger != signed for clause in draft.clauses):
        draft.clauses.append(view_clause(signed))  # when and where: "the pact signed in May covers fish"
    maker = making_noun(draft.trigger)
    if maker is not None and draft.rule == ALONE:  # "the announcement by Norsk Hydro of an investment"
        draft.arguments.extend(("parties", a) for a in view_clause(maker).get("by", "poss"))
    verb = governing_predicate(draft.trigger) if draft.rule == ALONE else None
    if verb is not None and document_kind(draft.trigger) in TRANSFERS and preposition_of(draft.trigger) in BY_MEANS:
        draft.arguments.extend(("parties", a) for a in view_clause(verb).get("subject"))  # "grows, with an investment"
    if draft.trigger.pos_ != "VERB" and document_kind(draft.trigger) == "purchase":  # "an order for jets from Airbus"
        for a in view_clause(draft.trigger).get("for", "of"):
            draft.arguments.extend(("parties", Argument("from", t)) for t in nominals_behind(a.head, "from"))
    bound = next((t for t in (talks, signing_noun(draft.trigger)) if t is not None), None)
    if bound is not None and (talks is not None or bound.lower_ in ADHERING):  # "Peru is a party to the treaty"
        draft.arguments.extend(("parties", a) for a in view_clause(bound).get("outer", "subject"))
    if load_lexicon().classes.get(draft.trigger.lemma_.lower()) == "stake":  # whose share is bought is bound as well
        draft.arguments.extend(("parties", a) for a in view_clause(draft.trigger).get("in"))
    if draft.trigger.pos_ != "VERB" and document_kind(draft.trigger) != "investment":  # "a loan from the bank"
        draft.arguments.extend(("parties", a) for a in view_clause(draft.trigger).get("from"))
    elif draft.trigger.pos_ == "VERB" and not draft.in_role("subject"):  # what is given is given for
        draft.arguments.extend(("subject", a) for a in draft.clause.get("to-clause", "comp", "for", "into"))
        draft.arguments.extend(
            ("subject", a) for a in draft.clause.get("to") if not resolve_participants(scene, a.head)
        )
    known = {argument.head.i for _, argument in draft.arguments} | {t.i for t in words} | {draft.trigger.i}
    for word in words:
        for argument in view_clause(word).arguments:
            if argument.role == "from" and word in amounts:
                draft.arguments.append(("parties", argument))
            elif argument.role in roles and argument.head.i not in known:
                draft.arguments.append((roles[argument.role], argument))
    told = [
        a for a in draft.in_role("subject") if not scene.amounts_in(*noun_phrase(a.head))
    ]  # "for a sum of $3 million"
    if draft.rule.endswith(":document") and all(a.role in ("in", "to") for a in told):
        draft.arguments.extend(  # "signed a deal with Oman to build a port"
            ("subject", Argument("to-clause", a.head))
            for a in draft.clause.get("to-clause", "comp")
            if a.head.tag_ == "VB" and a.head.i > draft.trigger.i
        )
    tellers = draft.clause.get("subject") if draft.clause.lemma in TELLING else ()  # who approves it may be no side
    if draft.trigger.pos_ != "VERB" and all(a in tellers for a in draft.in_role("parties")):
        draft.arguments.extend(("parties", a) for a in sides_further_on(scene, draft))
    done = provision_of(draft.trigger)
    if draft.trigger.pos_ != "VERB" and done is not None and preposition_of(draft.trigger) != "under":
        draft.arguments.extend(  # "a contract by which Norway leases six jets to Peru"
            ("parties", a) for a in view_clause(done).get("subject", "to", "from", "iobject", "with") if not a.inherited
        )
    if (act := act_under(draft.trigger)) is not None:  # "will supply buses to Lima under a contract signed in May"
        acting = (a for a in view_clause(act).get("subject", "to", "from"))
        bodies = (a for a in acting if any(p.kind != "person" for p in resolve_participants(scene, a.head)))
        draft.arguments.extend(("parties", a) for a in bodies)
    sides = ("country", "organization", "place")  # "a sister city of Lima": Lima does not say again what a city is
    restating = {t.i for t in words if all(entity.kind not in sides for entity, _ in scene.mentions_at(t.i))}
    draft.arguments = [(name, a) for name, a in draft.arguments if a.head.i not in restating]
