"""Makes a checkpoint of the exported files, to go on from what ships.

    python training/recover.py model --out reader.safetensors

Checkpoints do not ship. The encoder's matrices come back as `quantise.py` rounded them, all else as
it was.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, numpy_helper
from safetensors.torch import save_file

from model import Extractor

Weights = dict[str, np.ndarray]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exported", type=Path, help="folder with the ONNX files")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found = _of_encoder(_graph(options.exported / "encoder.int8.onnx"))
    for network in ("typer", "linker"):
        for name, value in _initializers(_graph(options.exported / f"{network}.onnx")).items():
            found[name if name.startswith("linker.") else f"{network}.{name}"] = value
    weights = {name: torch.tensor(value) for name, value in found.items()}
    extractor = Extractor(inner=len(weights["tagger.encoder.layers.0.up.bias"]))
    # `strict` only adds up what is missing; what is there in another size raises all the same.
    extractor.load_state_dict(weights)
    save_file(extractor.state_dict(), options.out)


def _of_encoder(graph: GraphProto) -> Weights:
    """The weights by the names that they have in a checkpoint."""
    weights = _restored(_initializers(graph))
    found = {name: value for name, value in weights.items() if name.startswith("tagger.")}
    for node in graph.node:
        path = node.name.removeprefix("/").split("/")
        if node.op_type == "MatMul":
            value = weights.get(node.input[1].removesuffix("_restored"))
            if value is not None:
                # `/tagger/tags/tags.0/MatMul` is of the module `tagger.tags.0`.
                inner = [part for part in path[:-1] if part != "tags"]
                found[f"{'.'.join(inner)}.weight"] = value.T
        elif list(node.input[1:]) == ["shape"]:
            # The mark of other habits is looked up as the last of the shapes.
            table = weights[node.input[0]]
            found["tagger.encoder.shapes.weight"] = table[:-1]
            found["tagger.encoder.other_habits"] = table[-1]
    return found


def _restored(initializers: Weights) -> Weights:
    """What `quantise.py` made small as matrices again, and the rest."""
    weights: Weights = {}
    for name, value in initializers.items():
        if name.endswith("_int8"):
            whole = name.removesuffix("_int8")
            scales = initializers[f"{whole}_scale"].astype(np.float32)
            blocks = value.astype(np.float32) * scales
            # The blocks of a table lie along its rows, those of a matrix across them.
            size = (len(blocks), -1) if scales.shape[-1] == 1 else (-1, blocks.shape[-1])
            weights[whole] = blocks.reshape(size)
        elif not name.endswith(("_scale", "_shape")):
            weights[name] = value
    return weights


def _graph(path: Path) -> GraphProto:
    return onnx.load(path).graph


def _initializers(graph: GraphProto) -> Weights:
    return {each.name: numpy_helper.to_array(each) for each in graph.initializer}


if __name__ == "__main__":
    main()
