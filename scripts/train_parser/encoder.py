"""MiniLM as a plain network: sub-words in, one vector for each sub-word out.

The shape is that of BERT (Devlin et al. 2019) in the size of MiniLM-L6-H384 (Wang et al. 2020), with one
table more: the case of each word's letters, which starts at zero and so changes nothing until trained.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
HEADS = 12
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512
CASES = 4  # penholder_model_en.casing.LetterCase
EPSILON = 1e-12  # of the layer norms, as MiniLM was trained
DROPOUT = 0.1


class Encoder(nn.Module):
    """Embeddings and a stack of layers."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.case.weight)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """Vectors (batch, pieces, WIDTH) of sub-words, cases and mask (batch, pieces; 1: a sub-word)."""
        place = torch.arange(pieces.size(1), device=pieces.device)
        state = self.word(pieces) + self.position(place) + self.case(cases)
        state = self.drop(self.norm(state))
        seen = mask.bool()[:, None, None, :]
        for layer in self.layers:
            state = layer(state, seen)
        return state


class Layer(nn.Module):
    """Attention and a feed-forward net, each added to its input and normed."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, state: Tensor, seen: Tensor) -> Tensor:
        """The next state (batch, pieces, WIDTH); `seen` (batch, 1, 1, pieces) hides padding."""
        state = self.mix_norm(state + self.drop(self.mix(self._attend(state, seen))))
        inner = functional.gelu(self.widen(state))
        return self.narrow_norm(state + self.drop(self.narrow(inner)))

    def _attend(self, state: Tensor, seen: Tensor) -> Tensor:
        batch, pieces, _ = state.shape
        parts = self.query_key_value(state).view(batch, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        dropped = DROPOUT if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(query, key, value, seen, dropped)
        return mixed.transpose(1, 2).reshape(batch, pieces, WIDTH)


def load_minilm(weights: Path, keep: Sequence[int]) -> Encoder:
    """An encoder with the layers `keep` (0 is the lowest of six) of a BERT file in safetensors form."""
    from safetensors.torch import load_file  # noqa: PLC0415 (the run that needs no file needs no package)

    given = load_file(weights)
    encoder = Encoder(len(keep))
    missing, unknown = encoder.load_state_dict(_renamed(given, keep), strict=False)
    if unknown or missing != ["case.weight"]:
        raise ValueError(f"{weights}: not MiniLM-L6-H384: lacks {missing}, has {unknown}")
    return encoder


def _renamed(given: dict[str, Tensor], keep: Sequence[int]) -> dict[str, Tensor]:
    """BERT's weights under this file's names; the one sentence kind joins the positions."""
    table = "embeddings.{}_embeddings.weight".format
    weights = {
        "word.weight": given[table("word")],
        "position.weight": given[table("position")] + given[table("token_type")][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for place, layer in enumerate(keep):
        own = {
            name.removeprefix(start): weight
            for name, weight in given.items()
            if name.startswith(start := f"encoder.layer.{layer}.")
        }
        weights |= {f"layers.{place}.{name}": weight for name, weight in _layer(own).items()}
    return weights


def _layer(own: dict[str, Tensor]) -> dict[str, Tensor]:
    places = {
        "mix": "attention.output.dense",
        "mix_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "narrow_norm": "output.LayerNorm",
    }
    weights = {
        f"{name}.{part}": own[f"{place}.{part}"]
        for name, place in places.items()
        for part in ("weight", "bias")
    }
    for part in ("weight", "bias"):
        three = [own[f"attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        weights[f"query_key_value.{part}"] = torch.cat(three)
    return weights
