"""Parses HTML, however broken or hostile, in bounded time and memory."""

from __future__ import annotations

from typing import Any

from penholder.read.loaded_tags import without_loads
from penholder.read.tags import DROPPED


def parse_html(source: str) -> Any | None:
    """Give the root element of a page, or None where nothing can be parsed."""
    from lxml import etree  # noqa: PLC0415  a compiled library

    data = without_loads(source).replace("\0", " ").encode("utf-8", "replace")
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

    etree.strip_elements(tree, *DROPPED, with_tail=False)
