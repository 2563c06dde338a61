"""Finds the exact title of a story on a page: without the outlet's name, the section and the date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.read.addresses import is_named_for
from penholder.read.class_words import kinds
from penholder.read.clues import fold
from penholder.read.html_blocks import HtmlBlock
from penholder.read.metadata import Metadata

# What stands between a title and the name of its outlet; scripts without spaces put none around it.
_SPACED = r"\s+(?:[-–—|•·»]|--|::|/)\s+|\s*[|｜ㅣ：]\s*|--"
_WITHOUT_SPACES = r"[\u2e80-\u9fff\uac00-\ud7af]"
_BETWEEN = re.compile(f"{_SPACED}|(?<={_WITHOUT_SPACES})[-_](?={_WITHOUT_SPACES})")
_PARTS = 3  # "Title | Section | Outlet | Date": parts that are taken off at most
_RANKS = ("h1", "h2")


def find_title(meta: Metadata, blocks: Sequence[HtmlBlock]) -> str | None:
    """Give the title: what the page's metadata calls it, else its first heading."""
    headings = [block.words for block in blocks if block.tag == "h1"]
    known = {fold(one) for one in (*meta.headlines, *headings)}
    bare = (bare_title(one, meta, known - {fold(one)}) for one in (*meta.headlines, *headings))
    title = next(filter(None, bare), None)
    shared, window = (
        bare_title(one, meta, known - {fold(one)}) if one else None
        for one in (meta.shared, meta.window)
    )
    if not title or not shared:
        return title
    if _is_instead(shared, title, blocks) or (
        shared == window and _is_agreed(shared, title, meta.url)
    ):
        return shared
    return title


def _is_instead(shared: str, title: str, blocks: Sequence[HtmlBlock]) -> bool:
    """Say whether the page prints the headline that it shares, and not the one it calls its title.

    A kicker and the headline in one heading are printed as two, and the title of many a page is both.
    """
    if fold(shared) in {fold(block.tail) for block in _unlinked(blocks)}:
        return True
    printed = {fold(words) for words in _printed(blocks)}
    return fold(shared) in printed and fold(title) not in printed


def _is_agreed(shared: str, title: str, url: str | None) -> bool:
    """Say whether a headline that page and window share is the title, spelled otherwise, or that of the address."""
    return fold(shared) == fold(title) or is_named_for(url or "", shared)


def _unlinked(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    return [b for b in blocks if b.tag in _RANKS and 2 * b.linked < len(b.words)]


def _printed(blocks: Sequence[HtmlBlock]) -> list[str]:
    """Give the headings of a page that are no links: the first in rank, without those of its section."""
    likely = [block for block in _unlinked(blocks) if not block.own & _crumbs()]
    top = min((block.tag for block in likely), default=None)
    return [block.words for block in likely if block.tag == top]


@cache
def _crumbs() -> int:
    return 1 << kinds().index("meta")


def bare_title(title: str, meta: Metadata, known: set[str]) -> str:
    """Take off what an outlet adds: parts that name it, or without which the page prints it too."""
    for _ in range(_PARTS):
        for head, tail in _cuts(title):
            if fold(head) in known or _names_outlet(fold(tail), meta):
                title = head
                break
        else:
            return title
    return title


def _cuts(title: str) -> Iterator[tuple[str, str]]:
    """Yield a title before and after each mark, the last mark first."""
    for match in reversed(list(_BETWEEN.finditer(title))):
        if match.start():
            yield title[: match.start()].rstrip(), title[match.end() :]


def _names_outlet(tail: str, meta: Metadata) -> bool:
    names = [fold(meta.outlet or ""), fold(_host(meta.url or ""))]
    return len(tail) > 1 and any(tail == name or (len(tail) > 3 and tail in name) for name in names)


def _host(url: str) -> str:
    parts = url.split("/")
    return parts[2].removeprefix("www.") if len(parts) > 2 else ""
