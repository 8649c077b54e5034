"""What an event is called: the nouns of gatherings, where its name begins and ends, and the kind that a name tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from bilateral_extract.language.constituents import conjuncts, noun_names, noun_phrase, preposition_of
from bilateral_extract.language.nominals import ASIDE, belonging_to, occasions_of, title_behind
from bilateral_extract.lexicon import load_words, read_table
from bilateral_extract.records.editions import read_ordinal
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.scene import Scene

SITTINGS = load_words("sittings")
RECURRING = frozenset({"next", "annual", "regular", "inaugural", "ordinary", "extraordinary", "biennial"})
BETWEEN = frozenset({"with", "between", "of", "among"})
MOTTOES = frozenset({"theme", "motto", "slogan", "banner", "title"})
WHERE = frozenset({"in", "at", "on"})
PARTS_OF_WORDS = {"expo": "exhibition", "fair": "exhibition", "fest": "festival"}
SHOWING = frozenset({"exhibit", "showcase", "stand", "booth", "stall"})
HOLDER_REACH = 60  # words before a sitting in which the body that holds it is told
NAME_REACH = 12  # words of a body's name
CLOSE = 12  # words between a body and "whose"


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A row of event_nouns.tsv: the kind that a noun makes, and what else it may mean ("body", "named", "weak")."""

    kind: str
    sense: str


@cache
def load_event_nouns() -> dict[str, EventNoun]:
    """The head nouns of gatherings, singular, or plural where the plural is one event ("championships")."""
    return {row["noun"]: EventNoun(row["kind"], row["sense"]) for row in read_table("event_nouns")}


@cache
def _series() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The names of event_names.tsv with the kind of each, by their first word."""
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for row in read_table("event_names"):
        words = tuple(row["name"].split())
        found[words[0]] = (*found.get(words[0], ()), (words, row["kind"]))
    return found


def kind_of_series(name: Token) -> str | None:
    """The kind of the series of gatherings that a name, told by its head, is known for: "Gulfood 2024", "TICAD V"."""
    series = _series()
    for word in (name, *name.lefts):
        for words, kind in (
            series.get(word.lower_.rstrip("0123456789").rstrip("-–"), ()) if word.text[0].isupper() else ()
        ):
            told = [t.lower_ for t in word.doc[word.i : word.i + len(words)]]
            if len(words) == 1 or tuple(told) == words:
                return kind
    return None


def sense_of(token: Token) -> str | None:
    """What else a noun for a gathering may mean; None where it is no such noun."""
    nouns = load_event_nouns()
    return next((nouns[name].sense for name in noun_names(token) if name in nouns), None)


def sitting_of(body: Token) -> Token | None:
    """The noun before a body that makes it an event: "meeting" in "a meeting of the commission"."""
    for clause in (t for t in body.rights if t.dep_ == "acl:relcl"):  # "the commission, whose next meeting is in May"
        for noun in (t for t in clause.lefts if t.lemma_.lower() in SITTINGS and belonging_to(t) == body):
            return noun
    first = noun_phrase(body)[0]
    for noun in body.doc[max(0, first - ASIDE) : first]:
        whole = belonging_to(noun) if noun.lemma_.lower() in SITTINGS or noun.lower_ == "round" else None
        if whole is not None and whole.left_edge.i <= body.i:
            between = body.doc[min(first, whole.i) : body.i]
            if not any(
                t.pos_ == "ADP" or (t.pos_ == "VERB" and t.tag_ != "NNP") for t in between
            ):  # not "a meeting of experts on the commission"
                return noun
    return None


def holder_of(sitting: Token) -> Token | None:
    """The body that a sitting told without it belongs to: "committee" in "the committee, whose fifth meeting was held
    in Lima", "the committee will hold its next meeting", "They set up a committee. The first meeting was in May"."""
    if sitting.lemma_.lower() not in SITTINGS or sitting.tag_ not in ("NN", "NNP"):
        return None
    before = sitting.doc[sitting.left_edge.i : sitting.i]
    told = any(read_ordinal(t.text) is not None or t.lower_ in RECURRING for t in before)
    owner = next((t.lower_ for t in before if t.dep_ == "nmod:poss"), None)
    if not told or owner not in (None, "its", "whose"):
        return None
    if owner is None and (sitting.text[0].isupper() or not any(t.lower_ == "the" for t in before)):
        return None
    if (
        any(t.lower_ in BETWEEN for t in sitting.doc[sitting.i + 1 : sitting.i + 2])
        or belonging_to(sitting) is not None
    ):
        return None
    bodies = [t for t in sitting.doc[max(0, sitting.left_edge.i - HOLDER_REACH) : sitting.left_edge.i] if _is_body(t)]
    if not bodies:
        return None
    nearest = bodies[-1]
    if owner == "whose" and nearest.i < sitting.left_edge.i - CLOSE:
        return None
    return max((t for t in bodies if t.lemma_ == nearest.lemma_), key=lambda t: t.i - noun_phrase(t)[0])


def _is_body(word: Token) -> bool:
    return word.tag_ in ("NN", "NNP") and word.dep_ not in ("compound", "amod") and sense_of(word) == "body"


def is_named(scene: Scene, trigger: Token, words: list[Token]) -> bool:
    """Whether the noun ends a name: one found as such, or capitals before a capital."""
    if any(e.kind == "event" and m.form in ("name", "acronym") for e, m in scene.mentions_at(trigger.i)):
        return True
    return trigger.text[0].isupper() and bool(words) and words[-1].text[0].isupper()


def name_bounds(scene: Scene, trigger: Token) -> tuple[int, int]:
    """Token bounds of an event's name: one found as such, else its noun with what says which one is meant."""
    named = [m for e, m in scene.mentions_at(trigger.i) if e.kind == "event" and m.form in ("name", "acronym")]
    if named:
        return named[0].first, named[0].last
    if (holder := holder_of(trigger)) is not None:
        return name_bounds(scene, holder)
    sitting = sitting_of(trigger) if sense_of(trigger) == "body" else None
    top = sitting if sitting is not None and sitting.nbor().lower_ == "of" else trigger
    first, last = noun_phrase(top)[0], trigger.i + 1
    for child in top.lefts:
        apart = child.pos_ != "NOUN" or scene.dates_in(child.left_edge.i, child.i + 1)  # "this week's summit"
        if child.dep_ == "det" or (child.dep_ == "nmod:poss" and apart):
            first = max(first, child.right_edge.i + 1)
    while first < trigger.i and scene.doc[first].pos_ in ("DET", "PUNCT", "PRON", "SPACE", "PART"):
        first += 1
    if (title := title_behind(trigger)) is not None:
        return first, title[1]
    between = scene.doc[min(trigger.head.i, trigger.i) : trigger.i]  # not "the Night at AquaLima, the fair"
    apposed = trigger.dep_ == "appos" and trigger.head.i < trigger.i and not any(t.lower_ == "at" for t in between)
    if apposed and _is_own_name(scene, trigger.head) and trigger.head.head.lower_ not in MOTTOES:
        first, last = noun_phrase(trigger.head)  # "AquaLima, the largest exhibition of its kind"
        return first + (scene.doc[first].pos_ == "DET"), last
    if (behind := _name_behind(trigger)) is not None:
        return first, behind
    official = sense_of(trigger) == "body" and trigger.text[0].isupper()
    links = ("of", "on", "for") if official else ("of", "on")
    whole = belonging_to(trigger)  # also what a parse hangs on the noun before: "the opening of a fair of books"
    strayed = [whole] if whole is not None and whole.head == trigger.head and whole.i > trigger.i else []
    for child in (*trigger.rights, *strayed):
        fits = child.dep_ == "nmod" and preposition_of(child) in links and child.left_edge.i == last
        if child in occasions_of(trigger):
            circumstances = [t for t in child.subtree if t.dep_ == "case" and t.lower_ in WHERE and t.i > child.i + 1]
            last = min((t.i for t in circumstances), default=child.right_edge.i + 1)
        if fits and not scene.dates_in(child.left_edge.i, child.i + 1):
            last = max(noun_phrase(t)[1] for t in conjuncts(child))
            inner = next((t for t in child.rights if t.dep_ == "nmod" and t.left_edge.i == last), None)
            if inner is not None and preposition_of(inner) == "of":  # "the Governing Council of the Lake Fund"
                last = max(noun_phrase(t)[1] for t in conjuncts(inner))
    if last == trigger.i + 1 and scene.doc[last : last + 1].text == "of":  # whatever a parse makes of the body's name
        told = (m for i in (last + 1, last + 2) for e, m in scene.mentions_in(i, i + NAME_REACH) if m.first == i)
        last = next((m.last for m in told if m.form == "name" and m.last > m.first + 2), last)
    return first, last


def _name_behind(noun: Token) -> int | None:
    """The end of the name that stands right behind a common noun: "the naval exercise Blue Condor began"."""
    if noun.text[:1].isupper() and noun.i > noun.sent.start:
        return None
    following = noun.doc[noun.i + 1 : noun.i + 2]
    name = following[0] if following and following[0].tag_ in ("NNP", "NNPS") else None
    while name is not None and name.head.left_edge.i == noun.i + 1 and name.head.pos_ == "PROPN":
        name = name.head
    if name is None or name.ent_type_ in ("PERSON", "GPE", "NORP", "LOC", "DATE") or name.left_edge.i != noun.i + 1:
        return None
    beside = name.head == noun or (name.head == noun.head and name.dep_ == noun.dep_)
    return noun_phrase(name)[1] if beside else None


def _is_own_name(scene: Scene, word: Token) -> bool:
    """Whether a word ends a name that may be an event's own: no person's, no place's."""
    kinds = {entity.kind for entity, _ in scene.mentions_at(word.i)}
    return word.pos_ == "PROPN" and not kinds & {"person", "country", "place"}


def kind_of(scene: Scene, first: int, last: int) -> str:
    """The kind of the last word of a name that tells one: "Semi Impact Forum 2024" is a forum."""
    for i in range(last - 1, first - 1, -1):
        token = scene.doc[i]
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        nouns = load_event_nouns()
        if (noun := next((nouns[name] for name in noun_names(token) if name in nouns), None)) is not None:
            return noun.kind
    if (known := next((k for t in scene.doc[first:last] if (k := kind_of_series(t)) is not None), None)) is not None:
        return known
    word = scene.doc[last - 1]
    if (
        made := next((k for part, k in PARTS_OF_WORDS.items() if _is_made_of(scene.doc[first], part)), None)
    ) is not None:
        return made
    if is_shown_at(word):
        return "exhibition"
    series = word.text[-1].isdigit() and word.text.rstrip("0123456789").isupper()  # "COP29"
    return "conference" if series or is_talks(word) or word.lemma_.lower() in SITTINGS else "other"


def _is_made_of(name: Token, part: str) -> bool:
    """Whether a name is a compound of the word for a gathering: "AgroExpo", "ExpoMin"."""
    return (
        name.pos_ == "PROPN" and name.lower_ != part and (name.lower_.endswith(part) or name.lower_.startswith("expo"))
    )


def is_shown_at(name: Token) -> bool:
    """Whether firms are told to show their wares at what a name tells: "will exhibit at X", "its stand at X"."""
    if preposition_of(name) != "at":
        return False
    above = (name.head, name.head.head)
    return any(t.lemma_.lower() in SHOWING for t in above)


def is_talks(noun: Token) -> bool:
    """Whether a noun means talks, which are an event only where many take part (assemblies.py)."""
    return load_lexicon().classes.get(noun.lower_) == "meeting"
