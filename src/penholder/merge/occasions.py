"""The occasions that one story tells of, each with the statements that mean it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from penholder.merge.manners import Manner
from penholder.merge.reports import Days, Report
from penholder.merge.weapons import Kinds, may_be_one

DAY = timedelta(days=1)
# How far before a story its news lies where no day is told, and what it calls the latest or a recent
# one. Nuclear tests are rare, and are told of for longer.
_NEWS, _LATEST = timedelta(days=4), timedelta(days=60)
_RARE_NEWS, _RARE_LATEST = timedelta(days=60), timedelta(days=365)
# A story's own event, among the days that it names.
_OWN = timedelta(days=7)
# Of several the one of the last days goes first, however often an earlier one is told of.
_NEWEST = timedelta(days=2)
# A longer stretch of time holds many launches; a nuclear test stands out of a year.
_WEEK, _MONTH, _YEAR = timedelta(days=7), timedelta(days=31), timedelta(days=366)


# Manners of what is no single event, unless a time makes it one.
_MANY = frozenset({Manner.HABIT, Manner.SEVERAL})


class Basis(StrEnum):
    """How an occasion is placed in time."""

    DAY = "day"  # a day is told
    STRETCH = "stretch"  # a week, a month, a year
    NUMBER = "number"  # only its number: "the fourth nuclear test"
    NEWS = "news"  # nothing is told: it is the news of the story's day


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a story tells of at one time."""

    basis: Basis
    days: Days | None
    reports: tuple[Report, ...]

    @property
    def story(self) -> str:
        """Give the story's id."""
        return self.reports[0].told.story

    @property
    def published(self) -> date | None:
        """Give the story's day."""
        return self.reports[0].published

    @property
    def kinds(self) -> tuple[Kinds, ...]:
        """Give the kinds of weapon that its statements name."""
        return tuple({report.kinds for report in self.reports})

    @property
    def ordinals(self) -> frozenset[int]:
        """Give the numbers that it is told with."""
        return frozenset(r.ordinal for r in self.reports if r.ordinal and is_counted(r))

    @property
    def is_latest(self) -> bool:
        """Say whether it is called the latest or a recent one."""
        return any(report.manner is Manner.LATEST for report in self.reports)


def find_occasions(reports: Sequence[Report]) -> tuple[Occasion, ...]:
    """Give the occasions of one story and one thread; reports of a habit belong to none.

    Days that are told come first; then weeks, months and years, which may mean one of those
    days; then what is told without a time, which is the story's own event or stands by itself.
    """
    occasions: tuple[Occasion, ...] = ()
    timed = [r for r in reports if r.days and _is_one_time(r)]
    for report in sorted(timed, key=lambda r: not r.is_of_a_day):
        occasions = _with_dated(occasions, report)
    own = _own_event(occasions)
    single = [_as_news(r) for r in reports if r.manner not in _MANY and r not in _placed(occasions)]
    stretches = (r for r in single if r.days and _length(r) <= _reach(r))
    for report in sorted(stretches, key=_length):
        occasions = _with_stretch(occasions, report, own)
    for report in (r for r in single if not r.days):
        occasions = _with_undated(occasions, report)
    return _numbered_news(occasions)


def _is_one_time(report: Report) -> bool:
    """Say whether a report tells of a day, or of one event of a week: "on two occasions this week" tells of none."""
    return report.is_of_a_day or (report.manner is not Manner.HABIT and _length(report) <= _WEEK)


def is_counted(report: Report) -> bool:
    """Say whether a number names an event: all count nuclear tests alike, but not missiles."""
    return "-nuclear-" in report.told.thread


def _as_news(report: Report) -> Report:
    """Give "its ninth missile this year" as the story's news: the year is that of the count.

    "The latest test, following those of 2006 and 2009" is none of these.
    """
    if report.manner is Manner.LATEST and report.days and report.published:
        is_old = report.days[1] < report.published - _RARE_LATEST
        inside = str(report.days[1].year) in report.told.words  # else it stands right behind them
        return replace(report, days=None) if is_old and inside else report
    within = (
        report.days and report.published and report.days[0] <= report.published <= report.days[1]
    )
    is_count = report.ordinal is not None and not is_counted(report) and _length(report) > _MONTH
    return replace(report, days=None, ordinal=None) if is_count and within else report


def _placed(occasions: Iterable[Occasion]) -> list[Report]:
    return [report for occasion in occasions for report in occasion.reports]


def _length(report: Report) -> timedelta:
    return report.days[1] - report.days[0] if report.days else timedelta()


def _reach(report: Report) -> timedelta:
    return _YEAR if is_counted(report) else _MONTH


def _with_dated(occasions: tuple[Occasion, ...], report: Report) -> tuple[Occasion, ...]:
    """Add a report of a day or a week: reports of the same days are of one occasion, and of two days of one of them."""
    nearly = _length(report) == DAY
    same = next((o for o in occasions if o.days == report.days and fits(o, report)), None)
    if not same and nearly:
        same = next(
            (o for o in occasions if _overlap(o.days, report.days) and fits(o, report)), None
        )
    basis = Basis.DAY if report.is_of_a_day else Basis.STRETCH
    return _joined(occasions, same, report) if same else _opened(occasions, basis, report)


def _with_stretch(
    occasions: tuple[Occasion, ...], report: Report, own: Occasion | None
) -> tuple[Occasion, ...]:
    """Add a report of a month or a year: it means a day or a shorter stretch that is told in it, if there is but one.

    The story's own event is not what it calls "earlier this month".
    """
    inside = [
        o
        for o in occasions
        if (own is None or o.days != own.days)
        and (o.basis is Basis.DAY or _is_shorter(o.days, report.days))
        and _overlap(o.days, report.days)
        and fits(o, report)
    ]
    same = inside[0] if len(inside) == 1 else None
    return _joined(occasions, same, report) if same else _with_dated(occasions, report)


def _with_undated(occasions: tuple[Occasion, ...], report: Report) -> tuple[Occasion, ...]:
    """Add a report without a time: by its number, else to the story's own event, else as its news."""
    own = _own_event(occasions)
    if report.ordinal:
        return _with_numbered(occasions, report, own)
    if report.manner is Manner.EARLIER:
        return occasions
    if own:
        return _joined(occasions, own, report) if fits(own, report) else occasions
    if report.published is None:
        return occasions
    if is_counted(report) and (rare := _only_recent(occasions, report)):
        return _joined(occasions, rare, report)
    news = next((o for o in occasions if o.basis is Basis.NEWS and fits(o, report)), None)
    return _joined(occasions, news, report) if news else _opened(occasions, Basis.NEWS, report)


def _only_recent(occasions: Iterable[Occasion], report: Report) -> Occasion | None:
    """Give the one nuclear test of the year before that the story dates, if it dates one."""
    last = report.published or date.min
    dated = [o for o in occasions if o.basis in {Basis.DAY, Basis.STRETCH} and fits(o, report)]
    recent = [o for o in dated if o.days and last - _RARE_LATEST <= o.days[1] <= last]
    return recent[0] if len(recent) == 1 else None


def _with_numbered(
    occasions: tuple[Occasion, ...], report: Report, own: Occasion | None
) -> tuple[Occasion, ...]:
    """Add "its sixth nuclear test"; "its first ICBM test" may be any."""
    if not is_counted(report):
        return occasions
    same = next((o for o in occasions if report.ordinal in o.ordinals), None)
    if not same and own and not own.ordinals and fits(own, report):
        same = own
    return _joined(occasions, same, report) if same else _opened(occasions, Basis.NUMBER, report)


def _numbered_news(occasions: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """Give the story's news the number that the story tells, where there is one of each."""
    news = [o for o in occasions if o.basis is Basis.NEWS]
    numbers = [o for o in occasions if o.basis is Basis.NUMBER]
    if len(news) != 1 or len(numbers) != 1 or news[0].ordinals:
        return occasions
    joined = replace(news[0], reports=(*news[0].reports, *numbers[0].reports))
    return (*(o for o in occasions if o not in (news[0], numbers[0])), joined)


def _own_event(occasions: Iterable[Occasion]) -> Occasion | None:
    """Give the event of the story's own days: of the newest ones that which most of its statements tell of."""
    own = [o for o in occasions if o.basis is Basis.DAY and _is_fresh(o)]
    return max(own, key=lambda o: (_lies_within(o, _NEWEST), len(o.reports), o.days), default=None)


def _is_fresh(occasion: Occasion) -> bool:
    """Say whether an event may be the story's own; what lies longer back and is told but once is background."""
    often = len(occasion.reports) > 1
    return _lies_within(occasion, _OWN if often else _NEWS)


def _lies_within(occasion: Occasion, back: timedelta) -> bool:
    day, days = occasion.published, occasion.days
    return bool(day and days and day - back <= days[0] <= day + DAY)


def fits(occasion: Occasion, report: Report) -> bool:
    """Say whether a report can be of an occasion, by the weapon and the number."""
    if occasion.ordinals and report.ordinal and report.ordinal not in occasion.ordinals:
        return False
    return all(may_be_one(kinds, report.kinds) for kinds in occasion.kinds)


def _is_shorter(mine: Days | None, others: Days | None) -> bool:
    return bool(mine and others and mine[1] - mine[0] < others[1] - others[0])


def _overlap(mine: Days | None, others: Days | None) -> bool:
    return bool(mine and others and mine[0] <= others[1] and others[0] <= mine[1])


def _joined(occasions: tuple[Occasion, ...], one: Occasion, report: Report) -> tuple[Occasion, ...]:
    reports = (*one.reports, report)
    days = _news_days(reports) if one.basis is Basis.NEWS else one.days
    changed = replace(one, reports=reports, days=days)
    return tuple(changed if o is one else o for o in occasions)


def _opened(occasions: tuple[Occasion, ...], basis: Basis, report: Report) -> tuple[Occasion, ...]:
    days = _news_days((report,)) if basis is Basis.NEWS else report.days
    return (*occasions, Occasion(basis=basis, days=days, reports=(report,)))


def _news_days(reports: Sequence[Report]) -> Days | None:
    day, is_latest = reports[0].published, any(r.manner is Manner.LATEST for r in reports)
    plain, latest = (_RARE_NEWS, _RARE_LATEST) if is_counted(reports[0]) else (_NEWS, _LATEST)
    return (day - (latest if is_latest else plain), day + DAY) if day else None
