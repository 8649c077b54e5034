"""The bundled model: its files, verified, and the ONNX session that runs it."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from bilateral_extract.language.words import EncodedWord, WordEncoder

MODEL_FOLDER = Path(__file__).parent / "model"
CHECKED_FILES = ("model.onnx", "tokenizer.json", "labels.json")

# The order of the network's outputs: classes of tag, pos, morph, script and dep; scores of names, offices and heads.
OUTPUTS = ("tag", "pos", "morph", "script", "name", "office", "arc", "dep")


class ModelFileError(RuntimeError):
    """A file of the bundled model is missing or is not the one that was shipped."""


@dataclass(frozen=True, slots=True)
class Model:
    """The loaded network with its vocabulary and the labels of each head."""

    session: Any
    words: WordEncoder
    labels: dict[str, list[str]]

    def run(self, words: list[EncodedWord]) -> dict[str, np.ndarray]:
        """Return the network's outputs for the words of one sentence.

        One sentence at a time, never a padded batch: dynamic quantisation scales each tensor by its own range, so
        that in a batch a sentence's result would depend on its neighbours. (A batch would be a fifth faster.)
        """
        pieces, cases, firsts = [self.words.start], [0], [0]
        for word in words:
            firsts.append(len(pieces))
            pieces.extend(word.pieces)
            cases.extend([word.case] * len(word.pieces))
        pieces.append(self.words.end)
        cases.append(0)
        inputs = {"pieces": pieces, "cases": cases, "firsts": firsts}
        outputs = self.session.run(OUTPUTS, {name: np.array([row], dtype=np.int64) for name, row in inputs.items()})
        return {name: output[0] for name, output in zip(OUTPUTS, outputs, strict=True)}


def load_model(*, threads: int = 1) -> Model:
    """Return the bundled model, read once for each process and number of threads; raises as `read_model` does."""
    # A session must not be used on the far side of a fork: the process is part of the key.
    return _load_model(threads, os.getpid())


@lru_cache(maxsize=2)
def _load_model(threads: int, process: int) -> Model:
    return read_model(MODEL_FOLDER, threads=threads)


def read_model(folder: Path, *, threads: int = 1) -> Model:
    """Read a model from its folder.

    Raises `ModelFileError` when a file is missing or its SHA-256 is not the one in the folder's `checksums.json`.
    """
    verify_files(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return Model(session, WordEncoder.from_file(folder / "tokenizer.json"), labels)


def verify_files(folder: Path) -> None:
    """Raise `ModelFileError` unless the files in `folder` are those that its `checksums.json` names."""
    try:
        expected = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
        for name in CHECKED_FILES:
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected[name]:
                raise ModelFileError(
                    f"{folder / name} is damaged or was replaced: its SHA-256 is not the one in checksums.json; "
                    "reinstall bilateral-extract"
                )
    except (FileNotFoundError, KeyError) as error:
        raise ModelFileError(f"the model in {folder} is incomplete ({error}); reinstall bilateral-extract") from error
