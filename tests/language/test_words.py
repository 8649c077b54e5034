import pytest

from bilateral_extract.language.model import MODEL_FOLDER
from bilateral_extract.language.words import CASES, MAX_PIECES, WordEncoder, classify_case


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("talks", "lower"), ("Astana", "title"), ("NATO", "upper"), ("J.", "initial"), ("McCain", "mixed"),
        ("2024", "digit"), ("3rd", "alphanumeric"), ("G20", "alphanumeric"), ("—", "punctuation"), ("Ärzte", "title"),
    ],
)  # fmt: skip
def test_letter_case(word: str, case: str) -> None:
    assert CASES[classify_case(word)] == case


def test_every_word_has_pieces_and_none_too_many() -> None:
    encoder = WordEncoder.from_file(MODEL_FOLDER / "tokenizer.json")
    encoded = encoder.encode(["Zhumangarin", "\u200b", "-" * 5000, "met"])
    assert all(1 <= len(word.pieces) <= MAX_PIECES for word in encoded)
    assert encoder.encode(["MET"])[0].pieces == encoded[3].pieces


def test_the_memory_is_bounded() -> None:
    encoder = WordEncoder(WordEncoder.from_file(MODEL_FOLDER / "tokenizer.json")._tokenizer, cache_size=10)
    for i in range(50):
        encoder.encode([f"w{i}"])
    assert len(encoder._cache) <= 10
