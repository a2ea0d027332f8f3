"""Which number of a text an annotated result means: annotations give values and no places."""

from __future__ import annotations

import re

from reading import Number, Reading

UNREAD = {"optional": True}  # the result of a number that nobody has looked at

# What a number may be followed by: the end of a range, whose unit is that of its start.
_GAP = r"(?:[$\s]*(?:[-\u2013\u2014~]+|to|and|or)[\s$+~]*\d[\d.,]*)?[\s$\\,;{}+-]*"
# Points come first, since "10 % points" are points.
_UNITS = [
    (unit, re.compile(_GAP + written))
    for unit, written in (
        ("points", r"(?:(?:%|percent(?:age)?)[\s-]*)?(?:points?\b|pp\b|pts?\b|p\.p)"),
        ("%", r"(?:%|per ?cent\b)"),
        ("x", r"(?:[xX]\b|\u00d7|times\b|folds?\b|orders?[ -]of[ -]magnitude\b)"),
    )
]
_SIZES = re.compile(r"[\s~-]?(thousand|(?:m|b|tr)illion)\b|\s?([kKMB])(?![A-Za-z0-9])")
_ORDERS = re.compile(r"[ -]orders?[ -]of[ -]magnitude\b")
_POWERS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "b": 9, "billion": 9, "trillion": 12}


def match_results(document: dict, reading: Reading) -> list[dict | None]:
    """The annotated result of each number of the text: the first free number that has its value,
    rather one that is written with its unit. `UNREAD` throughout where results are None.
    """
    if document["results"] is None:
        return [UNREAD] * len(reading.numbers)
    matched: list[dict | None] = [None] * len(reading.numbers)
    for result in document["results"]:
        free = [
            index
            for index, number in enumerate(reading.numbers)
            if matched[index] is None and _has_value(reading.source, number, abs(result["value"]))
        ]
        if free:
            # `min` takes the first of equals.
            place = min(free, key=lambda index: _unit(reading, index) != result["unit"])
            matched[place] = result
    return matched


def _has_value(source: str, number: Number, value: float) -> bool:
    """`53` in "53k" has the value 53000, and 53 for who overlooked the k; two orders of magnitude
    are 100.
    """
    if abs(number.value - value) < 1e-9:
        return True
    if _ORDERS.match(source, number.end):
        return value == 10**number.value
    size = _SIZES.match(source, number.end)
    if not size:
        return False
    power = _POWERS[(size[1] or size[2]).lower()]
    return abs(number.value * 10**power - value) <= 1e-9 * value


def _unit(reading: Reading, index: int) -> str | None:
    source, end = reading.source, reading.numbers[index].end
    return next((unit for unit, written in _UNITS if written.match(source, end)), None)
