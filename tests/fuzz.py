"""Coverage-guided fuzzing of the whole: `python tests/fuzz.py [INPUTS] [--seed N]`; needs Python 3.12 or later.

Inputs are cut, spliced and damaged out of a pool that starts with our own texts. One that reaches a line of the
package which no input reached before joins the pool, so that the fuzzer finds its way into the rare branches. What must
hold of a result is what the property tests check (`test_robustness.check_result`). Each failure is printed with its
input; put it into `test_robustness.ODD`. The exit status is the number of failures, at most 100.
"""

import argparse
import random
import sys
import time
import tomllib
import traceback
from pathlib import Path
from types import CodeType

from bilateral_extract import extract_many
from test_robustness import HOSTILE, ODD, SEED, WORDS, check_result

TESTS = Path(__file__).parent
PACKAGE = "bilateral_extract"
BATCH = 32
LONGEST = 300  # characters: short inputs try more combinations in the same time
SLOWEST = 0.02  # seconds of computing a character that a whole batch may take
ODD_CHARACTERS = "\x00\u202e\u200b\u0301\ufeff\u00a0\ud800\U0001f91d٣½№€$%&<>\"'()[]{}|\\/,.;:-–—\n\t 0123456789"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", type=int, nargs="?", default=10_000, help="how many inputs to try")
    parser.add_argument("--seed", type=int, default=0, help="of the random numbers")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    pool = read_pool()
    reached: set[tuple[str, int]] = set()
    watch_lines(reached)
    tried = failures = 0
    while tried < arguments.inputs:
        batch = [mutate(chance, pool) for _ in range(BATCH)]
        before, started = len(reached), time.process_time()
        results = list(extract_many({"text": text, "published": "2024-06-27"} for text in batch))
        seconds = time.process_time() - started
        if seconds > max(SLOWEST * sum(map(len, batch)), 5):
            failures += 1
            print(f"SLOW: {seconds:.1f} s for {batch!r}", flush=True)
        for text, result in zip(batch, results, strict=True):
            try:
                check_result(text, result)
            except Exception:
                failures += 1
                print(f"FAILED: {text!r}\n{traceback.format_exc(limit=-3)}", flush=True)
        tried += len(batch)
        if len(reached) > before:
            pool.extend(batch)
        if tried % 10_240 == 0:
            print(f"{tried:,} inputs, {failures} failures, {len(reached):,} lines, pool {len(pool):,}", flush=True)
    print(f"{tried:,} inputs, {failures} failures, {len(reached):,} lines, pool {len(pool):,}")
    return min(failures, 100)


def read_pool() -> list[str]:
    """What there is to begin with: the seed article, the odd and hostile texts, the articles of the tests."""
    articles = [tomllib.loads(path.read_text(encoding="utf-8"))["text"] for path in TESTS.glob("articles/*.toml")]
    return [SEED, *ODD.values(), *(piece * 20 for piece in HOSTILE.values()), *articles]


def watch_lines(reached: set[tuple[str, int]]) -> None:
    """From now on each line of the package goes into `reached` when it first runs; the next times cost nothing."""
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.COVERAGE_ID, "fuzz")

    def see(code: CodeType, line: int) -> object:
        if PACKAGE in code.co_filename:
            reached.add((code.co_filename, line))
        return monitoring.DISABLE

    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, see)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)


def mutate(chance: random.Random, pool: list[str]) -> str:
    """A new text: a piece of one of the pool, damaged one to four times."""
    text = cut(chance, chance.choice(pool), LONGEST)
    for _ in range(chance.randint(1, 4)):
        at, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        piece = text[at:end]
        match chance.randrange(9):
            case 0:
                piece = ""
            case 1:
                piece *= 2
            case 2:
                piece = cut(chance, chance.choice(pool), 120)
            case 3:
                piece = chance.choice((piece.upper(), piece.lower(), piece.title(), piece[::-1]))
            case 4:
                piece = " ".join(chance.choices(WORDS, k=chance.randint(1, 12)))
            case 5:
                piece = "".join(chance.choices(ODD_CHARACTERS, k=chance.randint(1, 6)))
            case 6:
                words = piece.split()
                chance.shuffle(words)
                piece = " ".join(words)
            case 7:
                piece = piece.replace(chance.choice(" .,ae1"), chance.choice(("", "\n", "\n\n", "l", "0", ", and ")))
            case 8:
                piece = "".join(chr(chance.randrange(0x110000)) if chance.random() < 0.1 else c for c in piece)
        text = (text[:at] + piece + text[end:])[: 2 * LONGEST]
    return text


def cut(chance: random.Random, text: str, longest: int) -> str:
    start = chance.randrange(len(text)) if text else 0
    return text[start : start + chance.randint(1, longest)]


if __name__ == "__main__":
    sys.exit(main())
