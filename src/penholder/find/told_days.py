"""The day of the test that a sentence speaks of."""

from __future__ import annotations

from penholder.find.found import Found
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.model.statement import Polarity, SaidWhen, StatementKind
from penholder.model.when import When
from penholder.tables.load import load_toml


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
    dated = [test.when for test in tests[::-1] if test.when and not _is_followed(test.when)]
    days = [when.value for when in dated if _is_day(when.value)]
    return days[0].split("T")[0] if days else None


def _is_followed(when: SaidWhen) -> bool:
    """Say whether a test is dated by the later one that follows it: "came a day after the North fired"."""
    return (
        bool(when.text)
        and str(when.text).split()[-1].casefold() in load_toml("told_after")["after"]
    )


def _is_day(value: str) -> bool:
    days = When(value).days()
    return days is not None and days[0] == days[1]
