"""Predicts the entities, relations and results of documents.

    python training/predict.py MODEL DOCUMENTS.jsonl > predicted.jsonl

MODEL is a checkpoint (`.safetensors`) or a folder with the exported ONNX files.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch
from torch import Tensor

from data import load
from decode import find_spans, group_spans
from frame import Frame, build_frame, keep_pairs
from labels import KINDS, RELATIONS, ROLES, THRESHOLDS, TYPES, allowed_relations, allowed_roles
from reading import Reading, read
from runners import Runner, open_runner

ALLOWED = allowed_relations()
ALLOWED_ROLES = allowed_roles()
FORBIDDEN = -1e9


@torch.inference_mode()
def predict(runner: Runner, document: dict, thresholds: dict[str, float] = THRESHOLDS) -> dict:
    """What the model says of a document, with spans in characters of `reading.source_text`."""
    reading = read(document)
    said = {"id": reading.id, "entities": [], "relations": [], "results": []}
    if not reading.words:
        return said
    logits, words = runner.encode(reading)
    entities = group_spans(find_spans(logits, reading, thresholds["o_bias"]), reading.source)
    if not entities:
        return said
    frame = build_frame(
        reading,
        [entity.name for entity in entities],
        [TYPES[0]] * len(entities),
        [entity.spans for entity in entities],
    )
    states, types = runner.type(words, frame)
    votes = torch.tensor([entity.votes for entity in entities])
    types = torch.log_softmax(types, -1) + thresholds["vote"] * torch.log(votes + 0.05)
    frame["entity_type"] = types.argmax(-1)
    allowed = ALLOWED[
        frame["entity_type"][frame["pair_source"]], frame["entity_type"][frame["pair_target"]]
    ]
    possible = allowed[:, 1:].any(1)
    frame = keep_pairs(frame, possible)
    relations, proposes, kinds, roles, no_role = runner.link(words, states, frame)

    names = [entity.name for entity in entities]
    said["entities"] = [
        {
            "name": entity.name,
            "type": TYPES[kind],
            "aliases": entity.aliases,
            "spans": entity.spans,
        }
        for entity, kind in zip(entities, frame["entity_type"].tolist(), strict=True)
    ]
    said["relations"] = _relations(relations, allowed[possible], frame, names, thresholds)
    said["relations"] += [
        {"source": "Paper", "type": "PROPOSES", "target": name}
        for name, score in zip(names, proposes.tolist(), strict=True)
        if score > thresholds["prop_bias"]
    ]
    said["results"] = _results(kinds, roles, no_role, frame, reading, names, thresholds)
    return said


def _relations(
    scores: Tensor, allowed: Tensor, frame: Frame, names: list[str], thresholds: dict[str, float]
) -> list[dict]:
    """The likeliest relation that the types allow, if likelier than none by the threshold."""
    scores = scores.masked_fill(~allowed, FORBIDDEN)
    scores[:, 0] += thresholds["rel_bias"]
    triples = zip(
        frame["pair_source"].tolist(),
        scores.argmax(1).tolist(),
        frame["pair_target"].tolist(),
        strict=True,
    )
    return [
        {"source": names[source], "type": RELATIONS[relation], "target": names[target]}
        for source, relation, target in triples
        if relation > 0
    ]


def _results(
    kinds: Tensor,
    roles: Tensor,
    no_role: Tensor,
    frame: Frame,
    reading: Reading,
    names: list[str],
    thresholds: dict[str, float],
) -> list[dict]:
    """A kind with a unit for each number, or none; then the best entity for each slot, or none."""
    if not reading.numbers:
        return []
    kinds = kinds.clone()
    kinds[:, 0] += thresholds["kind_bias"]
    fits = ALLOWED_ROLES[frame["entity_type"][frame["role_entity"]]]
    roles = roles.masked_fill(~fits, FORBIDDEN).reshape(len(reading.numbers), -1, len(ROLES))
    slots = torch.cat([no_role[:, None], roles], 1).argmax(1).tolist()
    results = []
    for number, kind, filled in zip(reading.numbers, kinds.argmax(1).tolist(), slots, strict=True):
        if kind == 0:
            continue
        name, unit = KINDS[kind].split("|")
        result = {"value": number.value, "kind": name, "unit": None if unit == "None" else unit}
        result["span"] = [number.start, number.end]
        for role, slot in zip(ROLES, filled, strict=True):
            result[role] = names[slot - 1] if slot else None
        results.append(result)
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("documents", type=Path)
    arguments = parser.parse_args()
    runner = open_runner(arguments.model)
    for document in load(arguments.documents):
        json.dump(predict(runner, document), sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()
