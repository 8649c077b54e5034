"""Where a journey goes and what it is for: from the usual places around a verb or noun of travel."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import Argument, view_clause
from bilateral_extract.language.constituents import (
    doings,
    end_before,
    equated,
    governing_predicate,
    infinitives,
    modifiers,
    nominals_behind,
    noun_phrase,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import (
    defining_verbs,
    efforts_to,
    goals_within,
    nominals_below,
    stated_aim,
    verbs_where,
)
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Place
from bilateral_extract.records.circumstances import (
    JOURNEYS,
    PLACE_NOUNS,
    PLACE_ROLES,
    VENUES,
    places_of,
    places_where,
)
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.event_places import cities_in
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.members import BESIDE
from bilateral_extract.records.participants import TRAVEL
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.phrases import read_core
from bilateral_extract.records.scene import Scene

TRAVEL_PREPOSITIONS = ("to", "in", "at", "for", "into", "through", "across")
ARRIVING = frozenset({"arrive", "land", "fly in", "touch down", "come"})
LEADING = frozenset({"lead", "head", "accompany"})
AWAITING = frozenset({"prepare", "await", "expect", "host", "brace", "welcome"})
MEANWHILE = frozenset({"during", "on", "throughout", "in", "amid"})
SEEKING = frozenset({"seek", "look", "hope", "aim", "try", "promote", "pursue"})
CONVEYING = load_words("conveying_verbs")
COVERING = load_words("covering_verbs")
TIMES = load_words("time_nouns")
VISIT_KINDS = load_words("visit_kinds")


def is_attendance(draft: Draft) -> bool:
    """Whether a record tells that an event is attended."""
    return draft.rule.endswith(":event")


def fill_goals(scene: Scene, draft: Draft) -> None:
    """Destination, host and purpose from the usual places around a verb or noun of travel."""
    for clause in draft.clauses:
        for argument in clause.arguments:
            rule = f"{argument.role} of {clause.lemma}"
            of_event = is_attendance(draft) and clause.trigger == draft.trigger and argument.role in ("for", "to")
            if argument.role in TRAVEL_PREPOSITIONS and "destination" not in draft.slots and not of_event:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("destination", fill)
            if argument.role in ("at invitation of", "on invitation of"):
                for host in resolve_participants(scene, argument.head)[:1]:
                    draft.add("host", Fill(host, host.span, argument.role))
            if argument.role == "as" and argument.head.lemma_.lower() == "guest":
                for inviter in nominals_behind(argument.head, "of"):
                    for host in resolve_participants(scene, inviter)[:1]:
                        draft.add("host", Fill(host, host.span, "as guest of"))
            if argument.role in ("to-clause", "for", "to"):
                _fill_purpose(scene, draft, argument, rule)
    predicate = governing_predicate(draft.trigger)
    after = preposition_of(draft.trigger) not in ("on", "for")  # not "left Lima on a trip", which goes elsewhere
    if after and predicate is not None and predicate.lemma_.lower() == "leave" and "destination" not in draft.slots:
        for argument in view_clause(predicate).get("object"):  # "left Lima after a visit"
            for fill in places_of(scene, argument.head, "what the traveller leaves"):
                draft.add("destination", fill)
    if predicate is not None and predicate.pos_ != "VERB" and draft.trigger.pos_ == "NOUN":
        for fill in places_of(scene, predicate, "where the traveller is"):  # "is in Peru on a visit to discuss trade"
            draft.add("destination", fill)
        for aim in infinitives(predicate):
            _fill_purpose(scene, draft, Argument("to-clause", aim), "what the traveller is there for")
    if (stated := stated_aim(draft.trigger)) is not None:
        _fill_purpose(scene, draft, Argument("to-clause", stated), "stated aim")
    for doing in doings(draft.clause.trigger) if draft.clause.lemma == "be" else ():
        _fill_purpose(scene, draft, Argument("to-clause", doing), "what the traveller does there")
    _fill_stations(scene, draft)
    for fill_place in (_fill_place_within, _fill_place_of_purpose, _fill_place_around):
        if "destination" not in draft.slots:
            fill_place(scene, draft)
    if "purpose" not in draft.slots:
        _fill_doings(scene, draft)
    if "purpose" not in draft.slots:
        _fill_kind_of_visit(scene, draft)
    if is_attendance(draft):
        phrase = read_core(scene, draft.trigger)
        draft.add("purpose", Fill(phrase, phrase, "what is attended"))
        for argument in draft.clauses[-1].arguments:
            if argument.role in PLACE_ROLES and "destination" not in draft.slots:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("destination", fill)
        if "destination" not in draft.slots:  # "the Lima Trade Fair"
            for fill in cities_in(scene, noun_phrase(draft.trigger)[0], draft.trigger.i):
                draft.add("destination", fill)


def is_goal(scene: Scene, draft: Draft, argument: Argument) -> bool:
    """Whether a place before a journey's noun, or behind "of", is no traveller but where the journey goes: "her Lima
    visit", "Ana Paz's tour of Peru", unlike "the visit of Peru"."""
    noun, head = draft.trigger, argument.head
    if noun.lemma_.lower() not in JOURNEYS or head.pos_ == "ADJ" or argument.role not in ("of", "modifier"):
        return False
    others = [a for a in draft.in_role("leader") if a.head != head and a.role in ("poss", "subject", "by")]
    told = argument.role == "modifier" or noun.lemma_.lower() == "tour" or bool(others)
    return told and bool(places_of(scene, head, ""))


def _fill_stations(scene: Scene, draft: Draft) -> None:
    """Where a journey goes as its noun has it beside it or as its own clauses tell it: "a tour of Peru", "a tour that
    will take her to Peru", "the trip includes stops in Peru and Chile", "Lima is the first stop of the tour"."""
    if draft.trigger.lemma_.lower() not in JOURNEYS:
        return
    beside = [a.head for a in draft.in_role("leader") if is_goal(scene, draft, a)]
    halt = draft.trigger.head
    if _is_halt(halt) and preposition_of(draft.trigger) in (
        "on",
        "of",
        "in",
    ):
        named = equated(halt)
        beside += [named] if named is not None else nominals_behind(halt, "in", "at")
    behind = draft.trigger.right_edge.i + 1
    near = [*draft.trigger.rights, *(t for t in draft.trigger.head.rights if t.left_edge.i == behind)]
    halts = [t for t in near if preposition_of(t) == "with" and _is_halt(t)]
    beside += [
        t for stops in halts for t in nominals_behind(stops, "in", "at")
    ]  # "a trip with stops in Peru and Chile"
    for place in beside if "destination" not in draft.slots else ():
        for fill in places_of(scene, place, "place beside the journey's noun"):
            if fill.value.country:  # the stations of a tour of a continent are told by themselves
                draft.add("destination", fill)
    for verb in defining_verbs(draft.trigger):
        clause = view_clause(verb)
        stations = [a.head for a in clause.get("to")] if clause.lemma in CONVEYING else []
        for argument in clause.get("object") if clause.lemma in COVERING else ():
            stations += [argument.head, *nominals_below(argument.head, "in", "to", "at")]
        for station in stations:
            for fill in places_of(scene, station, "station of the journey"):
                draft.add("destination", fill)


def _is_halt(noun: Token) -> bool:
    return load_lexicon().classes.get(noun.lemma_.lower()) == "halt"


def _fill_place_within(scene: Scene, draft: Draft) -> None:
    """Where a journey goes that a parse hangs on a word between: "the mission of the minister, Ana Paz, to Peru"; or
    that is told by what is there: "returned from celebrations in Peru"."""
    goals: list[Token] = []
    if draft.trigger.pos_ == "VERB":
        for argument in draft.in_role("destination"):
            if argument.role != "object" and argument.head.pos_ == "NOUN":
                goals += nominals_below(argument.head, "in", "at")
            if argument.head.lemma_.lower() in PLACE_NOUNS | VENUES:
                _fill_land_of(scene, draft, argument.head)
            if argument.role == "from":
                goals += [owner.head for owner in view_clause(argument.head).get("poss")]
    elif draft.trigger.lemma_.lower() in JOURNEYS:
        goals = goals_within(draft.trigger, draft.trigger.i, draft.trigger.right_edge.i + 1)
    for goal in goals:
        for fill in places_of(scene, goal, "place of what the journey is to"):
            draft.add("destination", fill)


def _fill_land_of(scene: Scene, draft: Draft, place: Token) -> None:
    """The land of a place without a name: South Africa for "visited the South African island"."""
    for token in modifiers(place):
        for entity, mention in scene.mentions_at(token.i):
            if entity.kind == "country" and entity.country not in (None, draft.first("country")):
                span = scene.reading.span(mention.start, mention.end)
                land = Place(name=entity.name, country=entity.country, kind="country", span=span)
                draft.add("destination", Fill(land, span, "land of the place"))


def _fill_place_around(scene: Scene, draft: Draft) -> None:
    """Where somebody arrives as the clause around tells it: "Peru, where she arrived on Monday", "protesters in Lima
    burned flags as she arrived"."""
    verb = draft.clause.trigger
    leads = verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl") and verb.lemma_.lower() in LEADING
    if leads and (around := governing_predicate(verb)):
        for argument in view_clause(around).get("in", "at"):  # "leading ten managers, she met the premier in Lima"
            for fill in places_of(scene, argument.head, "place of the clause around"):
                draft.add("destination", fill)
    around = governing_predicate(draft.trigger)
    if around is not None and draft.trigger.pos_ == "NOUN" and preposition_of(draft.trigger) in MEANWHILE:
        for argument in view_clause(around).get("in", "at"):  # "said in Lima during her visit"
            for fill in places_of(scene, argument.head, "place of the clause around"):
                draft.add("destination", fill)
    if around is not None and around.lemma_.lower() in AWAITING and draft.trigger.lemma_.lower() in JOURNEYS:
        for argument in view_clause(around).get("subject"):  # "Peru is preparing for a visit by the premier"
            for fill in places_of(scene, argument.head, "who awaits the journey"):
                draft.add("destination", fill)
    while verb.dep_ == "xcomp":
        verb = verb.head
    for fill in places_where(scene, verb):
        draft.add("destination", fill)
    if "destination" not in draft.slots and verb.dep_ == "advcl" and draft.clause.lemma in ARRIVING:
        for argument in view_clause(verb.head).get("subject", "object", "in", "at"):
            for token in (argument.head, *nominals_below(argument.head, "in", "at")):
                if token.i < verb.i and "destination" not in draft.slots:
                    for fill in places_of(scene, token, "place of the clause around"):
                        draft.add("destination", fill)


def _fill_doings(scene: Scene, draft: Draft) -> None:
    """What a journey is for as a noun of trying tells ("in a bid to boost trade", "with the aim of boosting trade"), or
    what the traveller does or seeks there ("came seeking support", "to Peru, where she will discuss trade", "will
    discuss trade during her visit")."""
    aims = [aim for clause in draft.clauses for argument in clause.arguments for aim in efforts_to(argument.head)]
    for clause in draft.clauses if draft.trigger.pos_ == "VERB" else ():
        aims += [doing for doing in doings(clause.trigger) if doing.lemma_.lower() in SEEKING]
    for aim in aims:
        _fill_purpose(scene, draft, Argument("to-clause", aim), "what is tried")
    if aims:
        return
    there = [verb for clause in draft.clauses for verb in verbs_where(clause.trigger)]
    around = governing_predicate(draft.trigger)
    if draft.trigger.pos_ == "NOUN" and preposition_of(draft.trigger) in MEANWHILE and around is not None:
        there += [around] if verb_lemma(around) not in TRAVEL else []  # "will arrive on a working visit"
    for verb in there:
        if verb.pos_ == "VERB" and (clause := view_clause(verb)).tense == "future" and not clause.passive:
            phrase = read_core(scene, verb)
            draft.add("purpose", Fill(phrase, phrase, "what the traveller will do there", "article"))


def _fill_kind_of_visit(scene: Scene, draft: Draft) -> None:
    """What a visit is called says what it is for, where no more is told: "a study visit"."""
    kinds = [t for t in modifiers(draft.trigger) if t.lower_ in VISIT_KINDS]
    if draft.trigger.lemma_.lower() in JOURNEYS and kinds:
        span = scene.span(kinds[0].i, draft.trigger.i + 1)
        draft.add("purpose", Fill(span, span, "kind of the visit", "article"))


def _fill_place_of_purpose(scene: Scene, draft: Draft) -> None:
    """A journey goes where its aim is: "a delegation to attend the inauguration of Ana Paz in Lima"."""
    for clause in draft.clauses:
        for argument in clause.get("to-clause", "for"):
            for token in nominals_below(argument.head, "in", "at"):
                for fill in places_of(scene, token, "place of the purpose"):
                    draft.add("destination", fill)


def _fill_purpose(scene: Scene, draft: Draft, argument: Argument, rule: str) -> None:
    """What a journey is for: an infinitive, a noun after "for", an event after "to"; not a place, date or visit."""
    head = argument.head
    classes = load_lexicon().classes
    if head.pos_ != "VERB":
        kind = classes.get(head.lower_) or classes.get(head.lemma_.lower())
        if kind == "visit" or (argument.role == "to" and kind != "event") or places_of(scene, head, rule):
            return
        if argument.role == "for" and head.lemma_.lower() in TIMES and (inner := nominals_behind(head, "of")):
            head = inner[0]  # "for two days of talks"
        elif argument.role == "for" and (scene.dates_in(head.left_edge.i, head.i + 1) or head.lemma_.lower() in TIMES):
            return
    phrase = read_core(scene, head)
    company = nominals_below(head, *BESIDE)  # "to discuss trade, together with ten experts"
    if company and (end := end_before(company[0])) > head.i:
        end -= scene.doc[end - 1].lower_ in ("together", "along")
        phrase = scene.span(scene.token_at(phrase.start), min(end, scene.token_at(phrase.end - 1) + 1))
    draft.add("purpose", Fill(phrase, phrase, rule))
