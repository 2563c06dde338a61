"""How wrong the network is: against the treebank, and against a teacher."""

from __future__ import annotations

from batches import Batch
from network import ParserNetwork, Scores
from torch import Tensor
from torch.nn import functional

TAG_SHARE = 0.4  # of each tag layer beside the tree's full share
WARMTH = 2.0  # softens the teacher's choice (Hinton et al. 2015)


def gold_loss(network: ParserNetwork, scores: Scores, batch: Batch) -> Tensor:
    """The sum of the layers' cross entropies; relations are judged under the right heads."""
    real = batch.words.bool()
    relation = network.relations(scores, batch.head.clamp(min=0))
    tree = _missed(scores.arc, batch.head, real) + _missed(relation, batch.deprel, real)
    tags = (
        _missed(scores.upos, batch.upos, real)
        + _missed(scores.xpos, batch.xpos, real)
        + _missed(scores.feats, batch.feats, real)
    )
    return tree + TAG_SHARE * tags


def teacher_loss(
    network: ParserNetwork, scores: Scores, teacher: ParserNetwork, batch: Batch
) -> Tensor:
    """How far the network's choices are from those of the teacher, in the same shares."""
    real = batch.words.bool()
    heads = batch.head.clamp(min=0)
    shown = teacher(*batch.inputs)
    relation = network.relations(scores, heads), teacher.relations(shown, heads)
    tree = _apart(scores.arc, shown.arc, real) + _apart(*relation, real)
    tags = (
        _apart(scores.upos, shown.upos, real)
        + _apart(scores.xpos, shown.xpos, real)
        + _apart(scores.feats, shown.feats, real)
    )
    return tree + TAG_SHARE * tags


def _missed(scores: Tensor, wanted: Tensor, real: Tensor) -> Tensor:
    return functional.cross_entropy(scores[real], wanted[real])


def _apart(scores: Tensor, shown: Tensor, real: Tensor) -> Tensor:
    """The Kullback–Leibler divergence of the softened choices, per word."""
    own = functional.log_softmax(scores[real] / WARMTH, -1)
    other = functional.log_softmax(shown[real].detach() / WARMTH, -1)
    loss = functional.kl_div(own, other, reduction="batchmean", log_target=True)
    return WARMTH**2 * loss
