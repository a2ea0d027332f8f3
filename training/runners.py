"""The networks of a checkpoint or of exported files behind one interface."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import onnxruntime
import torch
from torch import Tensor

from frame import Frame
from judge import Judge
from labels import THRESHOLDS
from lexicon import Lexicon
from model import Extractor, load_extractor
from reading import Reading
from trees import Trees

TYPER_INPUTS = ["mention_start", "mention_end", "mention_mask", "entity_features"]
LINKER_INPUTS = [
    *("entity_features", "entity_type"),
    *("pair_source", "pair_target", "pair_from", "pair_to", "pair_order", "pair_features"),
    *("number_start", "number_end"),
    *("role_number", "role_entity", "role_from", "role_to", "role_order", "role_features"),
]


class Runner(Protocol):
    """Whatever runs the three networks on one document."""

    thresholds: dict[str, float]
    judge: Judge | None

    def encode(self, reading: Reading) -> tuple[Tensor, Tensor]:
        """Logits `[w, TAGS]` and hidden states `[w, HIDDEN]` of the words."""

    def type(self, words: Tensor, frame: Frame) -> tuple[Tensor, Tensor]:
        """Entities `[e, HIDDEN]` and type logits `[e, TYPES]`."""

    def link(self, words: Tensor, entities: Tensor, frame: Frame) -> tuple[Tensor, ...]:
        """Relations, proposes, kinds, roles and no_role, as model.Linker gives them."""


def open_runner(path: Path, encoder: str = "encoder.int8.onnx") -> Runner:
    """A folder holds exported files, anything else is a checkpoint."""
    if path.is_dir():
        return OnnxRunner(path, encoder)
    return TorchRunner(load_extractor(path))


class TorchRunner:
    """Runs a model on its own device, without dropout; what comes in and goes out is on the CPU."""

    def __init__(self, extractor: Extractor):
        self.thresholds, self.judge = THRESHOLDS, None
        self.extractor = extractor.eval()
        self.device = next(extractor.parameters()).device

    def encode(self, reading: Reading) -> tuple[Tensor, Tensor]:
        *pieces, first = (own.to(self.device) for own in encoder_inputs(reading).values())
        logits, hidden = self.extractor.tagger(*pieces, rows=first)
        return logits[0].cpu(), hidden[0].cpu()

    def type(self, words: Tensor, frame: Frame) -> tuple[Tensor, Tensor]:
        inputs = [frame[name].to(self.device) for name in TYPER_INPUTS]
        entities, types = self.extractor.typer(words.to(self.device), *inputs)
        return entities.cpu(), types.cpu()

    def link(self, words: Tensor, entities: Tensor, frame: Frame) -> tuple[Tensor, ...]:
        frame = {name: value.to(self.device) for name, value in frame.items()}
        scores = self.extractor.linker(words.to(self.device), entities.to(self.device), frame)
        return tuple(score.cpu() for score in scores)


class OnnxRunner:
    """Runs exported files on one thread, as the product does."""

    def __init__(self, folder: Path, encoder: str):
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.thresholds = THRESHOLDS | labels["thresholds"]
        lexicon = Lexicon.from_file(folder / "lexicon.json")
        self.judge = Judge.from_json(
            labels["judge"], lexicon, Trees.from_file(folder / "trees.json")
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1

        def session(name: str) -> onnxruntime.InferenceSession:
            return onnxruntime.InferenceSession(
                folder / name, options, providers=["CPUExecutionProvider"]
            )

        self.encoder, self.typer = session(encoder), session("typer.onnx")
        self.linker = session("linker.onnx")

    def encode(self, reading: Reading) -> tuple[Tensor, Tensor]:
        logits, hidden = _run(self.encoder, encoder_inputs(reading))
        return logits[0], hidden[0]

    def type(self, words: Tensor, frame: Frame) -> tuple[Tensor, Tensor]:
        entities, types = _run(
            self.typer, {"words": words, **{name: frame[name] for name in TYPER_INPUTS}}
        )
        return entities, types

    def link(self, words: Tensor, entities: Tensor, frame: Frame) -> tuple[Tensor, ...]:
        inputs = {name: frame[name] for name in LINKER_INPUTS}
        return tuple(_run(self.linker, {"words": words, "entities": entities, **inputs}))


def encoder_inputs(reading: Reading) -> dict[str, Tensor]:
    """`ids`, `shape`, `glue` `[1, pieces]` and `first` `[words]`, in the order of the exported
    encoder.
    """
    return {
        "ids": torch.tensor([reading.ids]),
        "shape": torch.tensor([reading.shape]),
        "glue": torch.tensor([reading.glue]),
        "first": torch.tensor(reading.first),
    }


def _run(session: onnxruntime.InferenceSession, inputs: dict[str, Tensor]) -> list[Tensor]:
    arrays = {name: value.numpy() for name, value in inputs.items()}
    return [torch.from_numpy(output) for output in session.run(None, arrays)]
