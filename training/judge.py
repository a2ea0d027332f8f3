"""How likely it is that what the networks say is right.

The networks are surer than they are right, and each sees its own part only: the tags know nothing
of whether the paper proposes the thing, or scores it. Here all that is known of a candidate is put
together, fitted on documents that the networks were not trained on, and so a probability means
what it says: boosted trees for entities, logistic regressions for the others (Platt,
"Probabilistic outputs for support vector machines", 1999).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from features import (
    FEATURES,
    best_kinds,
    best_relations,
    entity_features,
    proposal_features,
    relation_features,
    result_features,
)
from lexicon import Lexicon
from score import Scored, fill_slots
from trees import Trees

# From this probability on an entity may fill a slot, and is said if the number is: numbers need
# what they are about.
FILLER = 0.25

BY_WEIGHTS = ("proposals", "relations", "results", "values")


@dataclass(frozen=True, slots=True)
class Judge:
    """For entities the trees, for each other part the weights of its FEATURES with the bias last,
    and the probability from which on something is said. A result is said if its number is one,
    whatever fills its slots: "values" is how likely that is, "results" how likely all that is said
    of it.
    """

    lexicon: Lexicon
    trees: Trees
    weights: dict[str, Tensor]
    least: dict[str, float]

    @staticmethod
    def from_json(content: dict[str, dict], lexicon: Lexicon, trees: Trees) -> Judge:
        return Judge(
            lexicon,
            trees,
            {
                part: torch.tensor(
                    [content[part]["weights"][name] for name in [*FEATURES[part], "bias"]]
                )
                for part in BY_WEIGHTS
            },
            {part: own["least"] for part, own in content.items() if "least" in own},
        )

    def to_json(self) -> dict[str, dict]:
        """All but the trees and the lexicon, which have files of their own."""
        content: dict[str, dict] = {"entities": {}}
        for part in BY_WEIGHTS:
            names = [*FEATURES[part], "bias"]
            weights = dict(zip(names, self.weights[part].tolist(), strict=True))
            content[part] = {"weights": weights}
        for part, least in self.least.items():
            content[part]["least"] = least
        return content

    def openly(self, part: str) -> Judge:
        """The same judge, who says all of a part however unlikely."""
        decides = "values" if part == "results" else part
        return Judge(self.lexicon, self.trees, self.weights, self.least | {decides: 0.0})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The probability of each candidate, 0 for what is not said."""

    entities: Tensor  # [e]
    proposals: Tensor  # [e]
    relations: Tensor  # [p]
    results: Tensor  # [n]
    values: Tensor  # [n] of the number alone
    slots: Tensor  # [n, ROLES] what fills them among the entities, from 1; 0 for none


def judge(scored: Scored, own: Judge, odds: Tensor | None = None) -> Verdict:
    """The probability of everything that may be said of a document; `odds` `[e]` instead of those
    that the trees give the entities.
    """
    entity = own.trees.odds(entity_features(scored, own.lexicon)) if odds is None else odds
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
