"""The mean of the weights of several checkpoints, which does better than any of them.

    python training/mean.py weights/a.safetensors weights/b.safetensors --out mean.safetensors

One that is named twice counts twice. The checkpoints must have come from one another (Wortsman et
al., "Model soups", 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    weights = [load_file(path) for path in options.checkpoints]
    save_file(
        {name: torch.stack([own[name] for own in weights]).mean(0) for name in weights[0]},
        options.out,
    )


if __name__ == "__main__":
    main()
