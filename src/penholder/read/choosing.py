"""Chooses the blocks of a page that are its story, and those that are captions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from penholder.read.block_features import features, names
from penholder.read.captions import is_credited
from penholder.read.clues import Clues, is_prose
from penholder.read.html_blocks import Blocks, HtmlBlock
from penholder.read.trees import Weights

Row = Sequence[float]

# Probabilities from which a block is body, a caption though it may be body, a caption.
_BODY, _RATHER_CAPTION, _CAPTION = 0.5, 0.3, 0.035
# On a page unlike those that taught the trees the body's probabilities are low, but not this low.
_DOUBTFUL = 0.15
# A paragraph that stands on a page this often is the page's own.
_TOO_OFTEN = 3
_SHORT = 40  # characters up to which words may well be said often
_REACH = 20  # blocks


@dataclass(frozen=True, slots=True)
class Chosen:
    """The blocks that are the story's, in reading order."""

    body: tuple[HtmlBlock, ...]
    captions: tuple[HtmlBlock, ...]


def choose(found: Blocks, told: Clues, weights: Weights) -> Chosen:
    """Give the body and the captions of a page."""
    rows = features(found, told)
    shares = [weights["body"].share(row) if row else 0.0 for row in rows]
    least = _least(shares, found.blocks)
    captions = _captions(rows, shares, found.blocks, weights) | _credited(found.blocks, shares)
    often = Counter(block.words for block in found.blocks if len(block.words) > _SHORT)
    body: list[HtmlBlock] = []
    seen: set[str] = set()
    for place, block in enumerate(found.blocks):
        if shares[place] < least or place in captions or often[block.words] >= _TOO_OFTEN:
            continue
        if len(block.words) > _SHORT and block.words in seen:
            continue
        seen.add(block.words)
        body.append(block)
    return Chosen(tuple(body), tuple(found.blocks[place] for place in sorted(captions)))


def _least(shares: Sequence[float], blocks: Sequence[HtmlBlock]) -> float:
    """Give the probability from which blocks are body on this page: half of its likely ones'."""
    prose = sorted(share for share, block in zip(shares, blocks, strict=True) if is_prose(block))
    likely = prose[-1 - len(prose) // 5] if prose else 1.0
    return max(_DOUBTFUL, _BODY * min(1.0, likely))


def _captions(
    rows: Sequence[Row | None],
    shares: Sequence[float],
    blocks: Sequence[HtmlBlock],
    weights: Weights,
) -> frozenset[int]:
    """Give the places of the blocks that are captions."""
    found = set()
    for place, row in enumerate(caption_rows(rows, shares, blocks)):
        if row is None:
            continue
        share = weights["caption"].share(row)
        if share >= (_RATHER_CAPTION if shares[place] >= _BODY else _CAPTION):
            found.add(place)
    return frozenset(found)


def _credited(blocks: Sequence[HtmlBlock], shares: Sequence[float]) -> set[int]:
    """Give the blocks that end with a picture's credit, in the body or as near to it as captions stand."""
    inside = [place for place, share in enumerate(shares) if share >= _BODY]
    first, last = (inside[0] - _AHEAD, inside[-1] + _BEHIND + 1) if inside else (0, 0)
    near = range(max(0, first), min(last, len(blocks)))
    return {place for place in near if is_credited(blocks[place].words)}


def caption_rows(
    rows: Sequence[Row | None], shares: Sequence[float], blocks: Sequence[HtmlBlock]
) -> list[list[float] | None]:
    """Give what tells captions: the numbers of each block and its place in the body."""
    inside = [place for place, share in enumerate(shares) if share >= _BODY]
    sizes = [
        len(block.words) if share >= _BODY else 0
        for block, share in zip(blocks, shares, strict=True)
    ]
    so_far = list(accumulate(sizes))
    told: list[list[float] | None] = []
    for place, row in enumerate(rows):
        if row is None or not _may_be_caption(place, shares[place], row, inside):
            told.append(None)
            continue
        reach = _reach(place, inside, shares[place], so_far)
        told.append([*_looks_like_caption(row), *row, *reach])
    return told


# Probability from which a block is the body's unless a picture stands beside it, and blocks before
# and after the body in which its captions stand.
_SURE = 0.97
_AHEAD, _BEHIND = 25, 12


def _may_be_caption(place: int, share: float, row: Row, inside: Sequence[int]) -> bool:
    """Say whether it is worth asking: most blocks are plainly body or far from it."""
    if not inside or not inside[0] - _AHEAD <= place <= inside[-1] + _BEHIND:
        return False
    return share < _SURE or _looks_like_caption(row)[-1] > 0


def _reach(
    place: int, inside: Sequence[int], share: float, so_far: Sequence[int]
) -> tuple[float, ...]:
    return (
        share,
        max(-_REACH, min(_REACH, place - inside[0])),
        max(-_REACH, min(_REACH, place - inside[-1])),
        so_far[place] / (so_far[-1] or 1),
    )


@cache
def _places() -> tuple[int, ...]:
    asked = ("picture_level", "picture_alone", "within_6", "own_caption", "around_caption")
    return tuple(map(names().index, asked))


def _looks_like_caption(row: Row) -> tuple[float, ...]:
    """Say whether a picture stands close by, and whether tag or names speak of a caption."""
    level, alone, figcaption, own, around = (row[place] for place in _places())
    beside = level <= 2 and alone >= 0.5
    return beside, figcaption, own, around, beside or figcaption > 0 or own > 0
