"""Trains the extractor on the gold annotations.

    python training/train.py --out weights

Writes `epoch-N.safetensors` (the averaged weights) after each epoch with their scores on dev, and
`final.safetensors` at the end. Uses a GPU if there is one, else the CPU.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import save_file

from averaging import Average
from data import GOLD, Example, load, load_all, to_example
from encoder import load_pretrained
from evaluate import line
from labels import RELATIONS
from losses import WEIGHTS, losses, relation_weights
from model import Extractor, load_extractor
from predict import predict
from runners import TorchRunner
from scoring import score_document


def main() -> None:
    options = parse_options()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    options.out.mkdir(parents=True, exist_ok=True)

    documents, held_out = split(load_all(options.data), options.fold)
    test = held_out or load(GOLD / "dev.jsonl")
    examples = [to_example(document) for document in documents[: options.limit]]
    examples += [to_example(document, other_habits=True) for document in load_all(options.other)]
    weights = relation_weights(examples, options.rare).to(device)
    print(f"{len(examples)} documents to train on, {len(test)} to test on, {device}")
    print("weights", {r: round(float(w), 2) for r, w in zip(RELATIONS, weights, strict=True)})

    if options.start:
        extractor = load_extractor(options.start)
    else:
        extractor = Extractor()
        load_pretrained(extractor.tagger.encoder)
    extractor.to(device)
    steps = options.epochs * math.ceil(len(examples) / options.batch)
    optimizer = make_optimizer(extractor, options)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: learning_rate(step, steps, options.warmup)
    )
    average = Average(extractor, options.decay)
    shares = WEIGHTS | {"kinds": options.kinds}
    started = time.time()
    for epoch in range(1, options.epochs + 1):
        learning(extractor, options.only_linker)
        sums = dict.fromkeys(WEIGHTS, 0.0)
        batches = make_batches(examples, options.batch)
        for number, batch in enumerate(batches, 1):
            parts = losses(extractor, batch, weights, device, options.hide)
            sum(shares[name] * part for name, part in parts.items()).backward()
            torch.nn.utils.clip_grad_norm_(extractor.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(extractor)
            for name, part in parts.items():
                sums[name] += float(part.detach()) / len(batches)
            if number % 50 == 0:
                print(f"  {number}/{len(batches)} {time.time() - started:.0f} s", flush=True)
        means = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
        print(f"epoch {epoch} {time.time() - started:.0f} s: {means}", flush=True)
        save_file(average.state(), options.out / f"epoch-{epoch}.safetensors")
        if epoch % options.test_every == 0 or epoch == options.epochs:
            print(f"  {test_line(average.model, test)}", flush=True)
        if epoch == options.stop_after:
            break
    save_file(average.state(), options.out / "final.safetensors")


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoints")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from (default: MiniLM)")
    parser.add_argument(
        "--data",
        type=Path,
        nargs="+",
        default=[GOLD / "train.jsonl"],
        help="files of annotated documents",
    )
    parser.add_argument(
        "--other",
        type=Path,
        nargs="+",
        default=[],
        help="more of them, by annotators of other habits: what they teach of names and relations "
        "is told apart by a mark, which is not there when the model reads",
    )
    parser.add_argument("--hide", type=float, default=0.0, help="share of words that are masked")
    parser.add_argument(
        "--only-linker",
        action="store_true",
        help="leave the encoder and the typer as they are, and read as they will be read",
    )
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument(
        "--stop-after",
        type=int,
        help="end after this epoch, with rates that fall as if all --epochs came",
    )
    parser.add_argument("--batch", type=int, default=8, help="documents a step")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4, help="of the encoder")
    parser.add_argument("--head-rate", type=float, default=8e-4, help="of all else")
    parser.add_argument("--warmup", type=float, default=0.06, help="share of the steps")
    parser.add_argument("--decay", type=float, default=0.998, help="of the averaged weights")
    parser.add_argument(
        "--kinds", type=float, default=WEIGHTS["kinds"], help="weight of the kinds of numbers"
    )
    parser.add_argument("--rare", type=float, default=0.3, help="see losses.relation_weights")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fold", help="I/N: leave out and test on the I-th of N parts of train")
    parser.add_argument("--limit", type=int, help="train on the first so many documents only")
    parser.add_argument("--test-every", type=int, default=1, help="epochs between tests")
    return parser.parse_args()


def split(documents: list[dict], fold: str | None) -> tuple[list[dict], list[dict]]:
    """The documents to train on and those to test on, in a fixed shuffled order."""
    documents = random.Random(0).sample(documents, len(documents))
    if not fold:
        return documents, []
    part, parts = map(int, fold.split("/"))
    test = documents[part - 1 :: parts]
    ids = {document["id"] for document in test}
    return [document for document in documents if document["id"] not in ids], test


def make_batches(examples: list[Example], size: int) -> list[list[Example]]:
    """Documents of about one length together, so that little is padded; in random order."""
    ordered = sorted(examples, key=lambda own: len(own.reading.ids) + random.random() * 30)
    batches = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    random.shuffle(batches)
    return batches


def learning(extractor: Extractor, only_linker: bool) -> None:
    """Says what is trained: everything, or the linker on what the others make without dropout."""
    extractor.train()
    if only_linker:
        for part in (extractor.tagger, extractor.typer):
            part.eval().requires_grad_(False)


def make_optimizer(extractor: Extractor, options: argparse.Namespace) -> torch.optim.Optimizer:
    """The encoder is trained already and moves slower than the heads, which begin at random."""
    new = ("shapes.", "glues.", "other_habits")
    encoder, heads = [], []
    for name, parameter in extractor.named_parameters():
        pretrained = name.startswith("tagger.encoder.") and not any(part in name for part in new)
        (encoder if pretrained else heads).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": options.encoder_rate},
            {"params": heads, "lr": options.head_rate},
        ],
        weight_decay=0.01,
        fused=True,
    )


def learning_rate(step: int, steps: int, warmup: float) -> float:
    """Rises to 1 over the warm-up, then falls to 0.01 along a cosine."""
    rise = warmup * steps
    if step < rise:
        return (step + 1) / (rise + 1)
    progress = (step - rise) / max(1.0, steps - rise)
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress))


def test_line(extractor: Extractor, documents: list[dict]) -> str:
    runner = TorchRunner(extractor)
    return line([score_document(document, predict(runner, document)) for document in documents])


if __name__ == "__main__":
    main()
