"""Settles from which probability on the judge lets things be said.

    python training/settle.py weights/final.safetensors judge

Some of the abstracts that the judge was fitted to were annotated with other habits than those that
the reader is to have; dev has these, but is small. So `least` in `judge.json` becomes what is best
there, moved by a third towards what is best on dev.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from data import GOLD, load
from evaluate import read_judge
from features import FEATURES
from fit_judge import COUNTED, print_reliability, print_scores, read_unseen, settle, tally
from judge import Judge


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("judge", type=Path, help="folder that fit_judge.py wrote")
    options = parser.parse_args()
    own, o_bias = read_judge(options.judge)
    documents = read_unseen(options.checkpoint, load(GOLD / "dev.jsonl"), o_bias)
    on_dev = settle(own, documents).least
    least = {part: round((2 * own.least[part] + on_dev[part]) / 3, 2) for part in COUNTED}
    settled = Judge(own.lexicon, own.trees, own.weights, least)
    print_scores(tally(documents, settled))
    for part in FEATURES:
        print_reliability(part, [documents], [settled])
    print("least", own.least, on_dev, least)
    content = {"o_bias": o_bias, **settled.to_json()}
    (options.judge / "judge.json").write_text(json.dumps(content, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
