"""Which bare numbers count something, and what: "1,900 companies and organizations", "a 12-member delegation".

A light reading of the words around the number, without a language model: function words and verbs end the noun
phrase, its last plural noun is its head. Years, dates, list numbers, model numbers ("Boeing 787"), scores and phone
numbers count nothing.
"""

from __future__ import annotations

import re
from functools import cache

from bilateral_extract.lexicon import read_table, read_toml
from bilateral_extract.mentions.measures import Measure

_WORD = re.compile(r"[ ]((?:[^\W\d_][\w'’&.]*)(?:-[^\W\d_][\w'’]*)*)")
LONGEST_SHORT_FORM = 4  # letters of "Fig." and "Nos."
_HOUR = re.compile(r"[ ]?(?:[ap]\.?m\b|o['’]clock\b|UTC\b|GMT\b)", re.IGNORECASE)
_DETERMINER = re.compile(r"[ ](?:the|these|those|its|their|his|her|our|all)(?=[ ])")
_COMPOUND = re.compile(r"[ ]?-([a-z]{3,})\b")
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"“‘'])([A-Z][\w&.'’-]*)[ ]$")


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = read_toml("counting")
    return frozenset(data["stops"]), frozenset(data["plurals"]), frozenset(data["singulars"])


@cache
def _label_before() -> re.Pattern[str]:
    """A word before a number that makes it a label: "page 5", "No. 12"."""
    return re.compile(rf"(?:\b(?:{'|'.join(read_toml('counting')['labels'])})\.?|№|#)[ ]?$", re.IGNORECASE)


def is_count(text: str, measure: Measure) -> bool:
    """Whether a bare number stands for how many of something there are, or how much an index or a score is."""
    start, end = measure.start, measure.end
    number = measure.number
    if number.form == "ordinal":
        return False
    if text[start - 1 : start].isalnum() or (text[start - 1 : start] in ("_", "@", "/", "\\") and start):
        return False  # "A380", "24/7"
    if re.search(r"[^\W_]\.$", text[max(0, start - 2) : start]):
        return False  # "v.2"
    if number.form == "digits" and re.search(r"[A-Za-z]-$", text[max(0, start - 2) : start]):
        return False  # "ARC-100"
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return False  # "(3)", an item of a list or a number said again
    head, after = text[max(0, start - 30) : start], text[end : end + 2]
    if number.form == "words" and text[start].isupper() and (name := _NAME_BEFORE.search(head)):
        return not _is_name(name[1], head[: name.start(1)], after)  # "the Normandy Four"
    if after[:1].isalnum() or after[:1] in ("_", "@", "\\") or re.match(r"[/:–-]\d", after):
        return False
    if (
        re.search(r"[\d)]\s?[-:]\s?$", text[max(0, start - 4) : start])
        and number.form == "digits"
        and measure.max_value is None
    ):
        return False  # scores and telephone numbers
    if _HOUR.match(text, end):
        return False
    if number.form == "digits" and not number.exact_form and number.scale == 1:
        if _label_before().search(head):
            return False
        line_start = not head.strip(" \t") or head.rstrip(" \t").endswith("\n")
        if line_start and re.match(r"[.)]\s", after):
            return False  # "1. ", a list number
        if (name := _NAME_BEFORE.search(head)) and _is_name(name[1], head[: name.start(1)], after):
            return False
        if len(str(number.value)) > 1 and str(number.value)[0] == "0":
            return False
    if number.form == "words" and number.value == 1:
        return _one_counts(text, measure)
    if number.form == "fraction" and number.value < 1:
        return bool(re.match(r"\s(?:of|the|its|their|his|all)\b", text[end : end + 8]))
    return True


_ONE_ELSEWHERE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|as|other|only|day)[ -]$", re.IGNORECASE
)


def _one_counts(text: str, measure: Measure) -> bool:
    """ "one" is a number before a noun ("one company"), a pronoun elsewhere ("one of", "no one", "one another")."""
    if _ONE_ELSEWHERE.search(text[max(0, measure.start - 10) : measure.start]):
        return False
    match = _WORD.match(text, measure.end)
    stops, _, _ = _lexicon()
    return match is not None and match[1].lower() not in stops and match[1].lower() not in ("another", "day")


def _is_name(word: str, head: str, after: str) -> bool:
    """Whether a capitalised word makes the number after it part of a name ("Boeing 787").

    A word with a full stop has ended the sentence before, unless it is short. At the start of a sentence a word does it
    that belongs to no closed class, with a noun behind the number: "Airbus 320 planes", but not "Another 320 planes" or
    "Employing 320 people".
    """
    if word.endswith(".") and len(word) > LONGEST_SHORT_FORM:  # "opened in Quito. Forty firms came"
        return False
    opens = not head.strip() or head.rstrip()[-1:] in '.!?:;"”“\n' or head.endswith("\n")
    if opens:
        lower = word.lower().rstrip(".")
        return not (lower in _openers() or lower.endswith(("ing", "ly"))) and re.match(r"[ ][a-z]", after) is not None
    return word.lower() not in _lexicon()[0]


@cache
def _openers() -> frozenset[str]:
    """Words of closed classes that open a sentence right before a number."""
    bounds = (word for row in read_table("bounds") for word in row["words"].split())
    return _lexicon()[0].union(
        bounds, (row["word"] for row in read_table("sentence_openers")), read_toml("date_words")["months"]
    )


def counted(text: str, measure: Measure) -> str | None:
    """What the number counts: the noun phrase after it without its determiners ("companies and organizations")."""
    match = _COMPOUND.match(text, measure.end)
    if match and match[1] == "strong":
        return "members"  # "a 30-strong delegation"
    if match and match[1] not in ("plus", "odd"):
        return _plural(match[1])
    stops, plurals, singulars = _lexicon()
    words: list[tuple[str, int, int]] = []
    at = match.end() if match else measure.end
    if text[at : at + 4] == " of ":
        at += 3
        if determiner := _DETERMINER.match(text, at):
            at = determiner.end()
    head_end = -1
    singular_end = -1
    for _ in range(7):
        match = _WORD.match(text, at)
        if not match:
            break
        word = match[1].rstrip(".'’")
        lower = word.lower()
        if lower == "and" and head_end == at:
            words.append((lower, match.start(1), match.end(1)))
            at = match.end()
            continue
        if lower in stops:
            break
        words.append((lower, match.start(1), match.start(1) + len(word)))
        at = match.start(1) + len(word)
        is_plural = lower in plurals or (
            len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s", "ous"))
        )
        if is_plural:
            if head_end > 0 and len(words) > 1 and words[-2][0] != "and":
                break
            head_end = at
        elif head_end > 0 and not (len(words) > 1 and words[-2][0] == "and"):
            break
        elif lower in singulars and singular_end < 0:
            singular_end = at
        if text[at : at + 1] in (".", ",", ";", ":"):
            break
    end = head_end if head_end > 0 else singular_end
    if end < 0 or not words:
        return None
    return text[words[0][1] : end]


def _plural(noun: str) -> str:
    """The plural of the noun of a compound: "members" of "12-member"."""
    if noun.endswith("s"):
        return noun
    irregular = {
        "person": "people",
        "man": "men",
        "woman": "women",
        "child": "children",
        "country": "countries",
        "party": "parties",
    }
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
