"""A statement's code comes from its kind, its words and whether it happened."""

from __future__ import annotations

import pytest

from penholder.find.codes import code_of
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page


def codes_in(words: str) -> list[tuple[str, str | None]]:
    """Give the kind and the code of each statement."""
    reading = find_all(read_page(Page(source="s.txt", form="txt", text=words, date="2022-05-05")))
    return [(one.kind.value, code_of(one, reading.mentions)) for one in reading.statements]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Russia vetoed the draft resolution in the Security Council.", ("veto", "REJECT")),
        ("North Korea fired two ballistic missiles.", ("weapon_test", "MOBILIZE")),
        ("North Korea will fire a ballistic missile.", ("weapon_test", "MOBILIZE")),
        ("North Korea did not fire a missile.", ("weapon_test", None)),
        ("If North Korea fires a missile, the Council will meet.", ("weapon_test", None)),
        ("Japan condemned North Korea for the launch.", ("condemn", "ACCUSE")),
        ("The United States imposed sanctions on North Korea.", ("sanctions", "SANCTION")),
        ("The United States will impose sanctions on North Korea.", ("sanctions", "THREATEN")),
        ("China did not impose sanctions on North Korea.", ("sanctions", None)),
        ("China called on North Korea to return to talks.", ("call_on", "REQUEST")),
        ("Japan said the launch was a threat.", ("statement", None)),
    ],
)
def test_a_statement_has_the_code_of_its_kind(words: str, told: tuple[str, str | None]) -> None:
    """What is meant or denied turns it, what is imagined or only said has none."""
    assert told in codes_in(words)
