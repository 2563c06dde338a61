"""Parses HTML, however broken or hostile, in bounded time and memory."""

from __future__ import annotations

from typing import Any

# Deeper elements are left out: no story stands so deep, and every walk is as deep as its tree.
MAX_DEPTH = 200
# Tags that hold no words of a story; their whole subtree is dropped.
_DROPPED = (
    "script style svg noscript iframe template button select textarea input object canvas "
    "audio video source map dialog nav head"
).split()


def parse_html(source: str) -> Any | None:
    """Give the root element of a page, or None where nothing can be parsed."""
    from lxml import etree  # noqa: PLC0415  a compiled library

    data = source.replace("\0", " ").encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def drop_furniture(tree: Any) -> None:
    """Take scripts, menus and controls out of a tree; the words after them stay."""
    from lxml import etree  # noqa: PLC0415

    etree.strip_elements(tree, *_DROPPED, with_tail=False)
