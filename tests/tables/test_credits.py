"""Each row of tables/credits.toml reads the agency of its examples, and no row one of a look-alike."""

from __future__ import annotations

import pytest

from penholder.read.credits import read_credit
from penholder.tables.load import load_toml

LINES = load_toml("credits")["line"]


@pytest.mark.parametrize(
    ("line", "agency"), [tuple(one) for row in LINES for one in row["examples"]]
)
def test_a_credit_names_its_agency(line: str, agency: str) -> None:
    """The agency is given as it is printed."""
    assert read_credit(line) == agency


@pytest.mark.parametrize("line", [line for row in LINES for line in row["near"]])
def test_a_look_alike_credits_nobody(line: str) -> None:
    """Photographs and sentences that name an agency are no credit of the story."""
    assert read_credit(line) is None
