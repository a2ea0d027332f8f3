"""Numbers in words where they measure something: "threefold", "ten times", "five percentage
points", "two orders of magnitude", "twice", "doubles". Other words are counts ("three datasets").
"""

from __future__ import annotations

_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty"""
_CARDINALS = {word: number for number, word in enumerate(_WORDS.split(), 1)}
_ROUND = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_TENS = {word: 10 * number for number, word in enumerate(_ROUND, 3)}
_ARTICLES = {"an": 1}  # before an order of magnitude
_FACTORS = {
    "twice": 2,
    "doubles": 2,
    "doubled": 2,
    "doubling": 2,
    "thrice": 3,
    "tripled": 3,
    "tripling": 3,
    "quadruples": 4,
    "quadrupled": 4,
    "quadrupling": 4,
}
# Verbs only before what they multiply: "double the throughput", not "double descent".
_VERBS = {"double": 2, "triple": 3, "quadruple": 4}

# The value of each number in words.
WORD_VALUES: dict[str, int] = _CARDINALS | _TENS | _ARTICLES | _FACTORS | _VERBS

_END = "(?![A-Za-z0-9])"
_MEASURE = (
    rf"(?:-?fold{_END}(?![ -]cross)"
    rf"|[ -](?:times|percent|percentage|orders?[ -]of[ -]magnitude){_END}| points?{_END})"
)


def _one_of(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(words)})"


# Where a number in words stands, as the source of a regular expression.
NUMBER_WORD = (
    rf"(?<![A-Za-z0-9-])(?:{_one_of(_CARDINALS | _TENS)}(?={_MEASURE})"
    rf"|{_one_of(_ARTICLES)}(?= order[ -]of[ -]magnitude{_END})"
    rf"|{_one_of(_FACTORS)}{_END}"
    rf"|{_one_of(_VERBS)}(?= (?:the|that|those|its){_END}))"
)
