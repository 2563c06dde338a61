"""Kills a writer again and again, and looks whether a story was left half-written.

python scoreboard/kills.py [KILLS]

Each time a process of its own saves stories, until it is killed (SIGKILL) in the middle of it; then the
ledger must verify, and hold every story whose saving was reported as done. 200 kills on each database.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import throwaway

from penholder.model.reading import CheckedStory
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import OpenLedger, open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.stories import list_stories
from penholder.store.verify import find_faults

Read = tuple[CheckedStory, dict[str, Any]]
Save = Callable[[OpenLedger, CheckedStory, dict[str, Any]], None]

# Seconds from the first story that a writer saves to its end: time for some ten stories.
_LONGEST = 0.2
_WORDS = (
    "SEOUL - North Korea fired a ballistic missile on May 4, 2022, the military said.\n\n"
    '"We condemn this launch," said the US ambassador to the UN, Linda Thomas-Greenfield.\n\n'
    "China and Russia vetoed a draft resolution in the UN Security Council on May 26, 2022.\n\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What a number of kills did."""

    kills: int  # that came while the writer was at work
    saved: int  # stories that were reported as saved, by all writers together
    faults: tuple[str, ...]


def stories(number: int) -> tuple[Read, ...]:
    """Give stories to save, with some dozen statements each."""
    texts = (f"{_WORDS * 4}This is report {one}." for one in range(number))
    pages = (
        Page(source=f"{number}.txt", text=text, form="txt", id=f"s{number}", date="2022-05-27")
        for number, text in enumerate(texts)
    )
    return tuple((checked, as_json(checked)) for checked in map(check_story, pages))


def kill(place: str, kills: int, read: Sequence[Read], save: Save = save_story) -> Killed:
    """Kill writers of a ledger at random moments, and check it after each."""
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    saved: set[str] = set()
    faults: list[str] = []
    hits = number = 0
    while hits < kills:
        number += 1
        reported, hit = _one_kill(
            place, read[number % len(read) :], save, chance.uniform(0.0, _LONGEST)
        )
        hits += hit
        saved |= reported
        faults += _faults(place, saved)
    return Killed(kills=hits, saved=len(saved), faults=tuple(faults))


def _one_kill(place: str, read: Sequence[Read], save: Save, delay: float) -> tuple[set[str], bool]:
    """Start a writer, kill it, and give what it reported as saved, and whether it was still at work."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _write(place, read, save, writer)
    os.close(writer)
    told = os.read(reader, 64)  # it has saved its first story
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while piece := os.read(reader, 65536):
        told += piece
    os.close(reader)
    return set(told.decode().split()), os.WIFSIGNALED(status)


def _write(place: str, read: Sequence[Read], save: Save, report: int) -> None:
    """Save stories over and over, each with new words, and report each that is saved."""
    try:
        with open_ledger(place) as ledger:
            for _ in range(50):
                for checked, told in read:
                    save(ledger, checked, told)
                    os.write(report, f"{told['story']['id']} ".encode())
    finally:
        os._exit(0)


def _faults(place: str, saved: set[str]) -> Iterator[str]:
    with read_ledger(place) as ledger:
        yield from find_faults(ledger)
        there = {row[0] for row in list_stories(ledger)}
    yield from (f"{story} was saved, and is not there" for story in sorted(saved - there))


@contextmanager
def _places() -> Iterator[dict[str, str]]:
    """Give a new ledger in each database that is here."""
    with tempfile.TemporaryDirectory() as folder:
        places = {"SQLite": str(Path(folder) / "l.db")}
        if not throwaway.is_here():
            yield places
            return
        with throwaway.server() as address:
            yield places | {"PostgreSQL": throwaway.new_database(address)}


def main(kills: int) -> int:
    """Print what the kills did to each database."""
    read, wrong = stories(12), 0
    with _places() as places:
        for name, place in places.items():
            with open_ledger(place):
                pass
            done = kill(place, kills, read)
            wrong += len(done.faults)
            print(
                f"{name}: {done.kills} kills, {done.saved} stories kept, {len(done.faults)} faults"
            )
            for fault in done.faults[:5]:
                print(f"  {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 200))
