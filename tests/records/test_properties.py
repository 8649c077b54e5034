"""What holds for the records of any text: nothing without its words, nothing that points nowhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral_extract import extract
from bilateral_extract.models import Extraction, Record, Span

SIDES = ["Norway", "Chile and Peru", "Foreign Minister Ana Paz", "Premier Luis Soto of Peru", "Copper Hill Ltd", "they"]
DOINGS = [
    "signed two agreements worth $40 million with", "held talks on trade and energy with", "will visit", "met",
    "led a delegation to", "agreed to build a port together with", "refused to meet", "attended a forum in",
    "said that ministers had signed a memorandum with", "bought ten aircraft from",
]  # fmt: skip
OTHERS = ["Kenya", "the delegation of Ghana", "President Rosa Lind", "Oslo", "Baltic Rail Group and Japan", "it"]
TIMES = ["", " on Monday", " in June 2023", " at the third investment forum in Lima", " last week"]
IDLE = ["It rained.", "Talks", "“We are glad,” she said.", "The two documents cover fisheries.", "—"]

SENTENCES = st.builds("{} {} {}{}.".format, *map(st.sampled_from, (SIDES, DOINGS, OTHERS, TIMES)))
TEXTS = st.lists(SENTENCES | st.sampled_from(IDLE), min_size=1, max_size=5).flatmap(
    lambda parts: st.sampled_from([" ", "\n\n"]).map(lambda joint: joint.join(parts))
)
DAYS = st.sampled_from([None, "2023-06-14"])
OWN = set(Record.model_fields)
LINKS = {"part_of", "event"}


def filled_slots(record: Record) -> set[str]:
    return {name for name, value in record if name not in OWN and value not in (None, ())}


def spans_of(result: Extraction) -> list[Span]:
    spans: list[Span] = []
    stack: list[object] = [result]
    while stack:
        value = stack.pop()
        if isinstance(value, Span):
            spans.append(value)
        elif isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, tuple):
            stack.extend(value)
        elif hasattr(value, "model_fields_set"):
            stack.extend(field for _, field in value)
    return spans


@settings(max_examples=40, deadline=None, derandomize=True)
@given(text=TEXTS, published=DAYS)
def test_any_text_gives_sound_records(text: str, published: str | None) -> None:
    result = extract(text, published=published)
    assert all(text[span.start : span.end] == span.text and span.text for span in spans_of(result))
    ids = [record.id for record in result.records]
    assert len(ids) == len(set(ids))
    for record in result.records:
        slots = filled_slots(record)
        assert slots - LINKS <= set(record.provenance), record
        assert set(record.provenance) <= slots, record
        assert set(record.provenance) <= set(record.rules), record
        assert all(record.provenance.values()), record
        for link in LINKS:
            assert getattr(record, link, None) in (None, *(i for i in ids if i != record.id))
    assert Extraction.model_validate_json(result.model_dump_json()) == result
    assert extract(text, published=published) == result


@settings(max_examples=15, deadline=None, derandomize=True)
@given(first=SENTENCES, second=SENTENCES)
def test_a_blank_paragraph_more_changes_no_record(first: str, second: str) -> None:
    apart = extract(f"{first}\n\n{second}")
    further = extract(f"{first}\n\n\n\n{second}")
    assert [record.rules for record in apart.records] == [record.rules for record in further.records]
    assert [filled_slots(record) for record in apart.records] == [filled_slots(record) for record in further.records]
