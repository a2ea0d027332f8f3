"""Makes an exported encoder small: weights in 8 bits, arithmetic in fp32.

Blocks of 16 weights share a scale and become fp32 again when the network is loaded. So a document
gets the same scores from every runtime, up to the last bits, whereas dynamic quantisation, which
rounds the activations too, gives other scores and other decisions from one kernel to the next.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper

BLOCK = 16
LEVELS = 127
SMALL_MATRIX = 10_000  # values; what is smaller stays in fp32
SMALL_TABLE = 1_000_000


def quantise(source: Path, target: Path) -> None:
    """Writes `target`, with the inputs and outputs of `source`."""
    model = onnx.load(source)
    graph = model.graph
    weights = {weight.name: weight for weight in graph.initializer}
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type == "MatMul" and _size(weights.get(node.input[1])) > SMALL_MATRIX:
            name = node.input[1]
            nodes.extend(_restore(graph, name, numpy_helper.to_array(weights[name])))
            node.input[1] = f"{name}_restored"
            nodes.append(node)
        elif node.op_type == "Gather" and _size(weights.get(node.input[0])) > SMALL_TABLE:
            nodes.extend(_look_up(graph, node, numpy_helper.to_array(weights[node.input[0]])))
        else:
            nodes.append(node)
    used = {name for node in nodes for name in node.input}
    kept = [weight for weight in graph.initializer if weight.name in used]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def _restore(graph: GraphProto, name: str, weight: np.ndarray) -> list[NodeProto]:
    """weight `[in, out]`, in blocks along `in`.

    Cast and Mul rather than DequantizeLinear: runtimes fold them into a constant when they load a
    network, and keep the latter for their quantised kernels.
    """
    _add(graph, f"{name}_shape", np.array(weight.shape))
    values, scales = _round(weight.reshape(-1, BLOCK, weight.shape[1]), axis=1)
    _add(graph, f"{name}_int8", values)
    _add(graph, f"{name}_scale", scales)
    product = f"{name}_blocks"
    return [
        *_multiply(f"{name}_int8", f"{name}_scale", product),
        helper.make_node("Reshape", [product, f"{name}_shape"], [f"{name}_restored"]),
    ]


def _look_up(graph: GraphProto, gather: NodeProto, table: np.ndarray) -> list[NodeProto]:
    """table `[rows, width]`, in blocks along `width`, looked up by indices `[batch, pieces]`.

    Only the rows that are looked up are restored, so the table stays small in memory, too.
    """
    name, indices = gather.input
    (output,) = gather.output
    rows, width = table.shape
    # A 0 keeps a dimension as it is.
    _add(graph, f"{name}_shape", np.array([0, 0, width]))
    values, scales = _round(table.reshape(rows, -1, BLOCK), axis=2)
    _add(graph, f"{name}_int8", values)
    _add(graph, f"{name}_scale", scales)
    return [
        helper.make_node("Gather", [f"{name}_int8", indices], [f"{output}_int8"]),
        helper.make_node("Gather", [f"{name}_scale", indices], [f"{output}_scale"]),
        *_multiply(f"{output}_int8", f"{output}_scale", f"{output}_blocks"),
        helper.make_node("Reshape", [f"{output}_blocks", f"{name}_shape"], [output]),
    ]


def _multiply(values: str, scales: str, product: str) -> list[NodeProto]:
    casts = [
        helper.make_node("Cast", [name], [f"{name}_fp32"], to=TensorProto.FLOAT)
        for name in (values, scales)
    ]
    return [*casts, helper.make_node("Mul", [f"{values}_fp32", f"{scales}_fp32"], [product])]


def _round(blocks: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """int8 values and fp16 scales, symmetric about zero; a block lies along `axis`."""
    scales = (np.abs(blocks).max(axis=axis, keepdims=True) / LEVELS).astype(np.float16)
    # A block too small for fp16 becomes zero.
    divisors = np.where(scales > 0, scales, np.inf).astype(np.float32)
    return np.clip(np.rint(blocks / divisors), -LEVELS, LEVELS).astype(np.int8), scales


def _size(weight: TensorProto | None) -> int:
    return int(np.prod(weight.dims)) if weight is not None else 0


def _add(graph: GraphProto, name: str, values: np.ndarray) -> None:
    graph.initializer.append(numpy_helper.from_array(values, name))
