"""Words that tell of the present, the past or the future without a date: "now", "recently", "the near future".

TIMEX3 gives them the values PRESENT_REF, PAST_REF and FUTURE_REF (TimeML Annotation Guidelines 1.2.1). They have no
first and last day, so they never date a record and no other date counts from them: that is why they are found apart
from the dates that the calendar can place.
"""

from __future__ import annotations

import re
from functools import cache

from bilateral_extract.lexicon import read_toml
from bilateral_extract.mentions.tenses import guess_tense
from bilateral_extract.models import TimeSpan
from bilateral_extract.reading.reading import Reading

_UNITS = r"(?:days|weeks|months|years|decades)"
# The group `noun` holds what names a time only where the noun phrase ends with it: not in "the past two years" or "the
# future king". The group `soon` marks what in a story of the past means "soon after that".
_VAGUE = re.compile(
    rf"""\b(?:
      (?P<PRESENT_REF>(?:right[ ])?now(?![ ]that\b)|currently|nowadays|these[ ]days|at[ ]present|at[ ]this[ ]time
        |at[ ]the[ ]present[ ](?:time|moment)|at[ ]the[ ]moment(?![ ](?:of|when|that)\b)|the[ ]time[ ]being)
      |(?P<PAST_REF>(?:(?:more|most|very)[ ])?recently|lately
        |(?:(?:the|our|its|their|his|her|my|your)[ ])?(?:more[ ])?recent[ ](?-i:[A-Z][\w.]*[ ])?
          (?:{_UNITS}|times|history|memory|past)
        |(?P<noun1>the[ ]past))
      |(?P<FUTURE_REF>(?:(?:very|pretty)[ ]|(?<!as[ ])(?P<soon>))soon(?![ ](?:as|after|afterwards|enough)\b)
        |(?:the[ ])?(?:near(?:est)?|immediate|foreseeable|distant|not[ -](?:too|so)[ -]distant)[ ]future
        |(?:the[ ])?(?:coming|upcoming)[ ]{_UNITS}
        |(?<=in[ ])the[ ](?:near|short|medium|long)(?:er)?[ ]term
        |(?P<noun2>the[ ](?:future|(?:near|short|medium|long)(?:er)?[ ]term)))
    )\b(?![-'’]\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_BEFORE = re.compile(r"[A-Z]\w+[ ]$")
_NEXT_WORD = re.compile(r"[ ]([\w'’-]+)")


def find_vague_times(reading: Reading, dates: list[TimeSpan]) -> list[TimeSpan]:
    """The vague times of an article in order, but for those within the spans of `dates` ("two weeks from now")."""
    text = reading.clean
    taken = {offset for date in dates for offset in range(date.span.start, date.span.end)}
    return [
        TimeSpan(value=str(match.lastgroup), granularity="vague", span=reading.span(*match.span()))
        for match in _VAGUE.finditer(text)
        if match.start() not in taken and match.end() - 1 not in taken and _tells_time(text, match)
    ]


def _tells_time(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a time where they stand, and no part of a name or a longer noun phrase."""
    if match[0].istitle() and _NAME_BEFORE.search(text[max(0, match.start() - 24) : match.start()]):
        return False  # "Apocalypse Now"
    if match["soon"] is not None:
        return guess_tense(text, *match.span()) != "past"
    if match["noun1"] or match["noun2"]:
        following = _NEXT_WORD.match(text, match.end())
        return following is None or (following[1].lower() in _function_words() and following[1].lower() != "of")
    return True


@cache
def _function_words() -> frozenset[str]:
    return frozenset(read_toml("counting")["stops"])
