"""The values that events can be given."""

from __future__ import annotations

from datetime import UTC, datetime

import click
import pytest

from penholder.model.correctable import can_be_one
from penholder.model.statement import StatementKind
from penholder.records.load import load_records
from penholder.serve import correction_commands
from penholder.serve.corrected_values import FIELDS, value_typed
from penholder.store.tables import CORRECTABLE

TODAY = datetime.now(UTC).date()
NEWEST = max(
    int(vote.symbol.split("/")[2].split()[0])
    for vote in load_records().votes
    if vote.symbol.startswith("S/RES/")
)


def test_the_command_names_every_field() -> None:
    """The command, the checks and the ledger agree on what can be corrected."""
    assert set(correction_commands._FIELDS) == set(FIELDS) == {"day", "actor", *CORRECTABLE}


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("actor", "Russia and China", "CHN RUS"),
        ("symbol", "resolution 2397 (2017)", "S/RES/2397 (2017)"),
        ("symbol", "S/2022/431", "S/2022/431"),
        ("symbol", "resolution 2397", "S/RES/2397 (2017)"),
        ("symbol", "S/RES/2397(2017)", "S/RES/2397 (2017)"),
        ("symbol", "S/2016/846", "S/2016/846"),  # the record has it "as orally revised"
        ("symbol", f"S/{TODAY.year}/12", f"S/{TODAY.year}/12"),  # newer than the record
        ("symbol", f"S/RES/{NEWEST + 20} ({TODAY.year})", f"S/RES/{NEWEST + 20} ({TODAY.year})"),
        ("symbol", "S/7575/Rev.1", "S/7575/Rev.1"),
        ("weapon", "ICBM", "icbm"),
        ("tally", "13-2-0", "13-2-0"),
        ("outcome", "failure", "failure"),
        ("day", "2022-05", "2022-05"),
        ("day", TODAY.isoformat(), TODAY.isoformat()),
        ("system", "Hwasong-17", "Hwasong-17"),
    ],
)
def test_values_are_kept_as_the_ledger_writes_them(field: str, value: str, kept: str) -> None:
    """What people type has the ledger's form."""
    assert value_typed(field, value, StatementKind.VETO) == kept


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("tally", "13-2", "votes for"),
        ("tally", "15-15-15", "fifteen at most"),
        ("number", "0", "from 1 to 999"),
        ("outcome", "so", "failure or success"),
        ("day", "3022-13-01", "a day or month from"),
        ("day", f"{TODAY.year + 1}-12-01", "to today"),
        ("day", "1322-05-01", "from 1945"),
        ("system", "17", "a name"),
        ("system", "a\tb\n", "a name"),
        ("symbol", "S/2099/999", "2099 is yet to come"),
        ("symbol", "S/PRST/2099/1", "2099 is yet to come"),
        ("symbol", "S/0/()", "a symbol is written as"),
        ("symbol", "S/2022/431-B", "a symbol is written as"),
        ("symbol", "S/99999", "a symbol is written as"),
        ("symbol", "veto", "a symbol is written as"),
        ("symbol", "S/2016/9999", "every draft that was put to a vote in 2016"),
        ("symbol", "S/RES/2397 (2018)", "the record has it as S/RES/2397 (2017)"),
        ("symbol", f"S/RES/{NEWEST + 9}", "give the year too"),
        ("symbol", f"S/RES/{NEWEST + 9} (2011)", "all resolutions before"),
        ("symbol", f"S/RES/9999 ({TODAY.year})", "fewer than 100 a year"),
    ],
)
def test_other_values_are_refused(field: str, value: str, told: str) -> None:
    """No value comes into the ledger that its other columns could not have; the message says what may."""
    with pytest.raises(click.BadParameter) as refused:
        value_typed(field, value, StatementKind.VETO)
    assert told in refused.value.message


def test_a_draft_that_was_never_voted_on_may_be_named_as_one() -> None:
    """The record has the drafts that were voted on alone: any other may be told of, but not as a vote."""
    assert value_typed("symbol", "S/2016/999", StatementKind.DRAFT_RESOLUTION) == "S/2016/999"


@pytest.mark.parametrize(
    ("kinds", "is_so"),
    [
        (("weapon_test", "weapon_test"), True),
        (("vote", "veto"), True),
        (("vote", "adoption"), True),
        (("veto", "adoption"), False),
        (("vote", "veto", "adoption"), False),
        (("weapon_test", "vote"), False),
        (("meeting", "condemn"), False),
    ],
)
def test_events_of_one_kind_can_be_one(kinds: tuple[str, ...], is_so: bool) -> None:
    """A vote is one with what it ended in; a draft is never both adopted and vetoed."""
    assert can_be_one([StatementKind(kind) for kind in kinds]) is is_so
