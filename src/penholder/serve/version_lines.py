"""Tells the versions of a story, and what changed in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from penholder.store.differences import Version


def versions_json(found: Iterable[Version]) -> Iterator[dict[str, Any]]:
    """Yield each version with its changes."""
    for one in found:
        yield {**asdict(one), "changes": [asdict(change) for change in one.changes]}


def versions_lines(found: Iterable[Version]) -> Iterator[str]:
    """Yield a line for each version, and below it what went (-) and what came (+)."""
    for one in found:
        now = ", the current one" if one.current else ""
        yield f"version {one.number}{now}: {one.id}"
        yield f"  {one.seen[:16].replace('T', ' ') or 'day not kept'}, {one.source}"
        for change in one.changes:
            for sign, words in (("-", change.before), ("+", change.after)):
                yield from (
                    f"  {sign} {change.what}: {line}" for line in (words or "").splitlines()
                )
