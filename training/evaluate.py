"""Measure a model through the spaCy pipeline: `python training/evaluate.py CORPORA [--model FOLDER]`.

Treebanks with gold words and sentences; names on raw articles, sentences and all. Without `--model` it is the
bundled model that is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from pathlib import Path

from corpora import read_treebank
from spacy.tokens import Doc

from bilateral_extract.language.encoder import OFFICES, annotate
from bilateral_extract.language.lemmas import make_script
from bilateral_extract.language.model import MODEL_FOLDER, Model, read_model
from bilateral_extract.language.pipeline import load

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DOC", "OFFICE")
NLP = load()


def run(doc: Doc, model: Model) -> Doc:
    """The pipeline of the library with `model` in the place of the bundled one."""
    for name, component in NLP.pipeline:
        if name == "bilateral_encoder":
            annotate([doc], model)
        else:
            doc = component(doc)
    return doc


def measure_trees(path: Path, model: Model) -> str:
    hits: Counter[str] = Counter()
    seconds = 0.0
    for example in read_treebank(path):
        doc = Doc(NLP.vocab, words=example.words, sent_starts=[True] + [False] * (len(example.words) - 1))
        begin = time.process_time()
        annotate([doc], model)
        seconds += time.process_time() - begin
        for i, token in enumerate(doc):
            head = 0 if token.head is token or token.head.i == i else token.head.i + 1
            right = head == example.heads[i]
            hits["words"] += 1
            hits["UAS"] += right
            hits["LAS"] += right and token.dep_ == example.deps[i]
            hits["LAS (main types)"] += right and token.dep_.split(":")[0] == example.deps[i].split(":")[0]
            hits["tags"] += token.tag_ == example.tags[i]
            hits["pos"] += token.pos_ == example.pos[i]
            hits["lemmas"] += make_script(token.text, token.lemma_) == example.scripts[i]
    words = hits.pop("words")
    figures = [f"{name} {100 * count / words:.1f}" for name, count in hits.items()]
    return " ".join([*figures, f"words/s {words / seconds:.0f}"])


def measure_names(path: Path, model: Model, show: str | None) -> str:
    right, found, gold = Counter(), Counter(), Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            doc = run(NLP.make_doc(article["text"]), model)
            spans = [*doc.ents, *doc.spans[OFFICES]]
            ours = {(span.start_char, span.end_char, span.label_) for span in spans}
            theirs = {tuple(span) for span in article["spans"]}
            right.update(label for *_, label in ours & theirs)
            found.update(label for *_, label in ours)
            gold.update(label for *_, label in theirs)
            for span in sorted(ours ^ theirs):
                if span[2] == show:
                    print("missed" if span in theirs else "wrong ", show, quote(article["text"], *span[:2]))

    def f1(labels: tuple[str, ...]) -> str:
        hit, guessed, true = (sum(counts[label] for label in labels) for counts in (right, found, gold))
        precision, recall = 100 * hit / max(1, guessed), 100 * hit / max(1, true)
        return f"{200 * hit / max(1, guessed + true):.1f} (P {precision:.0f} R {recall:.0f}, {true})"

    return "\n".join(f"  {label:7} {f1((label,))}" for label in LABELS) + f"\n  all     {f1(LABELS)}"


def quote(text: str, start: int, end: int) -> str:
    """The span in its surroundings."""
    return repr(f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 30]}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--show", help="print each error of this name label")
    parser.add_argument("--names-only", action="store_true")
    arguments = parser.parse_args()
    chosen = read_model(arguments.model)
    if not arguments.names_only:
        for part in ("ewt-test", "gum-test", "pud-test"):
            print(part, measure_trees(arguments.corpora / "treebank" / f"{part}.conllu.gz", chosen), flush=True)
    print("articles-dev")
    print(measure_names(arguments.corpora / "names" / "articles-dev.jsonl.gz", chosen, arguments.show))
