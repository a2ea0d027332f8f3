"""Hides words from the reader while it learns."""

from __future__ import annotations

import random

from reading import Reading

MASK = 103  # [MASK] in the vocabulary of BERT


def hide_words(reading: Reading, share: float) -> list[int]:
    """The pieces' ids with a random share of the words masked as a whole.

    What a name is must then be told from the words around it.
    """
    ids = list(reading.ids)
    ends = [*reading.first[1:], len(ids) - 1]  # the last piece is [SEP]
    for start, end in zip(reading.first, ends, strict=True):
        if random.random() < share:
            ids[start:end] = [MASK] * (end - start)
    return ids
