"""Annotates abstracts with a trained model, in the format of the gold files: silver labels.

    python training/silver.py MODEL ABSTRACTS.jsonl.gz --count 8000 --out silver.jsonl.gz

What the model is sure of becomes an annotation; what it is in two minds about is marked optional,
and so teaches nothing either way (self-training with rejection; Xie et al., "Self-training with
Noisy Student improves ImageNet classification", 2020).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from pathlib import Path

import torch

from data import GOLD, load
from decode import find_spans
from labels import RELATIONS, THRESHOLDS, TYPES
from reading import Reading, read
from runners import Runner, open_runner
from score import Scored, score

# Around the thresholds of labels.py: above the first it is so, below the second it is not so.
SURE = {"o_bias": 3.5, "rel_bias": 2.0, "prop_bias": 1.5}
DOUBTFUL = {"o_bias": 0.5, "rel_bias": 0.0, "prop_bias": -1.5}
SECOND_TYPE = 0.25  # the least probability of a further acceptable type


class Remembering:
    """A runner that keeps the last document's encoding, which two thresholds then share."""

    def __init__(self, runner: Runner):
        self.runner, self.last, self.encoded = runner, None, None
        self.type, self.link = runner.type, runner.link

    def encode(self, reading: Reading):
        if reading is not self.last:
            self.last, self.encoded = reading, self.runner.encode(reading)
        return self.encoded


def annotate(runner: Runner, document: dict) -> dict:
    """A document in the format of the gold files, but that it says nothing of numbers: what fills
    their slots is what a model knows least.
    """
    reading = read(document)
    runner = Remembering(runner)
    annotated = {key: document.get(key, "") for key in ("id", "title", "text")}
    annotated |= {"entities": [], "relations": [], "results": None, "statistics": []}
    scored = score(runner, reading, THRESHOLDS | DOUBTFUL)
    if scored:
        sure = {
            (span.start, span.end)
            for span in find_spans(runner.encoded[0], reading, SURE["o_bias"])
        }
        annotated["entities"] = _entities(scored, sure)
        annotated["relations"] = _proposals(scored) + _relations(scored)
    return annotated


def _entities(scored: Scored, sure: set[tuple[int, int]]) -> list[dict]:
    """Optional unless a mention is found with the strict threshold, too."""
    return [
        {
            "name": entity.name,
            "types": [
                TYPES[kind]
                for place, kind in enumerate(row.argsort(descending=True).tolist())
                if place == 0 or row[kind] > SECOND_TYPE
            ],
            "aliases": entity.aliases,
            "required": any(span in sure for span in entity.spans),
        }
        for entity, row in zip(scored.entities, scored.types.exp(), strict=True)
    ]


def _proposals(scored: Scored) -> list[list]:
    return [
        ["Paper", "PROPOSES", entity.name, *([] if value > SURE["prop_bias"] else ["optional"])]
        for entity, value in zip(scored.entities, scored.proposes.tolist(), strict=True)
        if value > DOUBTFUL["prop_bias"]
    ]


def _relations(scored: Scored) -> list[list]:
    scores = scored.relations.masked_fill(~scored.allowed, -1e9)
    best, relation = scores[:, 1:].max(1)
    rows = zip(
        scored.frame["pair_source"].tolist(),
        scored.frame["pair_target"].tolist(),
        (best - scores[:, 0]).tolist(),
        (relation + 1).tolist(),
        strict=True,
    )
    names = [entity.name for entity in scored.entities]
    return [
        [
            names[source],
            RELATIONS[kind],
            names[target],
            *([] if margin > SURE["rel_bias"] else ["optional"]),
        ]
        for source, target, margin, kind in rows
        if margin > DOUBTFUL["rel_bias"]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("abstracts", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", default="1/1", help="I/N: only the I-th of N parts")
    options = parser.parse_args()
    known = {document["id"] for path in GOLD.glob("*.jsonl") for document in load(path)}
    lines = [line for line in load(options.abstracts) if line["id"] not in known]
    chosen = random.Random(options.seed).sample(lines, min(options.count, len(lines)))
    part, parts = map(int, options.part.split("/"))
    runner = open_runner(options.model, "encoder.onnx")
    if parts > 1:
        torch.set_num_threads(1)
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        for document in chosen[part - 1 :: parts]:
            document["text"] = document.get("text") or document.get("abstract", "")
            json.dump(annotate(runner, document), out, ensure_ascii=False)
            out.write("\n")


if __name__ == "__main__":
    main()
