"""Finds the exact title of a story on a page: without the outlet's name, the section and the date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.read.clues import fold
from penholder.read.html_blocks import HtmlBlock
from penholder.read.metadata import Metadata

# What stands between a title and the name of its outlet.
_BETWEEN = re.compile(r"\s+(?:[-–—|•·»]|--|::|/)\s+|\s*\|\s*|--")
_PARTS = 3  # "Title | Section | Outlet | Date": parts that are taken off at most


def find_title(meta: Metadata, blocks: Sequence[HtmlBlock]) -> str | None:
    """Give the title: of what the page calls it first, the one that most agree on.

    A page can have several: in JSON-LD for search machines, in `og:title` for those who share it, and
    the heading that its readers see.
    """
    headings = [block.words for block in blocks if block.tag == "h1"]
    known = {fold(one) for one in (*meta.headlines, *headings)}
    told = (*meta.titles, *headings[:1])
    titles = [bare for one in told if (bare := bare_title(one, meta, known - {fold(one)}))]
    if not titles:
        others = (
            bare_title(one, meta, known - {fold(one)}) for one in (*meta.headlines, *headings)
        )
        return next(filter(None, others), None)
    folded = [fold(one) for one in titles]
    return max(titles, key=lambda one: folded.count(fold(one)))


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
