"""The feeds of lists: Atom (RFC 4287), JSON Feed 1.1 and iCalendar (RFC 5545), all from the same entries."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request
from lxml import etree

from penholder.serve.event_lines import counted
from penholder.serve.exports.atom import add, at, new_feed
from penholder.serve.exports.calendar import WholeDay, calendar_of, whole_day
from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import is_day
from penholder.serve.web.entries import Entry


@dataclass(frozen=True, slots=True)
class Feed:
    """A form of feed."""

    media_type: str
    write: Callable[[Request, Sequence[Entry], str], str]


def atom(request: Request, entries: Sequence[Entry], bound: str) -> str:
    """Give the entries that have a day or were seen on one, for Atom wants one of each."""
    dated = [(one, changed) for one in entries if (changed := _changed(one))]
    last = max((changed for _, changed in dated), default=None)
    feed = new_feed(urn("list", str(request.url)), _title(request), last)
    add(feed, "subtitle", _without(bound, entries, len(entries) - len(dated)))
    add(feed, "link").set("href", str(request.url))
    feed[-1].set("rel", "self")
    for one, changed in dated:
        entry = add(feed, "entry")
        add(entry, "id", urn("entry", one.path))
        add(entry, "title", one.title)
        add(entry, "updated", changed)
        add(entry, "link").set("href", _address(request, one))
        add(entry, "summary", one.summary)
    return etree.tostring(feed, encoding="unicode", pretty_print=True)


def json_feed(request: Request, entries: Sequence[Entry], bound: str) -> str:
    """Give every entry; an undated one has no day."""
    items = [
        {
            "id": urn("entry", one.path), "url": _address(request, one), "title": one.title,
            "content_text": one.summary,
        }
        | ({"date_published": at(str(one.day))} if is_day(one.day) else {})
        | ({} if is_day(one.day) or not one.seen else {"date_modified": str(_changed(one))})
        for one in entries
    ]  # fmt: skip
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(request),
        "description": _counted(bound, entries),
        "feed_url": str(request.url),
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def icalendar(request: Request, entries: Sequence[Entry], bound: str) -> str:
    """Give the entries that have a day, as whole days."""
    dated = [_whole_day(request, one) for one in entries if is_day(one.day)]
    told = _without(bound, entries, len(entries) - len(dated))
    return calendar_of(dated, [_title(request), told])


def _changed(one: Entry) -> str | None:
    """Give the instant of an entry: the beginning of its day, else when its story was first seen."""
    if is_day(one.day):
        return at(str(one.day))
    return f"{one.seen[:19]}Z" if one.seen else None


def _whole_day(request: Request, one: Entry) -> list[str]:
    shown = WholeDay(
        day=str(one.day),
        uid=urn("entry", one.path),
        summary=one.title,
        description=one.summary,
        category=one.category or "",
        url=_address(request, one),
    )
    return whole_day(shown)


def _counted(bound: str, entries: Sequence[Entry]) -> str:
    """Give what a feed holds: "The newest 200 of everything: 200 entries."."""
    return f"{bound}: {counted(len(entries), 'entry', 'entries')}."


def _without(bound: str, entries: Sequence[Entry], undated: int) -> str:
    """Give what a feed holds that takes no entry without a day, with the number of those that it leaves out."""
    left = f" Of them {undated:,} without a full day are left out here; the JSON Feed has all."
    return _counted(bound, entries) + (left if undated else "")


def _title(request: Request) -> str:
    asked = ", ".join(f"{key} {value}" for key, value in request.query_params.items())
    noun = request.url.path.strip("/").split(".")[0].replace("/", " ")
    return f"penholder: {noun}{f' ({asked})' if asked else ''}"


def _address(request: Request, one: Entry) -> str:
    return f"{str(request.base_url).rstrip('/')}{one.path}"


FEEDS: Mapping[str, Feed] = {
    ".atom": Feed("application/atom+xml", atom),
    ".feed.json": Feed("application/feed+json", json_feed),
    ".ics": Feed("text/calendar", icalendar),
}
