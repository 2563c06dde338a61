"""What a block of a page looks like, as numbers: its words, its tags, its place among the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from penholder.read.block_places import (
    LOOK_NAMES,
    NEIGHBOUR_NAMES,
    PLACE_NAMES,
    of_looks,
    of_neighbours,
    of_place,
)
from penholder.read.block_survey import BlockSurvey, survey_blocks
from penholder.read.class_words import kinds
from penholder.read.clues import Clues, ends_sentence, fold, vocabulary, worth_a_look
from penholder.read.html_blocks import Blocks, HtmlBlock
from penholder.read.letters import of_letters
from penholder.read.line_words import kinds_of_line, line_kinds
from penholder.read.tags import HEADINGS

_TAGS = ("p", "div", "li", "h1", "h2", "h3", "figcaption", "span", "blockquote", "td")


def features(found: Blocks, told: Clues) -> list[list[float] | None]:
    """Give the numbers of each block, in the order of `names()`; None: not worth a look."""
    blocks = found.blocks
    page = survey_blocks(found, told)
    return [
        _row(blocks, place, page, told)
        if worth_a_look(block) and _is_near(block, place, page)
        else None
        for place, block in enumerate(blocks)
    ]


# Blocks before the first and after the last prose of the story's element that can be of the story, and
# characters from which words outside that element, and away from pictures, are no menu's.
_BEFORE, _AFTER, _MENU = 20, 10, 25


def _is_near(block: HtmlBlock, place: int, page: BlockSurvey) -> bool:
    if page.home < 0 or page.home in block.places:
        return True
    if len(block.words) < _MENU and page.pictured.isdisjoint(block.places[:3]):
        return False  # a menu's
    return page.first - _BEFORE <= place <= page.last + _AFTER


def _row(blocks: Sequence[HtmlBlock], place: int, page: BlockSurvey, told: Clues) -> list[float]:
    block = blocks[place]
    folded = fold(block.words)
    return [
        *_of_words(block, place, folded, page, told),
        *_bits(kinds_of_line(block.words), len(line_kinds())),
        *_of_tags(block),
        *of_place(blocks, place, page),
        *of_neighbours(blocks, place, page),
        *of_looks(block, page),
        *_of_pictures(blocks, place, page),
        folded in page.alts,
    ]


_PICTURE_NAMES = ("picture_level", "picture_alone", "picture_before", "picture_after", "is_alt")


def _of_pictures(blocks: Sequence[HtmlBlock], place: int, page: BlockSurvey) -> tuple[float, ...]:
    block = blocks[place]
    level = next((n for n, one in enumerate(block.places) if one in page.pictured), 99)
    after = blocks[place + 1].pictures if place + 1 < len(blocks) else page.pictures
    return (
        level,
        len(block.words) / page.chars[block.places[level]] if level < 99 else 0,
        block.pictures - (blocks[place - 1].pictures if place else 0),
        after - block.pictures,
    )


_WORD_NAMES = (
    "size", "words", "link_share", "strong_share", "ends", "stops", "commas", "digits", "upper",
    "starts_lower", "quotes", "known_words", "title_words", "is_title", "is_description",
    "in_description", "in_json_body", "is_json_caption", "repeated",
)  # fmt: skip


def _of_words(
    block: HtmlBlock, place: int, folded: str, page: BlockSurvey, told: Clues
) -> tuple[float, ...]:
    words, size = block.words, len(block.words)
    used = page.used.get(words) or frozenset(vocabulary(words))
    own = page.prose[place] and page.home in block.places
    known = len(used & (page.common if own else page.vocabulary))
    return (
        size,
        words.count(" ") + 1,
        block.linked / size,
        block.strong / size,
        ends_sentence(words),
        *of_letters(words),
        known / len(used) if used else 0.0,
        len(used & told.title_words) / len(used) if used else 0.0,
        folded in told.titles,
        folded in told.descriptions,
        any(folded in one or one in folded for one in told.descriptions) if size > 25 else False,
        _in_body(folded, told.body),
        folded in told.captions,
        page.repeated[words] > 1,
    )


def _in_body(folded: str, body: str) -> int:
    """Say whether the page's own articleBody holds the words; -1: it has none to speak of."""
    if len(body) < 300:
        return -1
    return int(bool(folded) and folded in body)


def _of_tags(block: HtmlBlock) -> tuple[float, ...]:
    return (
        *_of_tag(block.tag),
        block.depth,
        *_bits(block.within, 13),
        *_bits(block.own, len(kinds())),
        *_bits(block.around, len(kinds())),
    )


@lru_cache(maxsize=20_000)
def _bits(value: int, count: int) -> tuple[float, ...]:
    return tuple(value >> bit & 1 for bit in range(count))


@lru_cache(maxsize=100)
def _of_tag(tag: str) -> tuple[float, ...]:
    return (*(tag == one for one in _TAGS), tag in HEADINGS)


def names() -> tuple[str, ...]:
    """Give the names of the numbers, in their order."""
    return (
        *_WORD_NAMES,
        *(f"line_{kind}" for kind in line_kinds()),
        *(f"tag_{tag}" for tag in _TAGS),
        "heading",
        "depth",
        *(f"within_{bit}" for bit in range(13)),
        *(f"own_{kind}" for kind in kinds()),
        *(f"around_{kind}" for kind in kinds()),
        *PLACE_NAMES,
        *NEIGHBOUR_NAMES,
        *LOOK_NAMES,
        *_PICTURE_NAMES,
    )
