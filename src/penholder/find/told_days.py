"""The day of the test that a sentence speaks of."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import any_of
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.model.statement import Polarity, SaidWhen, Statement, StatementKind
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
    own = [test for test in tests if not _is_earlier(found, test)]
    dated = [test.when for test in own[::-1] if test.when and not _is_followed(test.when)]
    days = [when.value for when in dated if _is_day(when.value)]
    return days[0].split("T")[0] if days else None


def _is_earlier(found: Found, test: Statement) -> bool:
    """Say whether a test is told as one that another follows: "…, following a launch on Jan. 6"."""
    lead = found.text[max(0, test.span.start - _LEAD) : test.span.start]
    return bool(_follows().search(lead) or _opens().match(test.text))


# Characters before a test in which "after a" stands.
_LEAD = 24


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(rf",\s+{_words()}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"{_words()}\s", re.IGNORECASE)


def _words() -> str:
    return any_of([*load_toml("told_after")["after"], "since"])


def _is_followed(when: SaidWhen) -> bool:
    """Say whether a test is dated by the later one that follows it: "came a day after the North fired"."""
    return (
        bool(when.text)
        and str(when.text).split()[-1].casefold() in load_toml("told_after")["after"]
    )


def _is_day(value: str) -> bool:
    days = When(value).days()
    return days is not None and days[0] == days[1]
