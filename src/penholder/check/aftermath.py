"""Tells what the record says came after a story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from penholder.check.outcomes import explain_vote
from penholder.check.votes import votes_on
from penholder.model.actor import ActorKind
from penholder.model.reading import Reading
from penholder.model.statement import Polarity, StatementKind
from penholder.records.load import Records

# Days after a story in which a vote is likely to be on the draft that it tells of.
_SOON = timedelta(days=60)
_DRAFTS = frozenset({StatementKind.DRAFT_RESOLUTION, StatementKind.VOTE})


def find_aftermath(reading: Reading, records: Records) -> Iterator[str]:
    """Yield the next vote on the subject of a draft or a vote that the story says is to come."""
    story_date = reading.story.date
    planned = [
        s
        for s in reading.statements
        if s.kind in _DRAFTS
        and (s.kind is StatementKind.DRAFT_RESOLUTION or s.polarity is Polarity.PLANNED)
    ]
    if not planned or story_date.precision != "day" or story_date.value is None:
        return
    day = date.fromisoformat(story_date.value)
    states = dict.fromkeys(m.actor.id for m in reading.mentions if m.actor.kind is ActorKind.STATE)
    for state in states:
        for vote in votes_on(records, state):
            if day < date.fromisoformat(vote.date) <= day + _SOON:
                yield f"{vote.draft or vote.symbol} was put to the vote on {vote.date}. {explain_vote(vote, records)}"
                return
