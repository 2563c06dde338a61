"""Look-ups are read by people: no line is too wide, no short form unexplained, no notation of Python's."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from penholder.serve.cli import main
from penholder.serve.lines import WIDTH, explained, folded


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("short", ["short"]),
        ("  " + "word " * 20 + "end", ["  " + "word " * 18 + "word", "    word end"]),
        ("elected    " + "Albania, " * 11, ["elected    " + "Albania, " * 9 + "Albania,", " " * 11 + "Albania,"]),
        ("x" * 120, ["x" * 120]),
    ],
)  # fmt: skip
def test_a_line_that_is_too_wide_goes_on_below(line: str, parts: list[str]) -> None:
    """What goes on is set in, or stands under the words after a label; a word is never cut."""
    assert folded(line) == parts


def test_short_forms_are_explained_once() -> None:
    """Below the answer, and only those that stand in it as a word of their own."""
    told = list(explained(["2 SRBM, then an SRBM", "ICBMs"]))

    assert told[:2] == ["2 SRBM, then an SRBM", "ICBMs"]
    assert [line.split(":")[0] for line in told[2:]] == ["", "SRBM"]


@pytest.mark.parametrize(
    "command",
    [
        "presidency 1994-10",
        "council 1964",
        "vote S/2022/431",
        "vote S/RES/2720",
        "vote S/RES/2271",
        "vote S/3502",
        "would-pass --yes 13 --abstain CHN,RUS",
        "vetoes RUS",
        "vetoes RUS --draft S/3502",
        "breaches 2022-03-24",
        "launches --year 1998",
        "launches --year 2017",
        "launches --year 2022",
        "launches --year 2024",
        "launch KP-2022-03-24-1",
        "launch KP-2017-09-03-1",
        "count --year 2022",
        "count --year 2022 --rule missile_days",
        "records",
        "records status",
    ],
)
def test_a_look_up_is_plain_and_narrow(command: str) -> None:
    """At most 100 characters a line, and no value in Python's own notation."""
    told = CliRunner().invoke(main, command.split()).output

    assert [line for line in told.splitlines() if len(line) > WIDTH] == []
    assert re.findall(r"\bNone\b|\bTrue\b|\bFalse\b|\[\]|\(\)|\{\'|datetime", told) == []


def test_a_year_counts_to_its_last_day() -> None:
    """Vetoes until 2022 are those of that year, too."""
    year, day = (
        CliRunner().invoke(main, ["vetoes", "CHN", "--until", until]).output
        for until in ("2022", "2022-12-31")
    )

    assert year == day
    assert "19  every vote" in year
