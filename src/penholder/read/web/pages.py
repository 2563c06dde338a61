"""What was fetched becomes a page or a feed."""

from __future__ import annotations

from dataclasses import replace

from penholder.errors import SourceError
from penholder.read.decode import decode
from penholder.read.feed_items import Feed, Item
from penholder.read.feeds import is_feed, page_of, parse_feed
from penholder.read.file_kinds import no_text
from penholder.read.source_page import Found, Page
from penholder.read.walls import find_wall
from penholder.read.web.answers import Fetched

_HEAD = 16 * 1024
# Media types that hold words, by their beginnings; an empty one is looked at.
_TEXT = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")
_PLAIN = frozenset({"text/plain", "text/markdown"})


def feed_at(fetched: Fetched) -> Feed | None:
    """Give the feed that was fetched; None: it is none.

    Raises:
        SourceError: it is a feed that cannot be read.
    """
    body = fetched.body or b""
    if not is_feed(body[:_HEAD]):
        return None
    return parse_feed(fetched.address, body, fetched.address)


def page_at(fetched: Fetched) -> Found:
    """Give the page that was fetched, or its error."""
    if known := no_text(fetched.address, fetched.body or b""):
        return known
    if fetched.kind and not fetched.kind.startswith(_TEXT):
        return SourceError(
            fetched.address, fault=f"it is {fetched.kind}, no page", remedy="Name a page of text"
        )
    try:
        text = decode(fetched.address, fetched.body or b"", fetched.charset)
    except SourceError as error:
        return error
    form = "txt" if fetched.kind in _PLAIN else "html"
    wall = find_wall(fetched.address, text) if form == "html" else None
    return wall or Page(source=fetched.address, text=text, form=form, url=fetched.address)


def whole_item(address: str, feed: Feed, item: Item) -> Found:
    """Give the page of an item that holds its story; `address` is the feed's."""
    return page_of(item.address or address, feed, item)


def told_by(found: Found, item: Item, outlet: str | None) -> Found:
    """Give a page with what its feed tells of it."""
    if not isinstance(found, Page):
        return found
    return replace(found, date=item.time[:10] if item.time else None, outlet=outlet)
