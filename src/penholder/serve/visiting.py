"""Reads addresses that a person names: pages, and feeds with their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from penholder.errors import SourceError
from penholder.read.feed_items import Feed, Item
from penholder.read.source_page import Found, Page
from penholder.read.web.answers import Fetched, Known
from penholder.read.web.fetching import Fetcher
from penholder.read.web.pages import feed_at, page_at, told_by, whole_item
from penholder.store.ledger import OpenLedger
from penholder.store.visits import Visit, has_story, keep_visit, visit_of


def now() -> str:
    """Give this moment as the ledger writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def known_of(visit: Visit | None) -> Known | None:
    """Give what a server said at the last visit."""
    return Known(etag=visit.etag, modified=visit.modified) if visit else None


@dataclass(frozen=True, slots=True)
class Visitor:
    """Fetches what lies at addresses, and remembers it in the ledger."""

    ledger: OpenLedger
    fetcher: Fetcher
    tell: Callable[[str], None]

    def pages(self, address: str) -> Iterator[Found]:
        """Yield the page at an address, or those of the feed there; what has not changed is told and passed over."""
        try:
            fetched = self._asked(address)
            feed = feed_at(fetched) if fetched.body is not None else None
        except SourceError as error:
            yield error
            return
        if fetched.body is None:
            self.tell(f"{address}: unchanged since it was read.")
        elif feed is None:
            yield from self._kept(address, fetched, [page_at(fetched)])
        elif not feed.items:
            yield SourceError(address, fault="the feed has no items", remedy="Try again later")
        else:
            yield from self._kept(address, fetched, self._items(fetched.address, feed))

    def _asked(self, address: str) -> Fetched:
        return self.fetcher.fetch(address, known_of(visit_of(self.ledger, address)))

    def _items(self, address: str, feed: Feed) -> Iterator[Found]:
        for item in feed.items:
            if item.is_whole or item.address is None:
                yield page_of_item(self.fetcher, address, feed, item, feed.title)
            else:
                yield from self._pointed_to(item.address, feed, item)

    def _pointed_to(self, address: str, feed: Feed, item: Item) -> Iterator[Found]:
        """Yield the page that an item points to, if it has changed."""
        try:
            fetched = self._asked(address)
        except SourceError as error:
            yield error
            return
        if fetched.body is not None:
            found = told_by(page_at(fetched), item, feed.title)
            yield from self._kept(address, fetched, [found], item.time)

    def _kept(
        self, address: str, fetched: Fetched, found: Iterable[Found], stamp: str | None = None
    ) -> Iterator[Found]:
        """Yield the pages; the server's marks are remembered where all of them became stories.

        Whoever asks for the next page has kept the last: what was passed over is asked for in full the next time.
        """
        is_whole = True
        for one in found:
            yield one
            is_whole &= isinstance(one, Page) and has_story(self.ledger, one.url or one.source)
        marks = fetched.known if is_whole else Known()
        visit = Visit(
            address=address,
            outcome="read" if is_whole else "not all of it became stories",
            visited_at=now(),
            etag=marks.etag,
            modified=marks.modified,
            stamp=stamp,
        )
        keep_visit(self.ledger, visit)


def page_of_item(
    fetcher: Fetcher, address: str, feed: Feed, item: Item, outlet: str | None
) -> Found:
    """Give the story of an item: what the feed has of it, if it is all, else the page that it points to."""
    if item.is_whole:
        return told_by(whole_item(address, feed, item), item, outlet)
    if item.address is None:
        return SourceError(address, fault="an item has no address", remedy="Read it by hand")
    try:
        return told_by(page_at(fetcher.fetch(item.address)), item, outlet)
    except SourceError as error:
        return error
