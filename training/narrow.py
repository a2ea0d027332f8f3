"""Makes the encoder's inner layers narrower, so that it reads faster and its file is smaller.

    python training/narrow.py weights/a.safetensors --width 1024 --out narrow.safetensors

Inner neurons are taken away one by one, each time the one whose absence can best be made up by
those that stay (Optimal Brain Surgeon: Hassibi and Stork, 1992); what leads out of the layer is
then fitted anew by least squares to what it gave before, over the words of annotated abstracts.
Further training heals the rest.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from data import GOLD, load_all
from model import Extractor, load_extractor
from reading import read
from runners import encoder_inputs

DAMPING = 1e-3  # of the mean of the diagonal: what is hardly ever active has no say


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--width", type=int, required=True, help="inner neurons that stay")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--data", type=Path, nargs="+", default=[GOLD / "train.jsonl"], help="abstracts to read"
    )
    parser.add_argument("--limit", type=int, default=600, help="read so many of them")
    options = parser.parse_args()
    documents = random.Random(0).sample(load_all(options.data), options.limit)
    extractor = load_extractor(options.checkpoint).eval()
    weights = extractor.state_dict()
    for index, moments in enumerate(inner_moments(extractor, documents)):
        layer = f"tagger.encoder.layers.{index}"
        kept, out = narrow(moments, weights[f"{layer}.down.weight"].T.double(), options.width)
        weights[f"{layer}.down.weight"] = out.T.float().contiguous()
        for name in ("up.weight", "up.bias"):
            weights[f"{layer}.{name}"] = weights[f"{layer}.{name}"][kept].contiguous()
    save_file(weights, options.out)


@torch.no_grad()
def inner_moments(extractor: Extractor, documents: list[dict]) -> list[Tensor]:
    """For each layer `[INNER, INNER]`: the sum over all pieces of the products of two neurons."""
    layers = extractor.tagger.encoder.layers
    moments: list[Tensor] = [torch.zeros(()) for _ in layers]

    def watch(index: int):
        def add(_module, inputs: tuple[Tensor]) -> None:
            inner = inputs[0][0]
            moments[index] = moments[index] + (inner.T @ inner).double()

        return add

    hooks = [
        layer.down.register_forward_pre_hook(watch(index)) for index, layer in enumerate(layers)
    ]
    for document in documents:
        *pieces, _ = encoder_inputs(read(document)).values()
        extractor.tagger(*pieces)
    for hook in hooks:
        hook.remove()
    return moments


def narrow(moments: Tensor, out: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """moments `[inner, inner]`, out `[inner, HIDDEN]`, both fp64; gives which
    neurons stay `[width]` and the new `out` `[width, HIDDEN]`.
    """
    inner = len(moments)
    damped = moments + DAMPING * moments.diagonal().mean() * torch.eye(inner).double()
    inverse, left = torch.linalg.inv(damped), out.clone()
    stays = torch.ones(inner, dtype=torch.bool)
    for _ in range(inner - width):
        cost = (left**2).sum(1) / inverse.diagonal()
        worst = int(cost.masked_fill(~stays, torch.inf).argmin())
        column = inverse[:, worst] / inverse[worst, worst]
        left -= torch.outer(column, left[worst])
        inverse -= torch.outer(column, inverse[worst].clone())
        # What is gone neither costs nor changes anything from here on.
        inverse[worst], inverse[:, worst], left[worst] = 0, 0, 0
        inverse[worst, worst], stays[worst] = 1, False
    kept = stays.nonzero()[:, 0]
    return kept, torch.linalg.solve(damped[kept][:, kept], damped[kept] @ out)


if __name__ == "__main__":
    main()
