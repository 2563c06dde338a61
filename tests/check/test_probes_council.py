"""A bank of sentences about the Council in the wording of many outlets, each with its answer.

The answers were worked out by hand from the tables of the record; `holds` says whether the sentence is true,
`words` which clause is asked about where it has several.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from penholder.model.claim import ClaimType
from penholder.model.reading import CheckedStory
from penholder.model.verdict import CheckedClaim
from penholder.pipeline import check_story
from penholder.read.source_page import Page

TYPES = {
    "tally": ClaimType.VOTE_TALLY,
    "veto": ClaimType.WHO_VETOED,
    "council": ClaimType.COUNCIL_FACT,
    "resolution": ClaimType.RESOLUTION_FACT,
    "violation": ClaimType.VIOLATION,
    "office": ClaimType.OFFICE,
}


def _rows(name: str) -> list[dict[str, str]]:
    path = Path(__file__).with_name(f"{name}.csv")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def _name(row: Mapping[str, str]) -> str:
    return f"{row['day']} {row['sentence'][:60]}"


def _read(row: Mapping[str, str]) -> CheckedStory:
    text = f"UNITED NATIONS - {row['sentence']}"
    return check_story(Page(source="bank", form="txt", text=text, date=row["day"]))


def _asked(row: Mapping[str, str], checked: CheckedStory) -> list[CheckedClaim]:
    """Give the claims of the row's type whose words are those that it asks about."""
    claims = (one for one in checked.claims if one.claim.type is TYPES[row["type"]])
    return [one for one in claims if row["words"] in one.claim.text]


@pytest.mark.parametrize("row", _rows("probes_council"), ids=_name)
def test_a_sentence_on_the_council_is_answered(row: Mapping[str, str]) -> None:
    """A claim is found with its verdict; a false one is never borne out, a true one never refuted."""
    checked = _read(row)
    verdicts = {one.verdict.ruling.value for one in _asked(row, checked)}
    refuted = [c.claim.text for c in checked.claims if c.verdict.ruling.value == "contradicted"]
    wrong = "contradicted" if row["holds"] == "yes" else "supported"

    assert row["verdict"] in (verdicts or {"none"})
    assert wrong not in verdicts
    assert row["holds"] != "yes" or refuted == []


@pytest.mark.parametrize("row", _rows("probes_council_none"), ids=_name)
def test_a_look_alike_of_the_council_asks_nothing(row: Mapping[str, str]) -> None:
    """Other bodies' votes, plans, threats and bills are no claims about the Council."""
    types = {*TYPES.values()} - {ClaimType.OFFICE}

    assert [c.claim.text for c in _read(row).claims if c.claim.type in types] == []
