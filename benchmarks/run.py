"""Measure speed, start-up and memory: `python benchmarks/run.py [FOLDER] [--output FILE]`.

Reads the texts of a folder (by default the seed article and those of `examples/`), measures everything on them in one
run and prints Markdown tables: the library beside the encoder inside it, spaCy's tokenizer, quantulum3 and
dateparser. Medians of several rounds; figures depend on the machine, the ratios less so.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 5
SECONDS = 1.0  # a round goes on over the articles for at least this long


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="texts to read, *.txt")
    parser.add_argument("--output", type=Path, help="also write the tables to this file")
    arguments = parser.parse_args()
    paths = (
        sorted(arguments.folder.glob("*.txt"))
        if arguments.folder
        else [*ROOT.glob("seeds/*.txt"), *ROOT.glob("examples/articles/*.txt")]
    )
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if not texts:
        parser.error(f"{arguments.folder}: holds no *.txt")
    warnings.filterwarnings("ignore")  # dateparser's, about dates without a year
    lines = []
    for line in report(texts):
        print(line, flush=True)
        lines.append(line)
    if arguments.output:
        arguments.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(texts: list[str]) -> Iterator[str]:
    """The tables, line by line as they are measured."""
    yield f"{len(texts)} articles, {count_words(texts):,} words. Python {platform.python_version()}, {cpu()}."
    yield from ("", "| start-up | seconds |", "| --- | --- |")
    for name, script in (
        ("`import bilateral_extract`", "import bilateral_extract"),
        ("the same and the first `extract`", "import bilateral_extract as b; b.extract('France and Japan met.')"),
        ("(an empty Python)", ""),
    ):
        yield f"| {name} | {statistics.median(time_process(script) for _ in range(ROUNDS)):.2f} |"
    yield from ("", "| one process, one thread | words a second | of the encoder alone |", "| --- | --- | --- |")
    encoder, speeds = measure_speeds(texts)
    yield f"| the encoder alone, inside `extract_many` | {encoder:,.0f} | 1.00 |"
    for name, speed in speeds.items():
        yield f"| {name} | {speed:,.0f} | {speed / encoder:.2f} |"
    yield from ("", "| words in one article | microseconds a word |", "| --- | --- |")
    for words, seconds in measure_lengths(texts):
        yield f"| {words:,} | {seconds * 1e6:.0f} |"
    yield from ("", "| workers | articles | words a second |", "| --- | --- | --- |")
    for workers, articles, speed in measure_workers(texts):
        yield f"| {workers} | {articles:,} | {speed:,.0f} |"
    yield from ("", "| articles read | peak memory, MB |", "| --- | --- |")
    for articles, memory in measure_memory(texts):
        yield f"| {articles:,} | {memory:.0f} |"


def measure_speeds(texts: list[str]) -> tuple[float, dict[str, float]]:
    """Words a second of the encoder within `extract_many`, and of everything that is compared with it."""
    import spacy
    from dateparser.search import search_dates
    from quantulum3 import parser as quantulum

    from bilateral_extract import extract, extract_many
    from bilateral_extract.language.model import Model

    run = Model.run
    spent = 0.0

    def timed_run(model: Model, *arguments: object) -> object:
        nonlocal spent
        started = time.perf_counter()
        try:
            return run(model, *arguments)  # type: ignore[arg-type]
        finally:
            spent += time.perf_counter() - started

    tokenizer = spacy.blank("en").tokenizer
    speeds = {
        "`extract_many`": measure(texts, lambda: list(extract_many(texts))),
        "`extract`, one by one": measure(texts, lambda: [extract(text) for text in texts]),
        "spaCy's blank English tokenizer": measure(texts, lambda: [tokenizer(text) for text in texts]),
        "quantulum3 (quantities only)": measure(texts, lambda: [quantulum.parse(text) for text in texts]),
        "`dateparser.search` (dates only)": measure(
            texts, lambda: [search_dates(text, languages=["en"]) for text in texts]
        ),
    }
    Model.run = timed_run  # type: ignore[method-assign]
    shares = []
    for _ in range(ROUNDS):
        spent, started = 0.0, time.perf_counter()
        list(extract_many(texts))
        shares.append(spent / (time.perf_counter() - started))
    Model.run = run  # type: ignore[method-assign]
    return speeds["`extract_many`"] / statistics.median(shares), speeds


def measure_lengths(texts: list[str]) -> Iterator[tuple[int, float]]:
    """Seconds a word for articles of growing length, made of the texts over and over."""
    from bilateral_extract import extract

    words = "\n\n".join(texts)
    count = len(words.split())
    for wanted in (500, 5_000, 50_000, 100_000):
        text = "\n\n".join([words] * (wanted // count + 1))
        for end, _ in enumerate_words(text, wanted):
            text = text[:end]
        rounds = [time_call(lambda text=text: extract(text)) for _ in range(ROUNDS if wanted < 50_000 else 1)]
        yield wanted, statistics.median(rounds) / wanted


def measure_workers(texts: list[str]) -> Iterator[tuple[int, int, float]]:
    """Words a second over processes that have started."""
    from bilateral_extract import extract_many

    articles = [texts[number % len(texts)] for number in range(600)]
    for workers in (1, 2):
        results = extract_many((text for text in ["Hello."] * 32 * workers + articles), workers=workers)
        for _ in range(32 * workers):
            next(results)
        seconds = time_call(lambda results=results: list(results))
        yield workers, len(articles), count_words(articles) / seconds


def measure_memory(texts: list[str]) -> Iterator[tuple[int, float]]:
    """Peak memory of a process that reads more and more articles, no two with the same names."""
    script = (
        "import resource, sys, bilateral_extract as b; texts = sys.stdin.read().split('\\0'); n = int(sys.argv[1]); "
        "sum(1 for _ in b.extract_many(f'Mr Aa{i} met Ms Bb{i}. {texts[i % len(texts)]}' for i in range(n))); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    for articles in (10, 300, 1000):
        command = [sys.executable, "-c", script, str(articles)]
        done = subprocess.run(command, input="\0".join(texts), capture_output=True, text=True, check=True)
        yield articles, int(done.stdout) / (1024**2 if sys.platform == "darwin" else 1024)


def measure(texts: list[str], work: Callable[[], object]) -> float:
    """Words a second of `work` over the texts: the median of some rounds, after a warm-up."""
    work()
    words = count_words(texts)
    speeds = []
    for _ in range(ROUNDS):
        times, started = 0, time.perf_counter()
        while time.perf_counter() - started < SECONDS:
            work()
            times += 1
        speeds.append(times * words / (time.perf_counter() - started))
    return statistics.median(speeds)


def enumerate_words(text: str, count: int) -> Iterator[tuple[int, str]]:
    """The end of the word number `count`, and the word."""
    end = 0
    for word in text.split()[:count]:
        end = text.index(word, end) + len(word)
    yield end, word


def count_words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def time_process(script: str) -> float:
    return time_call(lambda: subprocess.run([sys.executable, "-c", script], check=True))


def time_call(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cpu() -> str:
    """The processor's name, where Linux tells it."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor()


if __name__ == "__main__":
    main()
