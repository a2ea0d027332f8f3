"""How often a name is an entity where it stands, and how often a word begins or ends one: counted
over annotated abstracts.

    python training/lexicon.py training/gold/train.jsonl silver.jsonl.gz --out exported/lexicon.json

A reader takes "LoRA" for a method wherever it stands and "large scale" for nothing; the networks
see one abstract at a time, and each name a few times in training.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from data import load_all
from reading import source_text, spelling_key

LONGEST = 6  # words of a name that is looked for
LEAST = 3  # abstracts; what stands in fewer is not kept
SHARE = 0.7  # of what the networks take for an entity, this much is one: the prior
PRIOR = 2.0  # abstracts that the prior is worth
LEAST_WORD = 8  # abstracts; words that stand in fewer are not kept

_WORD = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each spelling key in how many abstracts it is an entity, and in how many it stands; for
    each word how many names it ends, how many it begins, and in how many abstracts it stands.
    """

    counts: dict[str, tuple[int, int]]
    words: dict[str, tuple[int, int, int]]

    def features(self, name: str) -> tuple[float, float]:
        """The log-odds of the name being an entity, less the prior's; and how well it is known."""
        entity, stands = self.counts.get(spelling_key(name), (0, 0))
        odds = math.log((entity + PRIOR * SHARE) / (stands - entity + PRIOR * (1 - SHARE)))
        return odds - math.log(SHARE / (1 - SHARE)), math.log(1 + stands)

    def word_features(self, words: list[str]) -> tuple[float, float, float, float, float]:
        """For the words of a name: how often its last one ends a name where it stands, how well it
        is known; the same of its first; how well the least known is.
        """
        found = [self.words.get(word, (0, 0, 0)) for word in words] or [(0, 0, 0)]
        (begins, of_first), (ends, of_last) = found[0][1:], found[-1][::2]
        return (
            math.log((ends + 0.3) / (of_last + 3)),
            math.log(1 + of_last),
            math.log((begins + 0.3) / (of_first + 3)),
            math.log(1 + of_first),
            math.log(1 + min(stands for *_, stands in found)),
        )

    @staticmethod
    def from_file(path: Path) -> Lexicon:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Lexicon(content["names"], content["words"])

    def save(self, path: Path) -> None:
        text = json.dumps({"names": self.counts, "words": self.words}, separators=(",", ":"))
        path.write_text(text + "\n", encoding="utf-8")


def build_lexicon(documents: list[dict], least: int = LEAST) -> Lexicon:
    """What is optional in an abstract counts neither way there."""
    wanted = {key for document in documents for key in _names(document)}
    entity: Counter[str] = Counter()
    stands: Counter[str] = Counter()
    for document in documents:
        names = _names(document)
        for key in wanted & _stretches(source_text(document)):
            if names.get(key) is not False:
                stands[key] += 1
                entity[key] += names.get(key, False)
    return Lexicon(
        {key: (entity[key], count) for key, count in sorted(stands.items()) if count >= least},
        _count_words(documents),
    )


def _count_words(documents: list[dict]) -> dict[str, tuple[int, int, int]]:
    ends: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    stands: Counter[str] = Counter()
    for document in documents:
        stands.update(set(words_of(source_text(document))))
        for entity in document["entities"]:
            words = words_of(entity["name"]) if entity.get("required", True) else []
            ends.update(words[-1:])
            begins.update(words[:1])
    return {
        word: (ends[word], begins[word], count)
        for word, count in sorted(stands.items())
        if count >= LEAST_WORD
    }


def words_of(text: str) -> list[str]:
    """Stretches of letters and digits, in lower case."""
    return re.findall(r"[a-z0-9]+", text.lower())


def _names(document: dict) -> dict[str, bool]:
    """The spelling keys of all names, and whether they are required."""
    return {
        spelling_key(name): entity.get("required", True)
        for entity in document["entities"]
        for name in (entity["name"], *entity["aliases"])
    }


def _stretches(source: str) -> set[str]:
    """The spelling keys of all stretches of a few words."""
    words = [match.span() for match in _WORD.finditer(source)]
    return {
        spelling_key(source[start : words[last][1]])
        for first, (start, _) in enumerate(words)
        for last in range(first, min(first + LONGEST, len(words)))
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("annotated", type=Path, nargs="+", help="gold and silver files")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lexicon = build_lexicon(load_all(options.annotated))
    lexicon.save(options.out)
    print(f"{len(lexicon.counts)} names")


if __name__ == "__main__":
    main()
