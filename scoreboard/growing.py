"""Measures what it costs to find the origins of further stories, beside finding those of all anew.

python scoreboard/growing.py ../shared [STORIES]

Stories of two weeks, in a ledger: of sentences of their own and, at the end, up to four paragraphs of the shared stories on the
beat, as agencies put them there; three in ten are copies, cut or edited. The first time all are merged, then a few more: those of
the last days, then of any day. At the end the origins are compared with those of all stories found anew.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

from copies import _texts
from sqlalchemy import Connection, Engine, insert, select

from penholder.merge.origins.prints import packed, print_of
from penholder.store.ledger import open_ledger
from penholder.store.merging_origins import mark_changed, merge_all, merge_origins
from penholder.store.tables import ORIGINS, STORY_VERSIONS

_FIRST, _DAYS = date(2024, 1, 1), 14
_MORE = (10, 10, 10, 70)
Row = dict[str, Any]


def main() -> int:
    """Print the times, and whether the origins are those of all anew."""
    shared, number = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    rows = list(islice(_rows(shared), number + sum(_MORE)))
    for day in rows:
        day["date"] = (_FIRST + timedelta(days=day["no"] * _DAYS // len(rows))).isoformat()
    mixed = random.Random(1).sample(rows, len(rows))  # noqa: S311 - texts, not secrets
    for name, order in (("the last days", rows), ("any day", mixed)):
        print(f"{number:,} stories of {_DAYS} days, then some of {name}:")
        with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l.db") as ledger:
            _measure(ledger.engine, order, number)
    return 0


def _measure(engine: Engine, rows: Sequence[Row], number: int) -> None:
    _merge(engine, rows[:number])
    start, times = number, []
    for more in _MORE:
        times.append((more, _merge(engine, rows[start : start + more])))
        start += more
    by_turns = _origins(engine)
    anew = _timed(engine, merge_all)
    for more, taken in times:
        print(f"  {more} more: {taken:.2f} s, 1/{anew / taken:.1f} of all anew")
    print(f"  all anew: {anew:.2f} s, {'the same' if _origins(engine) == by_turns else 'OTHER'} origins")  # fmt: skip


def _merge(engine: Engine, rows: Sequence[Row]) -> float:
    with engine.begin() as connection:
        connection.execute(insert(STORY_VERSIONS), rows)
        mark_changed(connection, [row["no"] for row in rows])
    return _timed(engine, merge_origins)


def _timed(engine: Engine, work: Callable[[Connection], None]) -> float:
    """Give the processor's seconds, which others on the machine disturb less."""
    start = time.process_time()
    with engine.begin() as connection:
        work(connection)
    return time.process_time() - start


def _origins(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(select(ORIGINS)))


def _rows(shared: Path) -> Iterator[Row]:
    """Yield stories as the ledger keeps them, but for their day."""
    for no, paragraphs in zip(count(1), _stories(shared), strict=False):
        words = packed(print_of(" ".join(paragraphs)))
        named = dict.fromkeys(("key", "source", "id"), f"s{no}")
        rest = dict.fromkeys(("seen", "basis", "language", "text", "text_sha256", "told"), "")
        yield {"no": no, "sequence": 1, "current": True, "print": words, **named, **rest}


def _stories(shared: Path) -> Iterator[list[str]]:
    """Yield the paragraphs of stories without end."""
    chance = random.Random(7)  # noqa: S311
    background = _background(shared)
    own = [told for text in _texts(shared) for told in re.split(r"\n+|(?<=[.!?]) ", text)]
    own = [told for told in own if len(told.split()) > 12]
    last: list[list[str]] = []
    while True:
        if last and chance.random() < 0.3:
            story = _copy(chance, chance.choice(last[-300:]), own)
        else:
            story = [_sentence(chance, own) for _ in range(chance.randrange(5, 18))]
            usual = (int(chance.expovariate(1 / 40)) for _ in range(chance.randrange(5)))
            story += [background[min(at, len(background) - 1)] for at in usual]
        last = [*last[-300:], story]
        yield story


def _background(shared: Path) -> list[str]:
    lines = (shared / "stories" / "stories_dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (json.loads(line)["text"] for line in lines)
    return [told for text in texts for told in re.split(r"\n+", text) if len(told.split()) > 15]


def _sentence(chance: random.Random, own: Sequence[str]) -> str:
    """Give a sentence with two numbers, so that no other one has all of its runs."""
    words = chance.choice(own).split()
    for _ in range(2):
        words.insert(chance.randrange(len(words)), str(chance.randrange(10**6)))
    return " ".join(words)


def _copy(chance: random.Random, story: Sequence[str], own: Sequence[str]) -> list[str]:
    copy = list(story)
    if chance.random() < 0.5:
        copy = copy[: max(3, int(len(copy) * chance.uniform(0.4, 1)))]
    if chance.random() < 0.5:
        copy[chance.randrange(len(copy))] = _sentence(chance, own)
    return copy


if __name__ == "__main__":
    sys.exit(main())
