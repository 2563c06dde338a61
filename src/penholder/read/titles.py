"""Finds the exact title of a story on a page: without the outlet's name, the section and the date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.read.class_words import kinds
from penholder.read.clues import fold
from penholder.read.html_blocks import HtmlBlock
from penholder.read.metadata import Metadata

# What stands between a title and the name of its outlet.
_BETWEEN = re.compile(r"\s+(?:[-–—|•·»]|--|::|/)\s+|\s*\|\s*|--")
_PARTS = 3  # "Title | Section | Outlet | Date": parts that are taken off at most
_RANKS = ("h1", "h2")


def find_title(meta: Metadata, blocks: Sequence[HtmlBlock]) -> str | None:
    """Give the title: what the page's metadata calls it, else its first heading."""
    headings = [block.words for block in blocks if block.tag == "h1"]
    known = {fold(one) for one in (*meta.headlines, *headings)}
    bare = (bare_title(one, meta, known - {fold(one)}) for one in (*meta.headlines, *headings))
    title = next(filter(None, bare), None)
    shared = bare_title(meta.shared, meta, known - {fold(meta.shared)}) if meta.shared else None
    printed = {fold(words) for words in _printed(blocks)}
    return shared if _is_instead(shared, title, printed) else title


def _is_instead(shared: str | None, title: str | None, printed: set[str]) -> bool:
    """Say whether the page prints the headline that it shares, and not the one it calls its title."""
    if not shared or not title:
        return False
    return fold(shared) in printed and fold(title) not in printed


def _printed(blocks: Sequence[HtmlBlock]) -> list[str]:
    """Give the headings of a page that are no links: the first in rank, without those of its section."""
    likely = [b for b in blocks if b.tag in _RANKS and 2 * b.linked < len(b.words)]
    likely = [block for block in likely if not block.own & _crumbs()]
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
