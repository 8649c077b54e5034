"""Fits the weights of record confidence on annotated articles and prints how well they are calibrated.

    python training/confidence.py BENCHMARK benchmarks/articles/develop --out FILE

BENCHMARK is the folder with score.py, train/ and dev/; folders after it hold more articles, annotated alike. A record
counts as right where score.py aligns it with an annotated one; records aligned with optional ones are left out. Five
folds by article give the expected calibration error (ten bins of equal width) and the record F1 at each threshold; the
weights written to FILE (lexicon/confidence.toml) are fitted on all articles. `--plot` draws those bins as a reliability
diagram (PNG or SVG, needs matplotlib).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bilateral_extract.language import load
from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.mentions.values import find_values
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read
from bilateral_extract.records.build import build_drafts, to_record
from bilateral_extract.records.confidence import collect_signals
from bilateral_extract.records.scene import Scene

FOLDS = 5
RIDGE = 3.0  # L2 penalty: about as strong as three articles that say "no opinion"
RARE = 4  # signals seen in fewer records get no weight of their own
BINS = 10


@dataclass
class Row:
    """One record of one article."""

    article: int
    kind: str
    signals: dict[str, float]
    right: bool


def collect_rows(benchmark: Path, more: Sequence[Path] = ()) -> tuple[list[Row], Counter[str]]:
    """Records of all annotated articles with their signals, and the number of annotated records of each kind."""
    sys.path.insert(0, str(benchmark))
    import score

    nlp = load()
    rows: list[Row] = []
    wanted: Counter[str] = Counter()
    folders = (benchmark / "train", benchmark / "dev", *more)
    paths = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    for number, path in enumerate(paths):
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
        reading = read(Article(text=gold["text"], published=published))
        doc = nlp(reading.clean)
        scene = Scene(doc, reading, find_entities(doc, reading), find_values(reading))
        drafts = build_drafts(scene)
        for kind in score.SLOTS:
            chosen = [d for d in drafts if f"{d.kind}s" == kind]
            records: list[dict[str, Any]] = [to_record(scene, d, "x-1").model_dump(mode="json") for d in chosen]
            golds = gold.get(kind) or []
            partner = dict(score.align(kind, records, golds, gold["text"]))
            wanted[kind[:-1]] += sum(not g.get("optional") for g in golds)
            for position, draft in enumerate(chosen):
                match = partner.get(position)
                if match is None or not golds[match].get("optional"):
                    rows.append(Row(number, draft.kind, collect_signals(scene, draft), match is not None))
    return rows, wanted


def fit(rows: list[Row]) -> dict[str, float]:
    """Weights of a ridge-penalised logistic regression (Newton's method)."""
    counts = Counter(name for row in rows for name in row.signals)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    matrix = np.array([[row.signals.get(name, 0.0) for name in names] for row in rows])
    target = np.array([row.right for row in rows], dtype=float)
    penalty = np.array([0.01 if name.endswith(": always") else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (target - chance) - penalty * weights
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def predict(weights: dict[str, float], row: Row) -> float:
    """The probability that a record is right."""
    total = sum(weights.get(name, 0.0) * value for name, value in row.signals.items())
    return float(1 / (1 + np.exp(-total)))


def calibration_error(chances: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over BINS bins of equal width."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    return float(
        sum(abs(chances[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist()))
    )


def plot(chances: np.ndarray, right: np.ndarray, path: Path) -> None:
    """Draw the share of records that are right against the confidence told: a dot for each bin, with its records."""
    from matplotlib.figure import Figure

    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    filled = sorted(set(bins.tolist()))
    axes = Figure(figsize=(5, 5), layout="constrained").add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="perfect calibration")
    told, hit = ([values[bins == b].mean() for b in filled] for values in (chances, right))
    counts = [int((bins == b).sum()) for b in filled]
    axes.scatter(
        told,
        hit,
        s=[10 + count / 2 for count in counts],
        clip_on=False,
        zorder=3,
        color="C0",
        label="records of one bin",
    )
    for x, y, count in zip(told, hit, counts, strict=True):
        axes.annotate(f"{count}", (x, y), textcoords="offset points", xytext=(8, -12), fontsize=8, color="0.3")
    axes.set(
        xlim=(0, 1), ylim=(0, 1), aspect="equal", xlabel="confidence told", ylabel="share of records that are right"
    )
    axes.set_title(
        f"{len(right)} records by cross-validation, error {calibration_error(chances, right):.3f}", fontsize=10
    )
    axes.legend(loc="lower right")
    axes.figure.savefig(path, dpi=120)


def main() -> None:
    """Cross-validates, prints, fits on everything, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark", type=Path)
    parser.add_argument("more", type=Path, nargs="*", help="folders with more annotated articles")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plot", type=Path, help="where to draw the reliability diagram: PNG or SVG")
    args = parser.parse_args()
    rows, wanted = collect_rows(args.benchmark, args.more)
    right = np.array([row.right for row in rows], dtype=float)
    chances = np.zeros(len(rows))
    order = np.random.default_rng(0).permutation(max(row.article for row in rows) + 1)
    folds = {int(article): position % FOLDS for position, article in enumerate(order)}
    for fold in range(FOLDS):
        weights = fit([row for row in rows if folds[row.article] != fold])
        for index, row in enumerate(rows):
            if folds[row.article] == fold:
                chances[index] = predict(weights, row)
    print(f"{len(rows)} records, {right.mean():.3f} right; calibration error {calibration_error(chances, right):.3f}")
    if args.plot:
        plot(chances, right, args.plot)
    for low in range(BINS):
        inside = (chances * BINS).astype(int) == low
        if inside.any():
            told, hit = chances[inside].mean(), right[inside].mean()
            print(f"  {low / BINS:.1f}  n={inside.sum():4}  told {told:.2f}  right {hit:.2f}")
    for threshold in (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        line = [f"threshold {threshold:.2f}"]
        for kind in (*wanted, "all"):
            kept = np.array(
                [c >= threshold and kind in (row.kind, "all") for c, row in zip(chances, rows, strict=True)]
            )
            gold = sum(wanted.values()) if kind == "all" else wanted[kind]
            line.append(f"{kind} {200 * right[kept].sum() / (kept.sum() + gold):.1f}")
        print("  ".join(line))
    weights = fit(rows)
    lines = ["# Written by training/confidence.py: the weight of each signal (records/confidence.py).", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in weights.items()]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
