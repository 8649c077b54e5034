"""What happened, is planned, is only wished, or is denied: own sentences through the bundled pipeline."""

import pytest

from bilateral_extract.language import load
from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.mentions.values import find_values
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read
from bilateral_extract.records.candidates import find_candidates
from bilateral_extract.records.reality import judge_reality
from bilateral_extract.records.scene import Scene

# The trigger between asterisks, and why the row fails where it does today.
TABLE = {
    "actual": [
        ("Norway and Chile signed an *agreement* on Monday.", ""),
        ("Norway has signed a *treaty* with Chile.", ""),
        ("A *treaty* between Norway and Chile had been signed in May.", ""),
        ("The two ministers had *met* in Riga.", ""),
        ("The *talks* between the ministers took place in Vienna.", ""),
        ("Norway and Chile *agreed* to set up a joint commission.", ""),
        ("The minister said that the two sides signed a *contract* in Lima.", ""),
        ("The envoys *arrived* in Oslo ahead of the talks.", ""),
        ("President Luis Soto *called* Chancellor Maria Weber to discuss trade.", ""),
    ],
    "planned": [
        ("The Cabinet approved the proposal to enter into an *agreement* with Oman.", ""),
        ("Approval was granted to the proposal made by the minister to sign an *agreement* with Oman.", ""),
        ("The Cabinet granted approval for the proposal of the minister to sign an *agreement* with Oman.", ""),
        ("The Cabinet gave its approval to sign an *agreement* with Oman.", ""),
        ("A proposal made by the minister to sign a *protocol* with Oman was approved by the Cabinet.", ""),
        ("The prime minister is expected to sign the *agreement* on Friday.", ""),
        ("The president said he would *visit* Lima in June.", ""),
        ("The president will *visit* Japan next week.", ""),
        ("Norway and Chile plan to sign a *treaty* in May.", ""),
        ("The sides intend to conclude a *treaty*.", ""),
        ("The presidents of Norway and Chile were to *meet* in Geneva.", ""),
        ("The ministers are going to *meet* in Riga.", ""),
        ("The minister is due to *arrive* in Rabat on Monday.", ""),
        ("The president is scheduled to *meet* Chancellor Maria Weber.", ""),
        ("The premier has decided to *visit* Egypt.", ""),
        ("The president promised to *visit* Chile.", ""),
        ("President Ana Paz invited Premier Luis Soto to *visit* Peru.", ""),
        ("The envoys arrived in Oslo ahead of the *talks*.", ""),
        ("The press wrote about a planned *visit* to Chile.", ""),
        ("The upcoming *visit* of the president to Kenya was announced.", ""),
        ("The *visit* to Chile is scheduled for June.", ""),
        ("The premier plans a *visit* to Chile.", ""),
        ("Minister Ana Paz hopes to sign a treaty when she *visits* Lima in June.", ""),
        ("The minister travelled to Oslo to sign an *agreement*.", "a purpose is heard at its verb alone"),
    ],
    "wished": [
        ("If they sign the *treaty*, Norway and Chile will share the river.", ""),
        ("Unless the ministers *meet*, the sanctions will stay.", ""),
        ("The president hopes to *visit* Chile.", ""),
        ("Norway wants to sign a *treaty* with Chile.", ""),
        ("Norway is ready to sign the *treaty*.", ""),
        ("Norway may sign the *treaty* with Chile.", ""),
        ("The ministers could *meet* in June.", ""),
        ("Premier Luis Soto offered to *meet* the president.", ""),
        ("Norway called on Chile to sign the *treaty*.", ""),
        ("Norway renewed its efforts to sign a *treaty*.", ""),
        ("Norway is reluctant to sign the *treaty*.", ""),
    ],
    "denied": [
        ("There are no plans for a *meeting* between Norway and Chile.", ""),
        ("Norway has no plans to *meet* with Chile.", ""),
        ("The premier has no intention of *visiting* Chile.", ""),
        ("The minister refused to *meet* the Chilean ambassador.", ""),
        ("The ministers of Norway and Chile will not *meet* in Geneva.", ""),
        ("The president did not *visit* Peru.", ""),
        ("The king has never *visited* Peru.", ""),
        ("Norway failed to sign the *treaty*.", ""),
        ("No *agreement* was signed in Lima.", ""),
        ("The minister denied that Norway had signed an *agreement* with Chile.", ""),
        ("The *visit* of the president to Peru was called off.", ""),
        ("The *talks* between Norway and Chile were postponed.", ""),
        ("The minister cancelled his *visit* to Ghana.", ""),
        ("Norway suspended the *talks* with Chile.", ""),
        ("The summit of Norway and Chile ended without *agreement* on fish.", ""),
        ("It is unlikely that the leaders will *meet*.", "a clause that is the subject has no governor"),
    ],
}  # fmt: skip
CASES = [
    pytest.param(text, reality, marks=[pytest.mark.xfail(reason=failure)] if failure else [], id=text)
    for reality, rows in TABLE.items()
    for text, failure in rows
]


@pytest.mark.parametrize(("marked", "reality"), CASES)
def test_the_reality_of_the_marked_word(marked: str, reality: str) -> None:
    before, trigger, after = marked.split("*")
    reading = read(Article(text=before + trigger + after))
    doc = load()(reading.clean)
    drafts = find_candidates(Scene(doc, reading, find_entities(doc, reading), find_values(reading)))
    found = {judge_reality(draft.clause, draft.trigger) for draft in drafts if draft.trigger.idx == len(before)}
    assert found == {reality}
