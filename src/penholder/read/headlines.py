"""Finds the headline among the lines of a flattened page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.read.blocks import Block, is_boilerplate
from penholder.read.line_words import kinds_of_line, line_kinds
from penholder.tables.load import load_toml

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u9fff\uac00-\ud7af]{2}")
# Lines before the body, and paragraphs of the body, among which a headline and its words stand.
_LINES, _PARAGRAPHS = 30, 6
# Words that a headline shares with its story count up to this many.
_ENOUGH = 8
_NO_HEADLINE = ("stamp", "byline", "share", "credit", "offer", "consent")


def nearest_headline(blocks: Sequence[Block], body: Sequence[Block]) -> str | None:
    """Give the line before the body that shares most words with it; of equals the nearest."""
    used = {word for block in body[:_PARAGRAPHS] for word in _words(block.words)}
    before = [b for b in blocks if b.span.end <= body[0].span.start][-_LINES:]
    likely = [block for block in before if _is_likely(block)]
    if not likely:
        return None
    return bare_headline(max(reversed(likely), key=lambda block: _shared(block, used)).words)


def bare_headline(words: str) -> str:
    """Take off what outlets put before a headline."""
    words = words.lstrip("# ").strip()
    for start in load_toml("page_words")["title"]["drop_starts"]:
        words = words.removeprefix(start).strip()
    return words


def _is_likely(block: Block) -> bool:
    kinds = kinds_of_line(block.words)
    wrong = any(kinds >> line_kinds().index(kind) & 1 for kind in _NO_HEADLINE)
    return 15 <= len(block.words) <= 220 and not wrong and not is_boilerplate(block)


def _shared(block: Block, used: set[str]) -> float:
    words = _words(block.words)
    if not words:
        return 0.0
    return min(_ENOUGH, len(words & used)) * len(words & used) / len(words)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
