"""What the encoder sees of a word: its word pieces and its letter case.

Training and run time share this module, so that a model never meets input that was prepared in another way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

# The encoder's vocabulary is uncased; these classes give it back what capitals tell.
CASES = ("none", "lower", "title", "upper", "initial", "mixed", "digit", "alphanumeric", "punctuation")
_CASE_INDEX = {name: index for index, name in enumerate(CASES)}

# The most pieces kept of one word (a URL, a run of dashes): a longer word says no more about itself.
MAX_PIECES = 12


def classify_case(word: str) -> int:
    """Return the index in `CASES` of the letter case of `word`; 0 is for what is no word (padding, [CLS])."""
    return _CASE_INDEX[_case_name(word)]


def _case_name(word: str) -> str:
    has_digit = any(character.isdigit() for character in word)
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return "digit" if has_digit else "punctuation"
    if has_digit:
        return "alphanumeric"
    if not any(character.isupper() for character in letters):
        return "lower"
    if all(character.isupper() for character in letters):
        return "upper" if len(letters) > 1 else "initial"
    return "title" if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else "mixed"


@dataclass(frozen=True, slots=True)
class EncodedWord:
    """A word as the encoder reads it: `pieces` are vocabulary ids, `case` an index in `CASES`."""

    pieces: tuple[int, ...]
    case: int


class WordEncoder:
    """Turns words into pieces and case classes, remembering what it has seen.

    The memory is emptied when it holds `cache_size` words, so that a long stream of articles stays bounded.
    """

    def __init__(self, tokenizer: Tokenizer, *, cache_size: int = 100_000) -> None:
        self._tokenizer = tokenizer
        self._cache: dict[str, EncodedWord] = {}
        self._cache_size = cache_size
        self.start = _special(tokenizer, "[CLS]")
        self.end = _special(tokenizer, "[SEP]")
        self._unknown = _special(tokenizer, "[UNK]")

    @classmethod
    def from_file(cls, path: Path) -> WordEncoder:
        """Read the vocabulary from a `tokenizer.json`."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def encode(self, words: Sequence[str]) -> list[EncodedWord]:
        """Return one `EncodedWord` for each word; each has at least one piece."""
        if len(self._cache) >= self._cache_size:
            self._cache.clear()
        return [self._cache.get(word) or self._add(word) for word in words]

    def is_whole(self, word: str) -> bool:
        """Whether a lower-case word is in the vocabulary as a whole: one of English's commoner words."""
        return self._tokenizer.token_to_id(word) is not None

    def _add(self, word: str) -> EncodedWord:
        # Nothing is longer than its pieces: what lies beyond 100 characters is never among the first twelve of a
        # word that the vocabulary knows, and cutting it keeps hostile input linear.
        ids = self._tokenizer.encode(word[:100], add_special_tokens=False).ids[:MAX_PIECES]
        encoded = EncodedWord(tuple(ids) or (self._unknown,), classify_case(word))
        self._cache[word] = encoded
        return encoded


def _special(tokenizer: Tokenizer, token: str) -> int:
    index = tokenizer.token_to_id(token)
    if index is None:
        raise ValueError(f"the tokenizer has no {token!r} token: it is not the bundled model's tokenizer.json")
    return int(index)
