"""Names by their head nouns, on hand-made Docs without the model; square brackets mark the expected name."""

import re

import pytest
import spacy
from spacy.tokens import Doc

from bilateral_extract.language.names import NameFinder

NLP = spacy.blank("en")

OWN = [
    # (text, label of the marked name, names that the model gave)
    ("They attended the [Astana Energy Forum] in May .", "EVENT", {}),
    ("They attended the [Forum on Water and Climate] there .", "EVENT", {}),
    ("They attended the [Omani-Thai Trade Summit 2031] there .", "EVENT", {"Omani": "NORP", "Thai": "NORP"}),
    ("They came to the [ASEAN summit] yesterday .", "EVENT", {"ASEAN": "ORG"}),
    ("They came to the [Group of 20 summit] there .", "EVENT", {"Group of 20": "ORG"}),
    ("They saw the [Gulf Council (GCC) Summit] there .", "EVENT", {"Gulf Council": "ORG"}),
    ("It lasted through [World War II] and after .", "EVENT", {}),
    ("They joined the [Belt and Road Initiative] then .", "DOC", {}),
    ("They signed the [Treaty between Oman and Fiji on Air Services] .", "DOC", {"Oman": "GPE", "Fiji": "GPE"}),
    ("The [Free Trade Agreement] between Oman and Fiji was signed .", "DOC", {"Oman": "GPE", "Fiji": "GPE"}),
    ("They signed a [Memorandum of Understanding (MoU) on Air Services] with Oman .", "DOC", {"Oman": "GPE"}),
    ("They recalled the [Doha agreements] of May .", "DOC", {"Doha": "GPE"}),
    ("They landed at [Almaty International Airport] today .", "FAC", {"Almaty": "GPE"}),
    ("They opened the [Hanoi metro] in May .", "FAC", {"Hanoi": "GPE"}),
    ("They saw the [Rovno nuclear power plant] from afar .", "FAC", {"Rovno": "GPE"}),
    # no names
    ("They signed an agreement and a memorandum .", "DOC", {}),
    ("They signed a Memorandum of Understanding there .", "DOC", {}),
    ("They came to the summit and the forum .", "EVENT", {}),
    ("They went to the Annual Meeting there .", "EVENT", {}),
    ("They sold the Omani railway in May .", "FAC", {"Omani": "NORP"}),
    ("Leaders Sign Historic Trade Agreement Today", "DOC", {}),
]


def make_doc(text: str, ents: dict[str, str]) -> Doc:
    doc = NLP(text)
    for token in doc:
        token.is_sent_start = token.i == 0
        token.pos_ = "PROPN" if token.text[0].isupper() and token.i else "VERB" if token.text.endswith("ed") else "NOUN"
    doc[0].pos_ = "PRON" if doc[0].text == "They" else "DET" if doc[0].text == "The" else doc[0].pos_
    spans = []
    for name, label in ents.items():
        start = text.index(name)
        spans.append(doc.char_span(start, start + len(name), label=label))
    doc.ents = spans
    return doc


@pytest.mark.parametrize(("marked", "label", "ents"), OWN)
def test_names_by_head_nouns(marked: str, label: str, ents: dict[str, str]) -> None:
    doc = NameFinder()(make_doc(re.sub(r"[\[\]]", "", marked), ents))
    assert [ent.text for ent in doc.ents if ent.label_ == label] == re.findall(r"\[(.*?)\]", marked)


def test_an_acronym_carries_the_label_of_its_name() -> None:
    doc = NameFinder()(make_doc("They joined the Green Road Initiative ( GRI ) . The GRI grew .", {"GRI": "ORG"}))
    assert [ent.text for ent in doc.ents] == ["Green Road Initiative", "GRI", "GRI"]
    assert {ent.label_ for ent in doc.ents} == {"DOC"}


def test_a_person_is_never_swallowed() -> None:
    doc = NameFinder()(make_doc("They met Ali Khan Forum there .", {"Ali Khan": "PERSON"}))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ali Khan", "PERSON")]


def test_an_organisation_that_is_called_a_forum_stays_one() -> None:
    doc = NameFinder()(make_doc("They joined the Pacific Islands Forum there .", {"Pacific Islands Forum": "ORG"}))
    assert [ent.label_ for ent in doc.ents] == ["ORG"]


def test_a_name_has_one_label_in_an_article() -> None:
    doc = make_doc("Delta grew . Delta fell . Delta rose .", {})
    doc.ents = [doc.char_span(start, start + 5, label=label) for start, label in ((0, "GPE"), (13, "ORG"), (26, "ORG"))]
    assert [ent.label_ for ent in NameFinder()(doc).ents] == ["ORG", "ORG", "ORG"]
