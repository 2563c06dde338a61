"""Tells the life of a draft resolution: each stage with its days, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from penholder.model.draft import STAGES
from penholder.serve.event_lines import reported

# How each stage is told.
SAID = {
    "announced": "announced",
    "circulated": "circulated",
    "blue": "in blue",
    "put_to_vote": "put to a vote",
    "withdrawn": "withdrawn",
    "failed": "failed",
    "vetoed": "vetoed",
    "adopted": "adopted",
}


def draft_line(draft: Mapping[str, Any]) -> str:
    """Give a draft in one line: the day of its last stage, its id, how far it came, who reports it."""
    return f"{last_day(draft) or 'no date':<11} {draft['id']}  {SAID[draft['stage']]}{_whose(draft)}; {reported(draft)}"


def last_day(draft: Mapping[str, Any]) -> str | None:
    """Give the day of the last stage that has one."""
    return next((draft[stage] for stage in reversed(STAGES) if draft[stage]), None)


def _whose(draft: Mapping[str, Any]) -> str:
    by = f" by {' '.join(draft['sponsor'].split())}" if draft["sponsor"] else ""
    on = f" on {draft['subject']}" if draft["subject"] else ""
    return f"; a draft{by}{on}" if by or on else ""


def draft_lines(draft: Mapping[str, Any]) -> Iterator[str]:
    """Yield the draft's lines: its head, its life, the launches that it answers, its statements."""
    yield draft_line(draft)
    for name in ("symbol", "record"):
        if draft[name]:
            yield f"  {name}: {draft[name]}"
    for stage in STAGES:
        yield from _stage(stage, [one for one in draft["told"] if one["stage"] == stage])
    for launch in draft["launches"]:
        yield f"  answers {launch}"
    if draft["aliases"]:
        yield f"  also known as {', '.join(draft['aliases'])}"
    for one in draft["told"]:
        yield f"  {one['story']}, statement {one['place']}: {one['reason']}"
        yield f'      "{" ".join(one["text"].split())}"'


def _stage(stage: str, told: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a line for each day on which a stage was reached, or was to be, with the stories that say so."""
    tellers: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for one in told:
        place = one["polarity"] in {"planned", "hypothetical"}, one["day"] or ""
        if one["story"] not in tellers[place]:
            tellers[place].append(one["story"])
    for (planned, day), stories in sorted(tellers.items()):
        words = f"{'to be ' if planned and stage != 'announced' else ''}{SAID[stage]}"
        yield f"  {words:<20} {day or 'no date':<11} {', '.join(stories)}"
