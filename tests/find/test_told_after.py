"""A test is dated by the later one that follows it."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.model.statement import Polarity, StatementKind
from penholder.read.page import read_page
from penholder.read.sources import Page
from penholder.tables.load import load_toml

TABLE = load_toml("told_after")
LATER = "North Korea fired two missiles on Thursday. "


def told(text: str) -> list[str | None]:
    """Give the times of the weapons tests of a text of May 9, 2019."""
    story = read_page(Page(source="a", form="txt", text=text, date="2019-05-09"))
    tests = (s for s in find_all(story).statements if s.kind is StatementKind.WEAPON_TEST)
    return [s.when.value if s.when else None for s in tests]


@pytest.mark.parametrize(("text", "when"), TABLE["examples"])
def test_days_are_counted_from_the_later_test(text: str, when: str) -> None:
    """ "Five days after" is five days before the launch that the story tells of."""
    assert told(LATER + text)[-1] == when


def test_from_the_day_of_the_story_two_days_are_told() -> None:
    """A story may be of the day after its launch."""
    assert told(TABLE["examples"][0][0])[-1] == "2019-05-03/2019-05-04"


@pytest.mark.parametrize("text", TABLE["near"])
def test_look_alikes_date_nothing(text: str) -> None:
    """What follows a meeting, or about so long after, has no day."""
    assert told(LATER + text)[-1] is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Before Tuesday, North Korea had launched nine missiles.", None),
        ("North Korea launched a missile before dawn on Tuesday.", "2019-05-07"),
        ("In October, when officials said that Iran tested a missile, it kept silent.", "2018-10"),
    ],
)
def test_whose_a_day_is(text: str, when: str | None) -> None:
    """A day before which something was is not its own; one of a clause with "when" is."""
    assert [day and day[:10] for day in told(text)] == [when]


def test_a_part_of_a_noun_is_planned_with_the_whole() -> None:
    """ "May conduct a nuclear test or a missile test launch": neither was held."""
    text = "Officials fear that North Korea may conduct a nuclear test or a ballistic missile test launch."
    story = read_page(Page(source="a", form="txt", text=text, date="2019-05-09"))
    tests = [s for s in find_all(story).statements if s.kind is StatementKind.WEAPON_TEST]
    assert tests
    assert Polarity.ASSERTED not in {s.polarity for s in tests}


@pytest.mark.parametrize(
    ("words", "ordinal"),
    [("its first missile launch in more than two years", None), ("its sixth missile launch", "6")],
)
def test_the_first_in_a_while_is_no_rank(words: str, ordinal: str | None) -> None:
    """ "Its first in two years" is counted from no first."""
    text = f"North Korea conducted {words}."
    story = read_page(Page(source="a", form="txt", text=text, date="2019-05-09"))
    tests = [s for s in find_all(story).statements if s.kind is StatementKind.WEAPON_TEST]
    assert {s.detail.get("ordinal") for s in tests} == {ordinal}
