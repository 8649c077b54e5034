"""Words a second for finding and resolving all values of an article, beside quantulum3 and dateparser.search.

    python benchmarks/values_speed.py [ARTICLE.txt …]

Without arguments the article in `seeds/` is read. Ours finds amounts, quantities and dates; quantulum3 is given the
same article for its quantities, `dateparser.search` for its dates, in this one run. quantulum3 is slower the longer its
input is, so it is timed a paragraph at a time too.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import dateparser.search
from quantulum3 import parser as quantulum

from bilateral_extract.mentions.values import find_values
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read

SEEDS = Path(__file__).parents[1] / "seeds"


def words_a_second(task: Callable[[str], object], texts: list[str], least: float = 1.0) -> float:
    """Words of `texts` a second of processor time, repeated for at least `least` seconds after one run to warm up."""
    task(texts[0])
    words, spent = 0, 0.0
    while spent < least:
        began = time.process_time()
        for text in texts:
            task(text)
        spent += time.process_time() - began
        words += sum(len(text.split()) for text in texts)
    return words / spent


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", nargs="*", type=Path, help="text files; left out, those of seeds/")
    paths = arguments.parse_args().articles or sorted(SEEDS.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n") if paragraph.strip()]
    readings = {text: read(Article(text=text, published="2024-06-28")) for text in texts}
    tasks: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("bilateral_extract: amounts, quantities and dates", lambda text: find_values(readings[text]), texts),
        ("quantulum3: whole articles", quantulum.parse, texts),
        ("quantulum3: a paragraph at a time", quantulum.parse, paragraphs),
        (
            "dateparser.search: whole articles",
            lambda text: dateparser.search.search_dates(text, languages=["en"]),
            texts,
        ),
    ]
    print(f"{len(texts)} article(s), {sum(len(text.split()) for text in texts)} words")
    for name, task, inputs in tasks:
        print(f"{name:52}{words_a_second(task, inputs):12,.0f} words/s")


if __name__ == "__main__":
    main()
