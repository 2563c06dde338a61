"""Lines of tables/day_lines.toml give their day, and look-alikes none."""

from __future__ import annotations

import pytest

from penholder.read.day_lines import read_day_line
from penholder.tables.load import load_toml

DAY = load_toml("day_lines")["day"]


@pytest.mark.parametrize(("line", "day"), [tuple(one) for one in DAY["examples"]])
def test_a_line_is_read_as_its_day(line: str, day: str) -> None:
    """A weekday, a time of day and words of publication may stand beside."""
    assert read_day_line(line) == day


@pytest.mark.parametrize("line", DAY["near"])
def test_a_look_alike_is_no_day(line: str) -> None:
    """What says something else too is left alone."""
    assert read_day_line(line) is None
