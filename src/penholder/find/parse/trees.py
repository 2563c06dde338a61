"""Tells trees from other heads."""

from __future__ import annotations

from collections.abc import Sequence


def depths(heads: Sequence[int]) -> list[int]:
    """Give how far each word stands from the root, 0 for the root; [] where the heads are no tree."""
    if heads.count(0) != 1 or not all(0 <= head <= len(heads) for head in heads):
        return []
    found: dict[int, int] = {0: -1}
    for word in range(1, len(heads) + 1):
        path: list[int] = []
        while word not in found and len(path) <= len(heads):
            path.append(word)
            word = heads[word - 1]  # noqa: PLW2901  up to what is known
        if word not in found:
            return []  # the heads go round
        for steps, one in enumerate(reversed(path), 1):
            found[one] = found[word] + steps
    return [found[word] for word in range(1, len(heads) + 1)]
