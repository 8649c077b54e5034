"""Who speaks: (marked text, person, all mentions of that person), told without the language model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import entities_of, mentions_of

LABELS = [
    ("[V. Petrov]PERSON: I was in Lima.\n\n[Ana Paz]PERSON: We know.", "V. Petrov", ["V. Petrov", "I"]),
    ("[V. Petrov]PERSON: I was in Lima.\n\n[Ana Paz]PERSON: We know.", "Ana Paz", ["Ana Paz", "We"]),
    (
        "[ANA PAZ]PERSON: I came.\n\nIt rained. My trip went on.\n\nQUESTION: May I ask?\n\nPAZ: Ask me.",
        "ANA PAZ",
        ["ANA PAZ", "I", "me"],
    ),
    # who asks is nobody that is named, also before the first answer
    ("Q: May I ask?\n\n[Ana Paz]PERSON: I agree.\n\nQ: I see.", "Ana Paz", ["Ana Paz", "I"]),
    # an office labels its holder
    (
        "{President of Peru} [Ana Paz]PERSON spoke.\n\n{PRESIDENT}: I see.\n\n[Luis Gil]PERSON: We met.",
        "Ana Paz",
        ["President of Peru", "Ana Paz", "PRESIDENT", "I"],
    ),
    # an office that labels is not whoever is named in what is said under it, but who signs
    (
        "MINISTER: I saw {Foreign Minister} [Ana Paz]PERSON.\n\nQUESTION: Well?\n\n{MINISTER}: I agree.",
        "Ana Paz",
        ["Foreign Minister", "Ana Paz", "MINISTER"],
    ),
    (
        "MINISTER: I saw {Mayor} [Ana Paz]PERSON.\n\nQUESTION: Well?\n\n[Eva Lund]PERSON\n\n{Minister for Trade}",
        "Eva Lund",
        ["I", "Eva Lund", "Minister for Trade"],
    ),
    # a headline ends with its line
    ("[Ana Paz]PERSON: We are ready\n\nI was there.", "Ana Paz", ["Ana Paz", "We"]),
    # labels with a full stop, where they come again or somebody asks
    (
        "{President} [Ana Paz]PERSON. I came.\n\nQ. May I ask?\n\n[Paz]PERSON. Ask me.",
        "Ana Paz",
        ["President", "Ana Paz", "I", "Paz", "me"],
    ),
    ("[Ana Paz]PERSON. I came.\n\nIt rained.", "Ana Paz", ["Ana Paz"]),
    # unless it only opens what is said
    ("[Ana Paz]PERSON: Mr President,\n\nI came.", "Ana Paz", ["Ana Paz", "I"]),
    # "you" is the other one of two, not whoever else listens
    (
        "[Ana Paz]PERSON: I welcome you.\n\n[Luis Gil]PERSON (retranslated): I thank you.",
        "Luis Gil",
        ["you", "Luis Gil", "I"],
    ),
    (
        "[Ana Paz]PERSON: Ladies and gentlemen, I thank you.\n\n[Luis Gil]PERSON: I agree.",
        "Luis Gil",
        ["Luis Gil", "I"],
    ),
    (
        "[Ana Paz]PERSON: I see you.\n\n[Luis Gil]PERSON: I agree.\n\n[Eva Lund]PERSON: No.",
        "Luis Gil",
        ["Luis Gil", "I"],
    ),
    ("I thank [Ana Paz]PERSON. Ms [Ana Paz]PERSON, you came.", "Ana Paz", ["Ana Paz", "Ana Paz", "you"]),
    # no speakers: what else stands before colons
    ("The sides signed: a treaty. I was there with [Ana Paz]PERSON.", "Ana Paz", ["Ana Paz"]),
    ("Contacts: [Ana Paz]PERSON.\n\nDate: today. I agree.", "Ana Paz", ["Ana Paz"]),
]

QUOTATIONS = [
    ('"We signed," [Ana Paz]PERSON said.', "Ana Paz", ["We", "Ana Paz"]),
    ('"I signed," said {Minister of Trade} [Ana Paz]PERSON.', "Ana Paz", ["I", "Minister of Trade", "Ana Paz"]),
    ('[Ana Paz]PERSON told reporters: "I will go."', "Ana Paz", ["Ana Paz", "I"]),
    ("[Ana Paz]PERSON said: “We will go.” I was there.", "Ana Paz", ["Ana Paz", "We"]),
    # it goes on in its paragraph and where the next one opens with a mark
    ('"I came," [Ana Paz]PERSON said. "We met."', "Ana Paz", ["I", "Ana Paz", "We"]),
    ('"I came," [Ana Paz]PERSON said.\n\n"We met."\n\nIt rained.', "Ana Paz", ["I", "Ana Paz", "We"]),
    # another speaker, known or not
    ('"I came," [Ana Paz]PERSON said.\n\n"We met," [Luis Gil]PERSON said.', "Ana Paz", ["I", "Ana Paz"]),
    ('"I came," [Ana Paz]PERSON said.\n\n"We met," an aide said.', "Ana Paz", ["I", "Ana Paz"]),
    ('"I came," [Ana Paz]PERSON said.\n\nIt rained. "We met."', "Ana Paz", ["I", "Ana Paz"]),
    # nobody is told to say it
    ('[Ana Paz]PERSON read the book "How we won".', "Ana Paz", ["Ana Paz"]),
    ("[Ana Paz]PERSON arrived. I was there.", "Ana Paz", ["Ana Paz"]),
]

ISSUERS = [
    ("Statement by {Prime Minister} [Ana Paz]PERSON\n\nI am glad.", "Ana Paz", ["Prime Minister", "Ana Paz", "I"]),
    (
        "Statement by {Prime Minister} [Ana Paz]PERSON on the visit of [Luis Gil]PERSON\n\nI am glad.",
        "Ana Paz",
        ["Prime Minister", "Ana Paz", "I"],
    ),
    (
        "Media release – {Minister for Trade}, The Hon [Ana Paz]PERSON MP\n\nI shall go.",
        "Ana Paz",
        ["Minister for Trade", "Ana Paz", "I"],
    ),
    (
        "Interview with {Ambassador} [Ana Paz]PERSON\n\nQuestion: Well?\n\nAnswer: I agree.",
        "Ana Paz",
        ["Ambassador", "Ana Paz", "I"],
    ),
    ("{Foreign Minister} [Ana Paz]PERSON's statement\n\nI agree.", "Ana Paz", ["Foreign Minister", "Ana Paz", "I"]),
    (
        "Why I go\n\nBy [Ana Paz]PERSON, {Minister for Trade}\n\nIt is late.",
        "Ana Paz",
        ["I", "Ana Paz", "Minister for Trade"],
    ),
    ("VISIT TO PERU\n\nI shall go.\n\n[ANA PAZ]PERSON\n\nLima, 3 May", "ANA PAZ", ["I", "ANA PAZ"]),
    # the press secretary is nobody that is named; the guest does not speak
    ("Statement by the Press Secretary on the visit of [Ana Paz]PERSON\n\nI am glad.", "Ana Paz", ["Ana Paz"]),
    ("Visit of {President} [Ana Paz]PERSON\n\nI am glad.", "Ana Paz", ["President", "Ana Paz"]),
    # a reporter's by-line; prose that speaks of a report
    ("By [Ana Paz]PERSON\n\nLIMA – I was there.", "Ana Paz", ["Ana Paz"]),
    ("The ministers heard remarks from [Ana Paz]PERSON.\n\nI was there.", "Ana Paz", ["Ana Paz"]),
    # two of them
    ("Remarks by [Ana Paz]PERSON and [Luis Gil]PERSON\n\nI am glad.", "Ana Paz", ["Ana Paz"]),
    ("Statement by [Ana Paz]PERSON\n\nStatement by [Luis Gil]PERSON\n\nI am glad.", "Ana Paz", ["Ana Paz"]),
]


@pytest.mark.parametrize(("marked", "name", "mentions"), [*LABELS, *QUOTATIONS, *ISSUERS])
def test_first_person_means_who_speaks(marked, name, mentions):
    assert mentions_of(marked, name) == mentions


CREDIT = "Statement by {Minister of Trade of Peru} [Ana Paz]PERSON\n\n"
OWN = [
    # (text, arcs, entity, mentions beside its names)
    ("My Ministry signed.", {"My": ("nmod:poss", "Ministry")}, "Peru", ["My Ministry"]),
    ("Our ports grow.", {"Our": ("nmod:poss", "ports")}, "Ana Paz", []),
    ("My visit ended.", {"My": ("nmod:poss", "visit")}, "Ana Paz", ["My"]),
    ("Our visit ended.", {"Our": ("nmod:poss", "visit")}, "Ana Paz", []),
    ("Our talks ended.", {"Our": ("nmod:poss", "talks")}, "Ana Paz", ["Our"]),
    ("I saw [Luis Gil]PERSON when we met.", {"we": ("nsubj", "met")}, "Luis Gil", ["we"]),
    ("I saw [Luis Gil]PERSON when we hosted.", {"we": ("nsubj", "hosted")}, "Luis Gil", []),
    ("The US and ME agreed in Part II.", {}, "Ana Paz", []),
]


@pytest.mark.parametrize(("text", "arcs", "name", "mentions"), OWN)
def test_what_is_a_speakers_own(text, arcs, name, mentions):
    found = mentions_of(CREDIT + text, name, arcs)
    assert [words for words in found if words.split()[0] in ("My", "Our", "we", "We", "US", "ME", "I")] == [
        *(["I"] if name == "Ana Paz" and text.startswith("I ") else []),
        *mentions,
    ]


SIDES = [
    ('"We agree," said {Foreign Ministry spokesman of Peru} [Ana Paz]PERSON.', "Ana Paz", []),
    ('"We build ships," said [Ana Paz]PERSON, {director of [Nordic Rail AB]ORG}.', "Nordic Rail AB", ["We"]),
    ('"We build ships," said [Ana Paz]PERSON, {director of [Nordic Rail AB]ORG}.', "Ana Paz", []),
    ('"We build ships," [Nordic Rail AB]ORG said.', "Nordic Rail AB", ["We"]),
]


@pytest.mark.parametrize(("marked", "name", "mentions"), SIDES)
def test_we_means_whom_one_speaks_for(marked, name, mentions):
    assert [words for words in mentions_of(marked, name) if words == "We"] == mentions


HOMES = [
    # nobody is at home where one says one goes
    ("I will leave for Fiji on Monday. Fiji is near. Peru is far.", "PER"),
    ("I met my Fijian counterpart on Monday. Fiji is near. Peru is far.", "PER"),
    ("I accepted an invitation to Fiji on Monday. Fiji is near. Peru is far.", "PER"),
    ("I will meet them on Monday. Fiji is near. Fiji is far. Peru too.", "FJI"),
]


@pytest.mark.parametrize(("text", "country"), HOMES)
def test_who_speaks_is_not_at_home_abroad(text, country):
    entities, _ = entities_of("Statement by {Minister for Trade} [Ana Paz]PERSON\n\n" + text)
    assert [entity.country for entity in entities if entity.kind == "person"] == [country]


PIECES = [
    *(
        "[Ana Paz]PERSON ",
        "Statement by ",
        ": ",
        '" ',
        "\n\n",
        "I ",
        "we ",
        "my visit ",
        " said ",
        ", ",
        ". ",
        "A ",
        "Q ",
    ),
    *(" – ", "“", "” "),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_has_true_spans(text):
    entities, read = entities_of(text)
    for entity in entities:
        for mention in entity.mentions:
            if mention.form == "pronoun":
                assert read[mention.start : mention.end] in ("I", "we", "my")
