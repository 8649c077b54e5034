"""Events: forums, summits, exhibitions and the like: which edition, where, when, attended by whom."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import clauses_about
from bilateral_extract.language.clauses import Clause, view_clause
from bilateral_extract.language.constituents import (
    is_counted,
    nominals_behind,
    preposition_of,
)
from bilateral_extract.language.nominals import belonging_to, occasions_of, title_behind
from bilateral_extract.language.verb_groups import is_negated
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.attendees import fill_attendees
from bilateral_extract.records.circumstances import fill_date, places_of
from bilateral_extract.records.draft import Draft, Fill
from bilateral_extract.records.editions import fill_edition, read_ordinal
from bilateral_extract.records.event_names import (
    MOTTOES,
    holder_of,
    is_named,
    is_talks,
    kind_of,
    kind_of_series,
    load_event_nouns,
    name_bounds,
    sense_of,
    sitting_of,
)
from bilateral_extract.records.event_places import fill_event_place
from bilateral_extract.records.event_references import is_current, is_edition, series_of
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.participants import (
    ATTEND,
    COURSE,
    GATHER,
    INITIATED,
    ORGANISE,
    UNDER_WHOSE_HAND,
    add_attendance,
    add_organizers,
    add_participants,
    fill_people,
    hosts_of,
    is_journey,
    predicate_of,
)
from bilateral_extract.records.periods import fill_period, stretch_days
from bilateral_extract.records.reality import effect_of, judge_reality
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.sittings import SITS, SITTINGS, is_session, sits

PARTS = load_words("event_parts")
VAGUE = load_words("vague_modifiers")
NOT_EVENTS = load_words("not_event_modifiers")
BROADCASTS = frozenset({"episode", "broadcast", "season", "instalment", "installment"})
UNDERTAKINGS = frozenset(
    "programme program project initiative plan strategy fund agency secretariat office foundation organisation "
    "organization association network centre center institute team".split()
)
BODY_VERBS = frozenset({"publish", "say", "estimate", "warn", "employ", "fund", "lend", "own", "appoint"})
HISTORY = load_words("history_words")
PART_WORDS = frozenset({"opening", "closing", "inaugural", "plenary"})
DRAWING = frozenset({"draw", "attract", "gather", "bring together"})
EARLIER = frozenset({"last", "previous", "past"})
OF_BODIES = frozenset(
    "auspices future role secretariat charter statute mandate membership member idea concept observance reform".split()
)
OUTSIDE = frozenset({"under", "with", "by", "within", "after", "before"})  # roles in which one is not there
OF_SOMEBODY = frozenset({"inauguration", "coronation", "funeral", "swearing-in", "enthronement"})
PART_REACH = 80  # words before "the ceremony" in which it is told what it opens
AGENDA_REACH = 12  # words between the beginning of an agenda's line and its entry
DEEP = 4  # nouns that hold one another in a name
INDEFINITE = frozenset({"a", "an", "any", "no", "another"})
COMPLEMENTS = ("of", "on", "for", "between", "with", "among")


def fill_event(scene: Scene, draft: Draft) -> bool:
    """Fills an event's slots; False where it has neither a name nor a definite kind, or did not take place."""
    trigger = draft.trigger
    reality = judge_reality(draft.clause, trigger)
    about = list(clauses_about(trigger, PARTS))
    if reality == "denied":
        if not _is_only_missed(draft, about):
            return False
        reality = "planned" if draft.clause.tense == "future" else "actual"
    if sense_of(trigger) == "body" and (sitting := sitting_of(trigger)) is not None:
        about += clauses_about(sitting, PARTS)  # "a meeting of the commission, held in Lima"
    series = series_of(scene, trigger) if is_edition(trigger) and not is_current(trigger) else None
    first, last = name_bounds(scene, trigger if series is None else series)
    if not _is_event(scene, draft, about, first):
        return False
    here = scene.span(trigger.i, trigger.i + 1)
    done_for = _is_done_for(draft.clause)
    planned = reality != "actual" and not done_for
    planned = planned or any(c.tense == "future" or _is_to_come(c) for c, _ in about)
    planned = planned or any(role == "for" and effect_of(c) == "planned" for c, role in about)  # "prepare for it"
    planned = planned or any(role in ("to", "for") and c.lemma == "invite" for c, role in about)
    status = "planned" if planned else "held"
    # That somebody has come for it tells less of it than a clause of its own.
    draft.add("status", Fill(status, here, f"{reality} clause", "sentence" if done_for else "clause"))
    if series is not None:
        name = scene.span(first, last)
        draft.add("name", Fill(name.text, name, "name of the series"))
        draft.add("kind", Fill(kind_of(scene, first, last), here, "kind of the series"))
        first = trigger.left_edge.i  # what is told from here on is of its edition
    elif trigger.pos_ != "PRON" and not is_edition(trigger) and not _is_part(scene, first, trigger):
        name = scene.span(trigger.i, trigger.i + 1) if draft.anaphoric else scene.span(first, last)
        draft.add("name", Fill(name.text, name, "name of the event"))
        sits_alone = holder_of(trigger) is not None
        if sits_alone:  # what is told from here on is of its sitting
            first = trigger.left_edge.i
        kind = "session" if sits_alone or is_session(trigger) else kind_of(scene, first, trigger.i + 1)
        draft.add("kind", Fill(kind, here, f"the word {trigger.lower_}"))
    for clause, role in about:
        draft.clauses.append(clause)
        fill_people(scene, draft, clause, role)
    if hosts := hosts_of(trigger):
        draft.clauses.append(view_clause(trigger.head))
        for host in hosts:
            add_organizers(scene, draft, host)
    fill_edition(scene, draft, first)
    sides = list(draft.clause.get("between", "with", "among"))
    if draft.clause.get("with"):  # "announced plans for a summit with Ana Paz"
        sides += draft.clause.get("outer")
    for argument in (*sides, *draft.clause.get("including")):
        add_participants(scene, draft, argument)
        add_attendance(scene, draft, argument)
    if load_lexicon().classes.get(trigger.lemma_.lower()) == "meal":  # "a dinner of the chamber"
        for argument in draft.clause.get("of"):
            add_organizers(scene, draft, argument)
    for clause in draft.clauses:
        for argument in clause.get(*UNDER_WHOSE_HAND, *INITIATED):
            add_organizers(scene, draft, argument)
    fill_period(scene, draft, (first, last))
    if "date" not in draft.slots:
        fill_date(scene, draft)
    stretch_days(scene, draft)
    fill_event_place(scene, draft, about, first, last)
    fill_attendees(scene, draft)
    _drop_itself(draft)
    if (place := draft.first("place")) is not None and place.country:
        scope = draft.slots["place"][0].scope
        draft.add("country", Fill(place.country, place.span, "country of the place", scope))
    return True


def _drop_itself(draft: Draft) -> None:
    """Leaves out of the organisers the body that an event is a session of: "the commission will hold its session"."""
    name = next((fill.span for fill in draft.slots.get("name", ())), None)
    if name is None or not {"commission", "committee"} & set(name.text.lower().split()):
        return
    fills = draft.slots.pop("organizers", [])
    if kept := [f for f in fills if not (name.start <= f.span.start and f.span.end <= name.end)]:
        draft.slots["organizers"] = kept


def settle_event(draft: Draft) -> None:
    """Puts first, of what several places tell of an event, what a clause of its own tells, and a city in the country
    told before the country."""
    for slot in ("status", "place", "country"):
        draft.slots.get(slot, []).sort(key=lambda fill: fill.scope != "clause")
    draft.slots.get("kind", []).sort(key=lambda fill: fill.value == "other")
    places = draft.slots.get("place", [])
    if places and places[0].value.kind in ("country", "venue", "other") and places[0].value.country:
        home = places[0].value.country
        places.sort(key=lambda f: not (f.scope == "clause" and f.value.kind == "city" and f.value.country == home))


def _is_event(scene: Scene, draft: Draft, about: list[tuple[Clause, str]], first: int) -> bool:
    """Whether the noun tells of one organised gathering; a bare definite one ("the forum") only goes on with one."""
    trigger = draft.trigger
    if trigger.pos_ == "PRON" or (is_edition(trigger) and is_current(trigger)):
        draft.anaphoric = True
        return True
    if is_edition(trigger):
        return series_of(scene, trigger) is not None
    words = [scene.doc[i] for i in range(first, trigger.i)]
    if any(w.lower_ in NOT_EVENTS for w in words):
        return False
    if _is_plural(trigger) and not (_is_found(scene, trigger) or _are_staged(trigger, about)):
        return False
    sense = sense_of(trigger)
    if trigger.text[-1].isdigit() and sense != "body":  # "COP29"
        return True
    if title_behind(trigger) is not None and sense != "body":
        return True
    if holder_of(trigger) is not None:
        return True
    predicates = {predicate_of(clause) for clause, role in about if role not in OUTSIDE}
    roles = {role for _, role in about}
    staged = bool(predicates & (ATTEND | ORGANISE | COURSE | GATHER) or roles & {"at", "during"})
    staged = staged or any(role == "in" and c.lemma in SITS for c, role in about)  # "met in a joint session"
    staged = staged or any(is_journey(c.lemma.split()[0], role) for c, role in about)
    staged = staged or _is_on_agenda(scene, trigger)
    if sense == "weak" and any(w.tag_ == "JJS" for w in words):  # "its largest event": a judgement, no name
        return False
    if _organises(trigger) or (trigger.dep_ == "appos" and trigger.head.lower_ in MOTTOES):
        return False  # "sponsored by the Conference on Trade and Development", "under the theme Green Trade"
    if trigger.head.lemma_.lower() in BROADCASTS:  # "an episode of the Ana Paz Show"
        return False
    if about and all(role == "subject" and c.lemma in BODY_VERBS and not c.passive for c, role in about):
        return False  # "the Forum published a report"
    if trigger.lemma_.lower() in UNDERTAKINGS or scene.amounts_in(first, trigger.i + 2):  # "at KSh 310 million"
        return False
    # A body by its name, or one among others: "under the auspices of the Conference on …", "bodies such as the Forum".
    if preposition_of(trigger) == "of" and trigger.head.lemma_.lower() in OF_BODIES:
        return False
    if preposition_of(trigger) in ("such as", "as", "like", "as for"):
        return False
    named = is_named(scene, trigger, words)
    if sense is None and kind_of_series(trigger) is not None:
        return bool(about) or preposition_of(trigger) in ("at", "for", "to", "in")
    if sense == "body":
        return sits(scene, trigger, about)
    if sense == "named" and not named:
        return False
    if named:
        heads = not first <= trigger.head.i < trigger.i  # not "Development" in "Conference on Trade and Development"
        if trigger.lower_ in load_event_nouns() or (heads and kind_of(scene, first, trigger.i + 1) != "other"):
            return True
        taken = {predicate_of(c) for c, role in about if not (role == "object" and c.lemma == "mark")}  # "mark the day"
        drawn = any(c.lemma in DRAWING and role == "subject" for c, role in about)  # "AgroExpo drew 300 firms"
        found = any(e.kind == "event" for e, _ in scene.mentions_at(trigger.i))
        if drawn and found and not HISTORY & {w.lemma_.lower() for w in (*words, trigger)}:
            return True
        return bool(taken & (ATTEND | ORGANISE | COURSE) or "at" in roles) or _is_gathering(scene, trigger, words)
    occasion = any(w.pos_ == "PROPN" for w in words) and preposition_of(trigger) in ("for", "at", "during", "to")
    if sense == "weak" and not (staged or occasion or _tells_when_and_where(scene, draft.clause)):
        return False  # unlike "came for the Independence Day celebrations"
    holders = [a.head for c, role in about if role == "object" and c.lemma in SITS for a in c.get("subject")]
    if trigger.lemma_.lower() in SITTINGS and any(sense_of(holder) == "body" for holder in holders):
        return False  # "the commission held a session": told of the commission
    if trigger.lemma_.lower() in PARTS and any(
        _is_event_noun(a.head) for a in draft.clause.get("of")
    ):  # "this session of the conference"
        return False
    complements = [a.head for a in draft.clause.get(*COMPLEMENTS) if not scene.dates_in(a.head.i, a.head.i + 1)]
    complements += occasions_of(trigger)
    if trigger.lemma_.lower() in OF_SOMEBODY:  # "Ana Paz's inauguration"
        complements += [a.head for a in draft.clause.get("poss") if a.head.pos_ == "PROPN"]
    if _is_of_before(scene, trigger, words) and not complements:
        return False
    if _is_part(scene, first, trigger):
        draft.anaphoric = True
        return True
    if any(_tells_which(w) for w in words) or complements:
        return True
    if any(t.lower_ in ("the", "this", "that", "its", "their") for t in trigger.lefts):
        draft.anaphoric = not (any(w.lower_ == "next" for w in words) and any(c.tense == "future" for c, _ in about))
        return True
    there = any(scene.mentions_in(a.head.i, a.head.i + 1) for a in draft.clause.get("in", "at"))  # "a fair in Lima"
    if sense == "weak" and not any(t.lower_ in ("a", "an", "another") for t in trigger.lefts):  # "days of debate"
        return False
    if sense == "weak":  # "hosted a reception in Lima on 17 May"
        return staged and any(_tells_where(scene, clause) for clause in (draft.clause, *(c for c, _ in about)))
    return staged or there


def _organises(noun: Token) -> bool:
    """Whether what a name means is a body that is told to organise something: "sponsored by the Conference on …"."""
    for word in (noun, *islice(noun.ancestors, DEEP)):
        if word.pos_ not in ("NOUN", "PROPN"):
            return False
        if word.dep_ == "obl:agent":
            return predicate_of(view_clause(word.head)) in ORGANISE
    return False


def _is_on_agenda(scene: Scene, trigger: Token) -> bool:
    """Whether a noun is the entry of a line that begins with its day: "28 July – Independence Day reception"."""
    first, last = scene.paragraph_tokens(scene.paragraph_of(trigger))
    if trigger.i - first > AGENDA_REACH or not scene.dates_in(first, first + 2):
        return False
    return not any(t.pos_ in ("VERB", "AUX") for t in scene.doc[first : trigger.i]) and trigger.i < last


def _tells_where(scene: Scene, clause: Clause) -> bool:
    return any(places_of(scene, a.head, "") for a in clause.get("in", "at"))


def _tells_when_and_where(scene: Scene, clause: Clause) -> bool:
    """Whether a noun has its place and its day beside it: "the inauguration of the port in Chancay on 14 November"."""
    days = any(scene.dates_in(a.head.left_edge.i, a.head.i + 1) for a in clause.get("in", "on", "from", "unmarked"))
    return days and _tells_where(scene, clause)


def _is_gathering(scene: Scene, trigger: Token, words: list[Token]) -> bool:
    """Whether what is named as an event by a word of its own is told like a gathering: numbered, "the 30th edition of"
    it, "at" it, or in a place; not wars and days."""
    if HISTORY & {w.lemma_.lower() for w in (*words, trigger)} or not any(
        entity.kind == "event" for entity, _ in scene.mentions_at(trigger.i)
    ):
        return False
    before = scene.doc[max(0, trigger.left_edge.i - 1) : trigger.i]
    numbered = any(read_ordinal(t.text) is not None for t in before)
    edition = preposition_of(trigger) == "of" and trigger.head.lemma_.lower() == "edition"
    placed = any(places_of(scene, t, "") for t in nominals_behind(trigger, "in", "at"))
    return numbered or edition or placed or preposition_of(trigger) == "at"


def _tells_which(word: Token) -> bool:
    """Whether a word before the noun says which event is meant; a length ("two-day") does not."""
    if word.lower_ in VAGUE or (word.pos_ == "NUM" and word.head.dep_ == "compound") or is_counted(word):
        return False
    return word.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB")


def _is_part(scene: Scene, first: int, trigger: Token) -> bool:
    """Whether a part of an event stands for it: "the opening ceremony", of nothing else."""
    if trigger.lemma_.lower() not in PARTS or trigger.text[:1].isupper() or nominals_behind(trigger, *COMPLEMENTS):
        return False
    if holder_of(trigger) is not None:  # "the commission held its inaugural session"
        return False
    if _is_opening_told_before(scene, trigger):
        return True
    return any(scene.doc[i].lower_ in PART_WORDS for i in range(first, trigger.i))


def _is_opening_told_before(scene: Scene, trigger: Token) -> bool:
    """Whether a bare "the ceremony" goes back to the opening of an event: "the opening ceremony of the exercise"."""
    if [t.lower_ for t in trigger.lefts if t.dep_ not in ("case", "punct")] != ["the"]:
        return False
    lemma = trigger.lemma_.lower()
    before = (scene.tokens[i] for i in range(trigger.i - 1, max(-1, trigger.i - PART_REACH), -1))
    told = next((t for t in before if t.lemma_.lower() == lemma), None)
    return told is not None and any(t.lower_ in PART_WORDS for t in told.lefts) and belonging_to(told) is not None


def _is_of_before(scene: Scene, trigger: Token, words: list[Token]) -> bool:
    """Whether an edition before is meant that is told by no name: "last year's summit", "the previous session"."""
    owned = {t.i for owner in trigger.lefts if owner.dep_ == "nmod:poss" for t in owner.subtree}
    before = {scene.doc[i].lower_ for i in owned} | {w.lower_ for w in words}
    return bool(before & EARLIER) and not any(_tells_which(w) for w in words if w.i not in owned)


def _is_event_noun(token: Token) -> bool:
    return sense_of(token) not in (None, "body")


def _is_found(scene: Scene, trigger: Token) -> bool:
    """Whether the noun ends the name of an event as such."""
    pairs = scene.mentions_at(trigger.i)
    return any(e.kind == "event" and m.form == "name" and m.last == trigger.i + 1 for e, m in pairs)


def _is_plural(trigger: Token) -> bool:
    one = trigger.lower_ in load_event_nouns() or is_talks(trigger)
    one = one or (trigger.lower_ == "meetings" and any(t.lower_ in ("annual", "spring") for t in trigger.lefts))
    return trigger.tag_ in ("NNS", "NNPS") and not one


def _are_staged(trigger: Token, about: list[tuple[Clause, str]]) -> bool:
    """Whether several gatherings are told by their number to be held: "two seminars will be held"."""
    return is_counted(trigger) and any(predicate_of(c) in ORGANISE | COURSE and r == "object" for c, r in about)


def _is_only_missed(draft: Draft, about: list[tuple[Clause, str]]) -> bool:
    """Whether what is denied is not that the event is held: "she did not attend the summit", "the summit did not end
    the dispute"."""
    verb = draft.clause.verb
    if verb is None or not is_negated(verb) or any(t.lower_ in INDEFINITE for t in draft.trigger.lefts):
        return False
    return all(predicate_of(clause) not in ORGANISE | COURSE for clause, _ in about if clause.negated)


def _is_done_for(clause: Clause) -> bool:
    """Whether somebody is told to have gone or acted for it: "arrived to take part in the forum"."""
    inner = clause.governors[0] if clause.governors else None
    return inner is not None and inner.link in ("purpose", "noun") and view_clause(inner.token).tense == "past"


def _is_to_come(clause: Clause) -> bool:
    """A noun's infinitive tells of what is still to come: "a forum to be held in Rome"."""
    if any(t.lower_ == "next" and t.pos_ == "ADV" for t in clause.trigger.rights):  # "meets next in May"
        return clause.tense == "present"
    return (clause.trigger.dep_ == "acl" or clause.passive) and any(t.lower_ == "to" for t in clause.trigger.lefts)
