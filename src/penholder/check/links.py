"""Joins statements to the one row of the record that they report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from penholder.check.titles import states_of
from penholder.check.votes import votes_near
from penholder.model.reading import Link, Reading
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When
from penholder.records.launches import Clock, Launch
from penholder.records.load import Records, Vote
from penholder.records.votes import votes_of_symbol as votes_of

# A statement that covers more days than a month tells of many events, not of one.
_LONGEST = 31
_VOTED = {
    StatementKind.VOTE: {"adopted", "vetoed", "failed"},
    StatementKind.VETO: {"vetoed"},
    StatementKind.ADOPTION: {"adopted"},
}
# What a word for a weapon can mean among the kinds of the record.
_MEANS = {"icbm": {"icbm_flight"}, "missile": {"ballistic", "cruise"}, "projectile": {"ballistic"}}
_FIRED = frozenset({"ballistic", "cruise", "slv", "nuclear"})


def link_statements(reading: Reading, records: Records) -> Mapping[int, Link]:
    """Give, by the statement's place, the row that it reports; none where several could be meant."""
    return dict(_links(reading, records))


def _links(reading: Reading, records: Records) -> Iterator[tuple[int, Link]]:
    for place, statement in enumerate(reading.statements):
        if statement.polarity is not Polarity.ASSERTED:
            continue
        if statement.kind is StatementKind.WEAPON_TEST:
            link = _launch(statement, reading, records)
        else:
            link = _vote(statement, reading, records)
        if link:
            yield place, link


def _launch(statement: Statement, reading: Reading, records: Records) -> Link | None:
    days = _days(statement, reading)
    if days is None or "PRK" not in {actor.id for actor in statement.actor}:
        return None
    fired = launches_meant(statement, records)
    for clock in Clock:
        events = [x for x in fired if days[0] <= x.days(clock)[0] and x.days(clock)[1] <= days[1]]
        if len({x.date_local for x in events}) == 1:
            return _to_launch(events, statement)
    return None


def launches_meant(statement: Statement, records: Records) -> tuple[Launch, ...]:
    """Give the launches of every day that a statement's weapon can mean."""
    weapon = statement.detail.get("weapon")
    kinds = _MEANS.get(weapon, {weapon}) if weapon else _FIRED
    return tuple(x for x in records.launches if x.kinds & kinds and x.numbered)


def _to_launch(events: Sequence[Launch], statement: Statement) -> Link:
    first = events[0]
    said = statement.when.text if statement.when else None
    words = f'in the days that "{said}" names' if said else "on the story's day"
    named = first.system not in {"", "unknown"}
    what = first.system if named else f"{first.cls or 'a weapon'}, system unknown"
    which = "the only one" if len(events) == 1 else f"one of {len(events)} firings of the only day"
    return Link(row=first.row, day=first.date_local, note=f"{what}, {which} {words}.")


def _vote(statement: Statement, reading: Reading, records: Records) -> Link | None:
    outcomes = _VOTED.get(statement.kind)
    if outcomes is None:
        return None
    symbol = statement.detail.get("symbol")
    found = votes_of(records, symbol) if symbol else _votes_of_day(statement, reading, records)
    votes = [vote for vote in found if vote.outcome in outcomes]
    if len(votes) != 1:
        return None
    vote, why = votes[0], "has that symbol" if symbol else "is the only such vote of these days"
    note = f"{vote.symbol or vote.draft}, {vote.outcome} {vote.tally}, {why}."
    return Link(row=vote.row, day=vote.date, note=note)


def _votes_of_day(statement: Statement, reading: Reading, records: Records) -> Sequence[Vote]:
    """Give the votes on the states that the story names, on the days that the statement gives."""
    if statement.when is None or _days(statement, reading) is None:
        return ()
    near = votes_near(records, statement.when.value)
    states = {m.actor.state or m.actor.id for m in reading.mentions}
    return [vote for vote in near if not states.isdisjoint(states_of(records, vote))]


def _days(statement: Statement, reading: Reading) -> tuple[date, date] | None:
    """Give the days that the statement allows: no later than the story's."""
    days = When(statement.when.value).days() if statement.when else None
    told = When(reading.story.date.value).days() if reading.story.date.value else None
    if days is None or told is None:
        return None
    last = min(days[1], told[1])
    return (days[0], last) if (last - days[0]).days <= _LONGEST else None
