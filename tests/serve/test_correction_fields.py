"""The values that events can be given."""

from __future__ import annotations

import click
import pytest

from penholder.serve import correction_commands
from penholder.serve.corrected_values import FIELDS, value_typed
from penholder.store.tables import CORRECTABLE


def test_the_command_names_every_field() -> None:
    """The command, the checks and the ledger agree on what can be corrected."""
    assert set(correction_commands._FIELDS) == set(FIELDS) == {"day", "actor", *CORRECTABLE}


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("actor", "Russia and China", "CHN RUS"),
        ("symbol", "resolution 2397 (2017)", "S/RES/2397 (2017)"),
        ("symbol", "S/2022/431", "S/2022/431"),
        ("weapon", "ICBM", "icbm"),
        ("tally", "13-2-0", "13-2-0"),
        ("outcome", "failure", "failure"),
        ("day", "2022-05", "2022-05"),
    ],
)
def test_values_are_kept_as_the_ledger_writes_them(field: str, value: str, kept: str) -> None:
    """What people type has the ledger's form."""
    assert value_typed(field, value) == kept


@pytest.mark.parametrize(("field", "value"), [("tally", "13-2"), ("number", "0"), ("outcome", "so")])  # fmt: skip
def test_other_values_are_refused(field: str, value: str) -> None:
    """No value comes into the ledger that its other columns could not have."""
    with pytest.raises(click.BadParameter):
        value_typed(field, value)
