"""Every row of the lexicon of predicates, by the example sentence that stands beside it."""

from collections import Counter

import pytest
from spacy.language import Language

from bilateral_extract.language import load
from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.mentions.values import find_values
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read
from bilateral_extract.records.candidates import find_candidates
from bilateral_extract.records.frames import Frame, load_lexicon
from bilateral_extract.records.noun_classes import NOUN_CLASSES
from bilateral_extract.records.reality import load_effects
from bilateral_extract.records.scene import Scene

ROWS = read_table("frames")
PHRASE_TYPES = {
    "phone",
    "cost",
    "debt",
    "it",
    "no",
    "verb",
    "thing",
    "money",
    "sum",
    "goods",
    "wares",
    "transfer",
    "place",
    "person",
    "holder",
    "guest",
    "body",
    "party",
    "sides",
    "pair",
    "nation",
    "attendees",
}

# Rows whose example makes no candidate today: (record, predicate, needs) -> why.
FAILING: dict[tuple[str, str, str], str] = {}


def key_of(row: dict[str, str]) -> tuple[str, str, str]:
    return row["record"], row["predicate"], row["needs"] or ""


def as_case(row: dict[str, str]) -> object:
    key = key_of(row)
    marks = [pytest.mark.xfail(reason=FAILING[key])] if key in FAILING else []
    return pytest.param(row, id=" ".join(filter(None, (*key, row["pos"]))), marks=marks)


@pytest.fixture(scope="module")
def frames() -> dict[tuple[str, str, str], Frame]:
    lexicon = load_lexicon()
    rows = [f for group in lexicon.verbs.values() for f in group]
    rows += [*lexicon.nouns.values(), *lexicon.adjectives.values()]
    return {(f.record, f.predicate, _needs_of(f)): f for f in rows}


def _needs_of(frame: Frame) -> str:
    first = [f"{frame.needs_role}:{frame.needs_type}"] if frame.needs_role else []
    return " ".join(first + [f"{role}:{kind}" for role, kind in frame.further_needs])


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize("row", [as_case(row) for row in ROWS])
def test_the_example_makes_a_candidate_by_its_row(
    row: dict[str, str], frames: dict[tuple[str, str, str], Frame], nlp: Language
) -> None:
    frame = frames[key_of(row)]
    reading = read(Article(text=row["example"]))
    doc = nlp(reading.clean)
    drafts = find_candidates(Scene(doc, reading, find_entities(doc, reading), find_values(reading)))
    made = [(draft.kind, draft.rule) for draft in drafts]
    assert (frame.record, frame.name) in made, f"{made} from " + " ".join(f"{t}/{t.dep_}" for t in doc)


def _first_type(row: dict[str, str]) -> str:
    return row["needs"].split(" ")[0].partition(":")[2]


def test_no_row_is_there_twice() -> None:
    rows = Counter((*key_of(row), row["pos"]) for row in ROWS)
    assert [row for row, count in rows.items() if count > 1] == []


def test_needs_speak_of_known_types() -> None:
    needs = [need.split(":")[1] for row in ROWS for need in row["needs"].split()]
    assert set(needs) <= NOUN_CLASSES | PHRASE_TYPES | {"no"}
    further = [need.split(":")[1] for row in ROWS for need in row["needs"].split()[1:]]
    assert set(further) <= PHRASE_TYPES | {"no"}, "a noun of a class carries the record: only the first need has one"


def test_no_row_stands_behind_one_that_takes_all() -> None:
    """The first row that fits decides, so one without needs must come last. Rows that need a noun of a class hang
    their record on that noun and not on the verb: they never stand in another's way."""
    verbs = [row for row in ROWS if row["pos"] == "V" and _first_type(row) not in NOUN_CLASSES]
    groups: dict[tuple[str, str], list[str]] = {}
    for row in verbs:
        groups.setdefault((row["record"], row["predicate"]), []).append(row["needs"])
    assert {group: needs for group, needs in groups.items() if not all(needs[:-1])} == {}


def test_nouns_of_frames_are_classes_with_members() -> None:
    lexicon = load_lexicon()
    members = set(lexicon.classes.values())
    assert set(lexicon.nouns) <= members
    assert lexicon.classes["talks"] == "meeting"
    assert lexicon.kinds["memorandum"] == "memorandum"


def test_a_word_has_one_effect_on_reality() -> None:
    words = Counter(row["word"] for row in read_table("reality"))
    assert [word for word, count in words.items() if count > 1] == []
    assert set(load_effects().values()) == {"planned", "wished", "denied"}
