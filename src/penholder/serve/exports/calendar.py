"""iCalendar (RFC 5545): the Council's votes, and launches, as whole days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import headline, is_day
from penholder.store.stories import dicts_of
from penholder.store.views import EVENTS

_SHOWN = {"weapon_test": "launch", "vote": "vote", "adoption": "vote", "veto": "vote"}
# By which a calendar tells its name and what it holds: RFC 7986, and as older readers know it.
_TOLD = (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC"))
# Bytes of a line before it goes on in the next one.
_WIDTH = 75


def write(ledger: Connection) -> Iterator[str]:
    """Yield the calendar; a report that gives only a month is no entry."""
    events = dicts_of(ledger, EVENTS)
    shown = (one for one in events if one["kind"] in _SHOWN and is_day(one["day"]))
    yield calendar_of(map(_entry, shown))


def calendar_of(entries: Iterable[list[str]], told: Sequence[str] = ()) -> str:
    """Give a calendar of entries, each as its lines; `told` is its name and what it holds."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//penholder//ledger//EN",
        "CALSCALE:GREGORIAN",
        *(
            f"{name}:{_escaped(one)}"
            for names, one in zip(_TOLD, told, strict=False)
            for name in names
        ),
    ]
    lines = [*head, *chain.from_iterable(entries), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _entry(event: dict[str, Any]) -> list[str]:
    record = f" On record: {event['record']}." if event["record"] else ""
    shown = WholeDay(
        day=event["day"],
        uid=urn("event", event["id"]),
        summary=headline(event),
        description=f"Stories that report it: {event['stories']}.{record}",
        category=_SHOWN[event["kind"]],
    )
    return whole_day(shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDay:
    """What a calendar says of one day."""

    day: str  # 2022-05-04
    uid: str
    summary: str
    description: str
    category: str = ""
    url: str = ""


def whole_day(shown: WholeDay) -> list[str]:
    """Give the lines of an entry of one whole day."""
    on = date.fromisoformat(shown.day)
    return [
        "BEGIN:VEVENT",
        f"UID:{shown.uid}",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",  # the day itself, so that the same ledger gives the same file
        f"DTSTART;VALUE=DATE:{on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(shown.summary)}",
        f"DESCRIPTION:{_escaped(shown.description)}",
        *([f"URL:{shown.url}"] if shown.url else []),
        *([f"CATEGORIES:{_escaped(shown.category)}"] if shown.category else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """Give a text as the value of a property, without controls: whatever breaks a line would begin another property."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "".join(filter(_is_text, "\\n".join(text.splitlines())))


def _is_text(sign: str) -> bool:
    return sign == "\t" or (sign >= " " and sign != "\x7f")


def _folded(line: str) -> str:
    """Give a line in pieces of 75 bytes, none of which ends within a character."""
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    return "\r\n".join((*pieces, piece))
