"""What a statement reports, as far as merging asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from penholder.merge.manners import Manner, is_of_the_evening, manner_of
from penholder.merge.weapons import Kinds, kinds_of
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When

Days = tuple[date, date]

# What is said is not an event here: it stays with the story, as a statement.
_SAID = frozenset({StatementKind.STATEMENT, StatementKind.OTHER})
# These are told of again without their day: "the vote", "after its latest launch".
_RETOLD = frozenset({StatementKind.WEAPON_TEST})
# The Council acts, whichever member a story names.
_OF_COUNCIL = frozenset({StatementKind.VETO, StatementKind.VOTE, StatementKind.ADOPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One statement of an event. Only reports of one `thread` can be of one event."""

    statement: Statement
    thread: str  # "weapon_test-nuclear-PRK": the kind of event and whose it is
    published: date | None
    days: Days | None  # None: the statement does not say
    kinds: Kinds  # of the weapon
    ordinal: int | None
    manner: Manner
    evening: bool

    @property
    def is_of_a_day(self) -> bool:
        """Say whether the statement names one day."""
        return self.days is not None and self.days[0] == self.days[1]


def read_reports(
    statements: Iterator[Statement], published: Mapping[str, str | None]
) -> Iterator[Report]:
    """Yield what each statement reports; those that were not done, or are only said, report nothing.

    Args:
        statements: of any stories.
        published: the day of each story, by its id; missing where it is unknown.
    """
    for statement in statements:
        if statement.kind in _SAID or statement.polarity is not Polarity.ASSERTED:
            continue
        if not statement.actor or not (statement.when or statement.kind in _RETOLD):
            continue
        yield _report(statement, published.get(statement.story))


def _report(statement: Statement, published: str | None) -> Report:
    is_test = statement.kind is StatementKind.WEAPON_TEST
    weapon = _weapon(statement) if is_test else None
    told = f"{statement.text} {statement.when.text or ''}" if statement.when else statement.text
    return Report(
        statement=statement,
        thread=_thread(statement, weapon),
        published=_day(published),
        days=When(statement.when.value).days() if statement.when else None,
        kinds=kinds_of(weapon) if is_test else frozenset(),
        ordinal=int(statement.detail["ordinal"]) if "ordinal" in statement.detail else None,
        manner=manner_of(statement.text) if is_test else Manner.PLAIN,
        evening=is_of_the_evening(told) or _is_evening_value(statement),
    )


def _weapon(statement: Statement) -> str | None:
    """Give the weapon; "a nuclear weapon" is told as any weapon."""
    weapon = statement.detail.get("weapon")
    is_nuclear = weapon in {None, "any"} and "nuclear" in statement.text
    return "nuclear" if is_nuclear else weapon


def _thread(statement: Statement, weapon: str | None) -> str:
    actors = "+".join(sorted({actor.state or actor.id for actor in statement.actor}))
    sort = "-nuclear" if weapon == "nuclear" else ""
    who = "UNSC" if statement.kind in _OF_COUNCIL else actors
    return f"{statement.kind}{sort}-{who}"


def _is_evening_value(statement: Statement) -> bool:
    value = statement.when.value if statement.when else ""
    return value.endswith(("TEV", "TNI"))


def _day(published: str | None) -> date | None:
    days = When(published).days() if published else None
    return days[0] if days and days[0] == days[1] else None
