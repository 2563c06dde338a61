"""Ids of events: made from what is told, so that more stories never rename an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from penholder.merge.growing import Growing
from penholder.merge.occasions import Basis, Occasion
from penholder.model.ledger import EventId


def key_of(occasion: Occasion) -> str:
    """Give what names an occasion by itself: the thread and the time, a number, or the story's day."""
    thread = occasion.reports[0].told.thread
    if occasion.basis is Basis.NEWS:
        return f"{thread}-by-{occasion.published}"
    if occasion.basis is Basis.NUMBER:
        return f"{thread}-no-{min(occasion.ordinals)}"
    when = occasion.reports[0].told.when or ""
    return f"{thread}-{when.split('T', 1)[0]}"


def name_events(events: Sequence[Growing]) -> tuple[tuple[EventId, tuple[EventId, ...]], ...]:
    """Give each event of one thread its id and the ids that it answers to besides.

    Events with the same key are told apart by what they fire: "…-2022-11-02-cruise". A key that
    more than one of them had is nobody's alias.
    """
    keys = [[f"{key_of(o)}{_sort(one)}" for o, _ in one.occasions] for one in events]
    owners = Counter(key for own in keys for key in set(own))
    ids = _distinct([own[0] for own in keys])
    aliases = (
        tuple(EventId(key) for key in sorted(set(own)) if owners[key] == 1 and key not in ids)
        for own in keys
    )
    return tuple(zip(ids, aliases, strict=True))


def _distinct(ids: Sequence[str]) -> tuple[EventId, ...]:
    """Number what has the same id still: "…-n2", in the order of the events; "…-2" could be a month."""
    seen: Counter[str] = Counter()
    distinct = []
    for id_ in ids:
        seen[id_] += 1
        distinct.append(EventId(id_ if seen[id_] == 1 else f"{id_}-n{seen[id_]}"))
    return tuple(distinct)


# Of one day's events those with ballistic missiles, or with what is not told, need no word.
_WORDS = ("cruise", "artillery", "mlrs", "sam", "slv")


def _sort(one: Growing) -> str:
    kinds: Iterable[str] = frozenset().union(*one.kinds)
    word = next((word for word in _WORDS if word in kinds and "ballistic" not in kinds), None)
    return f"-{word}" if word else ""
