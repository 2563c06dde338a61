"""Where a block stands on its page and what stands around it, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.read.block_survey import BlockSurvey
from penholder.read.html_blocks import HtmlBlock
from penholder.read.tags import HEADINGS

PLACE_NAMES = (
    "share_0", "share_1", "share_2", "share_3", "in_home", "home_level", "home_share",
    "after_first", "after_last", "prose_before", "prose_after", "index", "after_title",
    "has_title", "chars_after_title",
)  # fmt: skip


def of_place(blocks: Sequence[HtmlBlock], place: int, page: BlockSurvey) -> tuple[float, ...]:
    """Give where a block stands: in which elements, and how far from the title and the story."""
    total, mass, around = page.total or 1, page.mass, blocks[place].places
    level = around.index(page.home) if page.home in around else 9
    return (
        *[mass.get(one, 0) / total for one in (*around[:4], -1, -1, -1, -1)[:4]],
        level < 9,
        level,
        mass.get(page.home, 0) / total,
        _clipped(place - page.first),
        _clipped(place - page.last),
        page.so_far[place] / total,
        1 - page.so_far[place + 1] / total,
        place / len(blocks),
        _clipped(place - page.title) if page.title >= 0 else 99,
        page.title >= 0,
        min(page.so_far[place] - page.so_far[page.title], 9999) if page.title >= 0 else -1,
    )


def _clipped(distance: int) -> int:
    return distance if -50 <= distance <= 50 else 50 if distance > 0 else -50


NEIGHBOUR_NAMES = (
    *(
        f"{name}_{step}"
        for step in (-2, -1, 1, 2)
        for name in ("size", "link", "prose", "sibling", "same_look", "heading")
    ),
    *("near_before", "near_after", "far_before", "far_after", "heading_gap", "heading_own"),
)
# Blocks before and after one whose prose is weighed.
_NEAR, _FAR = 3, 12


def of_neighbours(blocks: Sequence[HtmlBlock], place: int, page: BlockSurvey) -> list[float]:
    """Give what the blocks around one look like."""
    block, row = blocks[place], list[float]()
    tag, names, inner, outer = block.tag, block.names, block.places[:1], block.places[1:2]
    for step in (-2, -1, 1, 2):
        if not 0 <= place + step < len(blocks):
            row += (-1, -1, -1, -1, -1, -1)
            continue
        other = blocks[place + step]
        size = page.sizes[place + step]
        row += (
            size,
            other.linked / size,
            page.prose[place + step] > 0,
            other.places[1:2] == outer or other.places[:1] == inner,
            other.tag == tag and other.names == names,
            other.tag in HEADINGS,
        )
    before, last = page.so_far, len(blocks)
    row += (
        before[place] - before[max(0, place - _NEAR)],
        before[min(last, place + 1 + _NEAR)] - before[place + 1],
        before[place] - before[max(0, place - _FAR)],
        before[min(last, place + 1 + _FAR)] - before[place + 1],
    )
    gap = min(place - page.heading[place], _FAR)
    row += (gap, blocks[place - gap].own & 0xFFFF if gap < _FAR else -1)
    return row


LOOK_NAMES = ("look_count", "look_size", "look_link", "look_share")


def of_looks(block: HtmlBlock, page: BlockSurvey) -> tuple[float, ...]:
    """Give what the blocks with the same tag and names are like."""
    count, chars, linked, prose = page.looks[block.tag, block.names]
    return count, chars / count, linked / (chars or 1), prose / (page.total or 1)
