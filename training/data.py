"""Gold annotations to training examples: where names stand, and the target of each head."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch

from frame import Frame, build_frame, keep_pairs
from labels import KINDS, RELATIONS, ROLES, TAGS, TYPES, allowed_relations
from match import UNREAD, match_results
from reading import Reading, name_pattern, read

GOLD = Path(__file__).parent / "gold"
IGNORED = -100  # the target of what is neither right nor wrong

ALLOWED = allowed_relations()


@dataclass(frozen=True, slots=True)
class GoldSpan:
    start: int
    end: int
    entity: dict


@dataclass(frozen=True, slots=True)
class Example:
    """A document with its targets: w words, e entities, p pairs that may be related, n numbers."""

    reading: Reading
    frame: Frame
    tags: torch.Tensor  # [w] index into TAGS
    relations: torch.Tensor  # [p] index into RELATIONS
    proposes: torch.Tensor  # [e] 1, 0, or -1 for ignored
    types: torch.Tensor  # [e, TYPES] 1 for each acceptable type
    kinds: torch.Tensor  # [n] index into KINDS
    roles: torch.Tensor  # [n, ROLES] 0 for none, else 1 + entity
    other_habits: bool  # whether another than the first annotator made it


def load(path: Path | str) -> list[dict]:
    """The documents of a JSONL file, gzipped or not, one object a line."""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def load_all(paths: Iterable[Path | str]) -> list[dict]:
    return [document for path in paths for document in load(path)]


def to_example(document: dict, other_habits: bool = False) -> Example:
    reading = read(document)
    spans = find_gold_spans(document, reading.source)
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        mentions[span.entity["name"]].append((span.start, span.end))
    entities = [entity for entity in document["entities"] if mentions[entity["name"]]]
    names = [entity["name"] for entity in entities]
    frame = build_frame(
        reading,
        names,
        [entity["types"][0] for entity in entities],
        [mentions[name] for name in names],
    )
    allowed = ALLOWED[
        frame["entity_type"][frame["pair_source"]], frame["entity_type"][frame["pair_target"]]
    ]
    possible = allowed[:, 1:].any(1)
    relations = _relation_targets(document, names, frame)
    # A gold relation that the first acceptable types forbid teaches nothing.
    relations[(relations > 0) & ~_at(allowed, relations)] = IGNORED
    results = match_results(document, reading)
    return Example(
        reading=reading,
        frame=keep_pairs(frame, possible),
        tags=_tag_targets(spans, reading),
        relations=relations[possible],
        proposes=_proposes_targets(document, entities),
        types=torch.tensor(
            [[float(name in entity["types"]) for name in TYPES] for entity in entities]
        ).reshape(-1, len(TYPES)),
        kinds=torch.tensor([_kind_target(result) for result in results], dtype=torch.long),
        roles=_role_targets(results, names),
        other_habits=other_habits,
    )


def find_gold_spans(document: dict, source: str) -> list[GoldSpan]:
    """Where the names and aliases stand in the text: longest first, none over another."""
    names = [
        (name, entity)
        for entity in document["entities"]
        for name in {entity["name"], *entity["aliases"]}
        if len(name) > 1
    ]
    used = bytearray(len(source))
    spans = []
    # The sort is stable: a name of two entities goes to the one that is listed first.
    for name, entity in sorted(names, key=lambda item: (-len(item[0]), item[0])):
        for match in name_pattern(name).finditer(source):
            start, end = match.span()
            if not any(used[start:end]):
                used[start:end] = b"\1" * (end - start)
                spans.append(GoldSpan(start, end, entity))
    return sorted(spans, key=lambda span: (span.start, span.end))


def _tag_targets(spans: list[GoldSpan], reading: Reading) -> torch.Tensor:
    tags = [0] * len(reading.words)
    for span in spans:
        covered = reading.word_range(span.start, span.end)
        if not covered:
            continue
        first, last = covered
        for word in range(first, last):
            tag = TAGS.index(f"{'B' if word == first else 'I'}-{span.entity['types'][0]}")
            tags[word] = tag if span.entity.get("required", True) else IGNORED
    return torch.tensor(tags, dtype=torch.long)


def _relation_targets(document: dict, names: list[str], frame: Frame) -> torch.Tensor:
    """Of two relations between the same ends the first one counts."""
    gold: dict[tuple[str, str], int] = {}
    for source, relation, target, *optional in document["relations"]:
        if relation != "PROPOSES":
            gold.setdefault((source, target), IGNORED if optional else RELATIONS.index(relation))
    pairs = zip(frame["pair_source"].tolist(), frame["pair_target"].tolist(), strict=True)
    return torch.tensor([gold.get((names[i], names[j]), 0) for i, j in pairs], dtype=torch.long)


def _proposes_targets(document: dict, entities: list[dict]) -> torch.Tensor:
    """Ignored: an optional proposal, and a borderline entity that nobody says is proposed."""
    gold = {
        target: not optional
        for _, relation, target, *optional in document["relations"]
        if relation == "PROPOSES"
    }

    def target_of(entity: dict) -> float:
        if entity["name"] in gold:
            return 1.0 if gold[entity["name"]] else -1.0
        return 0.0 if entity.get("required", True) else -1.0

    return torch.tensor([target_of(entity) for entity in entities])


def _kind_target(result: dict | None) -> int:
    if result is None:
        return 0
    return IGNORED if result.get("optional") else KINDS.index(f"{result['kind']}|{result['unit']}")


def _role_targets(results: list[dict | None], names: list[str]) -> torch.Tensor:
    """A slot whose gold name does not stand in the text counts as empty."""
    place = {name: index + 1 for index, name in enumerate(names)}
    return torch.tensor(
        [
            [place.get(result.get(role), 0) for role in ROLES]
            if result and result is not UNREAD
            else [IGNORED] * len(ROLES)
            for result in results
        ],
        dtype=torch.long,
    ).reshape(-1, len(ROLES))


def _at(allowed: torch.Tensor, relations: torch.Tensor) -> torch.Tensor:
    """`[p]`: what `allowed` `[p, RELATIONS]` says of each pair's own relation."""
    return allowed.gather(1, relations.clamp(min=0)[:, None])[:, 0]
