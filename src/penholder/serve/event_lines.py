"""Tells one event: what it is, who says what of it, and why each statement is of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from penholder.serve.exports.telling import headline
from penholder.serve.record_rows import row_words

_SHOWN = ("weapon", "system", "number", "outcome", "symbol", "tally", "record")


def event_line(event: Mapping[str, Any]) -> Iterator[str]:
    """Yield an event of a list: its day, who did what, on what stories differ; then its id and who reports it."""
    told = "".join(f"  ≠ {field}: {' or '.join(said)}" for field, said in event["differ"].items())
    yield f"{event['day'] or 'no date':<11} {headline(event)}{told}"
    record = f"; on record: {row_words(event['record'])}" if event["record"] else ""
    yield f"            {event['id']}; {reported(event)}{record}"


def event_lines(event: Mapping[str, Any]) -> Iterator[str]:
    """Yield the event's lines: its head, its values, what it is called besides, its statements."""
    day = event["day"] or "no date"
    yield f"{day:<11} {event['id']}  {reported(event)}"
    corrected = (event["corrected"] or "").split()
    for name in ("day", *_SHOWN):
        yield from _value(name, event, by_person=name in corrected)
    if event["aliases"]:
        yield f"  also known as {', '.join(event['aliases'])}"
    for one in event["told"]:
        yield f"  {one['story']}, statement {one['place']}: {one['reason']}"
        yield f'      "{" ".join(one["text"].split())}"'


def reported(event: Mapping[str, Any]) -> str:
    """Say who reports an event: "reported by 41 outlets, 3 origins; 52 statements"."""
    outlets, origins = counted(event["outlets"], "outlet"), counted(event["origins"], "origin")
    return f"reported by {outlets}, {origins}; {counted(event['statements'], 'statement')}"


def counted(number: int, noun: str, many: str | None = None) -> str:
    """Give a number with its noun: "1 story", "12,345 stories"."""
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def _value(name: str, event: Mapping[str, Any], *, by_person: bool) -> Iterator[str]:
    """Yield a value: as a person decided, as all say, or each with those who say it."""
    said = event["said"].get(name, {})
    if by_person:
        told = f"; told: {_several(said)}" if said else ""
        yield f"  {name}: {event[name]}, as a person decided{told}"
    elif len(said) > 1:
        yield f"  {name}: {_several(said)}"
    elif event[name] and name != "day":
        yield f"  {name}: {event[name]}"


def _several(said: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{value} ({', '.join(stories)})" for value, stories in said.items())
