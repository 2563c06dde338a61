"""Measures how fast stories come into the ledger, and whether memory stays flat.

python scoreboard/ledger_speed.py [STORIES]

Stories that were read and checked before are saved under new ids, each in a transaction of its own, and merged at the
end; beside it the bare minimum, sqlite3 writing each story's JSON in a transaction of its own. Memory is the process's,
at a tenth of the way and at the end.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from penholder.model.reading import CheckedStory
from penholder.model.story import StoryId
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.verify import counts

Read = tuple[CheckedStory, dict[str, Any]]
_WORDS = (
    "SEOUL - North Korea fired {number} ballistic missiles on {day:%B} {day.day}, {day.year}, the military said.\n\n"
    '"We condemn this launch," said the US ambassador to the UN, Linda Thomas-Greenfield.\n\n'
    "China and Russia vetoed a draft resolution in the UN Security Council on May 26, 2022.\n\n"
    "It was the North's latest launch after one in {before:%B} {before.year}. South Korea denounced it."
)
_NUMBERS = ("two", "three", "several")


def main() -> int:
    """Print stories per second and megabytes."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    read = tuple(_read(at) for at in range(120))
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare(Path(folder) / "bare.db", read, min(number, 5000))
        print(f"bare sqlite3: {bare:,.0f} stories/s")
        ours = _ours(Path(folder) / "l.db", read, number)
        print(f"ledger: {ours:,.0f} stories/s, {ours / bare:.2f} of bare sqlite3")
    return 0


def _read(at: int) -> Read:
    day = date(2022, 1, 5) + timedelta(days=3 * at)
    words = _WORDS.format(number=_NUMBERS[at % 3], day=day, before=day - timedelta(days=90))
    page = Page(source="s.jsonl:1", text=words, form="txt", id="s", date=day.isoformat())
    checked = check_story(page)
    return checked, as_json(checked)


def _copies(read: Sequence[Read], number: int) -> Iterator[Read]:
    """Yield the stories again and again, each time under another id."""
    for at in range(number):
        checked, told = read[at % len(read)]
        id_, source = StoryId(f"s{at}"), f"s.jsonl:{at}"
        story = replace(checked.reading.story, id=id_, source=source)
        named = {**told["story"], "id": id_, "source": source}
        yield replace(checked, reading=replace(checked.reading, story=story)), {**told, "story": named}  # fmt: skip


def _ours(place: Path, read: Sequence[Read], number: int) -> float:
    start = time.perf_counter()
    with open_ledger(place) as ledger:
        for at, (checked, told) in enumerate(_copies(read, number)):
            save_story(ledger, checked, told)
            if at in (number // 10, number - 1):
                print(f"  {at + 1:,} saved in {time.perf_counter() - start:.1f} s, {_megabytes():.0f} MB")  # fmt: skip
        merging = time.perf_counter()
    end = time.perf_counter()
    with read_ledger(place) as kept:
        sizes = counts(kept)
    print(f"  merged in {end - merging:.1f} s, {_megabytes():.0f} MB: {sizes['statements']:,} statements, {sizes['events']:,} events")  # fmt: skip
    return number / (end - start)


def _bare(place: Path, read: Sequence[Read], number: int) -> float:
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE stories (id TEXT PRIMARY KEY, told TEXT)")
    start = time.perf_counter()
    for _, told in _copies(read, number):
        connection.execute("BEGIN IMMEDIATE")
        row = (told["story"]["id"], json.dumps(told))
        connection.execute("INSERT INTO stories VALUES (?, ?)", row)
        connection.execute("COMMIT")
    taken = time.perf_counter() - start
    connection.close()
    return number / taken


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
