"""What a statement reports, as far as merging asks."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from penholder.merge.manners import Manner, is_of_the_evening, manner_of
from penholder.merge.weapons import Kinds, kinds_of
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When

Days = tuple[date, date]

# What is said is not an event here: it stays with the story, as a statement.
_SAID = frozenset({StatementKind.STATEMENT, StatementKind.OTHER})
# These are told of again without their day: "after its latest launch".
_RETOLD = frozenset({StatementKind.WEAPON_TEST})
# The Council acts, whichever member a story names; but the General Assembly votes and adopts by itself.
_OF_COUNCIL = frozenset({StatementKind.VETO, StatementKind.VOTE, StatementKind.ADOPTION})
_ASSEMBLY = "UNGA"


_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as it is merged; a ledger keeps these parts of it."""

    key: Hashable  # by which whoever asks knows the statement again
    story: str
    start: int  # in the story's text
    words: str
    thread: str
    actors: tuple[str, ...]
    when: str | None
    detail: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A statement of an event. Only reports of one thread can be of one event."""

    told: Told
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


def thread_of(statement: Statement) -> str | None:
    """Give the kind of event and whose it is: "weapon_test-nuclear-PRK".

    None: it was not done, is only said, has no actor, or no time and is of a kind that is not told again.
    """
    kind = statement.kind
    if kind in _SAID or statement.polarity is not Polarity.ASSERTED or not statement.actor:
        return None
    if statement.when is None and kind not in _RETOLD:
        return None
    actors = "+".join(sorted({actor.state or actor.id for actor in statement.actor}))
    elsewhere = any(actor.id == _ASSEMBLY for actor in statement.actor)
    who = "UNSC" if kind in _OF_COUNCIL and not elsewhere else actors
    return f"{kind}{'-nuclear' if _is_nuclear(statement) else ''}-{_short(who)}"


def _short(who: str) -> str:
    """Keep ids of events short enough to be keys, however many act."""
    if len(who) <= _LONGEST:
        return who
    return f"{who[: _LONGEST - 17]}~{hashlib.sha256(who.encode()).hexdigest()[:16]}"


def _is_nuclear(statement: Statement) -> bool:
    """Say whether it is a nuclear test; "a nuclear weapon" is told as any weapon."""
    if statement.kind is not StatementKind.WEAPON_TEST:
        return False
    weapon = statement.detail.get("weapon", "any")
    return weapon == "nuclear" or (weapon == "any" and "nuclear" in statement.text)


def kind_of(thread: str) -> StatementKind:
    """Give the kind of event of a thread."""
    return StatementKind(thread.split("-", 1)[0])


def who_of(thread: str) -> tuple[str, ...]:
    """Give those who act in a thread, by their ids."""
    who = thread.split("-", 1)[1].removeprefix("nuclear-")
    return tuple(who.split("+"))


def read_report(told: Told, published: str | None) -> Report:
    """Give what a statement reports; published: the day of its story, None where it is unknown."""
    is_test = kind_of(told.thread) is StatementKind.WEAPON_TEST
    ordinal = told.detail.get("ordinal")
    numbered = bool(ordinal) and "-nuclear-" in told.thread  # "tests that began with its fourth"
    return Report(
        told=told,
        published=_day(published),
        days=When(told.when).days() if told.when else None,
        kinds=kinds_of(told.detail.get("weapon")) if is_test else frozenset(),
        ordinal=int(ordinal) if ordinal else None,
        manner=manner_of(told.words) if is_test and not numbered else Manner.PLAIN,
        evening=is_of_the_evening(told.words) or (told.when or "").endswith(("TEV", "TNI")),
    )


def _day(published: str | None) -> date | None:
    days = When(published).days() if published else None
    return days[0] if days and days[0] == days[1] else None
