"""Who and how many are told to be at an event by what an article goes on to tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from bilateral_extract.language.attachment import relative_adverb
from bilateral_extract.language.clause_lookup import leaders_of
from bilateral_extract.language.clauses import Argument, Clause, view_clause
from bilateral_extract.language.constituents import (
    governing_predicate,
    is_counted,
    nominals_behind,
    noun_phrase,
    preposition_of,
    verb_lemma,
)
from bilateral_extract.language.nominals import fronted_subjects, subjects_of
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import Attendance
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.participants import (
    ATTEND,
    COMING,
    GATHER,
    ORGANISE,
    SPEECHES,
    add_attendance,
    add_participants,
    fill_people,
    predicate_of,
)
from bilateral_extract.records.parties import REPRESENTATIVES
from bilateral_extract.records.scene import Scene

LEADING = load_words("leading_verbs")
SITTINGS = load_words("sittings")
TEAMS = load_words("delegation_nouns")
HEARERS = frozenset({"present", "audience", "participants", "attendees", "guests", "delegates", "gathering"})
ADDRESSING = frozenset({"address", "greet", "welcome", "tell", "thank", "brief"})
PROCEEDINGS = frozenset(
    {"discussion", "discussions", "proceedings", "session", "meeting", "panel", "debate", "dialogue"}
)
OCCASIONS = frozenset({"occasion", "function"})
CHAIRING = frozenset({"moderate", "chair", "co-chair", "cochair", "facilitate"})
GIVING = frozenset({"make", "deliver", "give"})
OPENING = frozenset({"opening", "closing", "keynote", "welcoming", "welcome", "inaugural"})
SIDES = frozenset({"side", "delegation"})
GOING_ON = SPEECHES | SIDES | {"it", "those", "opening"}
ATTENDEES = load_words("attendees")
COME = load_words("coming_participles")
COMING_WORDS = frozenset(phrase.split()[0] for phrase in COMING | COME)
COMING_AT_ALL = frozenset({"attend", "participate", "take", "register", "represent", "confirm"})
SOLD = frozenset({"expect", "sell", "book", "reserve", "register", "accredit"})
BEING_THERE = frozenset({"present", "there", "attendance"})  # "were in attendance"
NATIONS = frozenset({"nations", "countries", "states"})
REACH = 100  # words over which a paragraph goes on about an event


def fill_attendees(scene: Scene, draft: Draft) -> None:
    """Adds who is told to be there by what goes on about an event in its paragraph: "Also present were A and B",
    "Speakers included A", "410 participants had registered"."""
    trigger = draft.trigger
    for argument in (*_members_of(trigger), *_envoys_to(trigger), *_those_where(trigger)):
        add_participants(scene, draft, argument)
    if trigger.head.lemma_.lower() in ATTENDEES and is_counted(
        trigger.head.head
    ):  # "firms with delegates at the forum"
        add_attendance(scene, draft, Argument("of", trigger.head.head))
    for token in islice(trigger.ancestors, 4):  # "300 participants from 41 countries registered for the forum"
        if token.lemma_.lower() in ATTENDEES and is_counted(token):
            add_attendance(scene, draft, Argument("of", token))
    for quantity in scene.quantities_in(noun_phrase(trigger)[0], trigger.i):  # "a 19-nation conference"
        definite = scene.doc[max(0, scene.token_at(quantity.span.start) - 1)].lower_ == "the"
        if definite:  # "the two countries' commission"
            continue
        if quantity.of in NATIONS and load_lexicon().classes.get(trigger.lower_) != "meeting":  # not "six-nation talks"
            attendance = Attendance(count=int(quantity.value), of=quantity.of, span=quantity.span)
            draft.add("attendance", Fill(attendance, quantity.span, "number of those who attend (before the noun)"))
    for token in scene.doc[trigger.i + 1 : trigger.sent.end]:  # "the fair; 65 booths have been sold"
        if is_counted(token) and token.head.lemma_.lower() in SOLD and view_clause(token.head).get("object"):
            add_attendance(scene, draft, Argument(token.dep_, token))
    another = False  # whether another event is told between
    for token in _going_on(scene, trigger):
        another = another or _tells_another(token)
        if another and token.lower_ in HEARERS | PROCEEDINGS | OCCASIONS:
            continue
        if token.lower_ in GOING_ON or token.lemma_.lower() in GOING_ON:
            _fill_from_followup(scene, draft, token)
        elif token.lower_ in HEARERS and (speakers := _speakers_to(token)):  # "those present were greeted by A"
            for argument in speakers:
                add_participants(scene, draft, argument)
        elif token.lower_ in PROCEEDINGS | OCCASIONS and (
            chairs := _chairs_of(token)
        ):  # "the discussion was moderated by A"
            for argument in chairs:
                add_participants(scene, draft, argument)
        elif token.lower_ in BEING_THERE and token.pos_ != "VERB":
            for subject in subjects_of(token):
                add_participants(scene, draft, Argument("subject", subject))
        elif token.pos_ == "VERB" and verb_lemma(token) in LEADING:
            clause = view_clause(token)
            for argument in clause.get("subject") if clause.get("for") and not clause.get("object") else ():
                add_participants(scene, draft, argument)  # "Ana Paz led for Peru"
        elif token.pos_ == "VERB" and verb_lemma(token) in COMING_WORDS:
            for argument in _comers(view_clause(token)):
                add_participants(scene, draft, argument)
                add_attendance(scene, draft, argument)
        elif token.lemma_.lower() not in ATTENDEES:
            continue
        elif is_counted(token) and not _is_of_another(token):
            add_attendance(scene, draft, Argument(token.dep_, token))
        elif preposition_of(token) == "among":  # "Among the speakers was A"
            for subject in fronted_subjects(token) or [a.head for a in view_clause(token.head).get("subject")]:
                add_participants(scene, draft, Argument("subject", subject))
        elif token.dep_ in ("obj", "iobj"):  # "told delegates"
            for argument in view_clause(token.head).get("subject") if token.head.pos_ == "VERB" else ():
                add_participants(scene, draft, argument)
        elif token.dep_.startswith("nsubj"):
            clause = view_clause(token.head)
            for argument in clause.get("object") if clause.lemma in ("include", "feature") else ():
                add_participants(scene, draft, argument)


def _tells_another(word: Token) -> bool:
    """Whether a noun brings in an event that was not told before: "a forum"."""
    new = word.pos_ == "NOUN" and any(t.lower_ in ("a", "an") for t in word.lefts)
    return new and load_lexicon().classes.get(word.lemma_.lower()) == "event"


def _speakers_to(hearers: Token) -> tuple[Argument, ...]:
    """Who speaks to those who are at an event: "those present were greeted by A", "A addressed the audience"."""
    if hearers.dep_ not in ("obj", "nsubj:pass") or hearers.head.pos_ != "VERB":
        return ()
    clause = view_clause(hearers.head)
    if clause.lemma not in ADDRESSING or clause.negated:
        return ()
    return clause.get("by") if clause.passive else clause.get("subject")


def _chairs_of(proceedings: Token) -> tuple[Argument, ...]:
    """Who is told to chair what goes on at an event: "the discussion was moderated by A", "A chaired the session"."""
    if proceedings.dep_ not in ("obj", "nsubj:pass") or proceedings.head.pos_ != "VERB":
        return ()
    clause = view_clause(proceedings.head)
    graced = proceedings.lower_ in OCCASIONS and predicate_of(clause) in ATTEND
    if not (clause.lemma in CHAIRING or graced) or any(t.lower_ in ("a", "an") for t in proceedings.lefts):
        return ()
    return clause.get("by") if clause.passive else clause.get("subject")


def _envoys_to(event: Token) -> Iterator[Argument]:
    """Who leads those who go to an event: A in "A led a team to the forum", "a delegation to it, headed by A"."""
    top = event.head if event.head.lemma_.lower() in SITTINGS and preposition_of(event) == "of" else event
    team = top.head
    if team.pos_ == "VERB" and preposition_of(top) == "to" and (clause := view_clause(team)).lemma in LEADING:
        yield from clause.get("subject") if any(a.head.lemma_.lower() in TEAMS for a in clause.get("object")) else ()
    if preposition_of(top) in ("to", "at") and team.lemma_.lower() in TEAMS:
        yield from leaders_of(team)
        if team.dep_ == "nsubj:pass" and (clause := view_clause(team.head)).lemma in LEADING:
            yield from clause.get("by")


def _members_of(event: Token) -> Iterator[Argument]:
    """Whose gathering an event is: A, B and C in "a summit of the leaders of A, B and C"."""
    for noun in nominals_behind(event, "of"):
        if noun.tag_ == "NNS" and noun.lemma_.lower() in REPRESENTATIVES:
            yield Argument("of", noun)


def _those_where(event: Token) -> Iterator[Argument]:
    """Who is told to have been where an event was: "the forum in Lima, where A spoke"."""
    for place in (event, *nominals_behind(event, "in", "at")):
        for verb in (t for t in place.rights if t.dep_ == "acl:relcl" and relative_adverb(t) is not None):
            clause = view_clause(verb)
            if clause.tense in ("past", "future") and not clause.passive and not clause.negated:
                yield from clause.get("subject")


def _comers(clause: Clause) -> tuple[Argument, ...]:
    """Who is told to come, to what the sentence before tells of: "25 countries are expected to attend", "39 countries
    were represented", "26 firms have taken stands"."""
    doing = predicate_of(clause)
    if clause.negated or clause.get("at", "to"):
        return ()
    if clause.passive:
        return clause.get("object") if clause.lemma in COME else ()
    told = clause.trigger.i
    heavy = [a for a in clause.get("object") if a.head.i > told and f"{clause.lemma} {a.head.lemma_.lower()}" != doing]
    if heavy or doing not in COMING:
        return ()
    return clause.get("subject") or tuple(a for a in clause.get("object") if a.head.i < told)  # "200 have registered"


def _going_on(scene: Scene, event: Token) -> Iterator[Token]:
    """The words that may go on about an event: the rest of its paragraph; where it closes one, the verbs of coming in
    the next, up to the name of an event."""
    paragraph = scene.paragraph_of(event)
    start, end = event.sent.end, scene.paragraph_tokens(paragraph)[1]
    yield from scene.tokens[start : min(end, start + REACH)]
    if start >= end and paragraph + 1 < len(scene.reading.paragraphs):
        for token in scene.tokens[start : min(scene.paragraph_tokens(paragraph + 1)[1], start + REACH)]:
            if any(entity.kind == "event" for entity, _ in scene.mentions_at(token.i)):
                return
            if token.pos_ == "VERB" and verb_lemma(token) in COMING_AT_ALL:
                yield token


def _fill_from_followup(scene: Scene, draft: Draft, token: Token) -> None:
    """Adds who is told of by what goes on about an event: "it is organised by A", "A spoke at the opening", "A gave the
    keynote address", "in her opening remarks A said", "their side was led by A", "among those taking part are A"."""
    word = token.lower_ if token.pos_ in ("PRON", "DET") else token.lemma_.lower()
    verb = governing_predicate(token)
    if word == "it":
        clause = view_clause(token.head)
        role = next((a.role for a in clause.arguments if a.head == token), None)
        if role in ("subject", "object") and predicate_of(clause) in ATTEND | ORGANISE | GATHER:
            fill_people(scene, draft, clause, role)
    elif word == "those":
        taking_part = [t for t in token.rights if t.dep_ == "acl" and predicate_of(view_clause(t)) in ATTEND]
        if preposition_of(token) == "among" and taking_part:
            for subject in fronted_subjects(token):
                add_participants(scene, draft, Argument("subject", subject))
    elif word in SIDES:
        for argument in leaders_of(token):
            add_participants(scene, draft, argument)
    elif verb is not None and verb.pos_ == "VERB":
        clause = view_clause(verb)
        opens = word in OPENING or any(t.lower_ in OPENING for t in token.lefts)  # "the keynote address"
        at_it = word == "opening" and preposition_of(token) == "at" and not nominals_behind(token)
        given = word in SPEECHES and clause.lemma in GIVING and token.head == verb  # "speeches were made by A"
        if at_it or given or (word in SPEECHES and opens and verb in (token.head, token.head.head)):
            for argument in clause.get("by") if clause.passive else clause.get("subject"):
                add_participants(scene, draft, argument)


def _is_of_another(attendee: Token) -> bool:
    """Whether a clause tells of those who attend what its subject names: "last year's forum drew 900 guests"."""
    subjects = view_clause(attendee.head).get("subject") if attendee.head.pos_ == "VERB" else ()
    return any(load_lexicon().classes.get(a.head.lemma_.lower()) == "event" for a in subjects)
