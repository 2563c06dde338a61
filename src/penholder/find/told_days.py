"""The day of the test that a sentence speaks of."""

from __future__ import annotations

from penholder.find.found import Found
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind
from penholder.model.when import When


def event_day(found: Found, sentence: Span, actor: ActorId | None) -> str | None:
    """Give the day of the test that a sentence speaks of, told in it or last told before it."""
    tests = [
        statement
        for statement in found.statements
        if statement.kind is StatementKind.WEAPON_TEST
        and statement.polarity is Polarity.ASSERTED
        and statement.span.start < sentence.end
        and actor in {one.state or one.id for one in statement.actor}
    ]
    days = [test.when.value for test in tests[::-1] if test.when and _is_day(test.when.value)]
    return days[0].split("T")[0] if days else None


def _is_day(value: str) -> bool:
    days = When(value).days()
    return days is not None and days[0] == days[1]
