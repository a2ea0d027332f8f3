"""How likely it is that what the networks say is right: logistic regressions on a few features.

The networks are surer than they are right, and each sees its own part only: the tags know nothing
of whether the paper proposes the thing, or scores it. Here all that is known of a candidate is put
together, fitted on documents that the networks were not trained on, and so a probability means
what it says (Platt, "Probabilistic outputs for support vector machines", 1999).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from labels import KINDS, RELATIONS, ROLES, TYPES
from lexicon import Lexicon
from reading import spelling_key
from score import FORBIDDEN, Scored, fill_slots

LIMIT = 6.0  # of log-odds: what is surer than that counts alike
# From this probability on an entity may fill a slot, and is said if the number is: numbers need
# what they are about.
FILLER = 0.25

RESULT_KINDS = ["absolute", "gain", "reduction", "ratio"]
_OF_RESULTS = ["score", *ROLES, "entities", *RESULT_KINDS]
FEATURES = {
    "entities": [
        *("tags", "type", "mentions", "first", "proposed", "related", "filled"),
        *("capitals", "digits", "lower", "words", "length", "inside", "others", "usual", "known"),
        *TYPES,
    ],
    "proposals": ["score", "entity", *TYPES],
    "relations": ["score", "source", "target", "together", *RELATIONS[1:]],
    "results": _OF_RESULTS,
    "values": _OF_RESULTS,
}

_KIND_OF = torch.tensor([RESULT_KINDS.index(kind.split("|")[0]) for kind in KINDS[1:]])


@dataclass(frozen=True, slots=True)
class Judge:
    """For each part the weights of its FEATURES with the bias last, and the probability from which
    on something is said. A result is said if its number is one, whatever fills its slots: "values"
    is how likely that is, "results" how likely all that is said of it.
    """

    lexicon: Lexicon
    weights: dict[str, Tensor]
    least: dict[str, float]

    @staticmethod
    def from_json(content: dict[str, dict], lexicon: Lexicon) -> Judge:
        return Judge(
            lexicon,
            {
                part: torch.tensor([own["weights"][name] for name in [*FEATURES[part], "bias"]])
                for part, own in content.items()
            },
            {part: own["least"] for part, own in content.items() if "least" in own},
        )

    def to_json(self) -> dict[str, dict]:
        content = {
            part: {"weights": dict(zip([*names, "bias"], self.weights[part].tolist(), strict=True))}
            for part, names in FEATURES.items()
        }
        for part, least in self.least.items():
            content[part]["least"] = least
        return content

    def openly(self, part: str) -> Judge:
        """The same judge, who says all of a part however unlikely."""
        decides = "values" if part == "results" else part
        return Judge(self.lexicon, self.weights, self.least | {decides: 0.0})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The probability of each candidate, 0 for what is not said."""

    entities: Tensor  # [e]
    proposals: Tensor  # [e]
    relations: Tensor  # [p]
    results: Tensor  # [n]
    values: Tensor  # [n] of the number alone
    slots: Tensor  # [n, ROLES] what fills them among the entities, from 1; 0 for none


def judge(scored: Scored, own: Judge) -> Verdict:
    """The probability of everything that may be said of a document."""
    entity = apply(own.weights["entities"], entity_features(scored, own.lexicon))
    chance, fillers = entity.sigmoid(), may_fill(own, entity)
    results = result_features(scored, entity, fillers)
    features = {
        "proposals": proposal_features(scored, entity),
        "relations": relation_features(scored, entity),
        "values": results,
    }
    probabilities = {
        part: apply(own.weights[part], value).sigmoid() for part, value in features.items()
    }
    said = {part: value * (value >= own.least[part]) for part, value in probabilities.items()}
    said["results"] = apply(own.weights["results"], results).sigmoid() * (said["values"] > 0)
    slots = fill_slots(scored, fillers)[0]
    known = chance >= own.least["entities"]
    filling = slots[said["results"] > 0].flatten()
    known[filling[filling > 0] - 1] = True
    return Verdict(entities=chance * known, **said, slots=slots)


def may_fill(own: Judge, entity: Tensor) -> Tensor:
    """`[e]`: whether an entity is sure enough to fill a slot."""
    return entity.sigmoid() >= min(FILLER, own.least["entities"])


def unjudged(scored: Scored, thresholds: dict[str, float]) -> Verdict:
    """What the networks alone say."""
    entities = torch.tensor([entity.confidence for entity in scored.entities])
    _, best, none = best_relations(scored)
    _, best_kind = best_kinds(scored)
    no_kind = scored.kinds.softmax(-1)[:, 0]
    proposals = scored.proposes
    numbers = best_kind * (torch.log(best_kind / no_kind) > thresholds["kind_bias"])
    return Verdict(
        entities.clamp(min=1e-6),
        proposals.sigmoid() * (proposals > thresholds["prop_bias"]),
        best * (torch.log(best / none) > thresholds["rel_bias"]),
        results=numbers,
        values=numbers,
        slots=fill_slots(scored)[0],
    )


def entity_features(scored: Scored, lexicon: Lexicon) -> Tensor:
    """`[e, FEATURES]`: how sure tags and types are, what else is said of it, how it is written, and
    what the name is elsewhere.
    """
    frame, entities = scored.frame, scored.entities
    pair = log_odds(1 - best_relations(scored)[2])
    related = _most([frame["pair_source"], frame["pair_target"]], [pair, pair], len(entities))
    number = log_odds(1 - scored.kinds.softmax(-1)[:, 0])
    slots = fill_slots(scored)[0].T
    filled = _most(
        [slot[slot > 0] - 1 for slot in slots], [number[slot > 0] for slot in slots], len(entities)
    )
    names = [entity.name for entity in entities]
    keys = [spelling_key(name) for name in names]
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
        ]
    )


def proposal_features(scored: Scored, entity: Tensor) -> Tensor:
    """`[e, FEATURES]`; entity `[e]` are the entities' log-odds, here and below."""
    types = torch.eye(len(TYPES))[scored.frame["entity_type"]]
    return torch.column_stack([scored.proposes.clamp(-LIMIT, LIMIT), entity, types])


def best_relations(scored: Scored) -> tuple[Tensor, Tensor, Tensor]:
    """For each pair the likeliest relation, its probability, and that of none, `[p]` each."""
    scores = scored.relations.masked_fill(~scored.allowed, FORBIDDEN).softmax(-1)
    best, relation = scores[:, 1:].max(-1)
    return relation + 1, best, scores[:, 0]


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


def apply(weights: Tensor, features: Tensor) -> Tensor:
    """`[candidates]`: the log-odds of each; the last weight is the bias."""
    return features @ weights[:-1] + weights[-1]


def fit(features: Tensor, right: Tensor, penalty: float = 1.0) -> Tensor:
    """The weights of a logistic regression with an L2 penalty on all but the bias."""
    inputs = torch.cat([features, torch.ones(len(features), 1)], 1).double()
    weights = torch.zeros(inputs.shape[1], dtype=torch.double, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=500, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = binary_cross_entropy_with_logits(inputs @ weights, right.double(), reduction="sum")
        loss = loss + penalty / 2 * (weights[:-1] ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach().float()


def _most(indices: list[Tensor], values: list[Tensor], count: int) -> Tensor:
    """`[count]`: the greatest value at each index, -LIMIT where there is none."""
    most = torch.full((count,), -LIMIT)
    return most.scatter_reduce(0, torch.cat(indices), torch.cat(values), "amax")
