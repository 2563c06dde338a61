"""Lets what people decided about events stand above what was merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from penholder.merge.reports import Told
from penholder.merge.threads import Merged
from penholder.model.correction import Act, Correction, Meant, Place
from penholder.model.ledger import EventId

Rejected = tuple[Told, str]  # a statement, and why it is of no event


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Events as they stand after some corrections."""

    events: tuple[Merged, ...]
    rejected: tuple[Rejected, ...] = ()


def without_rejected(
    told: Sequence[Told], corrections: Iterable[Correction]
) -> tuple[tuple[Told, ...], tuple[Rejected, ...]]:
    """Give what is left to merge, and the statements that people rejected by themselves."""
    rejected = [
        (one, why_of(correction))
        for correction in corrections
        if correction.act is Act.REJECT and correction.event is None
        for one in _at(told, correction.chosen)
    ]
    keys = {one.key for one, _ in rejected}
    return tuple(one for one in told if one.key not in keys), tuple(rejected)


def settle(events: Iterable[Merged], corrections: Iterable[Correction]) -> Settled:
    """Give the events after all corrections, in the order in which these were made.

    A correction whose event is not told any longer changes nothing.
    """
    settled = Settled(events=tuple(events))
    for correction in corrections:
        settled = _ACTS[correction.act](settled, correction)
    return settled


def why_of(correction: Correction) -> str:
    """Give the reason that a statement carries after a correction."""
    return f"{_DONE[correction.act]} by {correction.made_by}: {correction.note}"


_DONE: Mapping[Act, str] = {
    Act.MERGE: "joined",
    Act.SPLIT: "set apart",
    Act.CORRECT: "corrected",
    Act.REJECT: "rejected",
}


def find_meant(events: Sequence[Merged], meant: Meant | None) -> Merged | None:
    """Give the event that was meant: by its id, an alias, else by most of its statements."""
    if meant is None:
        return None
    named = next((one for one in events if one.id == meant.id), None)
    named = named or next((one for one in events if meant.id in one.aliases), None)
    return named or _with_most(events, meant.places)


def _with_most(events: Sequence[Merged], places: Sequence[Place]) -> Merged | None:
    sizes = [(len(_at(one.told, places)), one) for one in events]
    size, best = max(sizes, key=lambda pair: (pair[0], pair[1].id), default=(0, None))
    return best if 2 * size > len(places) else None


def _at(told: Sequence[Told], places: Iterable[Place]) -> tuple[Told, ...]:
    """Give the statements at some places; where a story has changed, those with the same words."""
    found = (one for place in places for one in _at_place(told, place))
    return tuple({one.key: one for one in found}.values())


def _at_place(told: Sequence[Told], place: Place) -> Sequence[Told]:
    same = [one for one in told if (one.story, one.words) == (place.story, place.words)]
    return [one for one in same if one.start == place.start] or same


def _merge(settled: Settled, correction: Correction) -> Settled:
    one = find_meant(settled.events, correction.event)
    other = find_meant(settled.events, correction.other)
    if one is None or other is None or one is other:
        return settled
    why = why_of(correction)
    joined = _with(one, other, [f"{reason}; {why}" for reason in other.reasons])
    left = (event for event in settled.events if event not in (one, other))
    return replace(settled, events=(*left, joined))


def _with(one: Merged, other: Merged, reasons: Sequence[str]) -> Merged:
    """Give an event with the statements of another."""
    pairs = [*zip(one.told, one.reasons, strict=True), *zip(other.told, reasons, strict=True)]
    pairs.sort(key=lambda pair: (pair[0].story, pair[0].start, pair[0].words))
    return replace(
        one,
        told=tuple(told for told, _ in pairs),
        reasons=tuple(reason for _, reason in pairs),
        when=one.when or other.when,
        values={**other.values, **one.values},
        aliases=tuple(sorted({*one.aliases, other.id, *other.aliases})),
    )


def _split(settled: Settled, correction: Correction) -> Settled:
    one = find_meant(settled.events, correction.event)
    chosen = {told.key for told in _at(one.told, correction.chosen)} if one else set()
    if one is None or not chosen or len(chosen) == len(one.told):
        return settled
    why = why_of(correction)
    apart = _only(one, lambda told: told.key in chosen)
    apart = replace(
        apart,
        id=EventId(f"{one.id}-split-{correction.number}"),
        reasons=tuple(f"{reason}; {why}" for reason in apart.reasons),
        when=_day_of(apart.told) or one.when,
        values={},
        aliases=(),
    )
    rest = _only(one, lambda told: told.key not in chosen)
    left = (event for event in settled.events if event is not one)
    return replace(settled, events=(*left, rest, apart))


def _only(one: Merged, is_kept: Callable[[Told], bool]) -> Merged:
    pairs = [pair for pair in zip(one.told, one.reasons, strict=True) if is_kept(pair[0])]
    told, reasons = zip(*pairs, strict=True)
    return replace(one, told=told, reasons=reasons)


def _day_of(told: Sequence[Told]) -> str | None:
    days = {one.when.split("T", 1)[0] for one in told if one.when}
    return days.pop() if len(days) == 1 else None


def _correct(settled: Settled, correction: Correction) -> Settled:
    one, field = find_meant(settled.events, correction.event), correction.field
    if one is None or field is None or correction.value is None:
        return settled
    changed = replace(one, values={**one.values, field: correction.value})
    if field == "day":
        changed = replace(changed, when=correction.value)
    if field == "actor":
        changed = replace(changed, actors=tuple(correction.value.split()))
    events = (changed if event is one else event for event in settled.events)
    return replace(settled, events=tuple(events))


def _reject(settled: Settled, correction: Correction) -> Settled:
    one = find_meant(settled.events, correction.event)
    if one is None:
        return settled
    why = why_of(correction)
    return Settled(
        events=tuple(event for event in settled.events if event is not one),
        rejected=(*settled.rejected, *((told, why) for told in one.told)),
    )


_ACTS: Mapping[Act, Callable[[Settled, Correction], Settled]] = {
    Act.MERGE: _merge,
    Act.SPLIT: _split,
    Act.CORRECT: _correct,
    Act.REJECT: _reject,
}
