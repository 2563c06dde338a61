"""Chooses the lines of a flattened page that are its story: pages that were copied with all their menus."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.read.blocks import ends_story
from penholder.read.captions import is_credited
from penholder.read.datelines import read_dateline
from penholder.read.line_features import line_features
from penholder.read.trees import Weights

# Lines without the end of a sentence, and their share of all, from which a text is a whole page.
_MENU_LINES, _MENU_SHARE = 20, 0.45
# Probability from which a line is body, taken of that of the page's likely lines; and the least.
_BODY, _DOUBTFUL = 0.5, 0.15
# Characters at the beginning of a line in which a dateline stands, and its line's probability.
_LEAD, _SURE = 120, 0.97
# What a line that only looks like a dateline must have for one; no story's has less.
_NOT_PLAINLY_OTHER = 0.1
# Share of what was chosen that stands before an end mark; letters to a paper bear several.
_MOST = 0.8
_LONG = 60  # characters of lines that are likely to be body where any is
_ENDS = '.!?…。！？।"”’»)'


def is_whole_page(lines: Sequence[str]) -> bool:
    """Say whether lines are a page with its menus, not a story with little around it."""
    menu = sum(len(line) < _LONG and line[-1] not in _ENDS for line in lines)
    return menu >= _MENU_LINES and menu >= _MENU_SHARE * len(lines)


def choose_lines(lines: Sequence[str], weights: Weights) -> list[bool]:
    """Say of each line whether it is the story's."""
    shares = [weights["body"].share(row) for row in line_features(lines)]
    opening = [_opens(line, share) for line, share in zip(lines, shares, strict=True)]
    shares = [_SURE if opens else share for opens, share in zip(opening, shares, strict=True)]
    least = _least(lines, shares)
    chosen = [
        share >= least and not is_credited(line) for line, share in zip(lines, shares, strict=True)
    ]
    end = _end(lines, chosen, opening)
    return [*chosen[:end], *(False for _ in chosen[end:])]


def _opens(line: str, share: float) -> bool:
    """Say whether a line opens with a dateline: no other text does, but for a teaser whose first words are capitals."""
    if len(line) < _LONG or not (dateline := read_dateline(line[:_LEAD])):
        return False
    return bool(dateline.agency or dateline.date) or share >= _NOT_PLAINLY_OTHER


def _end(lines: Sequence[str], chosen: Sequence[bool], opening: Sequence[bool]) -> int:
    """Give where the story ends: behind its first end mark with almost all that was chosen before it."""
    sizes = [len(line) if is_body else 0 for line, is_body in zip(lines, chosen, strict=True)]
    before, whole = 0, sum(sizes)
    for place, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        before += size
        if before and ends_story(line) and (before >= _MOST * whole or any(opening[:place])):
            return place + 1
    return len(lines)


def _least(lines: Sequence[str], shares: Sequence[float]) -> float:
    """Give the probability from which lines are body on this page: half of its likely ones'."""
    long = sorted(share for line, share in zip(lines, shares, strict=True) if len(line) >= _LONG)
    likely = long[-1 - len(long) // 20] if long else 1.0
    return max(_DOUBTFUL, _BODY * likely)
