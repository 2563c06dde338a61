"""A ledger in each of the databases; PostgreSQL where its programs are here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

SCOREBOARD = Path(__file__).parents[2] / "scoreboard"


def from_scoreboard(name: str) -> ModuleType:
    """Import a script as it is when it runs: beside its neighbours."""
    sys.path.insert(0, str(SCOREBOARD))
    try:
        return __import__(name)
    finally:
        sys.path.remove(str(SCOREBOARD))


@pytest.fixture(scope="session")
def kills() -> ModuleType:
    """Give the script that kills writers."""
    return from_scoreboard("kills")


@pytest.fixture(scope="session")
def sharing() -> ModuleType:
    """Give the script that shares a ledger."""
    return from_scoreboard("sharing")


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Give what makes an empty place on a server of its own, and gives its address."""
    throwaway = from_scoreboard("throwaway")
    if not throwaway.is_here():
        pytest.skip("PostgreSQL is not installed")
    with throwaway.server() as address:
        yield partial(throwaway.new_database, address)


@pytest.fixture
def postgres(new_database: Callable[[], str]) -> str:
    """Give the address of a new, empty place in PostgreSQL."""
    return new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give a place where a ledger can be made, in each of the databases."""
    if request.param == "sqlite":
        return str(tmp_path / "l.db")
    found: str = request.getfixturevalue("postgres")
    return found


@pytest.fixture
def new_places(request: pytest.FixtureRequest, place: str, tmp_path: Path) -> Callable[[], str]:
    """Give what gives further places in the same kind of database."""
    if "://" in place:
        make: Callable[[], str] = request.getfixturevalue("new_database")
        return make
    numbers = iter(range(9))
    return lambda: str(tmp_path / f"further{next(numbers)}.db")
