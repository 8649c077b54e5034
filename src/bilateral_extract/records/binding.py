"""Whom a deal binds: its parties, their countries, and those who sign for them."""

from __future__ import annotations

import calendar

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import reporting_subject
from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    conjuncts,
    content_noun,
    end_before,
    governing_predicate,
    modifiers,
    nominals_behind,
    noun_phrase,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import members_told, nominals_below
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.evidence import bloc_of
from bilateral_extract.records.documents import is_document
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import Participant, countries_beside, participant_of, resolve_participants
from bilateral_extract.records.scene import Scene

GOVERNMENTS = load_words("government_words")
BUILDINGS = frozenset({"venue", "other"})  # kinds of places that may be bodies: a port, a university
MONTHS = frozenset(calendar.month_name)
FIRM_WORDS = load_words("firm_words")
SUPPLYING = load_words("supplying_words")
PUBLIC_BODIES = load_words("public_bodies")
ROUTES = load_words("route_nouns")
TELLING = load_words("telling_verbs")
SIDE_BY_SIDE = frozenset({"with", "between", "alongside"})  # where those stand who sign with others
SIGNING = ("sign", "initial", "ink", "exchange", "conclude", "put")  # the verbs that people sign by
BUSINESS = frozenset({"purchase", "investment", "grant", "loan"})
TRANSFERS = frozenset({"loan", "grant", "investment"})  # kinds that go from one side to another


def fill_parties(scene: Scene, draft: Draft) -> None:
    """Proposes parties, their countries and signatories from a deal's arguments."""
    sign = "signed" in draft.sets
    between = any(a.role in ("between", "among") for a in draft.in_role("parties"))
    for name in ("signers", "parties"):
        for argument in draft.in_role(name):
            rule = f"{argument.role} of {draft.rule}"
            told = resolve_participants(scene, argument.head) or _described(scene, argument.head)
            told = told or _bodies_named_like_places(scene, draft, argument)
            for participant in _spelt_out(scene, argument.head, told) or told:
                signs = name == "signers" or (argument.role in SIDE_BY_SIDE and draft.rule.startswith(SIGNING))
                if participant.kind == "person" and sign and signs and argument.head.lower_ != "we":
                    draft.add("signatories", Fill(participant, participant.span, rule))
                if between and argument.role == "subject" and draft.clause.lemma in TELLING:
                    continue
                if not (between and name == "signers" and participant.kind in ("person", "group")):
                    _bind(scene, draft, participant, rule)
                elif participant.country:  # where the sides are told, those who sign only act for them
                    draft.add("countries", Fill(participant.country, participant.span, f"{rule}, for their country"))
            for body in _unknown_bodies(scene, argument):
                add_party(draft, body, f"{rule}, by its capitals")
    for argument in draft.in_role("subject"):  # "a loan to the railways", "a grant for Ghana"
        if argument.role == "to" or (argument.role == "for" and draft.first("kind") in TRANSFERS):
            rule = f"{argument.role} of {draft.rule}"
            _bind_named(scene, draft, argument.head, rule)
            if draft.first("kind") == "purchase":  # "the sale of milk to the Algerian agency Onal"
                _bind_bodies(scene, draft, argument.head, rule)
        if argument.role == "for-clause":  # "a contract for Norsk Hydro to build a dam"
            for doer in view_clause(argument.head).get("subject"):
                _bind_named(scene, draft, doer.head, f"who is to act, of {draft.rule}")
        if argument.role == "of":  # "a loan of the World Bank", "a letter of intent of two institutes"
            _bind_bodies(scene, draft, argument.head, f"of, of {draft.rule}")
        if argument.head.lemma_.lower() in SUPPLYING:
            _bind_receivers(scene, draft, argument.head)
    if sign and (draft.clause.passive or "signatories" in draft.slots):
        _add_further_signatories(scene, draft)
    if sign and "parties" not in draft.slots:
        _bind_witnesses(scene, draft)
    for argument in draft.in_role("sides"):  # "a China-Laos agreement", "the Kazakh-Chinese memorandum", "an IMF loan"
        if scene.amounts_in(argument.head.i, argument.head.i + 1):  # "a US$ 3 million loan"
            continue
        if draft.trigger.pos_ == "PROPN" and len(draft.values("parties")) > 2:  # "46 states signed the Lima Convention"
            continue
        for entity, mention in scene.mentions_at(argument.head.i):
            if entity.kind in ("country", "organization"):
                add_party(draft, participant_of(scene, entity, mention), f"modifier of {draft.rule}")


def bind_side(scene: Scene, draft: Draft, head: Token, rule: str) -> None:
    """Binds whoever a word names or describes, by their capitals where nothing else has told them to be bodies."""
    for participant in resolve_participants(scene, head) or _described(scene, head):
        _bind(scene, draft, participant, rule)
    for body in _unknown_bodies(scene, Argument("between", head)):
        add_party(draft, body, f"{rule}, by its capitals")


def _add_further_signatories(scene: Scene, draft: Draft) -> None:
    """Those who sign besides, wherever the parse hangs them, and for whom: "signed on behalf of Norway by Kari Berg and
    on behalf of Peru by Luis Soto", "signed alongside Luis Soto"."""
    verb = draft.clause.trigger
    for token in nominals_below(verb, "of") if draft.clause.passive and len(draft.values("parties")) < 2 else ():
        if token.head.lower_ == "behalf":
            _bind_named(scene, draft, token, f"on behalf of, of {draft.rule}")
    roles = ("by", "alongside") if draft.clause.passive else ("alongside",)
    for token in nominals_below(verb, *roles) if draft.rule.startswith(SIGNING) else ():
        by_others = (
            (other := governing_predicate(token)) is not None and other != verb and verb_lemma(other) not in SIGNING
        )
        for participant in resolve_participants(scene, token) if token.i > verb.i and not by_others else ():
            if participant.kind == "person":
                rule = f"{preposition_of(token)}, further on, of {draft.rule}"
                draft.add("signatories", Fill(participant, participant.span, rule))
                if len(draft.values("parties")) < 2:
                    _bind(scene, draft, participant, rule)


def _bind_receivers(scene: Scene, draft: Draft, supply: Token) -> None:
    """Binds to whom something is supplied: "a contract for the delivery of 12 ferries to Fiji"."""
    for token in supply.subtree:
        if token.i > supply.i and preposition_of(token) == "to":
            _bind_named(scene, draft, token, f"to whom, of {draft.rule}")
            return


def _bind_bodies(scene: Scene, draft: Draft, token: Token, rule: str) -> None:
    """Binds the bodies and countries whose document one is: who gives what is given, whose shares or wares are bought;
    else two and more of them."""
    bodies = [p for p in resolve_participants(scene, token) if p.kind in ("organization", "country")]
    if draft.first("kind") in {*TRANSFERS, "purchase"} or len(bodies) > 1:
        for participant in bodies:
            _bind(scene, draft, participant, rule)


def _spelt_out(scene: Scene, head: Token, told: list[Participant]) -> list[Participant]:
    """The countries or bodies that are told singly for a plural: "twenty states, among them Gabon and Togo", "the
    leaders of the four nations, Peru, Chile, Bolivia and Brazil", "two firms, namely A and B"."""
    plural = content_noun(head)  # "a total of 46 states"
    if plural.tag_ != "NNS" or any(p.kind != "group" for p in told):
        return []
    named = members_told(plural)
    bodies = [p for token in named for p in resolve_participants(scene, token) if p.kind in ("country", "organization")]
    return bodies if len(bodies) > 1 else []


def _bind_named(scene: Scene, draft: Draft, token: Token, rule: str) -> None:
    """Binds the bodies and countries named at a word."""
    for entity, mention in scene.mentions_at(token.i):
        if entity.kind in ("organization", "country") and mention.form != "demonym":
            _bind(scene, draft, participant_of(scene, entity, mention), rule)


def _bind_witnesses(scene: Scene, draft: Draft) -> None:
    """Binds the countries whose leaders see a document signed: "was signed in the presence of the two presidents"."""
    present = [
        participant
        for clause in draft.clauses
        for argument in clause.get("in presence of")
        for participant in resolve_participants(scene, argument.head)
    ]
    if len({participant.country for participant in present} - {None}) > 1:
        for participant in present:
            _bind(scene, draft, participant, "in presence of")


def add_recipient(scene: Scene, draft: Draft) -> None:
    """The country in which what is given is used, where no recipient is told: "a loan to upgrade roads in Ghana"."""
    subject = draft.first("subject")
    if draft.first("kind") not in TRANSFERS or subject is None or len(draft.values("parties")) != 1:
        return
    giver = draft.values("parties")[0]
    for entity, mention in scene.mentions_in(*scene.tokens_of(subject)):
        if entity.kind in ("country", "place") and entity.country not in (None, giver.country):
            here = participant_of(scene, entity, mention)
            side = country_party(scene, entity.country, here)
            if side is not None:
                add_party(draft, side, "where it is used")
            else:
                draft.add("countries", Fill(entity.country, here.span, "where it is used"))
            return


def sides_further_on(scene: Scene, draft: Draft) -> list[Argument]:
    """The sides of a document that a parse hangs on another word of its phrase ("a memorandum on trade between two
    ports") or, where nobody is told to sign it, of its sentence ("the pact signed in Lima between Peru and Chile")."""
    first, last = noun_phrase(draft.trigger, with_clauses=True)
    first = max(first, draft.trigger.i + 1)
    if not draft.in_role("signers") or draft.clause.lemma in TELLING:  # who approves a document does not make it
        rest = range(last, draft.trigger.sent.end)
        last = next((i for i in rest if scene.doc[i].text == ":" or is_document(scene.doc[i])), draft.trigger.sent.end)
    behind = [scene.doc[i] for i in range(first, last)]
    told = [
        Argument("between", t)
        for t in behind
        if preposition_of(t) in ("between", "among") and t.head.lemma_.lower() not in ROUTES
    ]
    if not told and sum(len(conjuncts(a.head)) for a in draft.in_role("signers")) < 2:
        told = [Argument("with", t) for t in behind if preposition_of(t) == "with" and resolve_participants(scene, t)]
    return told


def _described(scene: Scene, head: Token) -> list[Participant]:
    """The countries of a body told by a common noun: "Kuwait's state fund", "a Dutch institute",
    "Omani and Iraqi banks", "the bank of Peru"; or the body it names before it: "the Airbus aircraft maker"."""
    if head.lower_ == "it" and (speaker := reporting_subject(head)) is not None:
        head = speaker
    if head.pos_ != "NOUN" or head.lemma_.lower() in load_lexicon().classes:
        return []
    named = [pair for t in modifiers(head) for pair in scene.mentions_at(t.i) if pair[0].kind == "organization"]
    if named and head.tag_ == "NN":
        return [participant_of(scene, *named[0])]
    return countries_beside(scene, head, noun_phrase(head), ("of", "from"))


def _bodies_named_like_places(scene: Scene, draft: Draft, argument: Argument) -> list[Participant]:
    """Sides that seem to be places of no known country, or cities that make an agreement: "with Air Andes", "donated to
    the Jauja observatory", "Hamburg and Shanghai signed", "Lima became a sister city of Oslo"."""
    twinned = draft.rule.startswith("twin ") or draft.rule.endswith(":sister")
    found = []
    for head in conjuncts(argument.head):
        for entity, mention in scene.mentions_at(head.i):
            city = entity.place_kind in ("city", "region") and (twinned or argument.role in ("subject", "between"))
            if entity.kind == "place" and (city or (entity.place_kind in BUILDINGS and head.pos_ == "PROPN")):
                span = scene.reading.span(mention.start, mention.end)
                found.append(Participant(entity.name, "organization", entity.country, span, entity))
    return found


def _unknown_bodies(scene: Scene, argument: Argument) -> list[Participant]:
    """Sides whose names nothing else has told to be bodies: "between the Geological Survey and the Port of Salalah"."""
    found = []
    for head in conjuncts(argument.head) if argument.role in ("between", "among") else ():
        known = [e for e, _ in scene.mentions_at(head.i) if e.kind != "document" and e.place_kind not in BUILDINGS]
        if known or head.tag_ != "NNP" or not head.text[0].isupper() or is_document(head) or head.text in MONTHS:
            continue
        first, last = noun_phrase(head)
        last = min([last, *(end_before(t) for t in conjuncts(head)[1:] if t.i > head.i)])
        last = min([last, *(t.left_edge.i for t in nominals_behind(head) if preposition_of(t) not in ("of", "for"))])
        while first < head.i and scene.doc[first].pos_ in ("DET", "PUNCT", "SPACE", "ADP", "CCONJ"):
            first += 1
        country = next((entity.country for entity, _ in scene.mentions_in(first, last) if entity.country), None)
        span = scene.span(first, last)
        found.append(Participant(span.text, "organization", country, span))
    return found


def _employer(scene: Scene, person: Participant) -> Participant | None:
    """The body that a person signs for, where that is no organ of a state: "Ana Paz, chairwoman of Copper Hill"."""
    entity = person.entity
    words = set(entity.organization.casefold().split()) if entity is not None and entity.organization else set()
    if entity is None or not words or (PUBLIC_BODIES & words and not FIRM_WORDS & words):  # "the State Oil Company"
        return None
    body = next((e for e in scene.entities if e.kind == "organization" and e.name == entity.organization), None)
    return (
        None
        if body is None
        else Participant(body.name, "organization", body.country or person.country, person.span, body)
    )


def _bind(scene: Scene, draft: Draft, participant: Participant, rule: str) -> None:
    """Adds whom a participant binds: itself, or for persons, governments and groups the countries they stand for."""
    if participant.kind in ("organization", "country") and not is_government(participant):
        add_party(draft, participant, rule)
        return
    if participant.kind == "person" and (employer := _employer(scene, participant)) is not None:
        add_party(draft, employer, f"{rule}, for their organisation")
        return
    codes = [participant.country] if participant.country else []
    if participant.kind == "person" and not codes and draft.first("kind") in BUSINESS and "signed" not in draft.sets:
        if participant.entity is None or participant.entity.role is None:
            add_party(draft, participant, rule)  # who invests, be it a body that seems to be a person
        return
    if participant.kind == "group":
        inside = scene.mentions_in(*scene.tokens_of(participant.span))
        codes = list(dict.fromkeys(e.country for e, _ in inside if e.country)) or codes
        for entity, mention in inside if not codes else ():  # "the heads of the CIS member states"
            if entity.kind == "organization" and bloc_of(entity.name):
                add_party(draft, participant_of(scene, entity, mention), rule)
    if not codes and participant.kind == "organization" and participant.name.casefold() not in GOVERNMENTS:
        add_party(draft, participant, rule)
    for code in codes:
        side = country_party(scene, code, participant)
        if side is not None:
            add_party(draft, side, f"{rule}, for their country")
        elif participant.kind == "organization":  # a country named by its government alone
            add_party(draft, participant, rule)


def is_government(participant: Participant) -> bool:
    """Whether a body is a government or parliament, which binds its country."""
    return bool(GOVERNMENTS & set(participant.name.casefold().split()))


def country_party(scene: Scene, code: str, told_by: Participant) -> Participant | None:
    """The country of this code as a party, read from the words that stand for it; None where it is never named."""
    side = scene.find_country(code)
    return None if side is None else Participant(side.name, "country", code, told_by.span, side)


def add_party(draft: Draft, participant: Participant, rule: str) -> None:
    """Proposes a party and its country."""
    draft.add("parties", Fill(participant, participant.span, rule))
    if participant.country:
        draft.add("countries", Fill(participant.country, participant.span, "country of a party"))
