"""Scores a model, or a file of predictions, against gold annotations.

    python training/evaluate.py MODEL [--gold training/gold/dev.jsonl] [--errors]

MODEL is a checkpoint (`.safetensors`), a folder with the exported ONNX files, or a `.jsonl` file
that `predict.py` or the product wrote.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from data import GOLD, load
from judge import Judge
from labels import RELATIONS, THRESHOLDS, TYPES
from lexicon import Lexicon
from predict import predict
from runners import open_runner
from scoring import PARTS, Score, bootstrap, score_document, total
from trees import Trees

KINDS_OF_CLAIM = [*TYPES, "PROPOSES", *RELATIONS[1:]]


def report(scores: list[Score]) -> str:
    """A table of F1, its 95 % interval, precision, recall and counts."""
    summed = total(scores)
    lines = [f"{'':14} {'F1':>5}  {'95 %':>11}  {'P':>5} {'R':>5}  right/predicted/gold"]
    for name in [*PARTS, *KINDS_OF_CLAIM]:
        tally = summed[name]
        low, high = bootstrap(scores, name)
        lines.append(
            f"{name:14} {tally.f1:5.1%}  {low:5.1%}-{high:5.1%}  "
            f"{tally.precision:5.1%} {tally.recall:5.1%}  "
            f"{tally.right}/{tally.predicted}/{tally.gold}".replace("%", "")
        )
    return "\n".join(lines)


def line(scores: list[Score]) -> str:
    """F1 of all parts and kinds in one line, for a log."""
    summed = total(scores)
    parts = " ".join(f"{name} {100 * summed[name].f1:.1f}" for name in PARTS)
    kinds = " ".join(f"{name} {100 * summed[name].f1:.0f}" for name in KINDS_OF_CLAIM)
    return f"{parts} | {kinds}"


def read_judge(folder: Path) -> tuple[Judge, float]:
    """The judge that `fit_judge.py` wrote, and the `o_bias` that it was fitted with."""
    content = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
    o_bias = content.pop("o_bias")
    lexicon, trees = (
        Lexicon.from_file(folder / "lexicon.json"),
        Trees.from_file(folder / "trees.json"),
    )
    return Judge.from_json(content, lexicon, trees), o_bias


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD / "dev.jsonl")
    parser.add_argument("--encoder", default="encoder.int8.onnx", help="file in an ONNX folder")
    parser.add_argument("--judge", type=Path, help="folder that fit_judge.py wrote")
    parser.add_argument("--errors", action="store_true", help="list what is missed and too much")
    for name, value in THRESHOLDS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=float, help=f"usually {value}")
    arguments = parser.parse_args()

    gold = load(arguments.gold)
    if arguments.model.suffix == ".jsonl":
        predictions = {said["id"]: said for said in load(arguments.model)}
    else:
        runner = open_runner(arguments.model, arguments.encoder)
        given = {name: getattr(arguments, name) for name in THRESHOLDS}
        thresholds = runner.thresholds | {n: own for n, own in given.items() if own is not None}
        own_judge = runner.judge
        if arguments.judge:
            own_judge, thresholds["o_bias"] = read_judge(arguments.judge)
        predictions = {
            document["id"]: predict(runner, document, thresholds, own_judge) for document in gold
        }
    scores = []
    for document in gold:
        errors: list[tuple] = []
        scores.append(score_document(document, predictions.get(document["id"], {}), errors))
        for error in errors if arguments.errors else []:
            print(json.dumps([document["id"], *error], ensure_ascii=False))
    print(report(scores))


if __name__ == "__main__":
    main()
