"""Tells which state or body "it", "the ministry" or "the agency" means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from penholder.find.subjects import Names, may_act
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters back to where a body was named: about two paragraphs for "it", five for "the ministry".
_REACH = {"state": 700}
_FAR = 2000
_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[\"“A-Z])|\n")


def echoed(names: Names, source: Span) -> Actor | None:
    """Give whom the words of a source mean that name nobody themselves; None where nobody fits."""
    row = _rows().get(" ".join(source.of(names.text).casefold().split()))
    if row is None:
        return None
    reach = max(0, source.start - _REACH.get(row["id"], _FAR))
    for mention in _subjects_first(names, reach, source.start):
        if _fits(row, mention):
            return mention.actor
    return None


def _fits(row: Mapping[str, Any], mention: Mention) -> bool:
    if row.get("state"):
        return mention.actor.kind is not ActorKind.PERSON and mention.how != "pronoun"
    name = mention.actor.name.casefold()
    return mention.actor.kind is ActorKind.BODY and any(part in name for part in row["fits"])


def _subjects_first(names: Names, start: int, end: int) -> Iterator[Mention]:
    """Yield who acts before a place: sentence by sentence backward, its subject first."""
    stops = [start, *(s.end() for s in _STOP.finditer(names.text, start, end)), end]
    spans = [*zip(stops, stops[1:], strict=False)]
    for first, last in reversed(spans):
        yield from (m for m in names.within(first, last) if may_act(names.text, m, m.span.end))
        yield from _rest(names.text, names.within(first, last))


def _rest(text: str, inside: Sequence[Mention]) -> Iterator[Mention]:
    """Yield those that do not act: only a body's own name is worth them."""
    yield from (
        m for m in inside if m.actor.kind is ActorKind.BODY and not may_act(text, m, m.span.end)
    )


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return {words: row for row in load_toml("echoes")["echo"] for words in row["words"]}
