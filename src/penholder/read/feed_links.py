"""Finds the page that an item of a feed points to: of several links the one to the story, as seen from `xml:base`."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

# What a link is to its item where it leads to the story, and the media types of pages; None: it does not say.
_TO_STORY, _PAGES = frozenset({None, "", "alternate"}), frozenset({None, "", "text/html"})
_BASE = b"xml:base"


def link_of(item: etree._Element, *, has_bases: bool) -> str | None:
    """Give where the link of an item leads; None: what a parser of feeds makes of it holds.

    Args:
        item: an `item` or `entry`.
        has_bases: somewhere in the feed stands an `xml:base`, so that links are not seen from the feed's address.
    """
    if str(item.tag).endswith("}entry"):
        found = next(_to_story(item), None)
    else:
        found = next(_written(item), None) if has_bases else None
    if found is None:
        return None
    link, told = found
    try:
        return urljoin(link.base or "", told) if has_bases else told
    except ValueError:  # a bracket that is not closed
        return told


def has_bases(data: bytes) -> bool:
    """Say whether a feed may give its links from elsewhere than from its own address."""
    return _BASE in data


def _to_story(item: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the links of Atom that lead to the story, those to pages first."""
    links = [
        (link, href)
        for link in item.iterchildren("{*}link")
        if link.get("rel") in _TO_STORY and (href := (link.get("href") or "").strip())
    ]
    yield from sorted(links, key=lambda one: one[0].get("type") not in _PAGES)


def _written(item: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the links of RSS, which stand as text."""
    for link in item.iterchildren("link", "{http://purl.org/rss/1.0/}link"):
        if told := (link.text or "").strip():
            yield link, told
