"""What the networks say of a document, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from decode import Entity, find_spans, group_spans, spread
from frame import Frame, build_frame, keep_pairs
from labels import ROLES, TYPES, allowed_relations, allowed_roles
from reading import Reading

if TYPE_CHECKING:
    from runners import Runner

FORBIDDEN = -1e9

_ALLOWED = allowed_relations()
_ALLOWED_ROLES = allowed_roles()
# What log-odds a baseline has to be ahead of there being none: those who annotated most of the
# numbers name one more often than the first annotator, and a wrong one is worse than none.
_RELUCTANCE = torch.tensor([1.0 if role == "baseline" else 0.0 for role in ROLES])


@dataclass(frozen=True, slots=True)
class Scored:
    """A document's entities and what the heads say of them; names as in frame.py."""

    reading: Reading
    entities: list[Entity]
    frame: Frame
    types: Tensor  # [e, TYPES] log-probabilities, the tags' votes among them
    allowed: Tensor  # [p, RELATIONS] what the types of both ends allow
    relations: Tensor  # [p, RELATIONS]
    proposes: Tensor  # [e]
    kinds: Tensor  # [n, KINDS]
    roles: Tensor  # [q, ROLES]
    no_role: Tensor  # [n, ROLES]


@torch.inference_mode()
def score(runner: Runner, reading: Reading, thresholds: dict[str, float]) -> Scored | None:
    """Everything that the networks say of a document; None where they find no entity."""
    if not reading.words:
        return None
    logits, words = runner.encode(reading)
    spans = find_spans(logits, reading, thresholds["o_bias"])
    entities = spread(group_spans(spans, reading.source), reading.source)
    if not entities:
        return None
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
    allowed = _ALLOWED[
        frame["entity_type"][frame["pair_source"]], frame["entity_type"][frame["pair_target"]]
    ]
    possible = allowed[:, 1:].any(1)
    frame = keep_pairs(frame, possible)
    return Scored(
        reading,
        entities,
        frame,
        torch.log_softmax(types, -1),
        allowed[possible],
        *runner.link(words, states, frame),
    )


def fill_slots(scored: Scored, known: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """For each number and role `[n, ROLES]`: the best entity of a type that fits, and how likely.

    Entities count from 1; 0 is none. `known` `[e]` says which entities may be taken.
    """
    numbers = len(scored.reading.numbers)
    if not numbers:
        return torch.zeros(0, len(ROLES), dtype=torch.long), torch.zeros(0, len(ROLES))
    frame = scored.frame
    fits = _ALLOWED_ROLES[frame["entity_type"][frame["role_entity"]]]
    if known is not None:
        fits = fits & known[frame["role_entity"], None]
    roles = scored.roles.masked_fill(~fits, FORBIDDEN).reshape(numbers, -1, len(ROLES))
    empty = scored.no_role + _RELUCTANCE
    probability, slots = torch.cat([empty[:, None], roles], 1).softmax(1).max(1)
    return slots, probability
