"""Counts vetoes on each basis that stories use; records.vetoes counts those of one member for look-ups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from penholder.check.answers import undecided
from penholder.check.comparing import number_holds
from penholder.check.titles import states_of, war_of
from penholder.check.votes import with_doubts
from penholder.check.words import names_of
from penholder.model.claim import Comparator, VetoAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote
from penholder.records.vetoes import meeting_of

# An ordinal counts up to its veto, told up to so many days later.
_TOLD = timedelta(days=3)
# A number this far above every basis can be none of them: three, of large numbers a half.
_OFF, _SHARE = 3, 2
_EVERY = "every vote, amendments too"
_GROWTH = frozenset({Comparator.EXACT, Comparator.AT_LEAST, Comparator.MORE_THAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One way of counting vetoes, and what it gives: before the last days, and with them."""

    label: str
    before: int
    number: int


def check_veto_count(asked: VetoAsked, number: int, day: str | None, records: Records) -> Verdict:
    """Support a number that one basis gives; an inequality has to hold on all of them."""
    ends = [end for end in (_day(asked.when), _day(day)) if end]
    until = min(ends, default=None)
    if until is None:
        return undecided("The day up to which the vetoes are counted cannot be told.", _EDGES)
    since = since_day(asked.since, until)
    votes = vetoes_of(asked, records, since, until)
    bases = _bases(asked, votes, records, until)
    told = with_doubts(_tell(asked, bases, since, until), *_doubted(asked, records, since, until))
    rows = tuple(vote.row for vote in votes) or _EDGES
    exact = asked.comparator is Comparator.EXACT
    if agreeing := [one for one in bases if _agrees(asked, number, one)]:
        if exact and asked.subject and all(one.label == _EVERY for one in agreeing):
            return undecided(f"True only if amendments are counted. {told}", rows)
        if exact or len(agreeing) == len(bases):
            lead = f"True, counting {agreeing[0].label}" if exact else "True on every basis"
            return Verdict(ruling=Ruling.SUPPORTED, reason=f"{lead}. {told}", rows=rows)
        return undecided(f"True on one basis and not on another. {told}", rows)
    most = _most(asked, bases, records, since, until)
    most += len(_doubted(asked, records, since, until))
    if asked.comparator in _GROWTH and number > most + max(_OFF, most // _SHARE):
        return Verdict(
            ruling=Ruling.CONTRADICTED, reason=f"No basis gives {number}. {told}", rows=rows
        )
    return undecided(f"No basis gives {number}. {told}", rows)


def vetoes_of(
    asked: VetoAsked, records: Records, since: date | None, until: date
) -> tuple[Vote, ...]:
    """Give the votes that all of those named vetoed, on the subject, between two days."""
    first = since.isoformat() if since else ""
    votes = (v for v in records.votes if v.vetoed_by and first <= v.date <= until.isoformat())
    cast = (v for v in votes if set(asked.actors) <= set(v.vetoed_by))
    subject = set(asked.subject)
    return tuple(v for v in cast if not subject or states_of(records, v) & subject)


def _doubted(
    asked: VetoAsked, records: Records, since: date | None, until: date
) -> tuple[Vote, ...]:
    """Give the votes of the time of which it is open whether those named vetoed them."""
    first = since.isoformat() if since else ""
    inside = (v for v in records.votes if v.veto_in_doubt and first <= v.date <= until.isoformat())
    return tuple(v for v in inside if set(asked.actors) & {*v.against, *v.vetoed_by})


def since_day(since: str | None, until: date) -> date | None:
    """Give the first day that is counted: of a partial date, or so many years before."""
    if since and since.startswith("P") and since[1:-1].isdigit() and since.endswith("Y"):
        return until - timedelta(days=366 * int(since[1:-1]))
    days = When(since).days() if since else None
    return days[0] if days else None


def is_amendment(vote: Vote) -> bool:
    """Say whether a vote was on an amendment or a part of a draft, not on a draft."""
    words = f"{vote.draft} {vote.subject}".casefold()
    return "amendment" in words or "paragraph" in words or "(para" in words


def _most(
    asked: VetoAsked,
    bases: Sequence[Basis],
    records: Records,
    since: date | None,
    until: date,
) -> int:
    """Give the most that any basis can give: the words may mean vetoes on every subject."""
    every = [
        vetoes_of(replace(asked, subject=(), actors=(one,)), records, since, until)
        for one in asked.actors
    ]
    # "Russia and China have cast 140": the vetoes of each, together.
    return max(sum(map(len, every)), *(one.number for one in bases))


_EDGES = (Row("coverage", "votes"),)


def _bases(
    asked: VetoAsked, votes: Sequence[Vote], records: Records, until: date
) -> tuple[Basis, ...]:
    drafts = [vote for vote in votes if not is_amendment(vote)]
    bases = [_basis("drafts", drafts, until), _basis(_EVERY, votes, until)]
    if not asked.since and (war := war_of(asked.subject)):
        later = [vote for vote in drafts if vote.date >= war]
        bases.append(_basis(f"drafts since {war}", later, until))
    if not asked.subject:
        bases.append(_basis("meetings with a veto", votes, until, key=meeting_of))
        bases.append(_library(asked, drafts, records, until))
    return tuple(bases)


def _basis(
    label: str,
    votes: Sequence[Vote],
    until: date,
    key: Callable[[Vote], str] = lambda vote: str(vote.vote_id),
) -> Basis:
    early = (until - _TOLD).isoformat()
    return Basis(
        label=label,
        before=len({key(vote) for vote in votes if vote.date < early}),
        number=len({key(vote) for vote in votes}),
    )


def _library(asked: VetoAsked, drafts: Sequence[Vote], records: Records, until: date) -> Basis:
    """Count by the UN library's list as far as it goes, and go on with the drafts since."""
    first = drafts[0].date if drafts and asked.since else ""
    last = records.coverage["vetoes"].last.isoformat()
    listed = [
        veto.date
        for veto in records.vetoes
        if set(asked.actors) <= set(veto.vetoed_by) and first <= veto.date <= until.isoformat()
    ]
    days = [*listed, *(vote.date for vote in drafts if vote.date > last)]
    early = (until - _TOLD).isoformat()
    return Basis(
        label="the UN library's list",
        before=sum(1 for day in days if day < early),
        number=len(days),
    )


def _agrees(asked: VetoAsked, number: int, basis: Basis) -> bool:
    if asked.comparator is not Comparator.EXACT:
        return number_holds(number, asked.comparator, basis.number)
    return number == basis.number or basis.before < number <= basis.number


def _tell(asked: VetoAsked, bases: Sequence[Basis], since: date | None, until: date) -> str:
    who = names_of(asked.actors)
    about = f" on {names_of(asked.subject)}" if asked.subject else ""
    start = f"from {since} " if since else ""
    counts = "; ".join(f"{one.number} by {one.label}" for one in bases)
    return f"Vetoes by {who}{about}, {start}to {until}: {counts}."


def _day(when: str | None) -> date | None:
    days = When(when).days() if when else None
    return days[1] if days else None
