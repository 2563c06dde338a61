"""Occasions of many stories that are one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from penholder.merge.growing import Calendar, Growing
from penholder.merge.occasions import DAY, Basis, Occasion
from penholder.merge.reports import Days
from penholder.merge.weapons import Kinds, is_one_sort, may_be_one

Vague = tuple[Days | None, frozenset[Kinds]]

# Stories of one day and the next bring the same news; "the latest" is meant for longer.
_SAME_NEWS, _LATEST = timedelta(days=1), timedelta(days=60)


def cluster(occasions: Iterable[Occasion]) -> tuple[Growing, ...]:
    """Give the events of one thread. The order of the occasions plays no part.

    Days come first, then stretches from short to long, then numbers, then what is told
    without a time: each joins the one event that it can mean, or is an event of its own.
    What can mean several is told together by its stretch: nobody says which.
    """
    ordered = sorted(occasions, key=_order)
    calendar = Calendar()
    vague: dict[Vague, Growing] = {}
    _gather_days(calendar, _of(Basis.DAY, ordered))
    news = _of(Basis.NEWS, ordered)
    for occasion in (one for one in news if not one.is_latest):
        _place(calendar, occasion)
    for occasion in _of(Basis.STRETCH, ordered):
        _place_stretch(calendar, vague, occasion)
    later = [o for o in _of(Basis.NUMBER, ordered) if not _join(calendar, o)]
    for occasion in (*(one for one in news if one.is_latest), *later):
        _place(calendar, occasion)
    return (*calendar.all, *vague.values())


def _of(basis: Basis, occasions: Iterable[Occasion]) -> list[Occasion]:
    return [occasion for occasion in occasions if occasion.basis is basis]


def _order(occasion: Occasion) -> tuple[object, ...]:
    """Order by how well the time is known, then by time and story, so that a set has one order."""
    days = occasion.days or (date.min, date.min)
    place = occasion.reports[0].told.start
    told = (occasion.is_latest, occasion.published or date.min, days, occasion.story, place)
    return (days[1] - days[0], not occasion.ordinals, *told)


def _gather_days(calendar: Calendar, occasions: Sequence[Occasion]) -> None:
    """Join what is told of the same day; an evening somewhere is the next day elsewhere."""
    for occasion in occasions:
        day = occasion.days[0] if occasion.days else date.min
        same = next((c for c in calendar.on(day) if _is_same_day(c, occasion)), None)
        if same:
            calendar.join(same, occasion, f"told of the same day, {day}")
        else:
            calendar.open(occasion)
    for one in sorted(calendar.all, key=lambda c: (c.day, sorted(c.stories))):
        following = next((c for c in calendar.on(one.day + DAY) if _is_next(one, c)), None)
        if following:
            _absorb(calendar, following, one)


def _is_same_day(one: Growing, occasion: Occasion) -> bool:
    if occasion.story in one.stories:  # what one story tells apart stays apart
        return False
    return all(is_one_sort(mine, other) for mine in one.kinds for other in occasion.kinds)


def _is_next(one: Growing, other: Growing) -> bool:
    if one.stories & other.stories:
        return False
    late = any(report.evening for occasion, _ in one.occasions for report in occasion.reports)
    return late and all(is_one_sort(mine, theirs) for mine in one.kinds for theirs in other.kinds)


def _absorb(calendar: Calendar, following: Growing, one: Growing) -> None:
    calendar.drop(one)
    why = f"the evening of {one.day} is {following.day} where it happened"
    for occasion, _ in one.occasions:
        calendar.join(following, occasion, why)


def _place_stretch(calendar: Calendar, vague: dict[Vague, Growing], occasion: Occasion) -> None:
    """Join a stretch to the one event that it can mean, else to those that can mean as many."""
    able = list(_able(calendar, occasion))
    if len(able) < 2 or _meant(able, occasion):
        _place(calendar, occasion)
        return
    key = (occasion.days, frozenset(occasion.kinds))
    same = vague.setdefault(key, Growing(first=occasion))
    told = occasion.reports[0].told.when
    same.add(occasion, f"{told} can mean {len(able)} events, and it is not told which")


def _place(calendar: Calendar, occasion: Occasion) -> None:
    if not _join(calendar, occasion):
        calendar.open(occasion)


def _join(calendar: Calendar, occasion: Occasion) -> bool:
    """Join an occasion to the event that it means, if there is one."""
    one = _meant(list(_able(calendar, occasion)), occasion)
    if one:
        calendar.join(one, occasion, _why(one, occasion))
    return one is not None


def _able(calendar: Calendar, occasion: Occasion) -> Iterator[Growing]:
    """Yield the events that an occasion can mean."""
    numbered = tuple(calendar.numbered(occasion.ordinals))
    near = calendar.between(*_window(occasion)) if occasion.days else ()
    for one in (*numbered, *(c for c in near if c not in numbered)):
        if _can_mean(one, occasion):
            yield one


def _window(occasion: Occasion) -> tuple[date, date]:
    first, last = occasion.days or (date.min, date.min)
    return first - DAY, last + DAY


def _meant(able: Sequence[Growing], occasion: Occasion) -> Growing | None:
    """Give the one event that is meant: by number, by the weapon's class; of several, news means the last."""
    named = [c for c in able if c.ordinals & occasion.ordinals]
    named = named or [c for c in able if (c.kinds & set(occasion.kinds)) - {frozenset()}]
    able = named or able
    if occasion.basis is Basis.NEWS:
        return max(able, key=lambda c: (c.day, sorted(c.stories)), default=None)
    return able[0] if len(able) == 1 else None


def _can_mean(one: Growing, occasion: Occasion) -> bool:
    # Reports of one day can differ in the weapon's class, and so can those of one of two days.
    alike = is_one_sort if _is_nearly_a_day(occasion) else may_be_one
    if _is_told_apart(one, occasion) or not all(
        alike(mine, other) for mine in one.kinds for other in occasion.kinds
    ):
        return False
    if one.ordinals and occasion.ordinals:
        return bool(one.ordinals & occasion.ordinals)
    if one.days is None or occasion.days is None:
        return False
    if occasion.basis is Basis.NEWS and one.first.basis is Basis.NEWS:
        return _is_same_news(one, occasion)
    first, last = _window(occasion)
    return first <= one.days[1] and one.days[0] <= last


def _is_nearly_a_day(occasion: Occasion) -> bool:
    days = occasion.days if occasion.basis is Basis.STRETCH else None
    return days is not None and days[1] - days[0] <= DAY


def _is_told_apart(one: Growing, occasion: Occasion) -> bool:
    """Say whether a stretch cannot mean an event: its story tells that apart, or was written before it."""
    if occasion.basis is not Basis.STRETCH:
        return False
    too_late = occasion.published is not None and one.day > occasion.published + DAY
    return occasion.story in one.stories or too_late


def _is_same_news(one: Growing, occasion: Occasion) -> bool:
    if occasion.published is None:
        return False
    reach = _LATEST if occasion.is_latest else _SAME_NEWS
    return timedelta() <= occasion.published - one.day <= reach


def _why(one: Growing, occasion: Occasion) -> str:
    shared = one.ordinals & occasion.ordinals
    if shared:
        return f"number {min(shared)} in both"
    when = occasion.reports[0].told.when
    if when:
        return f"the only one that {when} can mean"
    return f"the last one told of when its story was written, {occasion.published}"
