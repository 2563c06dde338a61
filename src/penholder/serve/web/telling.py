"""How a story, an event and a claim stand in a feed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from penholder.serve.event_lines import counted, reported
from penholder.serve.exports.telling import headline
from penholder.serve.web.entries import Entry
from penholder.serve.web.rendering import as_path, story_at
from penholder.serve.web.wording import FILTERS


def story_entry(story: Mapping[str, Any]) -> Entry:
    """Give a story with the number of its claims of each verdict."""
    told = [counted(number, f"claim {FILTERS['verdict'](verdict)}", f"claims {FILTERS['verdict'](verdict)}")
            for verdict, number in sorted(story["verdicts"].items())]  # fmt: skip
    return Entry(
        path=f"/stories/{as_path(story['id'])}",
        title=story["title"] or story["id"],
        summary="; ".join(told) or "No claims.",
        day=story["date"],
        category="story",
        seen=story["seen"],
    )


def event_entry(event: Mapping[str, Any]) -> Entry:
    """Give an event with who reports it."""
    record = f" On record: {event['record']}." if event["record"] else ""
    return Entry(
        path=f"/events/{as_path(event['id'])}",
        title=headline(event),
        summary=f"{reported(event)}.{record}".capitalize(),
        day=event["day"],
        category=event["kind"].replace("_", " "),
    )


def claim_entry(claim: Mapping[str, Any]) -> Entry:
    """Give a claim with its verdict and the reason."""
    return Entry(
        path=story_at(claim["story"], "c", claim["place"]),
        title=f"{FILTERS['verdict'](claim['verdict']).capitalize()}: {' '.join(claim['text'].split())}",
        summary=claim["reason"],
        day=claim["date"],
        category="claim",
        seen=claim["seen"],
    )
