"""A story becomes a reading: everything that `find` finds, stage by stage."""

from __future__ import annotations

from penholder.find.claims import find_claims
from penholder.find.names import find_names
from penholder.find.quotes import find_quotes
from penholder.find.statements import find_statements
from penholder.find.times import find_times
from penholder.model.reading import Reading
from penholder.model.story import Story


def find_all(story: Story) -> Reading:
    """Give the story with its mentions, times, quotes, statements and claims."""
    mentions = tuple(find_names(story))
    times = tuple(find_times(story))
    quotes = tuple(find_quotes(story, mentions))
    statements = tuple(find_statements(story, mentions, times, quotes))
    claims = tuple(find_claims(story, mentions, times, quotes, statements))
    return Reading(
        story=story,
        mentions=mentions,
        times=times,
        quotes=quotes,
        statements=statements,
        claims=claims,
    )
