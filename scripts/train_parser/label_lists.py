"""The labels that the network chooses from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from treebank import Sentence

# A feature string seen less often than this in training is not worth a row: 46 of the 265 strings of
# EWT and GUM stand once. A word that carries a rare one teaches no features.
RARE_FEATS = 2


@dataclass(frozen=True)
class LabelLists:
    """Each layer's labels in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    deprel: tuple[str, ...]

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, int]]:
        """From layer and label to the label's place in its list."""
        layers = {"upos": self.upos, "xpos": self.xpos, "feats": self.feats, "deprel": self.deprel}
        return {
            layer: {label: place for place, label in enumerate(labels)}
            for layer, labels in layers.items()
        }

    def as_json(self) -> dict[str, list[str]]:
        """What labels.json holds."""
        return {layer: list(labels) for layer, labels in self.ids.items()}


def collect_labels(sentences: Iterable[Sentence]) -> LabelLists:
    """The labels that the sentences use, in order of the alphabet."""
    words = [word for sentence in sentences for word in sentence]
    feats = Counter(word.feats for word in words)
    return LabelLists(
        upos=tuple(sorted({word.upos for word in words})),
        xpos=tuple(sorted({word.xpos for word in words})),
        feats=tuple(sorted(label for label, times in feats.items() if times >= RARE_FEATS)),
        deprel=tuple(sorted({word.deprel for word in words})),
    )
