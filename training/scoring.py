"""Precision, recall and F1 of predictions against gold, micro-averaged over documents.

The rules: names are compared without case, punctuation, spaces and a plural s, and any alias of a
gold entity counts as its name. Optional gold that is found is neither right nor wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

PARTS = ["entities", "names", "relations", "results", "exact", "values"]
FRAME = ["subject", "metric", "benchmark"]
SLOTS = [*FRAME, "baseline"]


@dataclass(slots=True)
class Tally:
    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


# Tallies by part ("entities"), by type of entity ("Method") and by relation ("PART_OF").
Score = dict[str, Tally]


@dataclass(slots=True)
class GoldEntity:
    name: str
    types: list[str]
    keys: set[str]
    required: bool
    found_as: str | None = None


@dataclass(slots=True)
class GoldClaim:
    """A gold relation or result, and what has been found of it."""

    content: dict
    optional: bool
    found: set[str] = field(default_factory=set)


def name_key(name: object) -> str:
    r"""`\textbf{Pass@1}s` -> `pass@1`."""
    bare = re.sub(r"\\[a-zA-Z]+", "", "" if name is None else str(name))
    bare = unicodedata.normalize("NFKC", bare).lower()
    bare = "".join(c for c in bare if unicodedata.category(c)[0] in "LN" or c in "+@")
    return re.sub(r"(?<!s)s$", "", bare) if len(bare) > 3 else bare


def score_document(gold: dict, predicted: dict, errors: list[tuple] | None = None) -> Score:
    """The tallies of one document; what is missed or too much is added to `errors`."""
    score: Score = defaultdict(Tally)
    errors = [] if errors is None else errors
    entities = _gold_entities(gold)
    _score_entities(entities, predicted.get("entities", []), score, errors)
    _score_relations(entities, gold, predicted.get("relations", []), score, errors)
    _score_results(entities, gold, predicted.get("results", []), score, errors)
    return score


def judgements(gold: dict, predicted: dict) -> dict[str, list[int]]:
    """For each thing said: 1 right, 0 wrong, -1 neither (optional, or said before).

    Results come twice, as the scorer's "results" and as its "values"; "claims" tells which relation
    of the gold a relation is, -1 for none.
    """
    entities = _gold_entities(gold)
    seen: set[str | None] = set()
    parts = ("entities", "relations", "claims", "proposals", "results", "values")
    said: dict[str, list[int]] = {part: [] for part in parts}
    for entity in predicted["entities"]:
        hit = _gold_of(entities, entity)
        identity = hit.name if hit else next(iter(_keys(entity)), None)
        ignored = identity in seen or (hit is not None and not hit.required)
        seen.add(identity)
        said["entities"].append(
            -1 if ignored else int(hit is not None and entity["type"] in hit.types)
        )
    claims = _gold_relations(gold)
    for relation in predicted["relations"]:
        hit = _claim_of(entities, claims, relation)
        part = "proposals" if relation["type"] == "PROPOSES" else "relations"
        said[part].append(0 if hit is None else -1 if hit.optional else 1)
        if part == "relations":
            said["claims"].append(claims.index(hit) if hit else -1)
    results = _gold_results(gold)
    for result in predicted["results"]:
        same = [claim for claim in results if _same_value(claim.content, result)]
        filled = [
            claim
            for claim in same
            if all(_slot_matches(entities, claim.content, result, slot, False) for slot in FRAME)
        ]
        optional = any(claim.optional for claim in same)
        for part, hits in (("results", filled), ("values", same)):
            right = any(not claim.optional for claim in hits)
            said[part].append(1 if right else -1 if optional else 0)
    return said


def total(scores: list[Score]) -> Score:
    summed: Score = defaultdict(Tally)
    for score in scores:
        for name, tally in score.items():
            summed[name] += tally
    return summed


def bootstrap(
    scores: list[Score], name: str, samples: int = 2000, seed: int = 0
) -> tuple[float, float]:
    """The 95 % interval of an F1 when the documents are drawn again with replacement."""
    random = Random(seed)
    tallies = [score.get(name, Tally()) for score in scores]
    found = sorted(sum(random.choices(tallies, k=len(tallies)), Tally()).f1 for _ in range(samples))
    return found[int(0.025 * samples)], found[int(0.975 * samples) - 1]


def _score_entities(
    entities: list[GoldEntity], predicted: list[dict], score: Score, errors: list[tuple]
) -> None:
    seen = set()
    for entity in predicted:
        if entity["type"] in ("Paper", "Result"):
            continue
        hit = _gold_of(entities, entity)
        identity = hit.name if hit else next(iter(_keys(entity)), None)
        if identity in seen:  # the same thing twice counts once
            continue
        seen.add(identity)
        if hit and not hit.required:
            continue
        for part in ("names", "entities", entity["type"]):
            score[part].predicted += 1
        if hit:
            score["names"].right += 1
        if hit and entity["type"] in hit.types:
            score["entities"].right += 1
            score[entity["type"]].right += 1
            hit.found_as = entity["type"]
        else:
            errors.append(("extra", entity["type"], entity["name"], hit.types if hit else None))
    for entity in entities:
        if not entity.required:
            continue
        for part in ("entities", "names", entity.found_as or entity.types[0]):
            score[part].gold += 1
        if not entity.found_as:
            errors.append(("missed", entity.types[0], entity.name, None))


def _score_relations(
    entities: list[GoldEntity], gold: dict, predicted: list[dict], score: Score, errors: list[tuple]
) -> None:
    claims = _gold_relations(gold)
    seen = set()
    for relation in predicted:
        if relation["type"] == "MENTIONS":
            continue
        identity = (name_key(relation["source"]), relation["type"], name_key(relation["target"]))
        if identity in seen:
            continue
        seen.add(identity)
        hit = _claim_of(entities, claims, relation)
        if hit and (hit.optional or hit.found):
            continue
        for part in ("relations", relation["type"]):
            score[part].predicted += 1
            score[part].right += hit is not None
        if hit:
            hit.found.add("relations")
        else:
            errors.append(("extra", relation["type"], relation["source"], relation["target"]))
    for claim in claims:
        if claim.optional:
            continue
        source, kind, target = claim.content.values()
        score["relations"].gold += 1
        score[kind].gold += 1
        if not claim.found:
            errors.append(("missed", kind, source, target))


def _score_results(
    entities: list[GoldEntity], gold: dict, predicted: list[dict], score: Score, errors: list[tuple]
) -> None:
    """`results` compares the slots that gold fills, `exact` all four, `values` none."""
    claims = _gold_results(gold)

    def first_free(part: str, result: dict, slots: list[str]) -> GoldClaim | None:
        for claim in claims:
            if part in claim.found or not _same_value(claim.content, result):
                continue
            if all(
                _slot_matches(entities, claim.content, result, slot, part == "exact")
                for slot in slots
            ):
                return claim
        return None

    for result in predicted:
        hits = {
            "exact": first_free("exact", result, SLOTS),
            "results": first_free("results", result, FRAME),
            "values": first_free("values", result, []),
        }
        likeliest = hits["results"] or hits["values"]
        if likeliest and likeliest.optional:
            likeliest.found.add("values")
            continue
        for part, hit in hits.items():
            score[part].predicted += 1
            if hit:
                score[part].right += 1
                hit.found.add(part)
        if not hits["results"]:
            errors.append(("extra", "RESULT", result, None))
    for claim in claims:
        if claim.optional:
            continue
        for part in ("results", "values", "exact"):
            score[part].gold += 1
        if "results" not in claim.found:
            errors.append(("missed", "RESULT", claim.content, None))


def _gold_entities(gold: dict) -> list[GoldEntity]:
    return [
        GoldEntity(
            entity["name"], entity["types"], set(_keys(entity)), entity.get("required", True)
        )
        for entity in gold["entities"]
    ]


def _gold_relations(gold: dict) -> list[GoldClaim]:
    return [
        GoldClaim({"source": source, "type": kind, "target": target}, bool(optional))
        for source, kind, target, *optional in gold.get("relations", [])
    ]


def _gold_results(gold: dict) -> list[GoldClaim]:
    return [GoldClaim(result, bool(result.get("optional"))) for result in gold.get("results", [])]


def _gold_of(entities: list[GoldEntity], predicted: dict) -> GoldEntity | None:
    keys = _keys(predicted)
    return next((own for own in entities if any(key in own.keys for key in keys)), None)


def _claim_of(
    entities: list[GoldEntity], claims: list[GoldClaim], relation: dict
) -> GoldClaim | None:
    return next(
        (
            claim
            for claim in claims
            if claim.content["type"] == relation["type"]
            and _same_end(entities, claim.content["source"], relation["source"])
            and _same_end(entities, claim.content["target"], relation["target"])
        ),
        None,
    )


def _slot_matches(
    entities: list[GoldEntity], wanted: dict, result: dict, slot: str, exact: bool
) -> bool:
    if not wanted.get(slot):
        return not exact or not result.get(slot)
    return bool(result.get(slot)) and _same_slot(entities, wanted[slot], result[slot])


def _keys(entity: dict) -> list[str]:
    keys = (name_key(name) for name in [entity["name"], *entity.get("aliases", [])])
    return [key for key in keys if key]


def _same_end(entities: list[GoldEntity], gold: str, predicted: str) -> bool:
    if "Paper" in (gold, predicted):
        return gold == predicted
    entity = next((entity for entity in entities if entity.name == gold), None)
    return name_key(predicted) in entity.keys if entity else name_key(gold) == name_key(predicted)


def _same_slot(entities: list[GoldEntity], gold: str, predicted: str) -> bool:
    return _same_end(entities, gold, predicted) or name_key(gold) == name_key(predicted)


def _same_value(gold: dict, predicted: dict) -> bool:
    return (
        abs(gold["value"] - predicted["value"]) < 1e-9
        and gold.get("unit") == predicted.get("unit")
        and gold["kind"] == predicted["kind"]
    )
