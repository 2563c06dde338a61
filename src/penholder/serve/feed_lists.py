"""Reads the list of feeds that are watched, feeds.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from penholder.errors import SourceError

_KEYS = frozenset({"name", "url", "every", "outlet"})
_EVERY = 30
_HEAD = re.compile(r"\s*\[\[\s*[\"']?feed[\"']?\s*\]\]")
# Minutes of a year: no feed is left alone for longer.
YEAR = 525_600


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A feed that is watched."""

    name: str
    url: str
    every: int  # minutes
    outlet: str | None  # None: as the feed calls itself


def read_list(path: Path) -> tuple[Watched, ...]:
    """Give the feeds of a list.

    Raises:
        SourceError: the file cannot be read, or a row is wrong; the message names its line.
    """
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except OSError as fault:
        raise _wrong(path, f"it cannot be read ({(fault.strerror or '').lower()})") from fault
    except UnicodeDecodeError as fault:
        raise _wrong(path, "it is no text in UTF-8") from fault
    except tomllib.TOMLDecodeError as fault:
        raise _wrong(path, f"it is not TOML: {fault}") from fault
    rows = table.get("feed")
    if not isinstance(rows, list) or not rows or set(table) != {"feed"}:
        raise _wrong(path, "it has no [[feed]], or something beside them")
    feeds: list[Watched] = []
    for row, line in zip(rows, _lines(text, len(rows)), strict=True):
        if wrong := _fault(row, feeds):
            raise _wrong(f"{path}:{line}" if line else path, wrong)
        feeds.append(_feed(row))
    return tuple(feeds)


def _lines(text: str, rows: int) -> list[int | None]:
    """Give the line at which each row begins; None: the list is not written row by row."""
    found = [at for at, line in enumerate(text.splitlines(), start=1) if _HEAD.match(line)]
    return list(found) if len(found) == rows else [None] * rows


def _fault(row: Any, before: Sequence[Watched]) -> str | None:
    """Give what is wrong with a row, or None."""
    if not isinstance(row, Mapping):
        return "this feed is no table"
    if others := sorted(set(row) - _KEYS):
        return f"this feed has {others[0]}, and a feed has {', '.join(sorted(_KEYS))}"
    url, every = row.get("url"), row.get("every", _EVERY)
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return "this feed has no url that begins with https://"
    if not isinstance(every, int) or isinstance(every, bool) or not 1 <= every <= YEAR:
        return f"every is a number of minutes, 1 to {YEAR:,}"
    if not all(isinstance(row.get(key, ""), str) for key in ("name", "outlet")):
        return "name and outlet are words"
    name = row.get("name") or url
    return f"two feeds are called {name}" if name in {feed.name for feed in before} else None


def _feed(row: Mapping[str, Any]) -> Watched:
    return Watched(
        name=row.get("name") or row["url"],
        url=row["url"],
        every=row.get("every", _EVERY),
        outlet=row.get("outlet"),
    )


def _wrong(where: object, fault: str) -> SourceError:
    return SourceError(
        str(where), fault=fault, remedy="Write [[feed]] with name and url; see docs/watching.md"
    )
