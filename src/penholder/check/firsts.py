"""Checks firsts: "its first ICBM in more than four years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from penholder.check.answers import launches_of_others, not_covered, undecided
from penholder.check.flights import flown
from penholder.check.gaps import read_gap
from penholder.check.overflights import first_over
from penholder.model.claim import IN_OFFICE, Comparator, FirstAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.counting import CountingRule, launches_under, rules_for, rules_of_system
from penholder.records.launches import Launch
from penholder.records.load import Records
from penholder.records.offices import leaders_named

Days = tuple[date, date]

_DAY = timedelta(days=1)
_FIRM = date(2017, 1, 1)  # from here on the record has nearly every launch
# Launches of one burst are told of as one event: "last fired missiles" skips those of these days.
_BURST = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranked:
    """A launch, the one before it, and those between that another rule counts."""

    rule: CountingRule
    event: Launch
    before: Launch

    @property
    def gap(self) -> int:
        return (self.event.days()[0] - self.before.days()[0]).days

    @property
    def told(self) -> str:
        return (
            f"By {self.rule.label}, the one before {self.event.date_local}"
            f" was on {self.before.date_local}, {self.gap} days earlier."
        )


def check_first(asked: FirstAsked, day: str | None, records: Records) -> Verdict:
    """Say whether a launch was the first of its kind since the day, or in the time, that is named.

    One rule of counting that agrees supports the claim; it is contradicted where the words name
    the day of the launch before and every rule has a later one.
    """
    named = asked.event_when or day
    when = When(named).days() if named else None
    covered = records.coverage["launches"]
    if asked.actor != "PRK":
        return launches_of_others()
    if when is None:
        return undecided("The record cannot rank these launches by itself.")
    if not covered.touches(*when):
        return not_covered(covered.told)
    if asked.rank in _MEASURES:
        return _farthest(_MEASURES[asked.rank], when, records)
    return _by_rules(asked, when, day, records)


def _by_rules(asked: FirstAsked, when: Days, day: str | None, records: Records) -> Verdict:
    """Rank a launch under every rule that its noun can mean; a nuclear test by its shock."""
    if asked.rank == "largest":
        return _largest(asked, when, records)
    if asked.over:
        return first_over(asked, (when, *_days_told(day)), records)
    rules = rules_for(asked.noun, "first", asked.kinds)
    if asked.system:
        rules = rules_of_system(rules, asked.system, records)
    whens = (when, *_days_told(day))
    return (
        _last(when, day, rules, records)
        if asked.rank == "last"
        else _ranked_first(asked, whens, rules, records)
    )


def _ranked_first(
    asked: FirstAsked,
    whens: Sequence[Days],
    rules: Sequence[CountingRule],
    records: Records,
) -> Verdict:
    """Rank the launch of the day that is told, else that of the story's day or of those just before."""
    when = whens[0]
    if when[0] < _FIRM:
        return undecided(f"Before {_FIRM} the record lacks launches, and cannot rank these.")
    clean = "successful" in asked.noun and "unsuccessful" not in asked.noun
    found = ([_ranked(rule, one, records, clean) for rule in rules] for one in whens)
    ranked = next(filter(None, ([one for one in row if one] for row in found)), [])
    if not ranked:
        return undecided(f"The record has no such launch on {when[0]}.")
    if asked.narrowed:
        return undecided("The words name fewer launches than the record tells apart.")
    if asked.rank == "first_of":
        return _first_of(asked, ranked, records)
    return _first(asked, ranked, records)


def _days_told(day: str | None) -> Iterator[Days]:
    """Yield the story's days, then each of the days before of which it can still tell."""
    days = When(day).days() if day else None
    if days:
        yield days
        yield from ((days[0] - back * _DAY, days[0] - back * _DAY) for back in (1, 2))


def _first_of(asked: FirstAsked, ranked: Sequence[_Ranked], records: Records) -> Verdict:
    """Say whether no launch came before it in the year, or in the term, that is named."""
    start = _start_of(asked.since or "", ranked[0].event.date_local, records)
    if start and start > ranked[0].event.days()[1]:  # "of the year" is that of the launch
        start = start.replace(year=ranked[0].event.days()[0].year)
    if start is None:
        return undecided("The days that are meant cannot be told from the story.")
    best = next((one for one in ranked if one.before.days()[1] < start), None)
    one = best or ranked[0]
    rows = (one.before.row, one.event.row)
    if best or all(one.before.days()[0] > start + _DAY for one in ranked):
        if asked.system and not best:  # which weapon flew is often told in two ways
            return undecided(one.told, rows)
        ruling = Ruling.SUPPORTED if best else Ruling.CONTRADICTED
        return Verdict(ruling=ruling, reason=one.told, rows=rows, rule=one.rule.id)
    return undecided(one.told, rows)


def _start_of(since: str, day: str, records: Records) -> date | None:
    """Give the first day of a year or month, or of the latest term of somebody."""
    who = since.partition(IN_OFFICE)[2]
    if who:
        terms = leaders_named(records, who, day)
        return terms[-1].starts[0] if terms else None
    days = When(since).days()
    return days[0] if days else None


def _ranked(rule: CountingRule, when: Days, records: Records, clean: bool) -> _Ranked | None:
    """Give the launch of some days with the one before it; clean: of those that did not fail."""
    launches = [x for x in launches_under(records, rule) if not (clean and x.failed)]
    now = [x for x in launches if when[0] <= x.days()[0] <= when[1] + _DAY]
    before = [x for x in launches if now and x.days()[0] < now[0].days()[0]]
    return _Ranked(rule=rule, event=now[0], before=before[-1]) if before else None


def _first(asked: FirstAsked, ranked: Sequence[_Ranked], records: Records) -> Verdict:
    best = next((one for one in ranked if _holds(asked, one)), None)
    if best:
        others = [one.rule for one in ranked if not _holds(asked, one)]
        between = {rule.label: _between(best, rule, records) for rule in others}
        told = [f"{label} add {days}." for label, days in between.items() if days]
        return Verdict(
            ruling=Ruling.SUPPORTED,
            reason=" ".join([best.told, *told]),
            rows=(best.before.row, best.event.row),
            rule=best.rule.id,
        )
    reason = " ".join(one.told for one in ranked[:2])
    rows = (ranked[0].before.row, ranked[0].event.row)
    sure = asked.sure and not asked.system and not any(one.rule.loose for one in ranked)
    if sure and all(_is_after(one, asked) for one in ranked):
        return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=rows, rule=ranked[0].rule.id)
    return undecided(reason, rows)


def _between(best: _Ranked, rule: CountingRule, records: Records) -> str:
    """List the days between a launch and the one before it that another rule counts as well."""
    first, last = best.before.days()[1], best.event.days()[0]
    launches = launches_under(records, rule)
    return ", ".join(x.date_local for x in launches if first < x.days()[0] < last)


def _is_after(one: _Ranked, asked: FirstAsked) -> bool:
    """Say whether the launch before surely came after the day since when there was none."""
    since = When(asked.since).days() if asked.since else None
    known = not one.before.reported_by.startswith(
        "disclosed"
    )  # else the story could not know of it
    return known and since is not None and one.before.days()[0] > since[1] + timedelta(days=31)


def _holds(asked: FirstAsked, one: _Ranked) -> bool:
    if asked.since:
        since = When(asked.since).days()
        return since is not None and since[0] - _DAY <= one.before.days()[1] <= since[1] + _DAY
    gap = read_gap(asked.gap)
    if gap is None:
        return False
    if asked.comparator in {Comparator.LESS_THAN, Comparator.MORE_THAN, Comparator.ABOUT}:
        return gap.fits(one.gap, asked.comparator)
    return gap.is_first_after(one.gap)


def _last(when: Days, day: str | None, rules: Sequence[CountingRule], records: Records) -> Verdict:
    """Say whether the last launch before the story's days lies where the words put it."""
    today = (When(day).days() if day else None) or when
    limits = (today[0] - _BURST, today[0] - _DAY, today[0])
    for rule, limit in product(rules, limits):
        earlier = [x for x in launches_under(records, rule) if x.days()[1] < limit]
        if earlier and when[0] <= earlier[-1].days()[1] and earlier[-1].days()[0] <= when[1]:
            return Verdict(
                ruling=Ruling.SUPPORTED,
                reason=f"By {rule.label}, the last before the story was on {earlier[-1].date_local}.",
                rows=(earlier[-1].row,),
                rule=rule.id,
            )
    return undecided("No rule of counting has its last launch before the story on that day.")


_MEASURES = {"longest": "range", "highest": "altitude"}


def _farthest(measure: str, when: Days, records: Records) -> Verdict:
    """Compare how far, or how high, a launch flew with every one before it."""
    flights = [x for x in records.launches if "ballistic" in x.kinds and flown(x, measure)]
    now = [x for x in flights if when[0] - _DAY <= x.days()[0] <= when[1] + _DAY]
    here = max(now, key=lambda x: flown(x, measure) or 0, default=None)
    if here is None:
        return undecided("The record does not say how far the launches of that day flew.")
    earlier = [x for x in flights if x.days()[0] < here.days()[0]]
    rival = max(earlier, key=lambda x: flown(x, measure) or 0, default=here)
    most, before = flown(here, measure) or 0, flown(rival, measure) or 0
    told = (
        f"{here.date_local}: {most} km; the most before it was {before} km on {rival.date_local}."
    )
    rows = (here.row, rival.row)
    if rival is here or most > before:
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=rows)
    return undecided(told, rows)


def _largest(asked: FirstAsked, when: Days, records: Records) -> Verdict:
    """Compare nuclear tests by the shock that they gave; no record measures the power of missiles."""
    if "nuclear" not in asked.kinds:
        return undecided("The record does not measure how large or powerful missiles are.")
    tests = [t for t in records.nuclear_tests if date.fromisoformat(t.date_local) <= when[1] + _DAY]
    if not tests:
        return undecided("The record has no nuclear test before that day.")
    largest = max(tests, key=lambda test: test.magnitude)
    latest = tests[-1]
    told = f"The test of {latest.date_local} gave a shock of {latest.magnitude}"
    rows: tuple[Row, ...] = (latest.row,)
    if latest is largest:
        return Verdict(
            ruling=Ruling.SUPPORTED, reason=f"{told}, the most until then (USGS).", rows=rows
        )
    return undecided(f"{told}, and that of {largest.date_local} {largest.magnitude}.", rows)
