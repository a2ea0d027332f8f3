"""What is known of a candidate: what the networks say of it and of what it belongs to, how it is
written, and what names and words are in other abstracts.

All that is put together here decides on it: `judge.py`. `src/extract/features.ts` is the same.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from labels import KINDS, RELATIONS, ROLES, TYPES
from lexicon import Lexicon, words_of
from reading import spelling_key
from score import FORBIDDEN, Scored, fill_slots

LIMIT = 6.0  # of log-odds: what is surer than that counts alike

RESULT_KINDS = ["absolute", "gain", "reduction", "ratio"]
_OF_RESULTS = ["score", *ROLES, "entities", *RESULT_KINDS]
_NAMED = RELATIONS[1:]
FEATURES = {
    "entities": [
        *("tags", "type", "mentions", "first", "proposed", "related", "filled"),
        *("capitals", "digits", "lower", "words", "length", "inside", "others", "usual", "known"),
        *TYPES,
        *("place", "order", "forms", "upper", "hyphen", "plural", "large", "proposals"),
        *("last", "last_known", "opening", "opening_known", "rarest"),
        *(f"source {name}" for name in _NAMED),
        *(f"target {name}" for name in _NAMED),
    ],
    "proposals": ["score", "entity", *TYPES],
    "relations": ["score", "source", "target", "together", *_NAMED],
    "results": _OF_RESULTS,
    "values": _OF_RESULTS,
}

_KIND_OF = torch.tensor([RESULT_KINDS.index(kind.split("|")[0]) for kind in KINDS[1:]])


def entity_features(scored: Scored, lexicon: Lexicon) -> Tensor:
    """`[e, FEATURES]`: how sure tags and types are, what else is said of it, how it is written, and
    what the name and its words are elsewhere.
    """
    frame, entities = scored.frame, scored.entities
    chances = relation_chances(scored)
    pair = log_odds(1 - chances[:, 0])
    related = _most([frame["pair_source"], frame["pair_target"]], [pair, pair], len(entities))
    number = log_odds(1 - scored.kinds.softmax(-1)[:, 0])
    slots = fill_slots(scored)[0].T
    filled = _most(
        [slot[slot > 0] - 1 for slot in slots], [number[slot > 0] for slot in slots], len(entities)
    )
    names = [entity.name for entity in entities]
    keys = [spelling_key(name) for name in names]
    places = [float(min(start for start, _ in entity.spans)) for entity in entities]
    written = [
        [
            float(name != name.lower()),
            float(any(char in "0123456789" for char in name)),
            float(name[:1].islower()),
            math.log(1 + name.count(" ")),
            math.log(len(name)),
            float(any(key != other and key in other for other in keys)),
            len(names) / 20,
            *lexicon.features(name),
        ]
        for name, key in zip(names, keys, strict=True)
    ]
    shape = [
        [
            place / len(scored.reading.source),
            float(sum(other < place for other in places)),
            float(len({scored.reading.source[slice(*span)] for span in entity.spans})),
            float(entity.name.isupper()),
            float("-" in entity.name),
            float(entity.name.endswith("s")),
            sum(char.isupper() for char in entity.name) / len(entity.name),
            float((scored.proposes > own).sum()),
            *lexicon.word_features(words_of(entity.name)),
        ]
        for entity, place, own in zip(entities, places, scored.proposes, strict=True)
    ]
    return torch.column_stack(
        [
            log_odds(torch.tensor([entity.confidence for entity in entities])),
            log_odds(scored.types.exp().max(-1).values),
            torch.log(torch.tensor([float(len(entity.spans)) for entity in entities])),
            frame["entity_features"][:, 2],
            scored.proposes.clamp(-LIMIT, LIMIT),
            related,
            filled,
            torch.tensor(written),
            torch.eye(len(TYPES))[frame["entity_type"]],
            torch.tensor(shape),
            _likeliest(frame["pair_source"], chances[:, 1:], len(entities)),
            _likeliest(frame["pair_target"], chances[:, 1:], len(entities)),
        ]
    )


def proposal_features(scored: Scored, entity: Tensor) -> Tensor:
    """`[e, FEATURES]`; entity `[e]` are the entities' log-odds, here and below."""
    types = torch.eye(len(TYPES))[scored.frame["entity_type"]]
    return torch.column_stack([scored.proposes.clamp(-LIMIT, LIMIT), entity, types])


def relation_chances(scored: Scored) -> Tensor:
    """`[p, RELATIONS]`: the probability of each relation that the types allow, and of none."""
    return scored.relations.masked_fill(~scored.allowed, FORBIDDEN).softmax(-1)


def best_relations(scored: Scored) -> tuple[Tensor, Tensor, Tensor]:
    """For each pair the likeliest relation, its probability, and that of none, `[p]` each."""
    chances = relation_chances(scored)
    best, relation = chances[:, 1:].max(-1)
    return relation + 1, best, chances[:, 0]


def relation_features(scored: Scored, entity: Tensor) -> Tensor:
    """`[p, FEATURES]`."""
    relation, best, _ = best_relations(scored)
    frame = scored.frame
    return torch.column_stack(
        [
            log_odds(best),
            entity[frame["pair_source"]],
            entity[frame["pair_target"]],
            (frame["pair_order"] < 2).float(),
            torch.eye(len(RELATIONS))[relation][:, 1:],
        ]
    )


def best_kinds(scored: Scored) -> tuple[Tensor, Tensor]:
    """For each number the likeliest kind with unit, and its probability, `[n]` each."""
    best, kind = scored.kinds.softmax(-1)[:, 1:].max(-1)
    return kind + 1, best


def result_features(scored: Scored, entity: Tensor, fillers: Tensor) -> Tensor:
    """`[n, FEATURES]`; `fillers` `[e]` are the entities that may fill a slot."""
    kind, best = best_kinds(scored)
    slots, roles = fill_slots(scored, fillers)
    weakest = torch.cat([torch.tensor([LIMIT]), entity])[slots].amin(-1)
    types = torch.eye(len(RESULT_KINDS))[_KIND_OF[kind - 1]]
    return torch.column_stack([log_odds(best), log_odds(roles), weakest, types])


def log_odds(probability: Tensor) -> Tensor:
    return torch.logit(probability, eps=1e-6).clamp(-LIMIT, LIMIT)


def _most(indices: list[Tensor], values: list[Tensor], count: int) -> Tensor:
    """`[count]`: the greatest value at each index, -LIMIT where there is none."""
    most = torch.full((count,), -LIMIT)
    return most.scatter_reduce(0, torch.cat(indices), torch.cat(values), "amax")


def _likeliest(index: Tensor, chances: Tensor, count: int) -> Tensor:
    """`[count, RELATIONS - 1]`: the greatest probability of each relation at each index, or 0."""
    most = torch.zeros(count, chances.shape[1])
    return most.scatter_reduce(0, index[:, None].expand_as(chances), chances, "amax")
