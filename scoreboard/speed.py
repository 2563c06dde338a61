"""Measures the speed of the whole way: python scoreboard/speed.py FOLDER.

The peer in the same run is splitting the same texts into words with `re`: the ratio says how many such
passes a story costs, and does not depend on the machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from annotated import read_lines

from penholder.check.claims import check_claim
from penholder.find.reading import find_all
from penholder.pipeline import check_story
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.records.load import load_records

_WORD = re.compile(r"\w+|[^\w\s]")


def main(shared: Path) -> None:
    """Print seconds, words per second and the ratio to the peer, for each stage."""
    rows = read_lines(shared / "stories" / "stories_dev.jsonl")
    pages = [
        Page(source="speed", form="txt", text=row["text"], date=row["date"])
        for row in rows
        if row.get("text")
    ]
    words = sum(len(_WORD.findall(page.text)) for page in pages)
    records = load_records()
    check_story(pages[0])  # the tables are loaded once
    stories = [read_page(page) for page in pages]
    readings = [find_all(story) for story in stories]
    peer = _seconds(lambda: [_WORD.findall(page.text) for page in pages])
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [read_page(page) for page in pages],
        "find": lambda: [find_all(story) for story in stories],
        "check": lambda: [check_claim(c, r, records) for r in readings for c in r.claims],
        "the whole way": lambda: [check_story(page) for page in pages],
    }
    print(f"{len(pages)} stories, {words} words; the peer took {peer:.3f} s")
    for name, run in stages.items():
        took = _seconds(run)
        print(
            f"{name:<15}{took:>7.2f} s{words / took:>12,.0f} words/s{took / peer:>8.0f} x the peer"
        )


def _seconds(run: Callable[[], object]) -> float:
    """Give the best of three."""
    times = []
    for _ in range(3):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
