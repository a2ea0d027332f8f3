"""Exponential moving average of the weights: steadier, and usually better, than the last step's."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn


class Average:
    """Keeps a copy of a model whose weights follow the trained ones."""

    def __init__(self, model: nn.Module, decay: float):
        self.model = copy.deepcopy(model).requires_grad_(False)
        self.decay = decay
        self.steps = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """The first steps count for less, since they are far from where training will end."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        torch._foreach_lerp_(list(self.model.parameters()), list(model.parameters()), 1 - decay)

    def state(self) -> dict[str, Tensor]:
        """The averaged weights, on the CPU."""
        return {name: value.cpu() for name, value in self.model.state_dict().items()}
