"""Holds the day that words give a vote to that of the vote: in New York, or where it was the next day already."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from penholder.check.words import day_of
from penholder.model.claim import Claim, ResolutionAsked, TallyAsked, VetoAsked
from penholder.model.reading import Reading
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote
from penholder.records.votes import vote_with
from penholder.tables.load import load_toml

_DAY = timedelta(days=1)
# A day that words name: "on Friday", "on 22 December". "Today" is that of the story, which may be dated later.
_NAMED = re.compile(r"\d|day\b(?<!today)", re.IGNORECASE)
_PARTS = re.compile(r"\s*[/,&]\s*|\s+and\s+")


def with_day_of_vote(verdict: Verdict, claim: Claim, reading: Reading, records: Records) -> Verdict:
    """Leave a claim open whose words put a vote on the day after it, unless it was that day where the story was written."""
    vote = _day_before(verdict, claim, reading, records)
    if vote is None:
        return verdict
    ahead = is_ahead(reading.story.dateline_place, reading.story.outlet or reading.story.credit)
    if verdict.ruling is Ruling.SUPPORTED and ahead:
        return replace(verdict, reason=f"{verdict.reason} {_AHEAD}")
    if verdict.ruling is Ruling.SUPPORTED or (ahead and _is_date(claim)):
        told = f"{verdict.reason} In New York it was {day_of(vote.date)}, the day before the one that is named."
        return replace(verdict, ruling=Ruling.UNDECIDED, reason=told)
    return verdict


_AHEAD = "That is the day in New York; where the story was written the next one had begun."


def is_ahead(dateline: str | None, outlet: str | None) -> bool:
    """Say whether a story was written where a vote in New York is one of the next day; its dateline tells more than its outlet."""
    if dateline:
        return all(part.casefold() in _places() for part in _PARTS.split(dateline.strip()))
    return bool(outlet and _outlets().search(outlet))


@cache
def _places() -> frozenset[str]:
    return frozenset(place.casefold() for place in load_toml("ahead")["places"])


@cache
def _outlets() -> re.Pattern[str]:
    names = "|".join(map(re.escape, load_toml("ahead")["outlets"]))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def _is_date(claim: Claim) -> bool:
    """Say whether a claim is that a resolution was adopted on a day."""
    return isinstance(claim.asked, ResolutionAsked) and claim.asked.fact == "date"


def _day_before(verdict: Verdict, claim: Claim, reading: Reading, records: Records) -> Vote | None:
    """Give the one vote that the verdict rests on, where it was the day before the one that the claim's words name."""
    named = _named_day(claim, reading)
    if named is None or len(verdict.rows) != 1:
        return None
    table, key = verdict.rows[0].table, verdict.rows[0].key
    vote = vote_with(records, key) if table == "votes" else None
    if vote is None or named.isoformat() in vote.other_dates:
        return None
    return vote if date.fromisoformat(vote.date) == named - _DAY else None


def _named_day(claim: Claim, reading: Reading) -> date | None:
    """Give the day that the words of a claim name themselves, and that it asks about."""
    asked = claim.asked
    if not isinstance(asked, TallyAsked | VetoAsked | ResolutionAsked) or not asked.when:
        return None
    inside = (time for time in reading.times if claim.span.covers(time.span))
    said = any(time.value[:10] == asked.when[:10] and _NAMED.search(time.text) for time in inside)
    days = When(asked.when[:10]).days()
    return days[0] if said and days and days[0] == days[1] else None
