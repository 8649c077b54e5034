"""Sentence boundaries: `|` marks where a sentence begins, besides the first."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral_extract.language.sentences import SentenceMarker, find_sentence_starts

OWN = [
    # full stops that end nothing
    "Mr. J. K. Adeyemi of Delta Foods Co. Ltd. arrived. |He spoke.",
    "The U.S. Congress met Gen. Lee. |The U.S. delegation left.",
    "Trade between them reached 3.5 bln. |In May it fell.",
    "They met at 5 p.m. Monday. |They left at 7 p.m. |The talks went on.",
    "Resolution No. 5 was adopted on Nov. 3 by a vote of 7 vs. 2.",
    "He leads the firm Delta Inc. |It was founded in 1998.",
    "See www.example.org for more. |Thank you.",
    # quotations
    "“All is ready. |There are no open questions,” said the minister. |He left.",
    "“We agree.” |The two then shook hands.",
    "“Is that so?” he asked. |“Yes!” she said.",
    "(The text was shared later.) |A copy was seen.",
    # ellipses
    "The talks… went on. |They waited... |Nothing came.",
    # headings, paragraphs, lists
    "Ministers meet in Doha\n\n|The two ministers met on Sunday. |They agreed.",
    "Trade\n|The two sides discussed trade.\n|Energy\n|They discussed energy.",
    "The sides agreed on:\n|1.    Senior officials will meet.\n|2.    Trade will grow.\n|• tourism\n|a) visas",
    "The sides named three fields; trade; energy; transport.",
    # datelines
    "ASTANA—|Kazakh and Omani leaders signed a pact.",
    "BEIJING, June 5 (Agency) -- |Premier Li met the guests.",
    "ASTANA, Kazakhstan — |The two sides met.",
    "NUR-SULTAN – |The president arrived.",
    "LUSAKA (Agency) - |Trade grew.",
    "(Agency) - |Trade grew.",
    "/Agency/ -- |Trade grew.",
    "CALGARY, Alberta, March 15, 2022 /Agency/ -- |Northern Turbines Inc. signed a contract.",
    "ISLAMABAD: |The prime minister left for Doha.",
    "Astana. 5 June. AGENCY – |The Head of State spoke.",
    # no datelines
    "CHINA-EU SUMMIT: Leaders meet in May",
    "Kazakhstan — the largest exporter — sold more.",
    "The talks – the third this year – went well.",
    # prose wrapped at a fixed width
    "The two sides met on Monday in the old capital of the country and\nsigned a number of documents on trade, "
    "energy and the transport of\ngoods. |The minister said that the documents would soon enter into\nforce and "
    "that both sides would gain.",
]


@pytest.mark.parametrize("marked", OWN)
def test_sentences_begin_where_marked(marked: str) -> None:
    text = marked.replace("|", "")
    expected, offset = [0], 0
    for part in marked.split("|")[:-1]:
        offset += len(part)
        expected.append(offset)
    assert find_sentence_starts(text) == expected


@given(st.text(alphabet=st.sampled_from('aA. \n\t“”"?!…—-(),:1•'), max_size=200))
@settings(max_examples=300, deadline=None)
def test_starts_ascend_and_never_point_at_white_space(text: str) -> None:
    starts = find_sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(not text[start].isspace() for start in starts)
    assert bool(starts) == bool(text.strip())


def test_white_space_belongs_to_the_sentence_before_it() -> None:
    doc = SentenceMarker()(spacy.blank("en")("  \n A minister came.\n\n He left. \n"))
    assert [sentence.text.strip() for sentence in doc.sents] == ["A minister came.", "He left."]
    assert doc[0].is_sent_start
