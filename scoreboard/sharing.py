"""Shares a ledger among processes: python scoreboard/sharing.py [SECONDS].

One writer and eight readers, for a minute: no reader fails, and none sees a story in part. Then the same stories, three
times over and shuffled, in one, two and four processes: every export has the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import throwaway
from kills import Read, stories

from penholder.serve.exporting import export
from penholder.serve.exports.formats import FORMATS
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.verify import counts, find_faults

# What parquet writes, csv writes too; it needs a library that not everybody has.
_TABLES = ("stories", "statements", "quotes", "claims", "events")


def failures(works: Sequence[Callable[[], object]]) -> int:
    """Do each work in a process of its own, all at once, and give how many failed."""
    children = [_begin(work) for work in works]
    return sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in children)


def _begin(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:  # noqa: BLE001 - the child must end here, whatever happened
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def failed_readers(place: str, read: Sequence[Read], readers: int, seconds: float) -> int:
    """Write while others read, and give how many of them failed or saw a story in part."""
    save(place, read[:1])
    end = time.monotonic() + seconds

    def write() -> None:
        while time.monotonic() < end:
            save(place, read)

    def look() -> None:
        while time.monotonic() < end:
            with read_ledger(place) as ledger:
                if faults := list(find_faults(ledger)):
                    raise AssertionError(faults)

    return failures([write, *[look] * readers])


def save(place: str, read: Sequence[Read]) -> None:
    """Save stories, one after the other."""
    with open_ledger(place) as ledger:
        for checked, told in read:
            save_story(ledger, checked, told)


def digest_of(place: str, read: Sequence[Read], processes: int, seed: int) -> str:
    """Save stories three times over, shuffled, in several processes, and give the digest of all exports.

    Raises:
        RuntimeError: a process failed, or the ledger is not whole.
    """
    shuffled = list(read) * 3
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    shares = [shuffled[part::processes] for part in range(processes)]
    failed = failures([lambda share=share: save(place, share) for share in shares])  # type: ignore[misc]
    with read_ledger(place) as ledger:
        if failed or list(find_faults(ledger)) or counts(ledger)["stories"] != len(read):
            raise RuntimeError(
                f"{failed} of {processes} processes failed, or the ledger is not whole"
            )
        joined = hashlib.sha256()
        for form in FORMATS.values():
            for noun in _TABLES if form.name == "csv" else () if form.table else (None,):
                joined.update(b"".join(export(ledger, form, noun)))
    return joined.hexdigest()[:12]


def main(seconds: float) -> int:
    """Print what sharing does in each database, with so many seconds of reading and writing."""
    read, wrong = stories(12), 0
    with tempfile.TemporaryDirectory() as folder:
        wrong += _shared("SQLite", lambda name: str(Path(folder) / f"{name}.db"), read, seconds)
        if throwaway.is_here():
            with throwaway.server() as address:
                make = throwaway.new_database
                wrong += _shared("PostgreSQL", lambda _: make(address), read, seconds)
    return wrong


def _shared(name: str, place: Callable[[str], str], read: Sequence[Read], seconds: float) -> int:
    failed = failed_readers(place("readers"), read, 8, seconds)
    digests = {digest_of(place(str(n)), read, n, seed=n) for n in (1, 2, 4)}
    print(
        f"{name}: {failed} of 8 readers and a writer failed; exports: {' '.join(sorted(digests))}"
    )
    return failed + len(digests) - 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else 60.0))
