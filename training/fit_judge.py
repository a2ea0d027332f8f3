"""Fits the judge on documents that the networks have not seen, and says how well it knows.

    python training/fit_judge.py reader.safetensors gold/judge.jsonl --seen gold/train.jsonl \\
        --silver silver.jsonl.gz --out judge

The checkpoint was trained on what it has seen and reads what it has not; its lexicon is without
that, too. The figures that it prints are of five judges, each fitted on four fifths of the unseen
documents and asked about the rest. Thresholds are chosen that way, too, since trees are too sure of
what they were fitted to. Writes `judge.json`, `trees.json` and `lexicon.json`.
"""

from __future__ import annotations

import argparse
import json
import statistics
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor

from data import load, load_all
from features import (
    FEATURES,
    entity_features,
    proposal_features,
    relation_features,
    result_features,
)
from judge import BY_WEIGHTS, Judge, Verdict, fit, judge, may_fill
from labels import RELATIONS, THRESHOLDS
from lexicon import Lexicon, build_lexicon
from predict import say
from reading import read
from runners import open_runner
from score import Scored, score
from scoring import PARTS, Score, judgements, score_document, total
from trees import Trees, fit_trees

BINS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
# What is decided on, and what the scorer counts it as; entities first, as the others hang on them.
COUNTED = {
    "entities": "entities",
    "proposals": "PROPOSES",
    "relations": "relations",
    "values": "values",
}
EVERYTHING = Judge(
    Lexicon({}, {}),
    Trees([], []),
    {part: torch.zeros(len(FEATURES[part]) + 1) for part in BY_WEIGHTS},
    dict.fromkeys(COUNTED, 0.0),
)
EMPTY = {"entities": [], "relations": [], "results": []}
PARTS_OF_DOCUMENTS = 5
SMOOTH = 2
LEAST = [round(0.02 * step, 2) for step in range(2, 36)]


@dataclass(frozen=True, slots=True)
class Read:
    """A document with the networks' scores; for each candidate 1, 0, or -1 for what is ignored."""

    document: dict
    scored: Scored
    right: dict[str, Tensor]
    odds: Tensor | None = None  # [e] by trees that have not seen the document


def read_unseen(checkpoint: Path, documents: list[dict], o_bias: float) -> list[Read]:
    """What a checkpoint says of documents that it has not seen, held against the gold."""
    runner = open_runner(checkpoint)
    found = []
    for document in documents:
        scored = score(runner, read(document), THRESHOLDS | {"o_bias": o_bias})
        if scored:
            said = say(scored, judge(scored, EVERYTHING))
            truth = judgements(document, said)
            right = {part: torch.tensor(own) for part, own in truth.items()}
            found.append(Read(document, scored, right))
    return found


def with_odds(documents: list[Read], lexicon: Lexicon) -> tuple[list[Read], Trees]:
    """The documents, each with the odds of trees that were grown on the parts it is not in; and the
    trees that were grown on all.
    """
    features = [entity_features(each.scored, lexicon) for each in documents]
    right = [each.right["entities"] for each in documents]

    def grow(places: list[int]) -> Trees:
        truth = torch.cat([right[place] for place in places])
        inputs = torch.cat([features[place] for place in places])
        return fit_trees(FEATURES["entities"], inputs[truth >= 0], truth[truth >= 0])

    count = len(documents)
    crossed = list(documents)
    for start in range(PARTS_OF_DOCUMENTS):
        trees = grow([place for place in range(count) if place % PARTS_OF_DOCUMENTS != start])
        for place in range(start, count, PARTS_OF_DOCUMENTS):
            crossed[place] = replace(documents[place], odds=trees.odds(features[place]))
    return crossed, grow(list(range(count)))


def fit_judge(documents: list[Read], lexicon: Lexicon, trees: Trees) -> Judge:
    """The judge that knows most of these documents, which have their odds: of entities first, then
    of what they do.
    """
    wanted = _wanted(documents)
    own = Judge(lexicon, trees, dict(EVERYTHING.weights), dict(EVERYTHING.least))
    own.least["entities"] = _choose_least(documents, own, "entities", wanted["entities"])
    documents = [_with_slots(each, own) for each in documents]
    pairs = [(each.scored, each.odds) for each in documents]
    results = [result_features(scored, odds, may_fill(own, odds)) for scored, odds in pairs]
    own.weights["results"] = _fit(results, documents, "results")
    for part, features in [
        ("proposals", [proposal_features(*pair) for pair in pairs]),
        ("relations", [relation_features(*pair) for pair in pairs]),
        ("values", results),
    ]:
        own.weights[part] = _fit(features, documents, part)
        own.least[part] = _choose_least(documents, own, part, wanted[part])
    return own


def settle(own: Judge, documents: list[Read]) -> Judge:
    """The same judge with what makes the F1 on these documents greatest for `least`."""
    wanted = _wanted(documents)
    settled = Judge(own.lexicon, own.trees, own.weights, dict(EVERYTHING.least))
    for part in COUNTED:
        settled.least[part] = _choose_least(documents, settled, part, wanted[part])
        documents = [_with_slots(each, settled) for each in documents]
    return settled


def _wanted(documents: list[Read]) -> dict[str, int]:
    """How much of each part the gold has."""
    gold = total([score_document(own.document, EMPTY) for own in documents])
    wanted = {part: gold[counted].gold for part, counted in COUNTED.items()}
    wanted["relations"] -= wanted["proposals"]  # which have a head, and a least, of their own
    return wanted


def _with_slots(each: Read, own: Judge) -> Read:
    """The document with its results' slots filled from the entities that may fill them."""
    found = judgements(each.document, say(each.scored, judge(each.scored, own, each.odds)))
    results = {part: torch.tensor(found[part]) for part in ("results", "values")}
    return replace(each, right=each.right | results)


def _fit(features: list[Tensor], documents: list[Read], part: str) -> Tensor:
    right = torch.cat([own.right[part] for own in documents])
    return fit(torch.cat(features)[right >= 0], right[right >= 0])


def _choose_least(documents: list[Read], own: Judge, part: str, wanted: int) -> float:
    """The probability from which on saying it makes the F1 greatest; the gold has `wanted`."""
    openly = own.openly(part)
    verdicts = [judge(each.scored, openly, each.odds) for each in documents]
    pairs = zip(documents, verdicts, strict=True)
    kept = [_ends(each.scored, verdict, part, own.least) for each, verdict in pairs]
    said = torch.cat([getattr(verdict, part) for verdict in verdicts])
    # A number counts by itself, and with its slots.
    truths = [
        torch.cat([each.right[name] for each in documents])
        for name in (["results", part] if part == "values" else [part])
    ]
    counts = (truths[0] >= 0) & torch.cat(kept)
    if part == "relations":
        counts &= _first_said(documents, said)

    def f1(value: float) -> float:
        over = counts & (said >= value)
        return statistics.fmean(
            2 * int(right[over].clamp(min=0).sum()) / (int(over.sum()) + wanted) for right in truths
        )

    # The mean over the values around it, since F1 jumps about where documents are few.
    values = [f1(value) for value in LEAST]
    smooth = [
        statistics.fmean(values[max(0, place - SMOOTH) : place + SMOOTH + 1])
        for place in range(len(values))
    ]
    return LEAST[max(range(len(LEAST)), key=lambda place: smooth[place])]


def _first_said(documents: list[Read], said: Tensor) -> Tensor:
    """Which relations are not said before by other names of their ends: of those that mean one
    relation of the gold the likeliest counts, and the others count neither way.
    """
    claims = [
        (number, claim)
        for number, each in enumerate(documents)
        for claim in each.right["claims"].tolist()
    ]
    first = torch.ones(len(claims), dtype=torch.bool)
    found = set()
    for place in said.argsort(descending=True, stable=True).tolist():
        if claims[place][1] >= 0:
            first[place] = claims[place] not in found
            found.add(claims[place])
    return first


def _ends(scored: Scored, verdict: Verdict, part: str, least: dict[str, float]) -> Tensor:
    """Which candidates can be said at all: a relation needs both its ends."""
    if part in ("entities", "values"):
        return torch.ones(len(getattr(verdict, part)), dtype=torch.bool)
    known = verdict.entities >= least["entities"]
    if part == "proposals":
        return known
    return known[scored.frame["pair_source"]] & known[scored.frame["pair_target"]]


def tally(documents: list[Read], own: Judge) -> Score:
    return total(
        [
            score_document(each.document, say(each.scored, judge(each.scored, own, each.odds)))
            for each in documents
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("unseen", type=Path, help="annotations that it was not trained on")
    parser.add_argument("--seen", type=Path, nargs="+", required=True, help="those it was")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="more for the lexicon")
    parser.add_argument("--out", type=Path, help="folder")
    parser.add_argument("--o-bias", type=float, default=0.5)
    options = parser.parse_args()
    seen, unseen = load_all(options.seen), load(options.unseen)
    annotated = {document["id"] for document in seen + unseen}
    silver = [own for own in load_all(options.silver) if own["id"] not in annotated]
    documents = read_unseen(options.checkpoint, unseen, options.o_bias)
    lexicon = build_lexicon(seen + silver)
    documents, trees = with_odds(documents, lexicon)

    parts = [documents[start::PARTS_OF_DOCUMENTS] for start in range(PARTS_OF_DOCUMENTS)]
    judges = [
        fit_judge([own for other in parts if other is not part for own in other], lexicon, trees)
        for part in parts
    ]
    crossed = [tally(part, own) for part, own in zip(parts, judges, strict=True)]
    print_scores(total(crossed))
    for part in FEATURES:
        print_reliability(part, parts, judges)
    final = fit_judge(documents, lexicon, trees)
    print("least", final.least)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        content = {"o_bias": options.o_bias, **final.to_json()}
        (options.out / "judge.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
        trees.save(options.out / "trees.json")
        build_lexicon(seen + unseen + silver).save(options.out / "lexicon.json")


def print_scores(score: Score) -> None:
    names = [*PARTS, "PROPOSES", *RELATIONS[1:]]
    print(" ".join(f"{name} {100 * score[name].f1:.1f}" for name in names))


def print_reliability(part: str, parts: list[list[Read]], judges: list[Judge]) -> None:
    """A table of how likely things are said to be, and how many of them are right."""
    said, right = [], []
    for documents, own in zip(parts, judges, strict=True):
        openly = own.openly(part)
        said += [getattr(judge(each.scored, openly, each.odds), part) for each in documents]
        right += [_with_slots(each, openly).right[part] for each in documents]
    chances, truth = torch.cat(said), torch.cat(right)
    chances, truth = chances[truth >= 0], truth[truth >= 0].float()
    rows, error = [], 0.0
    for low, high in pairwise(BINS):
        inside = (chances >= low) & ((chances < high) | (high == 1))
        if inside.any():
            mean, share = float(chances[inside].mean()), float(truth[inside].mean())
            error += abs(mean - share) * int(inside.sum()) / len(chances)
            rows.append(
                f"| {low:.1f}-{high:.1f} | {mean:.2f} | {share:.2f} | {int(inside.sum())} |"
            )
    print(f"\n{part}: expected calibration error {error:.3f}")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
