"""Reads the list of feeds that are watched, feeds.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from penholder.errors import SourceError

_KEYS = frozenset({"name", "url", "every", "outlet"})
_EVERY = 30
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
        SourceError: the file cannot be read, or a row is wrong; the message names the row.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise _wrong(path, f"it cannot be read ({fault})") from fault
    except tomllib.TOMLDecodeError as fault:
        raise _wrong(path, f"it is not TOML: {fault}") from fault
    rows = table.get("feed")
    if not isinstance(rows, list) or not rows or set(table) != {"feed"}:
        raise _wrong(path, "it has no [[feed]], or something beside them")
    feeds = tuple(_feed(path, at, row) for at, row in enumerate(rows, start=1))
    if twice := next(_twice(feeds), None):
        raise _wrong(path, f"two feeds are called {twice}")
    return feeds


def _feed(path: Path, at: int, row: Any) -> Watched:
    if not isinstance(row, Mapping) or not set(row) <= _KEYS:
        raise _wrong(path, f"feed {at} has other keys than {', '.join(sorted(_KEYS))}")
    url, every, name = row.get("url"), row.get("every", _EVERY), row.get("name")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        raise _wrong(path, f"feed {at} has no url that begins with https://")
    if not isinstance(every, int) or isinstance(every, bool) or not 1 <= every <= YEAR:
        raise _wrong(path, f"feed {at}: every is a number of minutes, 1 to {YEAR:,}")
    if not all(isinstance(row.get(key, ""), str) for key in ("name", "outlet")):
        raise _wrong(path, f"feed {at}: name and outlet are words")
    return Watched(name=name or url, url=url, every=every, outlet=row.get("outlet"))


def _twice(feeds: tuple[Watched, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for feed in feeds:
        if feed.name in seen:
            yield feed.name
        seen.add(feed.name)


def _wrong(path: Path, fault: str) -> SourceError:
    return SourceError(
        str(path), fault=fault, remedy="Write [[feed]] with name and url; see docs/watching.md"
    )
