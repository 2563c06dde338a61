"""JSON Feed 1.1: the stories, newest first, each with what became of its claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import is_day, verdicts
from penholder.store.stories import dicts_of
from penholder.store.views import STORIES


def write(ledger: Connection) -> Iterator[str]:
    """Yield the feed; an undated story has no day."""
    told = verdicts(ledger)
    items = [_item(story, told) for story in dicts_of(ledger, STORIES)]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "penholder: stories that were checked",
        "items": items[::-1],
    }
    yield json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(story: dict[str, Any], told: dict[str, str]) -> dict[str, Any]:
    item = {
        "id": urn("story", story["id"]),
        "url": story["url"],
        "title": story["title"] or story["id"],
        "content_text": told.get(story["id"], "No claims."),
        "date_published": f"{story['date']}T00:00:00Z" if is_day(story["date"]) else None,
        "authors": [{"name": story["outlet"]}] if story["outlet"] else None,
    }
    return {key: value for key, value in item.items() if value is not None}
