"""Parses HTML, however broken or hostile, in bounded time and memory."""

from __future__ import annotations

from typing import Any

from penholder.read.loaded_tags import without_loads


def parse_html(source: bytes) -> Any | None:
    """Give the root element of a page in UTF-8, or None where nothing can be parsed."""
    from lxml import etree  # noqa: PLC0415  a compiled library

    data = without_loads(source)
    if b"\0" in data:
        data = data.replace(b"\0", b" ")
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # nobody asks for them, and they take a quarter of the time
    )
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
