"""A cheap look at the words around a place in the text: does the clause tell of the past or of the future?

Used where no parse is at hand. It looks a little way to either side within the sentence; the nearest word that shows
a tense decides, those before the place weighing more than those after.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from bilateral_extract.lexicon import read_toml

Tense = Literal["past", "present", "future"]

_BEFORE, _AFTER = 90, 60
# Where a sentence ends: not behind a title or an initial ("Monday, Mr. Paz was in Lima").
_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?](?=\s+[A-Z\"“])|\n")
# Who reports a clause tells nothing of its time: "… will meet on May 6, said the minister", "…, he added".
_REPORT = re.compile(r",[\"”]? (?:(?:he|she|it|they|who|[A-Z]\w+) )?(?:said|says|told|added|announced|reported)\b")


@cache
def _pattern() -> re.Pattern[str]:
    words = read_toml("date_words")["tense"]
    past = "|".join(map(re.escape, words["past"]))
    future = "|".join(map(re.escape, words["future"]))
    modals = "|".join(map(re.escape, words["modals"]))
    moves, moving = ("|".join(words[key]) for key in ("moves", "moving"))
    adverbs = r"(?:\s(?:not|also|then|now|soon|be|have|been|[a-z]+ly))*"
    return re.compile(
        rf"(?P<future>\b(?:{modals})\b{adverbs}\s[a-z]+|\b(?:is|are|was|were)\s(?:set\s|due\s|about\s)?to\s(?:be\s)?[a-z]+"
        rf"|\b(?:I|we|they)\s(?:{moves})\b|(?:\b(?:am|is|are)|['’](?:m|s|re))\s(?:{moving})\b"
        rf"|\bto\sbe\s[a-z]+|\b(?:{future})\b|\b(?:by|until|till|through)\s(?:the\s)?$)"
        rf"|(?P<past>\b(?:{past})\b|\b(?!need|indeed|speed|feed|seed|united|limited|hundred|red|bed)[a-z]{{2,}}ed\b)",
        re.IGNORECASE,
    )


def guess_tense(text: str, start: int, end: int) -> Tense:
    """The tense that the words around `start` to `end` show; "present" where none does."""
    head = text[max(0, start - _BEFORE) : start]
    if stops := list(_STOP.finditer(head)):
        head = head[stops[-1].end() :]
    tail = text[end : end + _AFTER]
    for limit in (_STOP, _REPORT):
        if stop := limit.search(tail):
            tail = tail[: stop.start()]
    before = max(_pattern().finditer(head), key=lambda match: match.start(), default=None)
    after = _pattern().search(tail)
    if before is not None and (after is None or len(head) - before.end() <= 2 * after.start() + 30):
        return "future" if before["future"] else "past"
    if after is not None:
        return "future" if after["future"] else "past"
    return "present"
