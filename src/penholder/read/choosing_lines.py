"""Chooses the lines of a flattened page that are its story: pages that were copied with all their menus."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.read.blocks import ends_story
from penholder.read.datelines import read_dateline
from penholder.read.line_features import line_features
from penholder.read.trees import Weights

# Lines without the end of a sentence, and their share of all, from which a text is a whole page.
_MENU_LINES, _MENU_SHARE = 20, 0.45
# Probability from which a line is body, taken of that of the page's likely lines; and the least.
_BODY, _DOUBTFUL = 0.5, 0.15
# Characters at the beginning of a line in which a dateline stands, and its line's probability.
_LEAD, _SURE = 120, 0.97
_LONG = 60  # characters of lines that are likely to be body where any is
_ENDS = '.!?…。！？।"”’»)'


def is_whole_page(lines: Sequence[str]) -> bool:
    """Say whether lines are a page with its menus, not a story with little around it."""
    menu = sum(len(line) < _LONG and line[-1] not in _ENDS for line in lines)
    return menu >= _MENU_LINES and menu >= _MENU_SHARE * len(lines)


def choose_lines(lines: Sequence[str], weights: Weights) -> list[bool]:
    """Say of each line whether it is the story's."""
    shares = [weights["body"].share(row) for row in line_features(lines)]
    shares = [_SURE if _opens(line) else share for line, share in zip(lines, shares, strict=True)]
    least = _least(lines, shares)
    chosen = [share >= least for share in shares]
    end = _end(lines, chosen)
    return [*chosen[:end], *(False for _ in chosen[end:])]


def _opens(line: str) -> bool:
    """Say whether a line opens with a dateline: no other text does."""
    return len(line) >= _LONG and read_dateline(line[:_LEAD]) is not None


def _end(lines: Sequence[str], chosen: Sequence[bool]) -> int:
    """Give where the story ends: behind its first end mark with most of what was chosen before it."""
    sizes = [len(line) if is_body else 0 for line, is_body in zip(lines, chosen, strict=True)]
    before, whole = 0, sum(sizes)
    for place, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        before += size
        if ends_story(line) and before and (2 * before >= whole or any(map(_opens, lines[:place]))):
            return place + 1
    return len(lines)


def _least(lines: Sequence[str], shares: Sequence[float]) -> float:
    """Give the probability from which lines are body on this page: half of its likely ones'."""
    long = sorted(share for line, share in zip(lines, shares, strict=True) if len(line) >= _LONG)
    likely = long[-1 - len(long) // 20] if long else 1.0
    return max(_DOUBTFUL, _BODY * likely)
