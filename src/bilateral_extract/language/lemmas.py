"""Lemmas as edit scripts: a class the model can predict for any word, also one it has never seen.

A script is `case|cut|add`: how the lemma is written, how many characters fall off the end of the word and what
takes their place (`lower|3|y` makes *countries* into *country*). Irregular words replace all they have
(`lower|4|be`). Edit scripts as classes: Chrupała (2006); here without prefix edits, which English does not need.
"""

from __future__ import annotations

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
