"""Boosted decision trees: fitted with LightGBM, kept and applied as plain lists of numbers.

Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NeurIPS 2017.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy
import torch
from torch import Tensor

COUNT = 400
DIGITS = 6  # significant ones of what is kept

# One thread and a fixed order: the same data give the same trees.
_OPTIONS = {
    "objective": "binary",
    "num_leaves": 15,
    "learning_rate": 0.03,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


@dataclass(frozen=True, slots=True)
class Tree:
    """Split `i` sends what is at most `threshold[i]` to `left[i]` and the rest to `right[i]`: the
    next split, or where that is negative the leaf `-1 - next`.
    """

    feature: list[int]
    threshold: list[float]
    left: list[int]
    right: list[int]
    leaf: list[float]


@dataclass(frozen=True, slots=True)
class Trees:
    """The log-odds are the sum of the leaves that a candidate comes to, one a tree."""

    features: list[str]
    trees: list[Tree]

    def odds(self, inputs: Tensor) -> Tensor:
        """`[n]` for `[n, features]`."""
        values = inputs.double().numpy()
        total = numpy.zeros(len(values))
        for tree in self.trees:
            total += _leaves(tree, values)
        return torch.from_numpy(total).float()

    @staticmethod
    def from_file(path: Path) -> Trees:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Trees(content["features"], [Tree(**tree) for tree in content["trees"]])

    def save(self, path: Path) -> None:
        text = json.dumps(asdict(self), separators=(",", ":"))
        path.write_text(text + "\n", encoding="utf-8")


def fit_trees(features: list[str], inputs: Tensor, right: Tensor) -> Trees:
    """Trees for inputs `[n, features]` of which `right` `[n]` are 1."""
    import lightgbm  # what only applies trees does without

    data = lightgbm.Dataset(inputs.double().numpy(), right.numpy())
    booster = lightgbm.train(_OPTIONS, data, COUNT)
    found = booster.dump_model()["tree_info"]
    return Trees(features, [_to_tree(own["tree_structure"]) for own in found])


def _to_tree(root: dict) -> Tree:
    tree = Tree([], [], [], [], [])

    def add(node: dict) -> int:
        if "split_feature" not in node:
            tree.leaf.append(_rounded(node["leaf_value"]))
            return -len(tree.leaf)
        place = len(tree.feature)
        tree.feature.append(node["split_feature"])
        tree.threshold.append(_rounded(node["threshold"]))
        tree.left.append(0)
        tree.right.append(0)
        tree.left[place] = add(node["left_child"])
        tree.right[place] = add(node["right_child"])
        return place

    add(root)
    return tree


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _leaves(tree: Tree, values: numpy.ndarray) -> numpy.ndarray:
    """`[n]`: the leaf that each row of `values` comes to."""
    leaf = numpy.array(tree.leaf)
    if not tree.feature:
        return numpy.full(len(values), leaf[0])
    feature, threshold = numpy.array(tree.feature), numpy.array(tree.threshold)
    left, right = numpy.array(tree.left), numpy.array(tree.right)
    node = numpy.zeros(len(values), dtype=int)
    open_rows = numpy.arange(len(values))
    while len(open_rows):
        at = node[open_rows]
        goes_left = values[open_rows, feature[at]] <= threshold[at]
        node[open_rows] = numpy.where(goes_left, left[at], right[at])
        open_rows = open_rows[node[open_rows] >= 0]
    return leaf[-1 - node]
