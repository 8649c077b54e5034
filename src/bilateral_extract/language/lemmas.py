"""Lemmas as edit scripts: a class the model can predict for any word, also one it has never seen.

A script is `case|cut|add`: how the lemma is written, how many characters fall off the end of the word and what
takes their place (`lower|3|y` makes *countries* into *country*). Irregular words replace all they have
(`lower|4|be`). Edit scripts as classes: Chrupała (2006); here without prefix edits, which English does not need.

A class is a guess: *resumed* gets the script of *signed* and becomes "resum". Where a lemma is no word of the encoder's
vocabulary, but one that regular inflection allows is, that one is taken (`mend_lemma`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

IDENTITY = "keep|0|"


def make_script(word: str, lemma: str) -> str:
    """Return the script that turns `word` into `lemma`."""
    lowered, target = word.lower(), lemma.lower()
    shared = 0
    for left, right in zip(lowered, target, strict=False):
        if left != right:
            break
        shared += 1
    case = "keep"
    if lemma == target and word[:shared] != lemma[:shared]:
        case = "lower"
    elif lemma == lemma.upper() and lemma != target and word != word.upper():
        case = "upper"
    return f"{case}|{len(word) - shared}|{target[shared:] if case != 'upper' else lemma[shared:]}"


@lru_cache(maxsize=50_000)
def apply_script(word: str, script: str) -> str:
    """Return the lemma that `script` makes of `word`; a script that does not fit leaves the word in lower case."""
    case, cut, add = script.split("|", 2)
    length = int(cut)
    if length > len(word) or (length == len(word) and not add):
        return word.lower()
    lemma = word[: len(word) - length] + add
    if case == "lower":
        return lemma.lower()
    return lemma.upper() if case == "upper" else lemma


@lru_cache(maxsize=50_000)
def mend_lemma(word: str, lemma: str, is_known: Callable[[str], bool]) -> str:
    """Return `lemma`, or where it is no known word, a known one that regularly inflects to `word`; what stands behind a
    hyphen is a word by itself ("co-chaired")."""
    first, hyphen, last = word.rpartition("-")
    if hyphen and lemma.startswith(f"{first}-"):
        return f"{first}-{mend_lemma(last, lemma.removeprefix(f'{first}-'), is_known)}"
    if is_known(lemma.lower()):
        return lemma
    return next((base for base in regular_bases(word.lower()) if is_known(base)), lemma)


def regular_bases(word: str) -> list[str]:
    """What a form may be regularly made of: close and clos for *closed*, cancell and cancel for *cancelled*."""
    for ending, vowel in (("ied", "y"), ("ies", "y"), ("ed", "e"), ("ing", "e"), ("es", "e"), ("s", "")):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1:
            if ending == "s":
                return [stem]
            undoubled = [stem[:-1]] if stem[-1] == stem[-2] and stem[-1] not in "aeiou" else []
            return [stem + vowel] if vowel == "y" else [stem + vowel, stem, *undoubled]
    return []
