"""Candidates for the heads: entities with their mentions, ordered pairs, numbers with slots.

A frame is a dict of tensors under the names that the exported networks use for their inputs. With
`e` entities of at most `m` mentions, `p` pairs, `n` numbers and `q` number-entity pairs:

    mention_start, mention_end  [e, m]  words [start, end) of each mention
    mention_mask                [e, m]  1 where there is a mention, 0 for padding
    entity_features             [e, 4]
    entity_type                 [e]     index into TYPES
    pair_source, pair_target    [p]     entities
    pair_from, pair_to          [p]     the words between their two nearest mentions
    pair_order                  [p]     which comes first, and how many sentences apart
    pair_features               [p, 4]
    number_start, number_end    [n]     words
    role_number, role_entity    [q]
    role_from, role_to, role_order, role_features [q, 2]   as for pairs
"""

from __future__ import annotations

import torch

from labels import TYPES
from reading import Reading

Frame = dict[str, torch.Tensor]
Range = tuple[int, int]

MAX_MENTIONS = 8
NOWHERE: Range = (0, 1)
ORDERS = 8  # size of the table of orders; pairs use 6 of them, roles 5

# How far the indices of each tensor move when documents are put into one batch.
WORD_INDICES = {
    *("mention_start", "mention_end", "pair_from", "pair_to"),
    *("number_start", "number_end", "role_from", "role_to"),
}
ENTITY_INDICES = {"pair_source", "pair_target", "role_entity"}
NUMBER_INDICES = {"role_number"}


def build_frame(
    reading: Reading, names: list[str], types: list[str], spans: list[list[Range]]
) -> Frame:
    """`spans[i]` are the mentions of entity i, in characters and in the order of the text."""
    width = min(max((len(own) for own in spans), default=1), MAX_MENTIONS)
    mentions = [_word_ranges(reading, own[:width]) for own in spans]
    pairs = [
        (i, j, *_pair(reading, mentions[i], mentions[j], len(names)))
        for i in range(len(names))
        for j in range(len(names))
        if i != j
    ]
    roles = [
        (n, j, *_role(reading, (number.first, number.last), mentions[j]))
        for n, number in enumerate(reading.numbers)
        for j in range(len(names))
    ]
    features = [
        _entity_features(reading, name, own) for name, own in zip(names, mentions, strict=True)
    ]
    padded = [own + [NOWHERE] * (width - len(own)) for own in mentions]
    return {
        "mention_start": _integers([[start for start, _ in own] for own in padded], -1, width),
        "mention_end": _integers([[end for _, end in own] for own in padded], -1, width),
        "mention_mask": _floats(
            [[float(m < len(own)) for m in range(width)] for own in mentions], width
        ),
        "entity_features": _floats(features, 4),
        "entity_type": _integers([TYPES.index(name) for name in types]),
        "pair_source": _integers([pair[0] for pair in pairs]),
        "pair_target": _integers([pair[1] for pair in pairs]),
        "pair_from": _integers([pair[2] for pair in pairs]),
        "pair_to": _integers([pair[3] for pair in pairs]),
        "pair_order": _integers([pair[4] for pair in pairs]),
        "pair_features": _floats([pair[5] for pair in pairs], 4),
        "number_start": _integers([number.first for number in reading.numbers]),
        "number_end": _integers([number.last for number in reading.numbers]),
        "role_number": _integers([role[0] for role in roles]),
        "role_entity": _integers([role[1] for role in roles]),
        "role_from": _integers([role[2] for role in roles]),
        "role_to": _integers([role[3] for role in roles]),
        "role_order": _integers([role[4] for role in roles]),
        "role_features": _floats([role[5] for role in roles], 2),
    }


def keep_pairs(frame: Frame, keep: torch.Tensor) -> Frame:
    """The frame with only those pairs where `keep` `[p]` is true."""
    return {
        name: value[keep] if name.startswith("pair_") else value for name, value in frame.items()
    }


def join_frames(frames: list[Frame], word_counts: list[int]) -> Frame:
    """One frame over the words, entities and numbers of several documents laid end to end."""
    width = max(frame["mention_mask"].shape[1] for frame in frames)
    parts: dict[str, list[torch.Tensor]] = {name: [] for name in frames[0]}
    words = entities = numbers = 0
    for frame, word_count in zip(frames, word_counts, strict=True):
        missing = width - frame["mention_mask"].shape[1]
        for name, value in frame.items():
            if name.startswith("mention_"):
                filler = NOWHERE[1] if name == "mention_end" else 0
                value = torch.nn.functional.pad(value, (0, missing), value=filler)
            if name in WORD_INDICES:
                value = value + words
            elif name in ENTITY_INDICES:
                value = value + entities
            elif name in NUMBER_INDICES:
                value = value + numbers
            parts[name].append(value)
        words += word_count
        entities += len(frame["entity_type"])
        numbers += len(frame["number_start"])
    return {name: torch.cat(values) for name, values in parts.items()}


def _word_ranges(reading: Reading, spans: list[Range]) -> list[Range]:
    ranges = (reading.word_range(start, end) for start, end in spans)
    return [found for found in ranges if found] or [NOWHERE]


def _sentence(reading: Reading, word: int) -> int:
    return reading.words[word].sentence if reading.words else 0


def _entity_features(reading: Reading, name: str, mentions: list[Range]) -> list[float]:
    sentence = _sentence(reading, mentions[0][0])
    return [
        min(len(mentions), 5) / 5,
        sentence / 10,
        float(sentence == 0),
        float(name.isupper()),
    ]


def _pair(
    reading: Reading, source: list[Range], target: list[Range], entities: int
) -> tuple[int, int, int, list[float]]:
    """What joins the nearest mentions of two entities: the words between, order, features."""
    gap, x, y = min(
        ((max(y[0] - x[1], x[0] - y[1]), x, y) for x in source for y in target),
        key=lambda candidate: candidate[0],
    )
    begin = min(x[1], y[1])
    apart = _sentence(reading, y[0]) - _sentence(reading, x[0])
    if apart == 0:
        order = 0 if x[0] < y[0] else 1
    else:
        order = {1: 2, -1: 3}.get(apart, 4 if apart > 1 else 5)
    features = [
        min(max(gap, 0), 50) / 50,
        float(gap < 4),
        entities / 20,
        min(abs(apart), 5) / 5,
    ]
    return begin, max(begin, x[0], y[0]), order, features


def _role(
    reading: Reading, number: Range, mentions: list[Range]
) -> tuple[int, int, int, list[float]]:
    """What joins a number and the nearest mention of an entity."""
    mention = min(mentions, key=lambda own: abs(own[0] - number[0]))
    before = mention[0] < number[0]
    begin, end = (mention[1], number[0]) if before else (number[1], mention[0])
    apart = _sentence(reading, number[0]) - _sentence(reading, mention[0])
    if apart == 0:
        order = 0 if before else 1
    elif apart > 0:
        order = 2 if apart == 1 else 3
    else:
        order = 4
    distance = abs(mention[0] - number[0])
    return begin, max(begin, end), order, [min(distance, 50) / 50, float(distance < 4)]


def _integers(values: list, *shape: int) -> torch.Tensor:
    tensor = torch.tensor(values, dtype=torch.long)
    return tensor.reshape(*shape) if shape else tensor


def _floats(values: list[list[float]], width: int) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float).reshape(-1, width)
