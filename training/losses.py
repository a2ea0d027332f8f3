"""What the model is trained to do: one loss for each head, over a batch of documents."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from data import ALLOWED, IGNORED, Example
from frame import join_frames
from hide import hide_words
from labels import RELATIONS, ROLES
from model import Extractor
from reading import OTHER_HABITS
from runners import LINKER_INPUTS, TYPER_INPUTS

FORBIDDEN = -1e4

# Spans and relations are what scores hang on, then who fills the slots of a number; the rest is
# easier to learn.
WEIGHTS = {
    "tags": 2.0,
    "relations": 2.0,
    "proposes": 0.5,
    "kinds": 0.5,
    "roles": 1.0,
    "types": 0.5,
}


def losses(
    extractor: Extractor,
    batch: list[Example],
    relation_weights: Tensor,
    device: torch.device,
    hidden_share: float = 0.0,
) -> dict[str, Tensor]:
    """The mean loss of each head. relation_weights `[RELATIONS]` weigh the classes; a random
    `hidden_share` of the words is masked.
    """
    inputs = _piece_tensors(batch, device, hidden_share)
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=half_is_fast(device)):
        logits, hidden = extractor.tagger(*inputs)
    rows = torch.cat(
        [torch.full((len(own.reading.first),), index) for index, own in enumerate(batch)]
    )
    pieces = torch.cat([torch.tensor(own.reading.first) for own in batch])
    logits, words = logits.float()[rows, pieces], hidden.float()[rows, pieces]

    frame = join_frames([own.frame for own in batch], [len(own.reading.words) for own in batch])
    frame = {name: value.to(device) for name, value in frame.items()}
    entities, types = extractor.typer(words, *(frame[name] for name in TYPER_INPUTS))
    relations, proposes, kinds, roles, no_role = extractor.linker(
        words, entities, {name: frame[name] for name in LINKER_INPUTS}
    )

    def gold(name: str) -> Tensor:
        return torch.cat([getattr(own, name) for own in batch]).to(device)

    types_of = frame["entity_type"]
    allowed = ALLOWED.to(device)[types_of[frame["pair_source"]], types_of[frame["pair_target"]]]
    slots = _slot_scores(roles, no_role, frame)
    proposed = gold("proposes")
    acceptable = (types.softmax(-1) * gold("types")).sum(-1)
    return {
        "tags": _mean_loss(logits, gold("tags")),
        "relations": _mean_loss(
            relations.masked_fill(~allowed, FORBIDDEN), gold("relations"), relation_weights
        ),
        "proposes": _mean(
            binary_cross_entropy_with_logits(proposes, proposed.clamp(min=0), reduction="none"),
            proposed >= 0,
        ),
        "kinds": _mean_loss(kinds, gold("kinds")),
        "roles": _mean_loss(slots.transpose(1, 2).flatten(0, 1), gold("roles").flatten()),
        # Any acceptable type is right, so what counts is the probability of all of them together.
        "types": _mean(-torch.log(acceptable.clamp(min=1e-6)), torch.ones_like(acceptable) > 0),
    }


def half_is_fast(device: torch.device) -> bool:
    """A CPU without tiles (AMX) multiplies bf16 matrices at half the speed of fp32 ones."""
    return device.type == "cuda" or torch.cpu._is_amx_tile_supported()


def relation_weights(examples: list[Example], rare: float) -> Tensor:
    """`[RELATIONS]`: (commonest / own count) ** rare, at most 4; "none" keeps 1.

    `rare` 0 weighs all alike; 0.5 makes up half of the imbalance.
    """
    targets = torch.cat([example.relations for example in examples])
    counts = torch.bincount(targets[targets >= 0], minlength=len(RELATIONS)).float()
    weights = (counts[1:].max() / counts.clamp(min=1)) ** rare
    weights[0] = 1.0
    return weights.clamp(max=4.0)


def _piece_tensors(batch: list[Example], device: torch.device, hidden_share: float) -> list[Tensor]:
    """ids, shape, glue and mask, padded to `[batch, pieces]`."""
    width = max(len(own.reading.ids) for own in batch)

    def pad(rows: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (width - len(row)) for row in rows], device=device)

    readings = [own.reading for own in batch]
    return [
        pad([hide_words(own, hidden_share) for own in readings]),
        pad([[OTHER_HABITS if own.other_habits else 0, *own.reading.shape[1:]] for own in batch]),
        pad([own.glue for own in readings]),
        pad([[1] * len(own.ids) for own in readings]),
    ]


def _slot_scores(roles: Tensor, no_role: Tensor, frame: dict[str, Tensor]) -> Tensor:
    """`[n, 1 + most entities, ROLES]`: the scores of none and of each entity of the document.

    A number's candidates stand together in `role_number`, one for each entity in their order.
    """
    number = frame["role_number"]
    counts = torch.bincount(number, minlength=len(no_role))
    starts = counts.cumsum(0) - counts
    place = torch.arange(len(number), device=number.device) - starts[number]
    width = int(counts.max()) if len(counts) else 0
    scores = no_role.new_full((len(no_role), 1 + width, len(ROLES)), FORBIDDEN)
    scores[:, 0] = no_role
    scores[number, 1 + place] = roles
    return scores


def _mean_loss(scores: Tensor, targets: Tensor, weights: Tensor | None = None) -> Tensor:
    if not (targets != IGNORED).any():
        return scores.sum() * 0  # keeps the graph where a batch has nothing to say of a head
    return cross_entropy(scores, targets, weights, ignore_index=IGNORED)


def _mean(values: Tensor, counted: Tensor) -> Tensor:
    return values[counted].mean() if counted.any() else values.sum() * 0
