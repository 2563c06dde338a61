"""Atom (RFC 4287): the stories that have a day, newest first, each with what became of its claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree
from sqlalchemy import Connection

from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import is_day, verdicts
from penholder.store.stories import dicts_of
from penholder.store.views import STORIES

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01"  # when a feed without entries was changed


def write(ledger: Connection) -> Iterator[str]:
    """Yield the feed; Atom wants a day of each entry, so undated stories are none."""
    told = verdicts(ledger)
    dated = [story for story in dicts_of(ledger, STORIES) if is_day(story["date"])]
    feed = new_feed(
        urn("feed"),
        "penholder: stories that were checked",
        at(max(story["date"] for story in dated)) if dated else None,
    )
    for story in reversed(dated):
        _entry(feed, story, told.get(story["id"], "No claims."))
    yield etree.tostring(feed, encoding="unicode", pretty_print=True)


def new_feed(id_: str, title: str, changed: str | None) -> etree._Element:
    """Give a feed without its entries, by the instant of its last change."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    add(feed, "id", id_)
    add(feed, "title", title)
    add(feed, "updated", changed or at(_NEVER))
    add(add(feed, "author"), "name", "penholder")
    return feed


def _entry(feed: etree._Element, story: dict[str, Any], summary: str) -> None:
    entry = add(feed, "entry")
    add(entry, "id", urn("story", story["id"]))
    add(entry, "title", story["title"] or story["id"])
    add(entry, "updated", at(story["date"]))
    if story["outlet"]:
        add(add(entry, "author"), "name", story["outlet"])
    if story["url"]:
        add(entry, "link").set("href", story["url"])
    add(entry, "summary", summary)


def add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    """Add an Atom element, without the characters that XML has no word for, and give it."""
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = "".join(filter(_is_xml, text)) if text else None
    return child


def _is_xml(sign: str) -> bool:
    """Say whether XML can hold a character; it has no word for most controls."""
    return sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff")


def at(day: str) -> str:
    """Give a day as the instant that feeds want."""
    return f"{day}T00:00:00Z"
