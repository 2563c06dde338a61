"""Reports of the same thing become one event."""

from __future__ import annotations

from random import Random

import pytest

from penholder.merge.events import event_of, merge_statements
from penholder.model.actor import Actor, ActorId, ActorKind
from penholder.model.span import Span
from penholder.model.statement import Polarity, SaidWhen, Statement, StatementKind
from penholder.model.story import StoryId

NORTH = Actor(id=ActorId("PRK"), name="North Korea", kind=ActorKind.STATE)
LEADER = Actor(
    id=ActorId("kim-jong-un"), name="Kim Jong Un", kind=ActorKind.PERSON, state=ActorId("PRK")
)


def told(
    story: str,
    day: str | None,
    *,
    actor: Actor | None = NORTH,
    kind: StatementKind = StatementKind.WEAPON_TEST,
    polarity: Polarity = Polarity.ASSERTED,
    weapon: str = "icbm",
) -> Statement:
    """Give a statement that a story makes."""
    return Statement(
        story=StoryId(story),
        span=Span(0, 4),
        text="test",
        kind=kind,
        actor=(actor,) if actor else (),
        when=SaidWhen(value=day) if day else None,
        polarity=polarity,
        detail={"weapon": weapon},
    )


@pytest.mark.parametrize(
    ("statement", "event"),
    [
        (told("a", "2022-05-04"), "weapon_test-PRK-2022-05-04"),
        (told("a", "2022-05-04TMO"), "weapon_test-PRK-2022-05-04"),
        (told("a", "2022-05-04", actor=LEADER), "weapon_test-PRK-2022-05-04"),
        (told("a", "2017-09-03", weapon="nuclear"), "weapon_test-nuclear-PRK-2017-09-03"),
        (told("a", "2022-03"), "weapon_test-PRK-2022-03"),
        (told("a", "XXXX-03"), None),
        (told("a", None), None),
        (told("a", "2022-05-04", actor=None), None),
        (told("a", "2022-05-04", polarity=Polarity.PLANNED), None),
        (told("a", "2022-05-04", kind=StatementKind.STATEMENT), None),
    ],
)
def test_kind_actor_and_day_make_the_event(statement: Statement, event: str | None) -> None:
    """Who acts for a state is that state; what is planned or undated is no event."""
    assert event_of(statement) == event


def test_the_order_of_stories_plays_no_part() -> None:
    """Any order of the same statements gives the same ledger."""
    statements = [told(name, day) for name in "abc" for day in ("2022-05-04", "2022-03-24")]
    ledger = merge_statements(statements)

    assert [len(event.statements) for event in ledger.events] == [3, 3]
    for seed in range(5):
        shuffled = Random(seed).sample(statements, len(statements))  # noqa: S311
        assert merge_statements(shuffled) == ledger


def test_more_stories_never_rename_an_event() -> None:
    """An id that was there stays there."""
    before = {event.id for event in merge_statements([told("a", "2022-05-04")]).events}
    after = {
        event.id
        for event in merge_statements([told("a", "2022-05-04"), told("b", "2022-05")]).events
    }

    assert before < after
