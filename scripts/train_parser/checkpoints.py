"""A network taken from a checkpoint of the training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from encoder import Encoder
from label_lists import LabelLists
from network import ParserNetwork


def read_checkpoint(path: Path) -> dict[str, Any]:
    """What `training` saved after its last epoch."""
    saved: dict[str, Any] = torch.load(path, weights_only=True)
    return saved


def saved_labels(saved: Mapping[str, Any]) -> LabelLists:
    """The label lists in the order of the saved network's outputs."""
    return LabelLists(**{layer: tuple(labels) for layer, labels in saved["labels"].items()})


def saved_network(saved: Mapping[str, Any]) -> ParserNetwork:
    """The saved network, ready to parse."""
    network = ParserNetwork(Encoder(saved["layers"]), saved_labels(saved))
    network.load_state_dict(saved["network"])
    network.eval()
    return network


def thinned_network(saved: Mapping[str, Any], keep: Sequence[int]) -> ParserNetwork:
    """The saved network with only the layers `keep` (0 is the lowest), to be trained further."""
    network = saved_network(saved)
    layers = network.encoder.layers
    network.encoder.layers = torch.nn.ModuleList(layers[place] for place in keep)
    return network
