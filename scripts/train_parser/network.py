"""The parser's network: an encoder, and on the first sub-word of each word the taggers and the tree.

Heads are scored by a biaffine product (Dozat and Manning 2017). A relation is read from the dependent,
its head and their product, which costs a tenth of a biaffine product for every relation.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from encoder import WIDTH, Encoder
from label_lists import LabelLists
from torch import Tensor, nn

ARC_WIDTH = 256
RELATION_WIDTH = 192
HIDDEN = -1e4  # the score of a head that is padding


class Scores(NamedTuple):
    """What the network says of each word (batch, words, …)."""

    upos: Tensor
    xpos: Tensor
    feats: Tensor
    arc: Tensor  # (batch, words, 1 + words): column 0 is the root
    dependent: Tensor  # (batch, words, RELATION_WIDTH)
    head: Tensor  # (batch, 1 + words, RELATION_WIDTH)


class ParserNetwork(nn.Module):
    """Scores of tags, heads and relations for words given as sub-words."""

    def __init__(self, encoder: Encoder, labels: LabelLists) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.feats = nn.Linear(WIDTH, len(labels.feats))
        self.arc_dependent, self.arc_head = _view(ARC_WIDTH), _view(ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH)
        self.relation_dependent, self.relation_head = _view(RELATION_WIDTH), _view(RELATION_WIDTH)
        self.relation = nn.Linear(3 * RELATION_WIDTH, len(labels.deprel))

    def forward(
        self, pieces: Tensor, cases: Tensor, mask: Tensor, first: Tensor, words: Tensor
    ) -> Scores:
        """The scores of each word.

        Args:
            pieces: sub-word numbers (batch, pieces), padded with zeros.
            cases: the letters' case (batch, pieces).
            mask: 1 where a sub-word stands (batch, pieces).
            first: where each word's first sub-word stands (batch, words).
            words: 1 where a word stands (batch, words).
        """
        state = self.encoder(pieces, cases, mask)
        own = state.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        own, root = (
            self.drop(own),
            self.drop(state[:, :1]),
        )  # the sentence's opening mark is the root
        heads = torch.cat([root, own], 1)
        arc = self.arc(self.arc_dependent(own)) @ self.arc_head(heads).transpose(1, 2)
        real = torch.cat([words.new_ones(words.size(0), 1), words], 1).bool()
        arc = arc.masked_fill(~real[:, None, :], HIDDEN)
        upos, xpos, feats = self.upos(own), self.xpos(own), self.feats(own)
        relation = self.relation_dependent(own), self.relation_head(heads)
        return Scores(upos, xpos, feats, arc, *relation)

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Relation scores (batch, words, relations) under `heads` (batch, words; 0: the root)."""
        places = heads[:, :, None].expand(-1, -1, RELATION_WIDTH)
        head = scores.head.gather(1, places)
        both = torch.cat([scores.dependent, head, scores.dependent * head], -1)
        result: Tensor = self.relation(both)
        return result


def _view(width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(0.25))
