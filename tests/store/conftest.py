"""A ledger in each of the databases; PostgreSQL where its programs are here."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_USER = "postgres" if os.geteuid() == 0 else getpass.getuser()


def _run(*words: str | Path) -> None:
    # PostgreSQL refuses to run as root.
    user = _USER if os.geteuid() == 0 else None
    done = subprocess.run(  # noqa: S603
        [str(word) for word in words],
        user=user,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    assert done.returncode == 0, words


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Give the address of a server that is thrown away afterwards, on a socket of its own."""
    if not _FOLDERS:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg")
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    control, data = _FOLDERS[0] / "pg_ctl", folder / "data"
    try:
        _run(_FOLDERS[0] / "initdb", "-D", data, "-A", "trust", "-U", "penholder", "-N", "-E", "UTF8", "--locale=C.UTF-8")  # fmt: skip
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
        _run(control, "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        yield f"postgresql+psycopg://penholder@/%s?host={folder}"
        _run(control, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database(server: str) -> Callable[[], str]:
    """Give what makes a new, empty database and gives its address."""
    psycopg = pytest.importorskip("psycopg")

    def make() -> str:
        name = f"ledger_{uuid4().hex[:8]}"
        address = (server % "postgres").replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return server % name

    return make


@pytest.fixture
def postgres(new_database: Callable[[], str]) -> str:
    """Give the address of a new, empty database."""
    return new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give a place where a ledger can be made, in each of the databases."""
    if request.param == "sqlite":
        return str(tmp_path / "l.db")
    found: str = request.getfixturevalue("postgres")
    return found


@pytest.fixture
def new_place(request: pytest.FixtureRequest, place: str, tmp_path: Path) -> str:
    """Give a second place in the same kind of database."""
    if "://" not in place:
        return str(tmp_path / "second.db")
    make: Callable[[], str] = request.getfixturevalue("new_database")
    return make()
