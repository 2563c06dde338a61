"""Reads flattened text: which lines are title, captions, body and boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from penholder.model.span import Span
from penholder.model.story import Caption
from penholder.read.blocks import (
    Block,
    find_blocks,
    find_joined_blocks,
    is_boilerplate,
    is_caption,
    is_end_mark,
    repeated,
)
from penholder.read.captions import is_credited
from penholder.read.choosing_lines import choose_lines, is_whole_page
from penholder.read.credits import find_credit
from penholder.read.datelines import Dateline, read_dateline
from penholder.read.edges import split_credit, tail_credit, without_credit
from penholder.read.headlines import bare_headline, nearest_headline
from penholder.read.trees import Weights, load_weights
from penholder.tables.load import load_toml

_TURN = re.compile(r"^(?:Q\b|(?:MS|MR|MRS|DR)\. |SECRETARY |[A-Z .\-]{4,40}:)")


Ends = tuple[Block, Block]  # the first and the last block of a body


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What stands where on a page."""

    body: Span
    title: str | None = None
    captions: tuple[Caption, ...] = ()
    dateline: Dateline | None = None
    credit: str | None = None
    byline: str | None = None
    boilerplate: tuple[Span, ...] = ()


def read_layout(text: str, title: str | None = None, weights: Weights | None = None) -> Layout:
    """Give the layout of a flattened page; `title` is the headline where it is known."""
    blocks = find_blocks(text)
    if is_whole_page([block.words for block in blocks]):
        return _whole_page(text, title, weights or load_weights("lines"))
    twice = repeated(blocks)
    captions = [block for block in blocks if is_caption(block, twice)]
    rest = [block for block in blocks if block not in captions]
    prose = _from_the_dateline(text, [b for b in _before_the_end(rest) if _is_body(text, b)])
    if not prose:
        return _bare(blocks, title)
    last = _last(rest, prose[-1])
    headline = title or _headline(rest, prose[0])
    return _layout(text, blocks, captions, (prose[0], last), headline)


def _whole_page(text: str, title: str | None, weights: Weights) -> Layout:
    """Give the layout of a page with its menus: the lines that trained trees choose."""
    blocks = find_joined_blocks(text)
    chosen = choose_lines([block.words for block in blocks], weights)
    body = [block for block, is_body in zip(blocks, chosen, strict=True) if is_body]
    if not body:
        return _bare(blocks, title)
    twice = repeated(blocks)
    inner = Span(body[0].span.start, body[-1].span.end)
    captions = [
        block
        for block in blocks
        if block not in body
        and (is_caption(block, twice) or (inner.overlaps(block.span) and is_credited(block.words)))
    ]
    rest = [block for block in blocks if block not in captions]
    headline = title or nearest_headline(rest, body)
    layout = _layout(text, blocks, captions, (body[0], body[-1]), headline)
    inside = {block.span for block in (*body, *captions)}
    left_out = (b.span for b in blocks if layout.body.overlaps(b.span) and b.span not in inside)
    return replace(layout, boilerplate=tuple(sorted({*layout.boilerplate, *left_out} - inside)))


def _layout(
    text: str, blocks: Sequence[Block], captions: Sequence[Block], ends: Ends, headline: str | None
) -> Layout:
    first, last = ends
    rest = [block for block in blocks if block not in captions]
    dateline = _dateline(text, first)
    start = first.span.start + (dateline.length if dateline else 0)
    end, credit = without_credit(text, Span(start, last.span.end))
    body = Span(start, end)
    return Layout(
        title=headline,
        body=body,
        captions=_captions(captions),
        dateline=dateline,
        credit=(dateline.agency if dateline else None) or credit or _tail_credit(blocks, body),
        byline=_byline(rest, first),
        boilerplate=tuple(_boilerplate(blocks, body, headline, captions, dateline, first)),
    )


def _before_the_end(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the blocks before the first end mark that has prose before it."""
    seen = False
    for index, block in enumerate(blocks):
        if seen and is_end_mark(block):
            return blocks[:index]
        seen = seen or block.is_prose
    return blocks


# Blocks before a dateline: a headline and a teaser or two that happen to end in a full stop.
_HEAD = 4


def _from_the_dateline(text: str, prose: list[Block]) -> list[Block]:
    """Give the blocks from the one with the dateline on, where it stands near the top."""
    for index, block in enumerate(prose[:_HEAD]):
        dateline = _dateline(text, block)
        if dateline and dateline.place:
            return prose[index:]
    return prose


def _last(blocks: Sequence[Block], last: Block) -> Block:
    """Give the last block of the body: short sentences right after its prose belong to it."""
    after = [block for block in blocks if block.span.start > last.span.start]
    for block in after:
        if not block.is_sentence or is_boilerplate(block) or is_end_mark(block):
            break
        last = block
    return last


def _dateline(text: str, block: Block) -> Dateline | None:
    return read_dateline(block.span.of(text))


def _is_body(text: str, block: Block) -> bool:
    if is_boilerplate(block) or is_end_mark(block):
        return False
    if block.is_prose or (_TURN.match(block.words) and len(block.words) > 8):
        return True
    return len(block.words) > 60 and _dateline(text, block) is not None


def _bare(blocks: Sequence[Block], title: str | None) -> Layout:
    """Give the layout of a page without a paragraph: all that is no boilerplate is the body."""
    kept = [block for block in blocks if not is_boilerplate(block) and block.words != title]
    body = Span(kept[0].span.start, kept[-1].span.end) if kept else Span(0, 0)
    rest = tuple(block.span for block in blocks if is_boilerplate(block))
    return Layout(body=body, title=title, boilerplate=rest)


def _headline(blocks: Sequence[Block], first: Block) -> str | None:
    """Give the headline: the last line of some length before the body, or none."""
    before = [b for b in blocks if b.span.end <= first.span.start and not is_boilerplate(b)]
    likely = [
        b for b in before if 20 <= len(b.words) <= 220 and not b.words.startswith(("By ", "("))
    ]
    if not likely:
        return None
    return bare_headline(likely[0].words)


def _captions(blocks: Sequence[Block]) -> tuple[Caption, ...]:
    """Give each caption once, with all the places where it is printed."""
    captions: dict[str, Caption] = {}
    for block in blocks:
        known = captions.get(block.words)
        captions[block.words] = (
            replace(known, spans=(*known.spans, block.span))
            if known
            else split_credit(block.words, block.span)
        )
    return tuple(captions.values())


def _tail_credit(blocks: Sequence[Block], body: Span) -> str | None:
    """Give the agency that a line outside the body names: "The Associated Press contributed …"."""
    names: list[str] = load_toml("agencies")["names"]
    for block in blocks:
        if block.span.start < body.end:
            continue
        if signed := tail_credit(block.words):
            return signed
        if is_end_mark(block) and (
            named := [name for name in names if len(name) > 3 and name in block.words]
        ):
            return max(named, key=len)
    return find_credit(b.words for b in blocks if not body.overlaps(b.span))


def _byline(blocks: Sequence[Block], first: Block) -> str | None:
    for block in blocks:
        if block.span.start > first.span.start:
            return None
        if match := re.match(r"^(?:By|BY|by|authors:)\s+(?P<names>[A-Z][^.|]{3,80})$", block.words):
            return match["names"].strip()
    return None


def _boilerplate(
    blocks: Sequence[Block],
    body: Span,
    title: str | None,
    captions: Sequence[Block],
    dateline: Dateline | None,
    first: Block,
) -> list[Span]:
    """Give each block that is neither title, caption nor body."""
    kept = {block.span for block in captions}
    spans = []
    for block in blocks:
        inside = body.overlaps(block.span)
        headline = title is not None and bare_headline(block.words) == title
        if block.span in kept or headline or (inside and not is_boilerplate(block)):
            continue
        if dateline and block is first:
            continue
        spans.append(block.span)
    return spans
