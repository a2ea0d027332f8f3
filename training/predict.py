"""Predicts the entities, relations and results of documents.

    python training/predict.py MODEL DOCUMENTS.jsonl > predicted.jsonl

MODEL is a folder with the exported files, or a checkpoint (`.safetensors`), of which the networks
speak without the judge.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from data import load
from features import best_kinds, best_relations
from judge import Judge, Verdict, judge, unjudged
from labels import KINDS, RELATIONS, ROLES, THRESHOLDS, TYPES
from reading import read
from runners import Runner, open_runner
from score import Scored, score


def predict(
    runner: Runner,
    document: dict,
    thresholds: dict[str, float] = THRESHOLDS,
    own_judge: Judge | None = None,
) -> dict:
    """What the model says of a document, with spans in characters of `reading.source_text`."""
    reading = read(document)
    scored = score(runner, reading, thresholds)
    if not scored:
        return {"id": reading.id, "entities": [], "relations": [], "results": []}
    verdict = judge(scored, own_judge) if own_judge else unjudged(scored, thresholds)
    return {"id": reading.id, **say(scored, verdict)}


def say(scored: Scored, verdict: Verdict) -> dict:
    """Entities, relations and results that the verdict lets stand."""
    entities = {
        index: {
            "name": entity.name,
            "type": TYPES[kind],
            "aliases": entity.aliases,
            "spans": entity.spans,
            "confidence": confidence,
        }
        for index, (entity, kind, confidence) in enumerate(
            zip(
                scored.entities,
                scored.frame["entity_type"].tolist(),
                verdict.entities.tolist(),
                strict=True,
            )
        )
        if confidence > 0
    }
    return {
        "entities": list(entities.values()),
        "relations": _relations(scored, verdict, entities) + _proposals(verdict, entities),
        "results": _results(scored, verdict, entities),
    }


def _relations(scored: Scored, verdict: Verdict, entities: dict[int, dict]) -> list[dict]:
    rows = zip(
        scored.frame["pair_source"].tolist(),
        best_relations(scored)[0].tolist(),
        scored.frame["pair_target"].tolist(),
        verdict.relations.tolist(),
        strict=True,
    )
    return [
        {
            "source": entities[source]["name"],
            "type": RELATIONS[relation],
            "target": entities[target]["name"],
            "confidence": confidence,
        }
        for source, relation, target, confidence in rows
        if confidence > 0 and source in entities and target in entities
    ]


def _proposals(verdict: Verdict, entities: dict[int, dict]) -> list[dict]:
    confidences = verdict.proposals.tolist()
    return [
        {
            "source": "Paper",
            "type": "PROPOSES",
            "target": entity["name"],
            "confidence": confidences[index],
        }
        for index, entity in entities.items()
        if confidences[index] > 0
    ]


def _results(scored: Scored, verdict: Verdict, entities: dict[int, dict]) -> list[dict]:
    results = []
    rows = zip(
        scored.reading.numbers,
        best_kinds(scored)[0].tolist(),
        verdict.slots.tolist(),
        verdict.results.tolist(),
        strict=True,
    )
    for number, kind, slots, confidence in rows:
        if confidence <= 0:
            continue
        name, unit = KINDS[kind].split("|")
        result = {"value": number.value, "kind": name, "unit": None if unit == "None" else unit}
        result |= {"span": [number.start, number.end], "confidence": confidence}
        for role, slot in zip(ROLES, slots, strict=True):
            result[role] = entities[slot - 1]["name"] if slot - 1 in entities else None
        results.append(result)
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("documents", type=Path)
    arguments = parser.parse_args()
    runner = open_runner(arguments.model)
    for document in load(arguments.documents):
        said = predict(runner, document, runner.thresholds, runner.judge)
        json.dump(said, sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()
