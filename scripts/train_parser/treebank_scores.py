"""How many words of a treebank the network gets right, on the treebank's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from batches import Batch, Pieces, as_batch, batches
from label_lists import LabelLists
from network import ParserNetwork
from treebank import Sentence

BATCH_SIZE = 3000  # sub-words


@dataclass(frozen=True, slots=True)
class TreebankScores:
    """Shares of words in percent."""

    upos: float
    xpos: float
    feats: float
    uas: float  # right head
    las: float  # right head and relation without its subtype
    las_subtypes: float  # right head and relation

    def __str__(self) -> str:
        return (
            f"UPOS {self.upos:.2f} XPOS {self.xpos:.2f} feats {self.feats:.2f} "
            f"UAS {self.uas:.2f} LAS {self.las:.2f} LAS with subtypes {self.las_subtypes:.2f}"
        )


def score_treebank(
    network: ParserNetwork, sentences: Sequence[Sentence], pieces: Pieces, labels: LabelLists
) -> TreebankScores:
    """The network's scores with each word's best head, whether or not the heads make a tree."""
    network.eval()
    right: Counter[str] = Counter()
    for some in batches(sentences, pieces, BATCH_SIZE):
        batch = as_batch(some, pieces, labels)
        with torch.no_grad():
            right.update(_right_words(network, batch, labels))
    words = right["words"]
    names = ("upos", "xpos", "feats", "uas", "las", "las_subtypes")
    return TreebankScores(*(round(100 * right[name] / words, 2) for name in names))


def _right_words(network: ParserNetwork, batch: Batch, labels: LabelLists) -> Counter[str]:
    scores = network(*batch.inputs)
    heads = scores.arc.argmax(-1)
    relation = network.relations(scores, heads).argmax(-1)
    real = batch.words.bool()
    headed = (heads == batch.head)[real].tolist()
    chosen, wanted = relation[real].tolist(), batch.deprel[real].tolist()
    right = Counter(words=int(real.sum()), uas=sum(headed))
    for layer in ("upos", "xpos", "feats"):
        choice = getattr(scores, layer).argmax(-1)
        right[layer] = int((choice == getattr(batch, layer))[real].sum())
    plain = [label.partition(":")[0] for label in labels.deprel]
    for head, choice, want in zip(headed, chosen, wanted, strict=True):
        right["las_subtypes"] += head and choice == want
        right["las"] += head and want >= 0 and plain[choice] == plain[want]
    return right
