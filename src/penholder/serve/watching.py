"""Watches feeds: reads what is new in them, says what it passed over and why, and remembers both in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from penholder.errors import SourceError
from penholder.model.reading import CheckedStory
from penholder.pipeline import read_pages
from penholder.read.body import is_foreign
from penholder.read.feed_items import Feed, Item
from penholder.read.tongues import called, is_other
from penholder.read.web.answers import Fetched, Known
from penholder.read.web.fetching import Fetcher
from penholder.read.web.pages import feed_at
from penholder.serve.contract import as_json
from penholder.serve.feed_lists import Watched
from penholder.serve.report import line
from penholder.serve.visiting import known_of, now, page_of_item
from penholder.store.ledger import OpenLedger, merge_now
from penholder.store.saving import save_story
from penholder.store.visits import Visit, keep_visit, visit_of

# How often an item that cannot be fetched is tried, and by what power of two a feed's pause grows at most.
_TRIES, _LONGEST = 3, 6
_READ, _UNREAD = "read", "could not be read"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an item, and whether it is to be tried at the next poll: then the feed is asked for in full."""

    outcome: str
    again: bool
    is_new: bool  # it was not tried before


@dataclass(frozen=True, slots=True)
class Watch:
    """One watch over some feeds."""

    ledger: OpenLedger
    fetcher: Fetcher
    tell: Callable[[str], None]  # what is passed over and why
    show: Callable[[str], None]  # the line of a story that was read
    everything: bool = False

    def poll_all(self, feeds: Sequence[Watched]) -> int:
        """Poll each feed once, and give how many failed; what was read is merged at the end."""
        failed = sum(not self.poll(feed) for feed in feeds)
        merge_now(self.ledger)
        return failed

    def poll(self, watched: Watched) -> bool:
        """Read what is new in a feed; False: it could not be read, and the reason is told."""
        visit = visit_of(self.ledger, watched.url)
        try:
            fetched = self.fetcher.fetch(watched.url, known_of(visit))
            feed = _feed(fetched)
        except SourceError as error:
            self.tell(f"{watched.name}: {error}")
            self._keep_failure(watched, visit, error)
            return False
        taken = [one for item in feed.items if (one := self._take(watched, feed, item))]
        marks = Known() if any(one.again for one in taken) else fetched.known
        said = Visit(
            address=watched.url, outcome=_READ, visited_at=now(), etag=marks.etag, modified=marks.modified
        )  # fmt: skip
        keep_visit(self.ledger, said)
        if fetched.body is None:
            self.tell(f"{watched.name}: unchanged.")
        else:
            self.tell(f"{watched.name}: {_told(len(feed.items), taken)}")
        return True

    def _keep_failure(self, watched: Watched, visit: Visit | None, error: SourceError) -> None:
        last = visit or Visit(address=watched.url, outcome="", visited_at="")
        failed = replace(last, outcome=error.fault, visited_at=now(), failures=last.failures + 1)
        keep_visit(self.ledger, failed)

    def _take(self, watched: Watched, feed: Feed, item: Item) -> Taken | None:
        """Read an item that is new or has changed, and give what came of it; None: it is known."""
        key = item.address or f"{watched.url} {item.key}"
        last = visit_of(self.ledger, key)
        if last and last.stamp == item.time and not 0 < last.failures < _TRIES:
            return None
        outlet = watched.outlet or feed.title
        found = page_of_item(self.fetcher, watched.url, feed, item, outlet)
        outcome, is_failure = self._read(found)
        failures = (last.failures if last else 0) + 1 if is_failure else 0
        visit = Visit(
            address=key, outcome=outcome, visited_at=now(), stamp=item.time, failures=failures
        )
        keep_visit(self.ledger, visit)
        if outcome != _READ:
            self.tell(f"{watched.name}: {item.address or item.title}: not read: {outcome}.")
        told = _UNREAD if is_failure else outcome
        return Taken(told, again=0 < failures < _TRIES, is_new=not (last and last.failures))

    def _read(self, found: object) -> tuple[str, bool]:
        """Read and keep a page; give what came of it, and whether it is worth another try."""
        if isinstance(found, SourceError):
            return found.fault, True
        (checked,) = read_pages([found], everything=self.everything)  # type: ignore[list-item]
        if isinstance(checked, CheckedStory):
            if is_foreign(story := checked.reading.story):
                return f"in {called(story.language)}", False
            save_story(self.ledger, checked, as_json(checked))
            self.show(line(checked))
            return _READ, False
        if isinstance(checked, SourceError):
            return checked.fault, True
        language = checked.language
        return (f"in {called(language)}" if is_other(language) else "off the beat"), False

    def is_due(self, watched: Watched) -> bool:
        """Say whether it is time to poll a feed; one that fails is left alone for longer each time."""
        return self.wait_for(watched) <= timedelta()

    def wait_for(self, watched: Watched) -> timedelta:
        """Give how long a feed is to be left alone from now."""
        visit = visit_of(self.ledger, watched.url)
        if visit is None or not visit.visited_at:
            return timedelta()
        times: int = 1 << min(visit.failures, _LONGEST)
        pause = timedelta(minutes=watched.every * times)
        return datetime.fromisoformat(visit.visited_at) + pause - datetime.now(UTC)


def _feed(fetched: Fetched) -> Feed:
    """Give the feed, without items where it has not changed."""
    feed = feed_at(fetched) if fetched.body is not None else Feed(title=None, items=())
    if feed is None:
        raise SourceError(fetched.address, fault="this is no feed", remedy="Look at the address")
    return feed


def _told(items: int, taken: Sequence[Taken]) -> str:
    """Give what came of a feed: how many items are new, how many were tried before, and how each kind ended."""
    new = sum(one.is_new for one in taken)
    again = f", {len(taken) - new} tried again" if len(taken) > new else ""
    outcomes = Counter(one.outcome for one in taken).most_common()
    counts = ", ".join(f"{count} {outcome}" for outcome, count in outcomes)
    return f"{items} items, {new or 'none'} new{again}{': ' if counts else ''}{counts}."
