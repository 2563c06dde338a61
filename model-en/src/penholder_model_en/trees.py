"""Makes a tree of the heads that the network likes best."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e9


def is_tree(heads: list[int]) -> bool:
    """Say whether heads (from 1 on; 0: the root) form one tree with one root."""
    if heads.count(0) != 1:
        return False
    good = [False] * (len(heads) + 1)
    good[0] = True
    for word in range(1, len(heads) + 1):
        path = []
        while not good[word]:
            path.append(word)
            good[word] = True  # for now: the walk ends here if it comes round
            word = heads[word - 1]  # noqa: PLW2901
        if path and word in path:
            return False
    return True


def best_tree(scores: Scores) -> list[int]:
    """Give the heads of the best tree with one root, by the algorithm of Chu, Liu and Edmonds.

    Args:
        scores: shape (words, words + 1), how well each word hangs from the root (column 0) or from
            another word; the higher the better.
    """
    square = np.full((len(scores) + 1, len(scores) + 1), _NEVER)
    square[1:] = scores
    np.fill_diagonal(square, _NEVER)
    heads = _arborescence(square)
    roots: list[int] = (np.flatnonzero(heads[1:] == 0) + 1).tolist()
    if len(roots) > 1:
        heads = max((_rooted(square, root) for root in roots), key=lambda one: _worth(square, one))
    return [int(head) for head in heads[1:]]


def _rooted(square: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """Give the best tree whose only root is `root`."""
    only = square.copy()
    only[1:, 0] = _NEVER
    only[root] = _NEVER
    only[root, 0] = 0.0
    return _arborescence(only)


def _worth(square: NDArray[np.float64], heads: NDArray[np.int64]) -> float:
    return float(square[np.arange(1, len(heads)), heads[1:]].sum())


def _arborescence(square: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the best head of each place but 0; square[i, j]: how well i hangs from j."""
    heads: NDArray[np.int64] = square.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [i for i in range(len(square)) if i not in set(cycle)]
    small, entry, leaving = _contracted(square, heads, cycle, rest)
    inner = _arborescence(small)
    return _expanded(heads, inner, rest, entry, leaving)


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """Give the places of one cycle; [] where there is none."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        place = start
        while place and not seen[place]:
            seen[place] = start
            place = int(heads[place])
        if place and seen[place] == start:
            cycle, one = [place], int(heads[place])
            while one != place:
                cycle.append(one)
                one = int(heads[one])
            return cycle
    return []


def _contracted(
    square: NDArray[np.float64], heads: NDArray[np.int64], cycle: list[int], rest: list[int]
) -> tuple[NDArray[np.float64], list[int], list[int]]:
    """Give the scores with the cycle as one last place.

    Beside them, for each place of `rest`: the word of the cycle that would hang from it, and the
    word of the cycle that it would hang from.
    """
    kept = square[cycle, heads[cycle]]
    into = square[np.ix_(cycle, rest)] - kept[:, None]
    out = square[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    small[:-1, :-1] = square[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    entry = [cycle[i] for i in into.argmax(axis=0)]
    leaving = [cycle[i] for i in out.argmax(axis=1)]
    return small, entry, leaving


def _expanded(
    heads: NDArray[np.int64],
    inner: NDArray[np.int64],
    rest: list[int],
    entry: list[int],
    leaving: list[int],
) -> NDArray[np.int64]:
    """Give the heads with the cycle opened where the tree enters it."""
    found = heads.copy()
    for i, place in enumerate(rest):
        if i:
            found[place] = leaving[i] if inner[i] == len(rest) else rest[inner[i]]
    found[entry[inner[-1]]] = rest[inner[-1]]
    return found
