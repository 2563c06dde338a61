"""A missile that flies by itself is a launch of those whose it is."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.model.statement import Statement, StatementKind
from penholder.read.page import read_page
from penholder.read.source_page import Page

pytestmark = pytest.mark.skipif(not has_parser(), reason="this needs the grammar")


def launches_in(words: str) -> list[Statement]:
    """Give the weapons tests of a text of Friday 24 November 2023."""
    page = Page(source="a", form="txt", text=f"SEOUL - {words}", date="2023-11-24")
    found = find_all(read_page(page)).statements
    return [one for one in found if one.kind is StatementKind.WEAPON_TEST]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("A North Korean missile flew over Japan on Tuesday, the government in Tokyo said.", "2023-11-21"),
        ("A ballistic missile from North Korea landed in the Sea of Japan on Thursday.", "2023-11-23"),
        ("Japan's coast guard said a projectile from North Korea had fallen into the sea on Monday.", "2023-11-20"),
        ("A barrage of North Korean missiles splashed down off Wonsan on Wednesday.", "2023-11-22"),
        ("North Korea's rocket lifted off on Wednesday from the west coast.", "2023-11-22"),
        ("North Korea's military put a spy satellite into orbit on Tuesday.", "2023-11-21"),
        ("North Korea sent two cruise missiles into the Yellow Sea on Sunday.", "2023-11-19"),
    ],
)  # fmt: skip
def test_a_flight_with_its_day_is_a_launch(words: str, day: str) -> None:
    """By the state whose weapon it is, on the day that the words tell."""
    (one,) = launches_in(words)
    assert [actor.state or actor.id for actor in one.actor] == ["PRK"]
    assert one.when
    assert one.when.value.startswith(day)


@pytest.mark.parametrize(
    "words",
    [
        "A Russian missile landed in Poland on Tuesday.",
        "A North Korean missile could fly over Japan on Tuesday.",
        "A South Korean rocket lifted off on Tuesday while North Korea watched.",
        "North Korea has missiles that fly over Japan.",
        "North Korea spoke. A plane with spare missile parts landed in Seoul on Tuesday.",
    ],
)
def test_what_flies_otherwise_is_no_launch_of_the_north(words: str) -> None:
    """Others' missiles, what could fly, and what is no weapon."""
    assert not [one for one in launches_in(words) if "PRK" in {actor.id for actor in one.actor}]
