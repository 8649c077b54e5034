"""Train the bundled model in two stages.

1. `python training/train.py CORPORA --out FIRST`: treebanks, our articles and the names of other corpora.
2. `python training/train.py CORPORA --start FIRST --out SECOND`: without the other corpora, whose conventions differ,
   and with sentences of our own making for names that are rare.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import torch
from corpora import BIO, MAX_WORDS, OFFICE_BIO, Example, add_names, read_articles, read_tagged, read_treebank, recase
from model import Encoder, Parser, find_encoder
from templates import make_sentences
from torch import Tensor
from torch.nn import functional

from bilateral_extract.language.words import WordEncoder

SEED = 7
BATCH_PIECES = 2400
ENCODER_RATE = 1.5e-4
HEAD_RATE = 2e-3
WARM_UP = 0.08
RECASED = {"upper": 0.03, "title": 0.03, "lower": 0.02}
# How often an article's sentence is seen for each time that a treebank's is: there are few, and they are the job.
ARTICLE_COPIES = {1: 2, 2: 2}
MADE = 2500  # sentences of our own making, in stage 2
EPOCHS = {1: 4, 2: 6}
# The learning rates as shares of the above, after the warm-up and at the end.
RATES = {1: (1.0, 0.4), 2: (0.5, 0.0)}
# Sentences drawn from the large corpora of others, once for all epochs.
DRAWN = {"gmb": 8000, "redocred": 4000}
LOSS_WEIGHTS = {"tag": 1, "pos": 0.5, "morph": 0.5, "script": 1, "arc": 1, "label": 1, "name": 1, "office": 1}
UNKNOWN = -100


def read_examples(corpora: Path, stage: int) -> list[Example]:
    trees, names = corpora / "treebank", corpora / "names"
    uner = read_tagged(names / "uner-ewt-train.jsonl.gz", "uner")
    examples = list(add_names(read_treebank(trees / "ewt-train.conllu.gz"), uner))
    examples += read_treebank(trees / "gum-train.conllu.gz")
    examples = [example for example in examples if len(example.words) <= MAX_WORDS]
    examples += list(read_articles(names / "articles-train.jsonl.gz")) * ARTICLE_COPIES[stage]
    if stage == 1:
        examples += read_tagged(names / "wikigold.jsonl.gz", "wikigold")
        for part in ("train", "dev", "test"):
            examples += read_tagged(names / f"crossner-politics-{part}.jsonl.gz", "crossner")
        for name, count in DRAWN.items():
            examples += random.sample(list(read_tagged(names / f"{name}.jsonl.gz", name)), count)
    else:
        examples += make_sentences(MADE)
    return examples


def collect_labels(examples: list[Example]) -> dict[str, list[str]]:
    """The classes of each head, most frequent first; those seen once or twice are not learnt."""
    labels = {}
    for name, field in {"tag": "tags", "pos": "pos", "morph": "morphs", "script": "scripts", "dep": "deps"}.items():
        counts = Counter(value for example in examples for value in getattr(example, field) or ())
        labels[name] = [value for value, count in counts.most_common() if count > 2]
    return {**labels, "name": list(BIO), "office": list(OFFICE_BIO)}


def make_batches(examples: list[Example], encoder: WordEncoder) -> list[list[Example]]:
    """Batches of about `BATCH_PIECES` pieces with padding, of sentences of like length, in random order."""
    measured = [(sum(len(word.pieces) for word in encoder.encode(example.words)) + 2, example) for example in examples]
    measured.sort(key=lambda pair: (pair[0] // 3, random.random()))
    batches: list[list[Example]] = [[]]
    for length, example in measured:
        if batches[-1] and (len(batches[-1]) + 1) * length > BATCH_PIECES:
            batches.append([])
        batches[-1].append(example)
    random.shuffle(batches)
    return batches


def encode_words(examples: list[list[str]], encoder: WordEncoder) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, cases and first pieces of a batch, padded with 0."""
    rows = []
    for words in examples:
        pieces, cases, firsts = [encoder.start], [0], [0]
        for word in encoder.encode(words):
            firsts.append(len(pieces))
            pieces.extend(word.pieces)
            cases.extend([word.case] * len(word.pieces))
        rows.append(([*pieces, encoder.end], [*cases, 0], firsts))
    return tuple(pad([torch.tensor(row[i]) for row in rows]) for i in range(3))


def pad(rows: list[Tensor], value: int = 0) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=value)


def encode_targets(batch: list[Example], labels: dict[str, dict[str, int]]) -> dict[str, Tensor]:
    def classes(field: str, name: str) -> Tensor:
        rows = []
        for example in batch:
            values = getattr(example, field)
            known = [UNKNOWN] * len(example.words) if values is None else [labels[name].get(v, UNKNOWN) for v in values]
            rows.append(torch.tensor(known))
        return pad(rows, UNKNOWN)

    def numbers(field: str, unknown: int) -> Tensor:
        return pad([torch.tensor(getattr(e, field) or [unknown] * len(e.words)) for e in batch], unknown)

    return {
        "tag": classes("tags", "tag"), "pos": classes("pos", "pos"), "morph": classes("morphs", "morph"),
        "script": classes("scripts", "script"), "dep": classes("deps", "dep"),
        "head": numbers("heads", UNKNOWN), "name": numbers("names", 0), "office": numbers("offices", UNKNOWN),
    }  # fmt: skip


def compute_loss(model: Parser, inputs: tuple[Tensor, Tensor, Tensor], targets: dict[str, Tensor]) -> dict[str, Tensor]:
    flat, arcs, vectors = model(*inputs)
    losses = {name: cross_entropy(flat[name], targets[name]) for name in ("tag", "pos", "morph", "script", "office")}
    words = (targets["tag"] != UNKNOWN) | (targets["name"] != 0) | (targets["head"] != UNKNOWN)
    real = torch.cat([torch.ones_like(words[:, :1]), words], dim=1)
    arcs = arcs.float().masked_fill(~real[:, None, :], -1e4)
    losses["arc"] = cross_entropy(arcs, targets["head"])
    losses["label"] = cross_entropy(model.score_labels(vectors, targets["head"].clamp(min=0)), targets["dep"])
    losses["name"] = set_loss(flat["name"], targets["name"])
    return losses


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    logits, target = logits.float().flatten(0, 1), target.flatten()
    total = functional.cross_entropy(logits, target, ignore_index=UNKNOWN, reduction="sum")
    return total / (target != UNKNOWN).sum().clamp(min=1)


def set_loss(logits: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the probability that the tag lies in the allowed set; an empty set is unknown."""
    inside = (allowed[:, :, None] >> torch.arange(logits.shape[2])) & 1 == 1
    known = allowed != 0
    log_probability = functional.log_softmax(logits.float(), dim=2).masked_fill(~inside, -1e4).logsumexp(dim=2)
    return -(log_probability * known).sum() / known.sum().clamp(min=1)


def augment(example: Example) -> Example:
    draw = random.random()
    for how, share in RECASED.items():
        if draw < share:
            return recase(example, how)
        draw -= share
    return example


def find_rate(done: float, high: float, low: float) -> float:
    """Linear warm-up to `high`, then linear decay to `low`, by the share of the training that is done."""
    if done < WARM_UP:
        return max(high * done / WARM_UP, 1e-3)
    return low + (high - low) * max(0.0, 1 - done) / (1 - WARM_UP)


def train(corpora: Path, out: Path, start: Path | None) -> None:
    stage, epochs = (1, EPOCHS[1]) if start is None else (2, EPOCHS[2])
    random.seed(SEED)
    torch.manual_seed(SEED)
    words = WordEncoder.from_file(find_encoder() / "tokenizer.json")
    examples = read_examples(corpora, stage)
    print(Counter(example.source for example in examples), flush=True)
    labels = collect_labels(examples)
    index = {name: {value: i for i, value in enumerate(values)} for name, values in labels.items()}
    model = Parser(Encoder.pretrained(find_encoder()), {name: len(values) for name, values in labels.items()})
    if start is not None:
        if json.loads((start / "labels.json").read_text()) != labels:
            raise SystemExit(f"{start} was trained with other labels")
        model.load_state_dict(torch.load(start / "model.pt"))
    inner = list(model.encoder.parameters())
    heads = [parameter for name, parameter in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    steps = epochs * len(make_batches(examples, words))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: find_rate(step / steps, *RATES[stage]))
    model.train()
    begin, step, running = time.time(), 0, Counter()
    for epoch in range(epochs):
        for batch in make_batches([augment(example) for example in examples], words):
            inputs = encode_words([example.words for example in batch], words)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = compute_loss(model, inputs, encode_targets(batch, index))
            optimizer.zero_grad()
            sum(LOSS_WEIGHTS[name] * loss for name, loss in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            for name, loss in losses.items():
                running[name] += loss.item() / 100
            if step % 100 == 0:
                figures = " ".join(f"{name} {value:.3f}" for name, value in running.items())
                print(f"epoch {epoch} step {step}/{steps} {time.time() - begin:.0f}s {figures}", flush=True)
                running.clear()
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "model.pt")
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="the folder of stage 1: this is stage 2")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    train(arguments.corpora, arguments.out, arguments.start)
