"""Datelines as agencies print them: (opening words, place, date, agency, the dateline's own words)."""

import datetime as dt

import pytest

from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read

PUBLISHED = dt.date(2024, 6, 27)

OWN = [
    ("ASTANA—Kazakh and Chinese firms met.", "Astana", None, None, "ASTANA—"),
    ("BEIJING, June 5 (Xinhua) -- Talks began.", "Beijing", "2024-06-05", "Xinhua", "BEIJING, June 5 (Xinhua) --"),
    (
        "OSLO, Norway, 5 June 2023 (Nordwire) – Talks began.",
        "Oslo", "2023-06-05", "Nordwire", "OSLO, Norway, 5 June 2023 (Nordwire) –",
    ),
    ("Moscow. June 5. NORDWIRE - Talks began.", "Moscow", "2024-06-05", "NORDWIRE", "Moscow. June 5. NORDWIRE -"),
    ("(Reuters) - Talks began.", None, None, "Reuters", "(Reuters) -"),
    ("New Delhi [India], June 5 (ANI): Talks.", "New Delhi", "2024-06-05", "ANI", "New Delhi [India], June 5 (ANI):"),
    ("LONDON (AP) — Talks began.", "London", None, "AP", "LONDON (AP) —"),
    ("TAUPO, New Zealand, March 22 - Talks.", "Taupo", "2024-03-22", None, "TAUPO, New Zealand, March 22 -"),
    ("TORONTO, Ontario - (Wire) - June 7, 2024 - ABC, Inc. said.", "Toronto", "2024-06-07", "Wire",
     "TORONTO, Ontario - (Wire) - June 7, 2024 -"),
    ("Jakarta.\n\nTalks began on Monday.", "Jakarta", None, None, "Jakarta."),
    ("Jakarta. State-owned firms met.", "Jakarta", None, None, "Jakarta."),
    ("ISLAMABAD: The minister left.", "Islamabad", None, None, "ISLAMABAD:"),
    ("Kyiv, 5 June, Nordwire. The minister left.", "Kyiv", "2024-06-05", "Nordwire", "Kyiv, 5 June, Nordwire."),
    ("RIO DE JANEIRO — Talks began.", "Rio De Janeiro", None, None, "RIO DE JANEIRO —"),
    ("June 5, 2024 (Washington, D.C.) – Talks.", "Washington", "2024-06-05", None, "June 5, 2024 (Washington, D.C.) –"),
    ("Lima, Dec. 30 (Andina) – Talks began.", "Lima", "2023-12-30", "Andina", "Lima, Dec. 30 (Andina) –"),
    ("Third forum opens\n\nWARSAW, June 26 – Talks began.", "Warsaw", "2024-06-26", None, "WARSAW, June 26 –"),
    ("Summit opens\n\nNairobi, Friday, 14th June, 2024 (Press Service)\n\nThe President spoke.", "Nairobi",
     "2024-06-14", "Press Service", "Nairobi, Friday, 14th June, 2024 (Press Service)"),
    ("The President heard a report.\n\nTbilisi\nJune 14, 2024\n\nTalks began.", "Tbilisi", "2024-06-14", None,
     "Tbilisi"),
    ("Talks begin\n\nJune 14, 2024\n17:05\nThe Old Palace, Lima\n\nTalks began.", "Lima", "2024-06-14",
     None, "The Old Palace, Lima"),
    ("Lima, Peru & Oslo, Norway – (Wire) – June 7, 2024 – ABC said.", "Lima", "2024-06-07", "Wire",
     "Lima, Peru & Oslo, Norway – (Wire) – June 7, 2024 –"),
]  # fmt: skip

NONE = [
    "Peru and Chile\n\nTalks began.\n\nLima\n\nA city of the world.",
    "FILE PHOTO: The minister speaks.",
    "Mr. Modi said so.",
    "UNESCO - the agency - met.",
    "Britain - China talks began.",
    "On Tuesday, April 25, the envoy travelled.",
    "The minister left for Paris (France) on Monday.",
    "",
]


@pytest.mark.parametrize(("text", "place", "date", "agency", "words"), OWN)
def test_dateline_is_read(text, place, date, agency, words):
    dateline = read(Article(text=text, published=PUBLISHED)).dateline
    assert dateline is not None
    assert (dateline.place, dateline.date and dateline.date.value, dateline.agency) == (place, date, agency)
    assert text[dateline.span.start : dateline.span.end] == dateline.span.text == words


@pytest.mark.parametrize("text", NONE)
def test_no_dateline_is_invented(text):
    assert read(Article(text=text, published=PUBLISHED)).dateline is None


def test_year_comes_from_the_publication_day_or_stays_open():
    text = "OSLO, December 30 (Nordwire) – Talks."
    told = read(Article(text=text, published=dt.date(2024, 1, 2))).dateline
    assert told is not None
    assert told.date is not None
    assert (told.date.start, told.date.basis) == (dt.date(2023, 12, 30), "published")
    open_year = read(Article(text=text)).dateline
    assert open_year is not None
    assert open_year.date is not None
    assert (open_year.date.start, open_year.date.value) == (None, "XXXX-12-30")
