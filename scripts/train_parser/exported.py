"""The trained network written for the run time: the same answers in fewer, larger steps.

The attention's scale is folded into its weights, the layer on top runs only where words begin, and all
that is read from a word's vector comes from one product.
"""

from __future__ import annotations

import math

import torch
from encoder import HEADS, WIDTH, Encoder, Layer
from network import ARC_WIDTH, HIDDEN, RELATION_WIDTH, ParserNetwork
from torch import Tensor, nn
from torch.nn import functional

INPUTS = ("ids", "case", "att", "first", "wm")
OUTPUTS = ("upos", "xpos", "feats", "head", "rel", "arc")
HEAD_WIDTH = WIDTH // HEADS
VIEWS = 2 * (ARC_WIDTH + RELATION_WIDTH)


class ExportedParser(nn.Module):
    """Choices of tags, heads and relations, as CONTRACT.md of model-en tells."""

    def __init__(self, network: ParserNetwork) -> None:
        super().__init__()
        self.encoder = network.encoder
        for layer in self.encoder.layers:
            _fold_scale(layer)
        self.tag_sizes = [network.upos.out_features, network.xpos.out_features]
        self.tag_sizes.append(network.feats.out_features)
        self.all_views = _joined_linear(
            network.arc_dependent[0],
            network.relation_dependent[0],
            network.arc_head[0],
            network.relation_head[0],
            network.upos,
            network.xpos,
            network.feats,
        )
        self.arc, self.relation = network.arc, network.relation

    def forward(
        self, ids: Tensor, case: Tensor, att: Tensor, first: Tensor, wm: Tensor
    ) -> tuple[Tensor, ...]:
        """The six outputs; what goes in is told at `ParserNetwork.forward`."""
        states = _word_states(self.encoder, ids, case, att, first)
        read = self.all_views(states)
        views = functional.gelu(read[..., :VIEWS])
        sizes = [ARC_WIDTH, RELATION_WIDTH, ARC_WIDTH, RELATION_WIDTH]
        arc_dependent, dependent, arc_head, head = views.split(sizes, -1)
        tags = (layer.argmax(-1) for layer in read[:, 1:, VIEWS:].split(self.tag_sizes, -1))
        arc = self.arc(arc_dependent[:, 1:]) @ arc_head.transpose(1, 2)
        arc = arc + functional.pad((1 - wm).to(arc.dtype), (1, 0))[:, None, :] * HIDDEN
        heads = arc.argmax(-1)
        return *tags, heads, self._relations(dependent[:, 1:], head, heads), arc

    def _relations(self, dependent: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        chosen = head.gather(1, heads[:, :, None].expand(-1, -1, RELATION_WIDTH))
        both = torch.cat([dependent, chosen, dependent * chosen], -1)
        relation: Tensor = self.relation(both).argmax(-1)
        return relation


def _word_states(encoder: Encoder, ids: Tensor, case: Tensor, att: Tensor, first: Tensor) -> Tensor:
    """Vectors (batch, 1 + words, WIDTH) of the opening mark and of each word's first sub-word."""
    place = torch.arange(ids.size(1))
    state = encoder.norm(encoder.word(ids) + encoder.position(place) + encoder.case(case))
    hidden = ((1 - att) * HIDDEN).to(state.dtype)[:, None, None, :]
    places = functional.pad(first, (1, 0))[:, :, None].expand(-1, -1, WIDTH)
    *lower, top = encoder.layers
    for layer in lower:
        state = _finished(layer, state, _attended(layer, state, hidden))
    attended = _attended(top, state, hidden).gather(1, places)
    return _finished(top, state.gather(1, places), attended)


def _attended(layer: Layer, state: Tensor, hidden: Tensor) -> Tensor:
    """What each sub-word takes from the others (batch, pieces, WIDTH)."""
    batch, pieces, _ = state.shape
    query, key, value = (
        part.reshape(batch, pieces, HEADS, HEAD_WIDTH).transpose(1, 2)
        for part in layer.query_key_value(state).split(WIDTH, -1)
    )
    shares = functional.softmax(query @ key.transpose(2, 3) + hidden, -1)
    return (shares @ value).transpose(1, 2).reshape(batch, pieces, WIDTH)


def _finished(layer: Layer, state: Tensor, attended: Tensor) -> Tensor:
    state = layer.mix_norm(state + layer.mix(attended))
    inner = functional.gelu(layer.widen(state))
    finished: Tensor = layer.narrow_norm(state + layer.narrow(inner))
    return finished


def _fold_scale(layer: Layer) -> None:
    """Divide the queries' weights by what attention would divide its scores by."""
    with torch.no_grad():
        layer.query_key_value.weight[:WIDTH] /= math.sqrt(HEAD_WIDTH)
        layer.query_key_value.bias[:WIDTH] /= math.sqrt(HEAD_WIDTH)


def _joined_linear(*parts: nn.Linear) -> nn.Linear:
    """One product that gives what the parts give, side by side."""
    joined = nn.Linear(WIDTH, sum(part.out_features for part in parts))
    with torch.no_grad():
        joined.weight.copy_(torch.cat([part.weight for part in parts]))
        joined.bias.copy_(torch.cat([part.bias for part in parts]))
    return joined
