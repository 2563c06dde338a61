"""Reports of the same thing become one event."""

from __future__ import annotations

from random import Random

import pytest

from penholder.merge.events import merge_statements
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
    words: str = "North Korea fired a missile",
    ordinal: int | None = None,
    place: int = 0,
) -> Statement:
    """Give a statement that a story makes."""
    count = {"ordinal": str(ordinal)} if ordinal else {}
    return Statement(
        story=StoryId(story),
        span=Span(place, place + 4),
        text=words,
        kind=kind,
        actor=(actor,) if actor else (),
        when=SaidWhen(value=day) if day else None,
        polarity=polarity,
        detail={"weapon": weapon} | count,
    )


DAYS = {"jan": "2016-01-06", "feb": "2016-02-08", "spring": "2016-04-24"}


def ids(*statements: Statement, published: dict[str, str] | None = None) -> list[str]:
    """Give the ids of the events of some statements."""
    days = {StoryId(story): day for story, day in (published or {}).items()}
    return [event.id for event in merge_statements(statements, days).events]


@pytest.mark.parametrize(
    ("statement", "event"),
    [
        (told("a", "2022-05-04"), "weapon_test-PRK-2022-05-04"),
        (told("a", "2022-05-04TMO"), "weapon_test-PRK-2022-05-04"),
        (told("a", "2022-05-04", actor=LEADER), "weapon_test-PRK-2022-05-04"),
        (told("a", "2017-09-03", weapon="nuclear"), "weapon_test-nuclear-PRK-2017-09-03"),
        (told("a", "2022-09-25", weapon="cruise"), "weapon_test-PRK-2022-09-25-cruise"),
        (told("a", "2022-03"), "weapon_test-PRK-2022-03"),
        (told("a", "XXXX-03"), None),
        (told("a", None), None),
        (told("a", "2022-05-04", actor=None), None),
        (told("a", "2022-05-04", polarity=Polarity.PLANNED), None),
        (told("a", "2022-05-04", kind=StatementKind.STATEMENT), None),
        (told("a", None, words="It has repeatedly tested missiles"), None),
    ],
)
def test_kind_actor_and_day_make_the_event(statement: Statement, event: str | None) -> None:
    """Who acts for a state is that state; what is planned or undated is no event."""
    assert ids(statement) == ([event] if event else [])


def test_news_without_a_day_is_that_of_its_story() -> None:
    """Two stories of one day, neither of which says when, tell of one launch."""
    news = (told("a", None), told("b", None, weapon="missile"))

    assert ids(*news, published={"a": "2023-07-12", "b": "2023-07-12"}) == [
        "weapon_test-PRK-by-2023-07-12"
    ]
    assert len(ids(*news, published={"a": "2023-07-12", "b": "2023-12-18"})) == 2


def test_a_month_means_the_only_launch_in_it() -> None:
    """With two launches in the month it stays a month."""
    month, day, other = told("a", "2022-03"), told("b", "2022-03-24"), told("c", "2022-03-05")

    assert ids(month, day) == ["weapon_test-PRK-2022-03-24"]
    assert len(ids(month, day, other)) == 3


@pytest.mark.parametrize(
    ("weapon", "events"),
    [
        ("nuclear", ["weapon_test-nuclear-PRK-2016-02-07"]),
        ("srbm", ["weapon_test-PRK-2016-02-07"]),
    ],
)
def test_a_year_means_what_is_rare(weapon: str, events: list[str]) -> None:
    """The year of a nuclear test means the only one in it; that of a missile means none."""
    year = told("a", "2016", weapon=weapon, words="its last launch, in 2016")
    day = told("b", "2016-02-07", weapon=weapon)

    ledger = merge_statements([year, day])
    assert [event.id for event in ledger.events] == events
    assert [len(event.statements) for event in ledger.events] == [1 if weapon == "srbm" else 2]


def test_a_previous_test_is_known_by_its_time_alone() -> None:
    """Within its story it is the one of its year; without a time it is no news."""
    february = told("jan", "2013-02", weapon="nuclear", words="a February 2013 nuclear test")
    previous = told("jan", "2013", weapon="nuclear", words="its previous nuclear test", place=9)
    untimed = told("feb", None, weapon="nuclear", words="its previous nuclear test")

    (event,) = merge_statements([february, previous, untimed]).events
    assert event.id == "weapon_test-nuclear-PRK-2013-02"
    assert len(event.statements) == 2


def test_the_general_assembly_is_not_the_council() -> None:
    """What it adopts is an event of its own."""
    assembly = Actor(id=ActorId("UNGA"), name="UN General Assembly", kind=ActorKind.BODY)
    council = Actor(id=ActorId("UNSC"), name="UN Security Council", kind=ActorKind.BODY)
    adopted = [
        told("a", "2023-10-27", actor=one, kind=StatementKind.ADOPTION, weapon="", words="adopted")
        for one in (assembly, council)
    ]
    assert ids(*adopted) == ["adoption-UNGA-2023-10-27", "adoption-UNSC-2023-10-27"]


def test_an_icbm_of_a_month_is_not_its_short_range_missile() -> None:
    """The class of the weapon chooses among the launches of a month."""
    month, ballistic = told("a", "2022-03"), told("b", "2022-03-24")
    short = told("c", "2022-03-05", weapon="srbm")

    ledger = merge_statements([month, ballistic, short])
    assert {len(event.statements) for event in ledger.events} == {1, 2}


def test_a_number_joins_nuclear_tests_of_any_stories() -> None:
    """ "Its fourth nuclear test" is the one that another story dates."""
    dated = told("jan", "2016-01-06", weapon="nuclear", ordinal=4)
    numbered = told("spring", None, weapon="nuclear", ordinal=4, words="its fourth nuclear test")
    other = told("feb", None, weapon="nuclear", ordinal=3, words="its third nuclear test")

    (event, third) = sorted(
        merge_statements([dated, numbered, other]).events, key=lambda event: -len(event.statements)
    )
    assert event.id == "weapon_test-nuclear-PRK-2016-01-06"
    assert "number 4" in event.reasons[1]
    assert third.id == "weapon_test-nuclear-PRK-no-3"


def test_numbers_of_missiles_name_no_event() -> None:
    """Outlets count missiles differently, so "the 14th" of two stories may be two."""
    count = told("a", None, ordinal=14, words="its 14th missile launch")

    assert ids(count, published={"a": "2022-05-06"}) == []


def test_the_latest_is_the_last_that_is_told_of() -> None:
    """ "Its latest nuclear test" of spring is that of January."""
    january = told("jan", "2016-01-06", weapon="nuclear")
    latest = told("spring", None, weapon="nuclear", words="its latest nuclear test")

    assert ids(january, latest, published=DAYS) == ["weapon_test-nuclear-PRK-2016-01-06"]


def test_an_evening_in_america_is_the_next_day_in_korea() -> None:
    """Days apart stay apart where nobody says that it was late."""
    evening, morning = told("a", "2017-04-15TEV"), told("b", "2017-04-16")

    assert ids(evening, morning) == ["weapon_test-PRK-2017-04-16"]
    assert len(ids(told("a", "2017-04-15"), morning)) == 2


def test_what_one_story_tells_apart_stays_apart() -> None:
    """A cruise missile and a ballistic one of one day are two events."""
    both = (
        told("a", "2022-05-25", weapon="cruise"),
        told("a", "2022-05-25", weapon="icbm", place=50),
    )

    assert ids(*both) == ["weapon_test-PRK-2022-05-25", "weapon_test-PRK-2022-05-25-cruise"]


def test_every_value_keeps_who_tells_it() -> None:
    """Two classes of weapon stay two until somebody decides."""
    (event,) = merge_statements(
        [told("a", "2022-05-04", weapon="ballistic"), told("b", "2022-05-04", weapon="icbm")]
    ).events

    assert [(said.value, said.stories) for said in event.said if said.key == "weapon"] == [
        ("ballistic", ("a",)),
        ("icbm", ("b",)),
    ]
    assert len(event.reasons) == len(event.statements)


def test_the_order_of_stories_plays_no_part() -> None:
    """Any order of the same statements gives the same ledger."""
    statements = [
        told(name, day, weapon=weapon)
        for name in DAYS
        for day, weapon in (("2016-01-06", "nuclear"), ("2016-02", "slv"), (None, "missile"))
    ]
    days = {StoryId(story): day for story, day in DAYS.items()}
    ledger = merge_statements(statements, days)

    assert len(ledger.events) == 5
    for seed in range(5):
        shuffled = Random(seed).sample(statements, len(statements))  # noqa: S311
        assert merge_statements(shuffled, days) == ledger


def test_more_stories_never_rename_an_event() -> None:
    """An id that was there stays there, or is an alias of what it has become."""
    month, day = told("a", "2022-05"), told("b", "2022-05-04")
    (event,) = merge_statements([month, day]).events

    assert ids(day) == [event.id]
    assert ids(month) == list(event.aliases)


def test_a_second_event_of_a_month_is_not_taken_for_one_of_its_second_day() -> None:
    """Numbers that tell ids apart look like no date."""
    cruise = told("a", "2022-02", weapon="cruise")
    others = [told("a", "2022-02", weapon="icbm", place=9), told("b", "2022-02-02", weapon="slv")]
    found = ids(cruise, *others, told("c", "2022-02", weapon="srbm"))

    assert len(found) == len(set(found))


def test_what_can_mean_several_is_one_event_of_its_stretch() -> None:
    """A hundred stories that mention a launch in February open no hundred events."""
    months = [told(f"m{at}", "2022-02") for at in range(100)]
    days = [told(f"d{day}", f"2022-02-{day:02}") for day in (2, 10, 12)]
    events = merge_statements([*months, *days]).events
    vague = next(event for event in events if event.id == "weapon_test-PRK-2022-02")

    assert len(events) == 4
    assert "2022-02 can mean 3 events, and it is not told which" in vague.reasons[0]


def test_one_of_two_days_is_the_launch_of_either_whatever_its_class() -> None:
    """ "Two days after" in a story without its day tells of two days; first reports err in the class."""
    days = {"a": "2017-05-28", "b": "2017-05-30"}
    first = told("a", "2017-05-28", weapon="mrbm")
    assert ids(first, told("b", "2017-05-27/2017-05-28", weapon="srbm"), published=days) == [
        "weapon_test-PRK-2017-05-28"
    ]
    assert len(ids(first, told("b", "2017-05", weapon="srbm"), published=days)) == 2


def test_several_launches_of_a_week_are_told_but_not_those_of_many_occasions() -> None:
    """ "Its launches last week" can mean one event; "on six occasions this week" means none."""
    assert ids(told("a", "2022-W44", words="flight tests of two missiles"))
    assert not ids(told("a", "2022-W44", words="fired missiles on six occasions"))
