"""Export a trained model to ONNX and quantise it: `python training/export.py FOLDER`.

Makes `FOLDER/float` and `FOLDER/int8`, each a complete model folder; the latter is what the library ships.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch
from model import Encoder, Parser, find_encoder
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from bilateral_extract.language.model import CHECKED_FILES, OUTPUTS

INPUTS = ["pieces", "cases", "firsts"]


class Decoded(nn.Module):
    """The network as it runs: classes where the best one is all that counts, scores where decoding follows."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        flat, arcs, vectors = self.parser(pieces, cases, firsts)
        padding = torch.cat([torch.zeros_like(firsts[:, :1]), (firsts[:, 1:] == 0).long()], dim=1)
        arcs = arcs - 1e4 * padding[:, None, :].float()
        labels = self.parser.score_labels(vectors, arcs.argmax(dim=2))
        best = [flat[name].argmax(dim=2).int() for name in ("tag", "pos", "morph", "script")]
        return *best, flat["name"], flat["office"], arcs, labels.argmax(dim=2).int()


def load_parser(folder: Path) -> Parser:
    labels = json.loads((folder / "labels.json").read_text())
    config = json.loads((find_encoder() / "config.json").read_text())
    parser = Parser(Encoder(config), {name: len(values) for name, values in labels.items()})
    parser.load_state_dict(torch.load(folder / "model.pt"))
    return parser.eval()


def export(folder: Path) -> None:
    float_folder, int8_folder = folder / "float", folder / "int8"
    for target in (float_folder, int8_folder):
        target.mkdir(exist_ok=True)
        shutil.copy(folder / "labels.json", target)
        shutil.copy(find_encoder() / "tokenizer.json", target)
    export_float(folder, float_folder / "model.onnx")
    # Seven bits of the eight: processors without VNNI add products in 16 bits, which eight would overflow, so that the
    # same text would read differently there. It costs nothing that the evaluation sees.
    quantize_dynamic(
        float_folder / "model.onnx",
        int8_folder / "model.onnx",
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    for target in (float_folder, int8_folder):
        sums = {name: hashlib.sha256((target / name).read_bytes()).hexdigest() for name in CHECKED_FILES}
        (target / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n")
        print(target, f"{(target / 'model.onnx').stat().st_size / 1e6:.1f} MB")


def export_float(folder: Path, path: Path) -> None:
    example = (
        torch.randint(1, 1000, (2, 9)),
        torch.ones(2, 9, dtype=torch.long),
        torch.tensor([[0, 1, 3, 4], [0, 2, 5, 0]]),
    )
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:2]} | {"firsts": {0: "batch", 1: "positions"}}
    axes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    axes["arc"][2] = "positions"
    with torch.no_grad():
        torch.onnx.export(
            Decoded(load_parser(folder)), example, path, input_names=INPUTS, output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    export(parser.parse_args().folder)
