"""Circumstances: when and where something is, as its own clause and sentence tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from spacy.tokens import Token

from bilateral_extract.language.attachment import Tie, nouns_above, relative_adverb, tells_which, tie_of, times_told
from bilateral_extract.language.constituents import conjuncts, has_article, nominals_behind, noun_phrase, preposition_of
from bilateral_extract.language.nominals import goals_within
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.countries import capital_name, country_name
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.journeys import goals_of
from bilateral_extract.mentions.places import PlaceFacts, link_place
from bilateral_extract.models import Place, Span, TimeSpan
from bilateral_extract.records.draft import Draft, Fill, Scope
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.letterhead import find_home
from bilateral_extract.records.parties import is_people
from bilateral_extract.records.scene import Scene

PLACE_NOUNS = load_words("place_nouns")
VENUES = load_words("venue_nouns")
RELATIONAL = load_words("relational_nouns")
JOURNEYS = frozenset(noun for noun, kind in load_lexicon().classes.items() if kind == "visit")
SITTINGS = load_words("sittings")
PLACE_ROLES = load_words("place_prepositions")
SCHEDULING = frozenset({"plan", "schedule", "set", "slate", "foresee", "envisage", "fix", "arrange"})
OF_CLAUSE = frozenset(
    {"case", "cop", "nsubj", "punct", "advmod", "aux", "mark", "cc"}
)  # what a predicate has before it
LANDS = frozenset({"country", "nation", "island", "kingdom", "sultanate", "republic", "land", "shores", "soil"})
TOWNS = frozenset({"city", "town", "capital"})
FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
GIVEN = frozenset({"loan", "grant"})  # kinds of deals whose sentences tell where the money goes
SCENE_REACH = 150  # words over which the place told last holds


def fill_date(scene: Scene, draft: Draft) -> None:
    """Proposes the dates of the clause, else those of the sentence that belong to no other predicate."""
    own = [c.trigger for c in draft.clauses] + [draft.trigger]
    days = list(find_days(scene, draft, own))
    for date, _, tie in days:
        if tie == "clause":
            draft.add("date", Fill(date, date.span, "date of the clause"))
    if "date" not in draft.slots:
        for date, _, tie in sorted(days, key=lambda day: abs(day[1].i - draft.trigger.i)):
            if tie == "sentence" or draft.first("status") != "planned":  # the day of a report is no day of a plan
                draft.add("date", Fill(date, date.span, "date of the sentence", "sentence"))


def find_days(scene: Scene, draft: Draft, own: Collection[Token]) -> Iterator[tuple[TimeSpan, Token, Tie]]:
    """The dates of a record's sentence that tell when one of the predicates `own` is, each with its head word.

    Not a decade, nothing without a figure, not "the first since 1984", "the 2019 agreement" or "a plan for 2024–2026";
    for deals and events no term of years, for deals nor the end of one.
    """
    nearby = scene.around(draft.trigger)
    for date in scene.dates_in(nearby.start, nearby.stop):
        head = scene.head_of(date.span)
        if date.granularity in ("decade", "century") or not any(c.isdigit() for c in date.value):
            continue
        if draft.kind in ("deal", "event") and _spans_years(date):
            continue
        if draft.kind == "deal" and preposition_of(head) in ("until", "till"):
            continue
        if draft.kind == "event" and head.head.lemma_.lower() in SITTINGS and head.head not in own:
            continue  # "the forum heard of decisions made at a meeting in May"
        if (
            preposition_of(head) == "since"
            or _is_term(head, date)
            or tells_which(head, own, behind=date.granularity == "year")
        ):
            continue
        tie = tie_of(head, own)
        if tie is not None:
            yield date, head, tie


def _spans_years(date: TimeSpan) -> bool:
    """Whether a date is a term of years, for which documents hold and in which none is signed: "over 2017–2022"."""
    return date.granularity == "range" and len(date.value) == len("2024/2026")


def _is_term(head: Token, date: TimeSpan) -> bool:
    """Whether years tell what a document is for, and not when it was made: "a plan of consultations for 2024–2026"."""
    years = date.granularity in ("year", "range") and len(date.value) <= len("2024/2026")
    return years and head.dep_ == "nmod" and preposition_of(head) == "for"


def fill_place(scene: Scene, draft: Draft) -> None:
    """Proposes the places of the clause ("in", "at"), else those of its sentence."""
    subject = draft.first("subject")
    about = range(*scene.tokens_of(subject)) if subject is not None and not _is_works(draft.trigger) else range(0)
    for clause in draft.clauses:
        for place in places_where(scene, clause.trigger):
            draft.add("place", place)
        for argument in clause.arguments:
            if argument.role == "on" and clause.trigger.pos_ == "NOUN":  # "a conference on Libya": the topic
                continue
            meant = argument.role == "for" and clause.lemma in SCHEDULING  # "is planned for Lima"
            if (argument.role in PLACE_ROLES or meant) and not argument.inherited and argument.head.i not in about:
                for fill in places_of(scene, argument.head, f"{argument.role} + place"):
                    draft.add("place", fill)
            if argument.role == "subject" and clause.lemma == "host":  # "Tehran hosted the talks"
                for fill in places_of(scene, argument.head, "host"):
                    draft.add("place", fill)
            if argument.role in ("during", "on") and argument.head.lemma_.lower() in JOURNEYS:
                within = goals_within(argument.head, *noun_phrase(argument.head))  # "the visit of the premier to Lima"
                for goal in dict.fromkeys((*nominals_behind(argument.head, "to", "in"), *within)):
                    for fill in places_of(scene, goal, "goal of the journey"):
                        draft.add("place", fill)
        for goal in (goal for verb in times_told(clause.trigger) for goal in goals_of(verb)):
            for fill in places_of(scene, goal, "goal of the journey on which it is"):
                draft.add("place", fill)
    if "place" not in draft.slots:
        given = draft.first("kind") in GIVEN
        own = [c.trigger for c in draft.clauses] + [draft.trigger]
        builds = _is_works(draft.trigger)  # what is built stands where told
        there = [
            (tie != "clause", not _is_scene(scene, token, own), abs(token.i - draft.trigger.i), token)
            for token in _behind_prepositions(scene, draft.trigger)
            if token.i not in about and not (given and token.head.i in about)  # "a contract to dredge the port in Lima"
            if preposition_of(token) in ("in", "at") and (tie := tie_of(token, own)) not in (None, "report")
        ]
        for aside, elsewhere, _, token in sorted(there):
            for fill in places_of(scene, token, "place of the sentence", "sentence"):
                # "signed an agreement on fish in Oslo" may be signed there, "… on peace in the Sahel" is not
                near = not aside and (fill.value.kind == "city" or builds)
                if near or not elsewhere:
                    draft.add("place", fill)


def _is_works(noun: Token) -> bool:
    return load_lexicon().classes.get(noun.lemma_.lower()) == "works"


def _behind_prepositions(scene: Scene, trigger: Token) -> list[Token]:
    """The words of a sentence behind its first "in" or "at"."""
    nearby = scene.around(trigger)
    words = scene.tokens[nearby.start : nearby.stop]
    first = next((n for n, word in enumerate(words) if word.lower_ in ("in", "at")), len(words))
    return words[first + 1 :]


def places_where(scene: Scene, verb: Token) -> list[Fill]:
    """Where a relative clause with "where" takes place: at what was named before it."""
    where = relative_adverb(verb)
    if where is None:
        return []
    for i in range(where.i - 1, max(where.sent.start, where.i - 12) - 1, -1):
        if found := places_of(scene, scene.doc[i], "named before where"):
            return found
    return []


def _is_scene(scene: Scene, place: Token, own: Collection[Token]) -> bool:
    """Whether what happens at a place is what the predicates tell, not what one of their nouns means: "the situation in
    the Sahel" is a topic; at "a ceremony in Lima" and with "officials in Lima" one is in Lima."""
    return all(_may_be_there(scene, noun) for noun in nouns_above(place, own))


def _may_be_there(scene: Scene, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN" or lemma in RELATIONAL | PLACE_NOUNS | VENUES:
        return True
    if load_lexicon().classes.get(lemma, "works") != "works":
        return True
    return is_people(noun) or any(entity.kind in ("person", "place") for entity, _ in scene.mentions_at(noun.i))


def places_of(scene: Scene, head: Token, rule: str, scope: Scope = "clause") -> list[Fill]:
    """The places that a phrase names, also by a noun for one: "Lima, Peru", "the Peruvian capital of Lima", "the office
    of the premier in Lima"."""
    found = []
    for token in conjuncts(head):
        inside = scene.mentions_in(*noun_phrase(token))
        named = [(e, m) for e, m in inside if m.first <= token.i < m.last]
        if token.lower_ in VENUES:
            named += [pair for t in nominals_behind(token, "in", "at") for pair in scene.mentions_at(t.i)]
            named += [
                (e, m) for e, m in inside if m.last <= token.i and e.place_kind == "city"
            ]  # "the Lima fairgrounds"
        elif token.lower_ in PLACE_NOUNS:
            beside = [scene.mentions_at(t.i) for t in token.rights if t.dep_ in ("appos", "flat", "nmod")]
            named = [pair for pairs in beside for pair in pairs] + inside[::-1]
            if token.lower_ == "capital" and (capital := _capital_told(scene, token, named)) is not None:
                found.append(Fill(capital, capital.span, rule, scope))
                continue
        if not named and (meant := _meant_by(scene, token)) is not None:
            found.append(Fill(meant, scene.span(token.i, token.i + 1), f"{rule}, told without its name", scope))
            continue
        places = (to_place(scene, entity, mention) for entity, mention in named)
        if (place := next((place for place in places if place is not None), None)) is not None:
            found.append(Fill(place, place.span, rule, scope))
    return found


def _meant_by(scene: Scene, token: Token) -> Place | None:
    """The place that a word points to without its name: "here", "there", "our country", "the city", "with us"."""
    word = token.lower_
    if word == "here":
        behind = scene.tokens[token.i + 1 : token.i + 2]
        if behind and behind[0].lower_ in PLACE_ROLES and behind[0].dep_ == "case":  # "here in Lima"
            told = places_of(scene, behind[0].head, "")
            if told:
                return told[0].value  # type: ignore[no-any-return]
        return place_of_dateline(scene) or _home_of(scene, token)
    if word == "there":
        return _last_told(scene, token, ())
    if word == "us":
        return _home_of(scene, token)
    before = [t.lower_ for t in token.lefts if t.dep_ not in OF_CLAUSE]
    if word not in LANDS | TOWNS or (before not in (["this"], ["our"], ["the"]) and (before or word != "town")):
        return None
    stays = any(t.dep_ == "cop" for t in token.lefts)  # "is in the country for talks", "… to train nurses"
    if any(
        t.dep_ in ("nmod", "acl", "acl:relcl", "appos", "flat") and not (stays and _is_aim(t)) for t in token.rights
    ):
        return None
    here = place_of_dateline(scene)
    if word in TOWNS:
        dateline = scene.reading.dateline
        if here is None and dateline is not None and dateline.place:
            return Place(name=dateline.place.title(), kind="city", span=dateline.span)
        return here if here is not None and here.kind == "city" else _last_told(scene, token, ("city",))
    if before != ["the"] or token.text[0].isupper() or (here is not None and word == "country"):
        return _home_of(scene, token)
    return None


def _is_aim(word: Token) -> bool:
    return preposition_of(word) == "for" or (word.tag_ == "VB" and word.dep_ == "acl")


def _last_told(scene: Scene, token: Token, kinds: tuple[str, ...]) -> Place | None:
    """The place, of one of these kinds if any are given, that is named last before a word: one at which something is,
    before others that are no subjects ("In Oslo, Peru is represented there by …")."""
    others: list[Place] = []
    for entity, mention in reversed(scene.mentions_in(max(0, token.i - SCENE_REACH), token.i)):
        if (place := to_place(scene, entity, mention)) is None or (kinds and place.kind not in kinds):
            continue
        head = scene.doc[mention.first : mention.last].root
        if preposition_of(head) in PLACE_ROLES or preposition_of(head) == "to":
            return place
        if not head.dep_.startswith("nsubj"):
            others.append(place)
    return next(iter(others), None)


def _home_of(scene: Scene, token: Token) -> Place | None:
    """The country that who speaks calls ours: that of the speaker, else that of the page."""
    words = (token, *(t for t in token.lefts if t.dep_ == "nmod:poss"))
    code = next((e.country for t in words for e, _ in scene.mentions_at(t.i) if e.country), None) or home_of(scene)
    if code is None:
        return None
    country = scene.find_country(code)
    name = country_name(code) if country is None else country.name
    return Place(name=name, country=code, kind="country", span=scene.span(token.i, token.i + 1))


def _capital_told(scene: Scene, noun: Token, named: list[tuple[Entity, Mention]]) -> Place | None:
    """The city that "the Omani capital" or "the capital of Oman" means where it is not named besides."""
    codes = {entity.country for entity, _ in named if entity.kind == "country" and entity.country}
    if (
        len(codes) != 1
        or any(entity.kind == "place" for entity, _ in named)
        or not (has_article(noun) or _is_owned(noun))
    ):
        return None
    code = codes.pop()
    name = capital_name(code)
    return None if name is None else make_city(name, link_place(name, code), scene.span(noun.left_edge.i, noun.i + 1))


def _is_owned(noun: Token) -> bool:
    return any(t.dep_ == "nmod:poss" for t in noun.lefts)


def make_city(name: str, facts: PlaceFacts, span: Span) -> Place:
    """A city by what is known of it, told by the words of `span`."""
    return Place(
        name=name,
        country=facts.country,
        kind="city",
        latitude=facts.latitude,
        longitude=facts.longitude,
        span=span,
    )


def to_place(scene: Scene, entity: Entity, mention: Mention) -> Place | None:
    """A mention as a place, where it is one (not a demonym, not a person)."""
    if entity.kind not in ("place", "country") or mention.form not in ("name", "acronym", "capital"):
        return None
    kind = entity.place_kind or ("country" if entity.kind == "country" else "other")
    return Place(
        name=entity.name,
        country=entity.country,
        kind=kind,
        latitude=entity.latitude,
        longitude=entity.longitude,
        span=scene.reading.span(mention.start, mention.end),
    )


def home_of(scene: Scene) -> str | None:
    """The country of the page, alpha-3: of its dateline, else of whom it lets speak most in the first person, else of
    the place that ends it."""
    here = place_of_dateline(scene)
    if here is not None:
        return here.country
    spoken: Counter[str] = Counter()
    for entity in scene.entities:
        if entity.kind == "person" and entity.country:
            spoken[entity.country] += sum(_is_first_person(scene, mention) for mention in entity.mentions)
    code, count = max(spoken.items(), key=lambda told: told[1], default=(None, 0))
    return code if count else find_home(scene)


def _is_first_person(scene: Scene, mention: Mention) -> bool:
    return mention.form == "pronoun" and scene.doc[mention.first].lower_ in FIRST_PERSON


def place_of_dateline(scene: Scene) -> Place | None:
    """The place that the dateline names: where the reporter is, "here"."""
    dateline = scene.reading.dateline
    if dateline is None or dateline.place is None:
        return None
    named = scene.mentions_in(*scene.tokens_of(dateline.span))
    places = (to_place(scene, entity, mention) for entity, mention in named)
    return next((place for place in places if place is not None), None)
