"""How often a name is an entity where it stands: counted over annotated abstracts.

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
from reading import read, spelling_key

LONGEST = 6  # words of a name that is looked for
LEAST = 3  # abstracts; what stands in fewer is not kept
SHARE = 0.7  # of what the networks take for an entity, this much is one: the prior
PRIOR = 2.0  # abstracts that the prior is worth

_WORD = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each spelling key: in how many abstracts it is an entity, and in how many it stands."""

    counts: dict[str, tuple[int, int]]

    def features(self, name: str) -> tuple[float, float]:
        """The log-odds of the name being an entity, less the prior's; and how well it is known."""
        entity, stands = self.counts.get(spelling_key(name), (0, 0))
        odds = math.log((entity + PRIOR * SHARE) / (stands - entity + PRIOR * (1 - SHARE)))
        return odds - math.log(SHARE / (1 - SHARE)), math.log(1 + stands)

    @staticmethod
    def from_file(path: Path) -> Lexicon:
        return Lexicon(json.loads(path.read_text(encoding="utf-8")))

    def save(self, path: Path) -> None:
        text = json.dumps(self.counts, separators=(",", ":"))
        path.write_text(text + "\n", encoding="utf-8")


def build_lexicon(documents: list[dict], least: int = LEAST) -> Lexicon:
    """What is optional in an abstract counts neither way there."""
    wanted = {key for document in documents for key in _names(document)}
    entity: Counter[str] = Counter()
    stands: Counter[str] = Counter()
    for document in documents:
        names = _names(document)
        for key in wanted & _stretches(read(document).source):
            if names.get(key) is not False:
                stands[key] += 1
                entity[key] += names.get(key, False)
    return Lexicon(
        {key: (entity[key], count) for key, count in sorted(stands.items()) if count >= least}
    )


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
