"""Counts false alarms in general news: python scoreboard/alarms.py FOLDER [--list FILE].

Of the 9,800 general stories it reads what `penholder read` reads, those that the first scan lets through, and counts
the stories with a weapons test, a veto, a vote or a draft. `alarms_read.csv` says of each such statement, by the story
and the offsets, whether a reader calls it right: its kind, who acts and whether it happened. One that nobody has read
yet counts as wrong until somebody has. `--list` writes the unread ones to a file, with their words.

Exit codes: 0 fewer than 1 % of the stories have a statement that is wrong or unread, 1 more have.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from penholder.find.reading import find_all
from penholder.find.relevance import is_relevant
from penholder.model.statement import Statement, StatementKind
from penholder.read.page import read_page
from penholder.read.source_page import Page

READ = Path(__file__).with_name("alarms_read.csv")
GENERAL = Path("corpora/general_news_9800.jsonl.gz")
KINDS = frozenset(
    {
        StatementKind.WEAPON_TEST,
        StatementKind.VETO,
        StatementKind.VOTE,
        StatementKind.DRAFT_RESOLUTION,
    }
)
# The share of all stories that may have a false alarm.
_MOST = 0.01
Key = tuple[str, str, int, int]  # story, kind, start, end


def main(shared: Path, listed: Path | None) -> int:
    """Print for each kind how many stories have one, and how many of these a wrong or unread one."""
    read = _read()
    stories = list(_general(shared))
    found: dict[str, set[str]] = defaultdict(set)
    unread: list[str] = []
    for row in filter(_passes, stories):
        for statement in _alarms(row):
            right = read.get(_key(statement))
            for name in ("any of them", statement.kind.value):
                found[name].add(row["id"])
                found[f"{name}: {_WORDS[right]}"].add(row["id"])
            if right is None:
                unread.append(_line(statement))
    print(f"corpus {digest(shared)}, {len(stories)} stories")
    for name in sorted(found):
        print(f"{name:<28}{len(found[name]):>5} stories{len(found[name]) / len(stories):>9.2%}")
    if listed:
        listed.write_text("".join(f"{line}\n" for line in unread), "utf-8")
    wrong = found["any of them: wrong"] | found["any of them: unread"]
    return int(len(wrong) >= _MOST * len(stories))


_WORDS: Mapping[bool | None, str] = {True: "right", False: "wrong", None: "unread"}


def digest(shared: Path) -> str:
    """Give the digest of the stories and of what was read."""
    return hashlib.sha256(READ.read_bytes() + (shared / GENERAL).read_bytes()).hexdigest()[:12]


def _general(shared: Path) -> Iterator[Mapping[str, Any]]:
    with gzip.open(shared / GENERAL, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _passes(row: Mapping[str, Any]) -> bool:
    return is_relevant(f"{row['title'] or ''}\n{row['text']}")


def _alarms(row: Mapping[str, Any]) -> Iterator[Statement]:
    said = {name: row[name] for name in ("id", "text", "date", "title", "outlet")}
    reading = find_all(read_page(Page(source="general", form="json", **said)))
    return (statement for statement in reading.statements if statement.kind in KINDS)


def _key(statement: Statement) -> Key:
    span = statement.span
    return statement.story, statement.kind.value, span.start, span.end


def _line(statement: Statement) -> str:
    """Give an unread statement as a row of the table, with what a reader needs behind it."""
    actors = " and ".join(actor.name for actor in statement.actor) or "nobody"
    place = ",".join(map(str, _key(statement)))
    words = " ".join(statement.text.split())
    return f"{place},?  {actors}, {statement.polarity.value}: {words}"


def _read() -> Mapping[Key, bool]:
    with READ.open(encoding="utf-8", newline="") as file:
        return {
            (row["story"], row["kind"], int(row["start"]), int(row["end"])): row["right"] == "yes"
            for row in csv.DictReader(file)
        }


if __name__ == "__main__":
    where = Path(sys.argv[3]) if sys.argv[2:3] == ["--list"] else None
    sys.exit(main(Path(sys.argv[1]), where))
