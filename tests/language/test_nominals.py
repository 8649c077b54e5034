"""What is said of a noun around it, on parses of our own sentences."""

import pytest
from spacy.tokens import Token

from bilateral_extract.language import load
from bilateral_extract.language.nominals import (
    act_under,
    belonging_to,
    defining_verbs,
    member_subjects,
    members_told,
    nominals_below,
    stated_aim,
    tells_action,
    title_behind,
)

# (sentence, noun, the verbs that define it)
DEFINED = [
    (
        "A delegation led by Kari Berg and consisting of ten managers arrived.",
        "delegation",
        ["led", "consisting", "arrived"],
    ),
    ("She met a delegation that includes two mayors.", "delegation", ["includes"]),
    ("She met a delegation.", "delegation", []),
]

# (sentence, noun, what it belongs to)
WHOLES = [
    ("She spoke at a meeting of the board.", "meeting", "board"),
    ("She spoke at a meeting Friday in Vienna of the board.", "meeting", "board"),
    ("She spoke at a meeting in Vienna and returned to the board.", "meeting", None),
]

# (sentence, noun, its title)
TITLES = [
    ("The exhibition “Amber Shores” opened.", "exhibition", "“Amber Shores”"),
    ("An exhibition titled “Amber Shores” opened.", "exhibition", "“Amber Shores”"),
    ("The exhibition of amber opened.", "exhibition", None),
]

# (sentence, noun, the verb that says what it is for)
AIMS = [
    ("The aim of the trip was to support exporters.", "trip", "support"),
    ("The visit aims to deepen ties.", "visit", "deepen"),
    ("The visit lasted for two days.", "visit", None),
]


# (sentence, plural, the first of those told singly)
LISTED = [
    ("Twenty states, among them Gabon and Togo, voted.", "states", ["Gabon"]),
    ("Five states, namely Gabon, Togo, Benin, Ghana and Mali, voted.", "states", ["Gabon"]),
    ("The leaders of the two states, Gabon and Togo, met.", "leaders", ["Gabon"]),
    ("Twenty states among the poorest voted.", "states", []),
    ("The leaders of the two states met in Gabon.", "leaders", []),
]

# (sentence, document, what is done by its terms)
ACTS = [
    ("The firm will supply buses to Lima under a contract signed in May.", "contract", "supply"),
    ("Under a contract signed in May, the firm will supply buses.", "contract", None),
    ("The firm supplies buses under the contract.", "contract", None),
]


def noun_of(text: str, word: str) -> Token:
    return next(token for token in load()(text) if token.text == word)


@pytest.mark.parametrize(("text", "word", "verbs"), DEFINED)
def test_verbs_that_define_a_noun(text: str, word: str, verbs: list[str]) -> None:
    assert sorted(t.text for t in defining_verbs(noun_of(text, word))) == sorted(verbs)


@pytest.mark.parametrize(("text", "word", "aim"), AIMS)
def test_stated_aim(text: str, word: str, aim: str | None) -> None:
    found = stated_aim(noun_of(text, word))
    assert (found.text if found is not None else None) == aim


@pytest.mark.parametrize(("text", "word", "whole"), WHOLES)
def test_what_a_noun_belongs_to(text: str, word: str, whole: str | None) -> None:
    found = belonging_to(noun_of(text, word))
    assert (found.text if found is not None else None) == whole


@pytest.mark.parametrize(("text", "word", "title"), TITLES)
def test_title_behind_a_noun(text: str, word: str, title: str | None) -> None:
    noun = noun_of(text, word)
    bounds = title_behind(noun)
    assert (noun.doc[bounds[0] : bounds[1]].text if bounds is not None else None) == title


def test_who_is_told_to_belong_to_it() -> None:
    noun = noun_of("Two ministers are members of the delegation.", "delegation")
    assert [t.text for t in member_subjects(noun)] == ["ministers"]


def test_nominals_below_by_their_prepositions() -> None:
    verb = noun_of("They came to attend the inauguration of the plant in Lima.", "attend")
    assert [t.text for t in nominals_below(verb, "in")] == ["Lima"]


def test_the_entry_of_a_list_tells_no_action() -> None:
    nlp = load()
    assert not tells_action(nlp("Kari Berg, chair of the Fish Council")[:])
    assert tells_action(nlp("Kari Berg chairs the Fish Council.")[:])


@pytest.mark.parametrize(("text", "word", "first"), LISTED)
def test_who_is_told_singly(text: str, word: str, first: list[str]) -> None:
    assert [t.text for t in members_told(noun_of(text, word))] == first


@pytest.mark.parametrize(("text", "word", "act"), ACTS)
def test_what_is_done_under_a_document(text: str, word: str, act: str | None) -> None:
    found = act_under(noun_of(text, word))
    assert (found.text if found is not None else None) == act
