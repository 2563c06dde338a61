"""A PostgreSQL server that is thrown away afterwards, on a socket of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
# PostgreSQL refuses to run as root.
_USER = "postgres" if os.geteuid() == 0 else getpass.getuser()


def is_here() -> bool:
    """Say whether PostgreSQL's programs and its driver are installed."""
    try:
        import psycopg  # noqa: F401 - only teams have it
    except ImportError:
        return False
    return bool(_FOLDERS)


@contextmanager
def server() -> Iterator[str]:
    """Give the address of a new server."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    control, data = _FOLDERS[0] / "pg_ctl", folder / "data"
    try:
        _run(
            *(_FOLDERS[0] / "initdb", "-D", data, "-A", "trust", "-U", "penholder", "-N"),
            *("-E", "UTF8", "--locale=C.UTF-8"),
        )
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
        _run(control, "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql+psycopg://penholder@/postgres?host={folder}"
        finally:
            _run(control, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(address: str) -> str:
    """Make an empty place for a ledger on a server, and give its address.

    It is a schema of its own: a database would be a copy of thousands of files.
    """
    import psycopg

    name = f"ledger_{uuid4().hex[:8]}"
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{address}&options=-csearch_path%3D{name}"


def _run(*words: str | Path) -> None:
    done = subprocess.run(  # noqa: S603
        [str(word) for word in words],
        user=_USER if os.geteuid() == 0 else None,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    if done.returncode:
        raise RuntimeError(f"{words[0]} ended with {done.returncode}")
