"""True sentences that a quick reader takes for wrong ones: nothing in them may be contradicted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from penholder.pipeline import check_story
from penholder.read.source_page import Page

_TABLE = Path(__file__).with_name("never_wrong.csv")
ROWS = list(csv.DictReader(_TABLE.read_text("utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_a_true_sentence_is_never_contradicted(row: dict[str, str]) -> None:
    """Other bodies, other days, other states and other happenings of a name refute nothing."""
    checked = check_story(Page(source="x", form="txt", text=row["text"], date=row["day"]))
    wrong = [c for c in checked.claims if c.verdict.ruling.value == "contradicted"]

    assert [(c.claim.text, c.verdict.reason) for c in wrong] == []
