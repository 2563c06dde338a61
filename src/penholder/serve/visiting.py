"""Reads addresses that a person names: pages, and feeds with their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from penholder.errors import SourceError
from penholder.read.feed_items import Feed, Item
from penholder.read.source_page import Found
from penholder.read.web.answers import Fetched, Known
from penholder.read.web.fetching import Fetcher
from penholder.read.web.pages import feed_at, page_at, told_by, whole_item
from penholder.store.ledger import OpenLedger
from penholder.store.visits import Visit, keep_visit, visit_of


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
            visit = visit_of(self.ledger, address)
            fetched = self.fetcher.fetch(address, known_of(visit))
            if fetched.body is None:
                self.tell(f"{address}: unchanged since it was read, {visit and visit.visited_at}.")
                return
            feed = feed_at(fetched)
        except SourceError as error:
            yield error
            return
        if feed is None:
            yield page_at(fetched)
        else:
            yield from (self._page(fetched.address, feed, item) for item in feed.items)
        self._keep(address, fetched)  # whoever asks for the next page has kept this one

    def _page(self, address: str, feed: Feed, item: Item) -> Found:
        return page_of_item(self.fetcher, address, feed, item, feed.title)

    def _keep(self, address: str, fetched: Fetched) -> None:
        keep_visit(
            self.ledger,
            Visit(
                address=address,
                outcome="read",
                visited_at=now(),
                etag=fetched.known.etag,
                modified=fetched.known.modified,
            ),
        )


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
