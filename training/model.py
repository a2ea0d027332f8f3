"""The model: one encoder that reads the abstract once, and small heads on it.

w words, e entities of at most m mentions, p pairs, n numbers, q number-entity pairs; the names of
the heads' inputs are explained in frame.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from encoder import HIDDEN, INNER, Encoder
from frame import ORDERS, Frame
from labels import KINDS, RELATIONS, ROLES, TAGS, TYPES

LINK = 128  # width in which entities and numbers are compared
SMALL = 16  # width of the tables of types and orders
MASKED = -1e4


class Tagger(nn.Module):
    """The encoder with a tag for each piece."""

    def __init__(self, inner: int):
        super().__init__()
        self.encoder = Encoder(inner)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Sequential(
            nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, len(TAGS))
        )

    def forward(self, *pieces: Tensor, rows: Tensor | None = None):
        """What the encoder takes; gives logits `[batch, pieces, TAGS]` and hidden states, of `rows`
        alone where given.
        """
        hidden = self.encoder(*pieces, rows=rows)
        return self.tags(self.dropout(hidden)), hidden


class Typer(nn.Module):
    """Pools an entity's mentions and types it."""

    def __init__(self):
        super().__init__()
        self.types = _head(HIDDEN + 4, 128, len(TYPES))

    def forward(self, words, mention_start, mention_end, mention_mask, entity_features):
        """words `[w, HIDDEN]`; gives entities `[e, HIDDEN]` and types `[e, TYPES]`.

        The pooling is a log-mean-exp: between the mean and the maximum of the mentions.
        """
        mentions = span_means(words)(mention_start, mention_end)
        mentions = mentions + ((1 - mention_mask) * MASKED)[..., None]
        count = mention_mask.sum(1)[:, None]
        entities = torch.logsumexp(mentions, 1) - torch.log(count)
        return entities, self.types(torch.cat([entities, entity_features], -1))


class Linker(nn.Module):
    """Scores every pair of entities, every proposal, every number and every slot of a number."""

    def __init__(self):
        super().__init__()
        self.type_table = nn.Embedding(len(TYPES), SMALL)
        self.order_table = nn.Embedding(ORDERS, SMALL)
        self.entity = nn.Linear(HIDDEN + SMALL + 4, LINK)
        self.number = nn.Linear(HIDDEN, LINK)
        self.relations = _head(4 * LINK + SMALL + HIDDEN + 4, 256, len(RELATIONS))
        self.proposes = _head(LINK, 64, 1)
        self.kinds = _head(HIDDEN, 128, len(KINDS))
        self.roles = _head(3 * LINK + SMALL + HIDDEN + 2, 128, len(ROLES))
        self.no_role = nn.Linear(LINK, len(ROLES))

    def forward(self, words: Tensor, entities: Tensor, frame: Frame):
        """words `[w, HIDDEN]`, entities `[e, HIDDEN]`; gives relations `[p, RELATIONS]`,
        proposes `[e]`, kinds `[n, KINDS]`, roles `[q, ROLES]` and no_role `[n, ROLES]`.
        """
        mean = span_means(words)
        kind_of_thing = self.type_table(frame["entity_type"])
        entity = self.entity(torch.cat([entities, kind_of_thing, frame["entity_features"]], -1))
        a, b = entity[frame["pair_source"]], entity[frame["pair_target"]]
        between = mean(frame["pair_from"], frame["pair_to"])
        order = self.order_table(frame["pair_order"])
        pair = [a, b, a * b, (a - b).abs(), order, between, frame["pair_features"]]

        numbers = mean(frame["number_start"], frame["number_end"])
        number = self.number(numbers)
        a, b = number[frame["role_number"]], entity[frame["role_entity"]]
        between = mean(frame["role_from"], frame["role_to"])
        order = self.order_table(frame["role_order"])
        role = [a, b, a * b, order, between, frame["role_features"]]
        return (
            self.relations(torch.cat(pair, -1)),
            self.proposes(entity)[:, 0],
            self.kinds(numbers),
            self.roles(torch.cat(role, -1)),
            self.no_role(number),
        )


class Extractor(nn.Module):
    """Everything that is trained, jointly. `inner` is the width inside the encoder's layers."""

    def __init__(self, inner: int = INNER):
        super().__init__()
        self.tagger = Tagger(inner)
        self.typer = Typer()
        self.linker = Linker()


def load_extractor(path: Path) -> Extractor:
    """The model of a checkpoint, in fp32, as narrow as it is there."""
    weights = {name: value.float() for name, value in load_file(path).items()}
    extractor = Extractor(inner=len(weights["tagger.encoder.layers.0.up.bias"]))
    extractor.load_state_dict(weights)
    return extractor


def span_means(words: Tensor) -> Callable[[Tensor, Tensor], Tensor]:
    """A function that gives the mean of words `[start, end)`, zero for an empty span.

    Differences of running sums take one pass whatever the number and length of the spans.
    """
    sums = torch.cat([words.new_zeros(1, words.shape[1]), words.cumsum(0)])
    return lambda start, end: (sums[end] - sums[start]) / (end - start).clamp(min=1)[..., None]


def _head(width: int, inner: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(0.1), nn.Linear(inner, out))
