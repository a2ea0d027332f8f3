"""From tag scores to entities: the best path, its spans, the spans that are one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

import torch
from torch import Tensor

from labels import TAGS, TYPES
from reading import Reading, name_pattern, spelling_key

IMPOSSIBLE = -1e4


def _may_follow(before: str, tag: str) -> bool:
    return not tag.startswith("I") or (before != "O" and before[2:] == tag[2:])


_START = torch.tensor([IMPOSSIBLE if tag.startswith("I") else 0.0 for tag in TAGS])
_TRANSITIONS = torch.tensor(
    [[0.0 if _may_follow(before, tag) else IMPOSSIBLE for tag in TAGS] for before in TAGS]
)


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    start: int
    end: int
    type: str
    confidence: float  # the least probability of "not outside" among its words


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions of one thing; `votes[t]` is the share of them that the tags take for TYPES[t]."""

    name: str
    aliases: list[str]
    votes: list[float]
    spans: list[tuple[int, int]]
    confidence: float  # the mean of its mentions


def find_spans(logits: Tensor, reading: Reading, o_bias: float) -> list[TaggedSpan]:
    """logits `[w, TAGS]`; a greater `o_bias` finds fewer names."""
    scores = torch.log_softmax(logits, -1)
    inside = (1 - scores[:, TAGS.index("O")].exp()).tolist()
    scores[:, TAGS.index("O")] += o_bias
    path = [TAGS[tag] for tag in best_path(scores)]
    spans = []
    for first, tag in enumerate(path):
        if not tag.startswith("B-"):
            continue
        last = first + 1
        while last < len(path) and path[last].startswith("I-"):
            last += 1
        start, end = reading.words[first].start, reading.words[last - 1].end
        spans.append(TaggedSpan(start, end, tag[2:], min(inside[first:last])))
    return spans


def best_path(scores: Tensor) -> list[int]:
    """The best sequence of tags through `[w, TAGS]` where I-X follows only B-X or I-X (Viterbi)."""
    best = scores[0] + _START
    steps = []
    for row in scores[1:]:
        best, before = (best[:, None] + _TRANSITIONS).max(0)
        steps.append(before.tolist())
        best = best + row
    path = [int(best.argmax())]
    for before in reversed(steps):
        path.append(before[path[-1]])
    return path[::-1]


def group_spans(spans: list[TaggedSpan], source: str) -> list[Entity]:
    """One entity for each spelling key; "Long Form (LF)" and "LF (Long Form)" are LF."""

    def key_of(span: TaggedSpan) -> str:
        text = source[span.start : span.end]
        return spelling_key(text) or text

    spans = sorted(spans, key=lambda span: (span.start, span.end))
    short_form: dict[str, str] = {}

    def follow(key: str) -> str:
        while key in short_form:
            key = short_form[key]
        return key

    for first, second in pairwise(spans):
        forms = find_forms(source, first, second)
        if forms:
            start, end = (follow(key_of(form)) for form in forms)
            if start != end:
                short_form[start] = end
    members: dict[str, list[TaggedSpan]] = defaultdict(list)
    for span in spans:
        members[follow(key_of(span))].append(span)
    return [_entity(key, own, source) for key, own in members.items()]


def spread(entities: list[Entity], source: str) -> list[Entity]:
    """Adds the places where an entity's names stand untagged: a name is the same thing everywhere,
    as it is in training. Longest names first, none over a mention that is there already.
    """
    used = bytearray(len(source))
    for entity in entities:
        for start, end in entity.spans:
            used[start:end] = b"\1" * (end - start)
    spans = [list(entity.spans) for entity in entities]
    names = [
        (name, place)
        for place, entity in enumerate(entities)
        for name in (entity.name, *entity.aliases)
        if len(name) > 1
    ]
    for name, place in sorted(names, key=lambda item: (-len(item[0]), item[0])):
        for match in name_pattern(name).finditer(source):
            start, end = match.span()
            if not any(used[start:end]):
                used[start:end] = b"\1" * (end - start)
                spans[place].append((start, end))
    return [replace(entity, spans=sorted(own)) for entity, own in zip(entities, spans, strict=True)]


def find_forms(
    source: str, first: TaggedSpan, second: TaggedSpan
) -> tuple[TaggedSpan, TaggedSpan] | None:
    """The long and the short form where the text says "Long Form (LF)" or "LF (Long Form)"."""
    between = source[first.end : second.start]
    after = source[second.end : second.end + 3]
    if not re.fullmatch(r"\s*[(\[]\s*(\\text\w+\{)?", between):
        return None
    if not re.match(r"\}?\s*[)\],;]", after):
        return None
    before, inside = source[first.start : first.end], source[second.start : second.end]
    if abbreviates(inside, before):
        return first, second
    # Brackets after a name hold much else: LLM (Llama-3.1-8B).
    is_long_form = " " in inside and sum(char.isupper() for char in before) > 1
    return (second, first) if is_long_form and abbreviates(before, inside) else None


def abbreviates(short: str, long: str) -> bool:
    """Whether a short form's letters stand in a long form in order, the first being its first."""
    letters = "".join(char for char in short if char.isalpha()).removesuffix("s").lower()
    name = long.lower()
    if not letters or letters[0] != name[:1] or re.search(r"\s", short.strip()):
        return False
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _entity(key: str, spans: list[TaggedSpan], source: str) -> Entity:
    names = list(dict.fromkeys(source[span.start : span.end] for span in spans))
    name = next((own for own in names if (spelling_key(own) or own) == key), names[0])
    counts = Counter(span.type for span in spans)
    return Entity(
        name=name,
        aliases=[other for other in names if other != name],
        votes=[counts[kind] / len(spans) for kind in TYPES],
        spans=[(span.start, span.end) for span in spans],
        confidence=sum(span.confidence for span in spans) / len(spans),
    )
