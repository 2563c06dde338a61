"""Reads HTML: the title, captions and paragraphs of the story on a page, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from penholder.read.captions import part_credit
from penholder.read.choosing import Chosen, choose
from penholder.read.clues import Clues, clues
from penholder.read.dom import parse_html
from penholder.read.html_blocks import Blocks, find_html_blocks
from penholder.read.metadata import Metadata, read_metadata
from penholder.read.page_times import UNTIMED, PageTimes, read_page_times
from penholder.read.titles import find_title
from penholder.read.trees import Weights, load_weights

_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|span|br|article|a)\b[^>]*>", re.IGNORECASE)
_NO_BLOCKS = Blocks((), frozenset(), (), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """The story on a page and what the page says of it; None: the page does not say."""

    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    title: str | None = None
    times: PageTimes = UNTIMED
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()  # short lines just before and after the body
    language: str | None = None


def is_html(text: str) -> bool:
    """Say whether a text is HTML: two tags or more near its beginning."""
    return len(_TAG.findall(text[:3000])) >= 2


def read_html(source: bytes, weights: Weights | None = None) -> HtmlPage:
    """Give the story of a page in UTF-8 by the shipped trees or others; what cannot be parsed is empty."""
    found, told, meta = survey(source)
    chosen = choose(found, told, weights or load_weights("html"))
    title = find_title(meta, found.blocks)
    paragraphs = _without(title, [block.words for block in chosen.body]) or _bare(found)
    paragraphs = _or_told(paragraphs, meta.body)
    return HtmlPage(
        paragraphs=tuple(paragraphs),
        captions=_captions(chosen),
        title=title,
        times=read_page_times(meta, found.blocks),
        url=meta.url,
        outlet=meta.outlet,
        authors=meta.authors,
        edges=_edges(found, chosen),
        language=meta.language,
    )


def survey(source: bytes) -> tuple[Blocks, Clues, Metadata]:
    """Give the blocks of a page, what its metadata gives away of them, and the metadata."""
    tree = parse_html(source)
    if tree is None:
        return _NO_BLOCKS, Clues(), Metadata()
    meta = read_metadata(tree)
    told = clues(meta.headlines, meta.descriptions, meta.body, meta.captions)
    return find_html_blocks(tree), told, meta


def _captions(chosen: Chosen) -> tuple[str, ...]:
    """Give each caption once; a credit that stands alone belongs to the caption before it."""
    captions: dict[str, str] = {}
    for block in chosen.captions:
        bare, _ = part_credit(block.words)
        if bare:
            captions.setdefault(bare, block.words)
    return tuple(captions.values())


# Blocks before the body and after it in which an agency is named.
_EDGE = 6


def _edges(found: Blocks, chosen: Chosen) -> tuple[str, ...]:
    """Give the words of the blocks around the body."""
    if not chosen.body:
        return ()
    first, last = found.blocks.index(chosen.body[0]), found.blocks.index(chosen.body[-1])
    around = (*found.blocks[max(0, first - _EDGE) : first], *found.blocks[last + 1 :][:_EDGE])
    return tuple(block.words for block in around)


def _without(title: str | None, paragraphs: Sequence[str]) -> list[str]:
    return [words for words in paragraphs if words != title]


# Share of the body that the metadata gives below which what stands on the page is a teaser of it:
# the rest is put there by a script.
_TEASER = 0.4


def _or_told(paragraphs: list[str], told: str | None) -> list[str]:
    """Give the paragraphs of the page, or the metadata's body where the page holds little of it."""
    size = sum(map(len, paragraphs))
    return [told] if told and size < _TEASER * len(told) else paragraphs


# Characters of a paragraph on a page without a story; below stand its menus.
_PARAGRAPH = 40


def _bare(found: Blocks) -> list[str]:
    """Give the paragraphs of a page in which no story is seen."""
    return [
        block.words
        for block in found.blocks
        if block.tag == "p"
        and len(block.words) >= _PARAGRAPH
        and 2 * block.linked < len(block.words)
    ]
