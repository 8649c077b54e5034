"""Is this an article at all? What speaks against it is said in a notice, never passed over."""

from __future__ import annotations

import re

from bilateral_extract.models import Notice

_SAMPLE = 60_000  # characters: what an article is shows long before
_FEW = 25  # words: too few to judge by
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_ROW = re.compile(r"^[^\n]*(?:\t[^\t\n]*\t|\|[^|\n]*\||\S {3,}\S[^\n]*? {3,}\S)[^\n]*$", re.MULTILINE)
# English function words that hardly any other language writes alike. English news has them at 25 to 35 % of its
# words, lists and tables of English at some 10 %, other languages below 5 %.
_FUNCTION_WORDS = frozenset(
    "the of and to that for on with was is by at from as it be has have had are were this which its their they "
    "would will been not also but he his she her said who after between during into than".split()
)
_SPARSE, _FOREIGN = 0.12, 0.06


def screen_text(text: str, clean: str) -> tuple[Notice, ...]:
    """Notices for a text that is not English or not prose; none for an article."""
    sample = clean[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEW:
        return ()
    notices = []
    english = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    if _latin_share(sample) < 0.7:
        notices.append("text: mostly not in Latin letters; only English is read")
    elif english < _FOREIGN:
        notices.append("text: hardly any English function words; is it English prose? only that is read")
    elif english < _SPARSE:
        notices.append("text: few function words; lists and headlines are read less well than prose")
    if len(_TAG.findall(sample)) > max(3, 0.01 * len(words)):
        notices.append("text: contains HTML tags; give the text alone")
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()]
    if len(lines) >= 4 and sum(map(bool, map(_ROW.match, lines))) > 0.4 * len(lines):
        notices.append("text: looks like a table; only prose is read")
    return tuple(Notice(message=message) for message in notices)


def _latin_share(sample: str) -> float:
    """The share of Latin letters among the letters of a text that has some."""
    if all(c < "\u0250" or not c.isalpha() for c in set(sample)):
        return 1.0
    letters = [c for c in sample if c.isalpha()]
    return sum(c < "\u0250" for c in letters) / len(letters)
