"""Fits how much a name matters to its paper, from what the gold requires and what it leaves out.

    python training/salience.py GOLD FACTS > src/extract/salience-weights.ts

GOLD is annotated abstracts, FACTS what `sotagraph extract` says of the same ones with a model that
was not trained on them. A name counts as salient if the gold requires it, as not salient if the
gold has it as optional or not at all. The weights are those of a logistic regression; its area
under the ROC curve by cross-validation over documents goes to the standard error stream.
"""

import json
import math
import re
import sys
from pathlib import Path

import numpy as np

from scoring import name_key

TYPES = ["Method", "Model", "Benchmark", "Dataset", "Metric", "Task"]
NAMES = [
    *("bias", "title", "mentions", "early", "coined", "plain", "generic"),
    *("proposed", "relations", "results"),
    *TYPES,
]
COINED = re.compile(r"[a-z][A-Z]|[A-Z]{2}|[0-9]")
GENERIC = re.compile(
    r"\b(?:models?|agents?|networks?|systems?|frameworks?|methods?|transformers?"
    r"|[LMSV]{0,3}LMs?|LMMs?|VLAs?)$",
    re.IGNORECASE,
)
SLOTS = ("subject", "metric", "benchmark", "baseline")
RIDGE = 1.0
FOLDS = 10


def features(facts: dict, entity: dict) -> list[float]:
    """Describe an entity as `src/extract/salience.ts` does, in the order of NAMES."""
    name, mentions = entity["name"], entity["mentions"]
    related = [r for r in facts["relations"] if name in (r["source"], r["target"])]
    length = len(facts["document"]["text"].encode("utf-16-le")) / 2
    in_text = [place["start"] for place in mentions if place["field"] == "text"]
    return [
        1,
        any(place["field"] == "title" for place in mentions),
        math.log(len(mentions)),
        1 - min(in_text) / length if in_text else 1,
        bool(COINED.search(name)),
        name == name.lower(),
        bool(GENERIC.search(name)),
        any(r["source"] == "Paper" for r in related),
        math.log1p(sum(r["source"] != "Paper" for r in related)),
        any(name == result[slot] for result in facts["results"] for slot in SLOTS),
        *(entity["type"] == one for one in TYPES),
    ]


def is_required(gold: dict, entity: dict) -> bool:
    """Whether the gold requires what goes by one of the entity's names."""
    required = [one for one in gold["entities"] if one.get("required", True)]
    return any(keys(entity) & keys(one) for one in required)


def keys(entity: dict) -> set[str]:
    """All names that an entity goes by, as they are compared."""
    return {name_key(name) for name in (entity["name"], *entity.get("aliases", []))}


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Newton's method for a logistic regression with a small ridge on all weights but the bias."""
    weights = np.zeros(x.shape[1])
    ridge = RIDGE * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + ridge
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + ridge @ weights)
    return weights


def area(scores: np.ndarray, y: np.ndarray) -> float:
    """The chance that a salient name scores above one that is not."""
    above = (scores[y == 1][:, None] > scores[y == 0]).mean()
    same = (scores[y == 1][:, None] == scores[y == 0]).mean()
    return above + same / 2


def read(path: Path) -> list[dict]:
    """Read a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def main() -> None:
    """Print the weights as a TypeScript module."""
    gold, facts = (read(Path(file)) for file in sys.argv[1:3])
    by_id = {document["id"]: document for document in gold}
    rows = [
        (index % FOLDS, features(one, entity), is_required(by_id[one["id"]], entity))
        for index, one in enumerate(facts)
        for entity in one["entities"]
    ]
    folds = np.array([fold for fold, _, _ in rows])
    x = np.array([row for _, row, _ in rows], dtype=float)
    y = np.array([label for _, _, label in rows], dtype=float)
    held_out = np.zeros(len(y))
    for fold in range(FOLDS):
        held_out[folds == fold] = x[folds == fold] @ fit(x[folds != fold], y[folds != fold])
    print(f"{len(y)} names, {y.mean():.1%} salient, AUC {area(held_out, y):.3f}", file=sys.stderr)
    print("/** Written by `training/salience.py`. */")
    print("export const SALIENCE_WEIGHTS = {")
    for name, weight in zip(NAMES, fit(x, y), strict=True):
        print(f"  {name}: {weight:.3f},")
    print("} as const;")


if __name__ == "__main__":
    main()
