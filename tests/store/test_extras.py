"""What only some need is asked for where it is needed, by the name that installs it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from penholder.errors import LedgerError, OutputError
from penholder.serve.exports import parquet
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.views import EVENTS

from .test_ledger import save


def test_postgresql_needs_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg the message says how to get it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with (
        pytest.raises(LedgerError, match=r"penholder\[postgres\]"),
        open_ledger("postgresql://a/b"),
    ):
        pass


def test_parquet_needs_pyarrow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without it the message says how to get it."""
    save(tmp_path / "l.db", "one")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with (
        read_ledger(tmp_path / "l.db") as ledger,
        pytest.raises(OutputError, match=r"penholder\[parquet\]"),
    ):
        next(parquet.write(ledger, EVENTS))


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    """The message names the place."""
    place = "postgresql+psycopg://anna:secret@127.0.0.1:9/penholder"
    with pytest.raises(LedgerError, match="anna@127") as refused, open_ledger(place):
        pass

    assert "secret" not in str(refused.value)
