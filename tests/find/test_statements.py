"""Statements that the grammar of a sentence tells from look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.sources import Page

pytestmark = pytest.mark.skipif(not has_parser(), reason="no parser is installed")


def statements(text: str) -> list[str]:
    """Give kind and actors of each statement of a story."""
    page = Page(source="row.txt", form="txt", text=f"SEOUL - {text}", date="2022-05-05")
    told = find_all(read_page(page)).statements
    return [f"{one.kind} {'+'.join(actor.id for actor in one.actor)}" for one in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran test-fired a ballistic missile on Monday.", ["weapon_test IRN"]),
        ("Washington condemned Pyongyang for its launch of a space launch vehicle.", ["condemn USA", "weapon_test PRK"]),
        ("The launch of the Minuteman III missile was the second missile launch this month.", ["weapon_test USA"]),
        ("South Korea's military said in a statement that the sea was calm.", ["statement KOR-MIL"]),
        ("The U.S. draft resolutions were blocked by China or Russia, both permanent members of the Security Council.", ["veto CHN+RUS"]),
        ("\"I condemn the launch,\" said Antonio Guterres, the U.N. secretary-general.", ["condemn antonio-guterres"]),
        ("Donald Trump praised Xi Jinping after their meetings in Florida.", ["statement donald-trump", "meeting donald-trump+xi-jinping"]),
        ("The United States told the Council to send a message to North Korea over its missiles.", []),
    ],
)  # fmt: skip
def test_who_does_what_is_told_by_grammar(text: str, expected: list[str]) -> None:
    """The kinds and actors are those a reader gives, and no test is made of other words."""
    found = statements(text)

    assert [one for one in found if one in expected or one.startswith("weapon_test")] == expected


def test_a_name_that_runs_on_into_its_verb_acts() -> None:
    """Bold print swallows the blank after a leader's name."""
    text = "On that day Kim Jong Unaffirmed that his government would widen its trade with the Russian Federation."

    assert statements(text) == ["pledge kim-jong-un"]
