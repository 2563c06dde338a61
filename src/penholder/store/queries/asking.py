"""Asks the ledger in SQL, in a process that is ended when its time is over."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

from penholder.errors import LedgerError, QueryError
from penholder.store.places import LedgerPlace

# Seconds to start, and to reach a server that is far.
_START = 15
# Seconds beyond the time that was given, in which the database stops by itself; a single long step of
# SQLite, such as one huge string, cannot be stopped from within.
_GRACE = 0.1
_CUT = {
    "rows": "cut after {rows} rows: --rows N gives more",
    "seconds": "cut after {seconds:g} s: --seconds N gives it more time",
    "size": "cut after {size} MB",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one question may take."""

    rows: int
    seconds: float
    size: int = 20_000_000  # characters of all rows together, as JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that were found; `cut` says why there are no more, None: these are all."""

    columns: tuple[str, ...]
    rows: tuple[Sequence[Any], ...]
    cut: str | None


def ask(place: LedgerPlace, statement: str, limits: Limits) -> Answer:
    """Give what one reading statement finds.

    Raises:
        QueryError: the statement is wrong, or does more than read.
        LedgerError: the ledger cannot be read.
    """
    asked = {
        "place": place.named,
        "statement": statement,
        "rows": limits.rows,
        "seconds": limits.seconds,
        "size": limits.size,
    }
    return _answer(_run(asked, limits.seconds + _GRACE), place, limits)


def _run(asked: dict[str, object], seconds: float) -> list[Any]:
    """Give the lines that the process wrote before it ended or was ended."""
    with subprocess.Popen(
        [sys.executable, "-m", "penholder.store.queries"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        lines: list[str] = []
        begun = Event()
        reader = Thread(target=_read, args=(process, json.dumps(asked), lines, begun))
        reader.start()
        begun.wait(_START)
        reader.join(seconds)
        process.kill()
        reader.join()
    return [json.loads(line) for line in lines if line.endswith("\n")]  # the last may be torn


def _read(process: subprocess.Popen[str], asked: str, lines: list[str], begun: Event) -> None:
    """Hand the question over, and keep each line that comes back; the first says that it has begun."""
    if process.stdin and process.stdout:
        process.stdin.write(asked)
        process.stdin.close()
        for line in process.stdout:
            lines.append(line)
            begun.set()
    begun.set()


def _answer(lines: list[Any], place: LedgerPlace, limits: Limits) -> Answer:
    columns: tuple[str, ...] = ()
    rows: list[Sequence[Any]] = []
    cut: str | None = "seconds"
    for line in lines:
        match line:
            case {"columns": list(named)}:
                columns = tuple(named)
            case {"cut": reason}:
                cut = reason
            case {"refused": fault}:
                raise _refused(fault)
            case {"broken": fault, "remedy": remedy}:
                raise LedgerError(place.told, fault=fault, remedy=remedy)
            case list(row):
                rows.append(row)
    told = None
    if cut:
        size = limits.size // 1_000_000
        told = _CUT[cut].format(rows=f"{limits.rows:,}", seconds=limits.seconds, size=size)
    return Answer(columns=columns, rows=tuple(rows), cut=told)


def _refused(fault: str) -> QueryError:
    return QueryError(
        "the question",
        fault=fault,
        remedy="Ask with one SELECT over the views of docs/ledger.md",
    )
