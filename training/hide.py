"""Hides words from the reader while it learns."""

from __future__ import annotations

import random

from reading import DIGITS, SIGN, WITH_DIGIT, Reading

MASK = 103  # [MASK] in the vocabulary of BERT
# What numbers and their units are written with stays: without it a number is no number.
KEPT = {DIGITS, SIGN, WITH_DIGIT}
UNITS = {"x", "times", "percent", "percentage", "point", "points", "pp"}


def hide_words(reading: Reading, share: float) -> list[int]:
    """The pieces' ids with a random share of the words masked as a whole.

    What a name is must then be told from the words around it.
    """
    ids = list(reading.ids)
    ends = [*reading.first[1:], len(ids) - 1]  # the last piece is [SEP]
    for word, start, end in zip(reading.words, reading.first, ends, strict=True):
        kept = reading.shape[start] in KEPT or word.text.lower() in UNITS
        if random.random() < share and not kept:
            ids[start:end] = [MASK] * (end - start)
    return ids
