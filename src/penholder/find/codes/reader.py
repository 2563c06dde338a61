"""Reads the code of a sentence whose parties are known."""

from __future__ import annotations

from collections.abc import Collection

from penholder.find.codes.features import Scene, features_of
from penholder.find.codes.learning import CODES, Weights, scores_of
from penholder.find.codes.weights import load_weights
from penholder.model.code import Code
from penholder.model.span import Span


def read_code(
    text: str,
    source: Span | None,
    target: Span | None,
    among: Collection[Code] = CODES,
    weights: Weights | None = None,
) -> Code | None:
    """Give the code of what the source does to the target, or None where no word of ours says.

    Args:
        text: One sentence.
        source: Who acts; None for one who is not named.
        target: Who is acted upon; None likewise.
        among: The codes that it can be.
        weights: Others than those that are shipped.
    """
    scene = Scene.of(text, source, target)
    if not scene.hits:
        return None
    scores = scores_of(features_of(scene), load_weights() if weights is None else weights)
    told = {code: score for code, score in zip(CODES, scores, strict=True) if code in among}
    return max(told, key=told.__getitem__)
