"""Names by their form, on hand-made Docs: the names of the model and those made of them, in brackets with labels."""

import re

import pytest
import spacy
from spacy.tokens import Doc

from bilateral_extract.language.name_forms import mend_names, reach_to_acronyms

NLP = spacy.blank("en")
MARK = re.compile(r"\[|\]([A-Z]+)")

# One person's name that the model parted.
PARTED = [
    ("[Tan See]PERSON [Leng]PERSON came .", "[Tan See Leng]PERSON came ."),
    ("[Ana]PERSON\n[Beltrán]PERSON came .", "[Ana\nBeltrán]PERSON came ."),
    ("[Ana]PERSON\n\n[Beltrán]PERSON came .", "[Ana]PERSON\n\n[Beltrán]PERSON came ."),
    ("[Zainal Ab]PERSON . [Karim]PERSON came .", "[Zainal Ab . Karim]PERSON came ."),
    ("[Zainal]PERSON Ab. [Karim]PERSON came .", "[Zainal Ab. Karim]PERSON came ."),
    ("[Tun]PERSON Dr. [Kassim Othman]PERSON came .", "[Tun Dr. Kassim Othman]PERSON came ."),
    ("[Jean de la Tour]PERSON [du Pin]FAC came .", "[Jean de la Tour du Pin]PERSON came ."),
    ("[Omar]PERSON bin Said came .", "[Omar bin Said]PERSON came ."),
    ("[Ana Paz]PERSON [Ana Paz]PERSON came .", "[Ana Paz]PERSON [Ana Paz]PERSON came ."),  # a caption and the text
    ("[Ana Paz]PERSON [Ola Berg]PERSON came .", "[Ana Paz]PERSON [Ola Berg]PERSON came ."),  # keywords
    ("Sultan [bin Said Harib]PERSON came .", "[Sultan bin Said Harib]PERSON came ."),
    ("Mr. [L. H.]PERSON Border came .", "Mr. [L. H. Border]PERSON came ."),
    ("[Ana Paz]PERSON , [Ola Berg]PERSON came .", "[Ana Paz]PERSON , [Ola Berg]PERSON came ."),
    ("[Ana Paz]PERSON of [Peru]GPE came .", "[Ana Paz]PERSON of [Peru]GPE came ."),
]

BODIES = [
    # partners
    ("[Mahindra]PERSON & [Dalal]ORG came .", "[Mahindra & Dalal]ORG came ."),
    ("[Mahindra &]PERSON [Dalal]GPE came .", "[Mahindra & Dalal]ORG came ."),
    ("[Peru]GPE & [Chile]GPE came .", "[Peru]GPE & [Chile]GPE came ."),
    ("[Paz]PERSON & [Berg]PERSON met . [Berg]PERSON left .", "[Paz]PERSON & [Berg]PERSON met . [Berg]PERSON left ."),
    # legal forms
    ("[Steppe Motors]ORG Co. , Ltd. came .", "[Steppe Motors Co. , Ltd.]ORG came ."),
    ("[Vale Verde S.A.]GPE came .", "[Vale Verde S.A.]ORG came ."),
    ("[Ørstrand]GPE A/S came .", "[Ørstrand A/S]ORG came ."),
    ("[Baltic Wind]LOC [OÜ]GPE came .", "[Baltic Wind OÜ]ORG came ."),
    ("[Bumi]PERSON a.s came .", "[Bumi a.s]ORG came ."),
    ("They saw Safe Harbour Group Inc. there .", "They saw [Safe Harbour Group Inc.]ORG there ."),
    ("Then he came as Inc. magazine left .", "Then he came as Inc. magazine left ."),
    # head nouns left outside
    ("[Delta Agricultural]ORG Machinery came .", "[Delta Agricultural Machinery]ORG came ."),
    ("[Delta]ORG Energy Commissioner came .", "[Delta]ORG Energy Commissioner came ."),
    ("[Delta]ORG machinery came .", "[Delta]ORG machinery came ."),
    (
        "They came to the [Future]EVENT Hospitality roundtable .",
        "They came to the [Future Hospitality roundtable]EVENT .",
    ),
    ("The [Clean Energy) Council]ORG came .", "The Clean Energy) [Council]ORG came ."),
    # several fields
    (
        "[Ministry of Foreign Affairs]ORG and [International Cooperation of Oman]ORG came .",
        "[Ministry of Foreign Affairs and International Cooperation of Oman]ORG came .",
    ),
    ("[Ministry of Energy]ORG and [Uranatom]ORG came .", "[Ministry of Energy]ORG and [Uranatom]ORG came ."),
    ("[Ministry of Energy]ORG and [Oman Gas]ORG came .", "[Ministry of Energy]ORG and [Oman Gas]ORG came ."),
    # a legal form before, a seat
    ("[PT]ORG [Bumi Raya]PERSON came .", "[PT Bumi Raya]ORG came ."),
    ("[PT Bumi Raya]PERSON came .", "[PT Bumi Raya]ORG came ."),
    ("PT [Bumi Raya]GPE came .", "[PT Bumi Raya]ORG came ."),
    ("The [Astana]ORG - based firm came .", "The [Astana]GPE - based firm came ."),
    # editions
    (
        "[Gulf Dental]ORG , now in its 12th edition , opened .",
        "[Gulf Dental]EVENT , now in its 12th edition , opened .",
    ),
    ("The 12th edition of [Gulf Dental]ORG opened .", "The 12th edition of [Gulf Dental]EVENT opened ."),
    ("Firms exhibited at [AgriTech]ORG in May .", "Firms exhibited at [AgriTech]EVENT in May ."),
    ("[Gulf Dental]ORG , now in its 12th year , grew .", "[Gulf Dental]ORG , now in its 12th year , grew ."),
    # descriptions
    ("[Danish institute Hydrolab]ORG came .", "Danish institute [Hydrolab]ORG came ."),
    ("[Danish Institute Hydrolab]ORG came .", "[Danish Institute Hydrolab]ORG came ."),
    ("The producer [Uranatom]PERSON came .", "The producer [Uranatom]ORG came ."),
    ("The producer of [Uranatom]GPE came .", "The producer of [Uranatom]GPE came ."),
    ("The oil producer [Kuwait]GPE came .", "The oil producer [Kuwait]GPE came ."),
    ("The builder [Rönesans Yapı]PERSON came .", "The builder [Rönesans Yapı]ORG came ."),
    ("The trader [John Hill]PERSON came .", "The trader [John Hill]PERSON came ."),
    ("The Lima - based [Alto]PERSON came .", "The Lima - based [Alto]ORG came ."),
    ("[Sinopetrol]FAC , a large refiner , came .", "[Sinopetrol]ORG , a large refiner , came ."),
    ("[Paz]PERSON , a large man , came .", "[Paz]PERSON , a large man , came ."),
    # a sign for "and"
    ("[Harrow Bridge & Rail]FAC came .", "[Harrow Bridge & Rail]ORG came ."),
]

PEOPLE = [
    ("Dr. [A.P. Menon]FAC came .", "Dr. [A.P. Menon]PERSON came ."),
    ("Smt . [Kamala]GPE came .", "Smt . [Kamala]PERSON came ."),
    ("In [Kamala]GPE they met .", "In [Kamala]GPE they met ."),
]

ACRONYMS = [
    (
        "The [Association of Tour Guides]ORG and [Trek Agents]ORG ( ATGTA ) came .",
        "The [Association of Tour Guides and Trek Agents]ORG ( ATGTA ) came .",
    ),
    (
        "The [Federation of Rice Growers]ORG , Millers and Exporters ( FRGME ) came .",
        "The [Federation of Rice Growers , Millers and Exporters]ORG ( FRGME ) came .",
    ),
    ("The Rubber [Authority of Togo]ORG ( RAOT ) came .", "The [Rubber Authority of Togo]ORG ( RAOT ) came ."),
    # one word may go without its letter
    ("The Travel [Board of Western Fiji]ORG ( TBF ) came .", "The [Travel Board of Western Fiji]ORG ( TBF ) came ."),
    # a name that reaches further, letters of other words, a word in small letters between
    ("The [Royal Rubber Board of Togo]ORG ( RBT ) came .", "The [Royal Rubber Board of Togo]ORG ( RBT ) came ."),
    ("The [Rubber Board of Togo]ORG ( ZZT ) came .", "The [Rubber Board of Togo]ORG ( ZZT ) came ."),
    ("The Rubber men met [Board Togo]ORG ( RBT ) there .", "The Rubber men met [Board Togo]ORG ( RBT ) there ."),
]

# (model, mended, the word that the coordinated word hangs on)
COORDINATED = [
    ("[Uranatom]PERSON and [Omega]ORG signed .", "[Uranatom]ORG and [Omega]ORG signed .", {"Omega": "Uranatom"}),
    (
        "[Uranatom]PERSON and a consortium signed .",
        "[Uranatom]ORG and a consortium signed .",
        {"consortium": "Uranatom"},
    ),
    (
        "[Uranatom]PERSON grew . [Omega]ORG and [Uranatom]PERSON signed .",
        "[Uranatom]ORG grew . [Omega]ORG and [Uranatom]ORG signed .",
        {"Uranatom": "Omega"},
    ),
    ("[Fatah]GPE and [Omega]ORG met .", "[Fatah]ORG and [Omega]ORG met .", {"Omega": "Fatah"}),
    ("[Lima]GPE and [Omega]ORG met .", "[Lima]GPE and [Omega]ORG met .", {"Omega": "Lima"}),
    ("In [Fatah]GPE and [Omega]ORG it rained .", "In [Fatah]GPE and [Omega]ORG it rained .", {"Omega": "Fatah"}),
    ("[Widodo]PERSON and [Paz]PERSON signed .", "[Widodo]PERSON and [Paz]PERSON signed .", {"Paz": "Widodo"}),
    (
        "Minister [Widodo]PERSON and [Omega]ORG signed .",
        "Minister [Widodo]PERSON and [Omega]ORG signed .",
        {"Omega": "Widodo"},
    ),
    ("[Joko Widodo]PERSON and [Omega]ORG met .", "[Joko Widodo]PERSON and [Omega]ORG met .", {"Omega": "Joko"}),
]


def make_doc(marked: str) -> Doc:
    doc = NLP(MARK.sub("", marked))
    for token in doc:
        token.lemma_ = token.lower_
        token.is_sent_start = token.i == 0 or doc[max(0, token.i - 2) : token.i].text.endswith(
            ("came .", "met .", "\n\n")
        )
    doc.set_ents(
        [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in names_in(marked)]
    )
    return doc


def names_in(marked: str) -> list[tuple[int, int, str]]:
    names, cut, start = [], 0, 0
    for match in MARK.finditer(marked):
        if match[1]:
            names.append((start, match.start() - cut, match[1]))
        else:
            start = match.start() - cut
        cut += len(match[0])
    return names


@pytest.mark.parametrize(("model", "mended"), [*PARTED, *BODIES, *PEOPLE])
def test_names_are_mended_by_their_form(model: str, mended: str) -> None:
    doc = make_doc(model)
    mend_names(doc)
    assert [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] == names_in(mended)


@pytest.mark.parametrize(("model", "mended"), ACRONYMS)
def test_a_name_reaches_as_far_as_its_acronym(model: str, mended: str) -> None:
    doc = make_doc(model)
    reach_to_acronyms(doc)
    assert [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] == names_in(mended)


@pytest.mark.parametrize(("model", "mended", "arcs"), COORDINATED)
def test_a_single_name_beside_a_body_is_a_body(model: str, mended: str, arcs: dict[str, str]) -> None:
    doc = make_doc(model)
    words = [token.text for token in doc]
    for word, head in arcs.items():
        i = len(words) - 1 - words[::-1].index(word)
        doc[i].head, doc[i].dep_ = doc[words.index(head)], "conj"
    mend_names(doc)
    assert [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] == names_in(mended)
