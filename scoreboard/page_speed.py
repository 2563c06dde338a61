"""Times the pages of a served ledger, and asks them fifty times a second for a minute.

    python scoreboard/big_ledger.py big.db && python scoreboard/page_speed.py big.db [--seconds 60] [--rate 50]

Prints for each page the median and the 95th percentile of the time of its answer (ms), its size (KB), then how many requests of
the minute failed, how late the answers were, and the server's memory (MB).
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

_REPEATS = 40
_STORIES, _EVENTS = 50_000, 100_000
_WORDS = (
    "missile",
    "draft sanctions",
    "dialogue Pyongyang",
    "report 4711",
    "condemned launch",
    "closed doors",
)
_VERDICTS = ("supported", "contradicted", "undecided", "not_covered")


@dataclass(frozen=True, slots=True)
class Asked:
    """A page, and how its addresses are made."""

    name: str
    path: Callable[[random.Random], str]


PAGES = (
    Asked("front", lambda _: "/"),
    Asked("stories", lambda chance: f"/stories?page={chance.randint(1, 200)}"),
    Asked("stories of an outlet", lambda chance: f"/stories?outlet=Outlet+{chance.randint(0, 199)}"),
    Asked("story", lambda chance: f"/stories/made-{chance.randrange(_STORIES)}"),
    Asked("events", lambda chance: f"/events?page={chance.randint(1, 200)}"),
    Asked("events of a kind", lambda chance: f"/events?kind=veto&actor={chance.choice(('RUS', 'CHN'))}"),
    Asked("event", lambda chance: f"/events/event-{chance.randrange(_EVENTS)}"),
    Asked("launches", lambda chance: f"/launches?year={chance.randint(2006, 2025)}"),
    Asked("counts", lambda chance: f"/counts?from={chance.randint(2012, 2024)}-01-01"),
    Asked("drafts", lambda chance: f"/drafts?page={chance.randint(1, 100)}"),
    Asked("draft", lambda chance: f"/drafts/draft-{chance.randrange(_EVENTS // 20)}"),
    Asked("votes", lambda chance: f"/votes?page={chance.randint(1, 50)}"),
    Asked("vote", lambda chance: f"/votes/S/RES/{chance.randint(1, 2700)}"),
    Asked("vetoes", lambda _: "/vetoes"),
    Asked("council", lambda chance: f"/council/{chance.randint(1946, 2025)}"),
    Asked("people", lambda chance: f"/people?page={chance.randint(1, 50)}"),
    Asked("person", lambda chance: f"/people/speaker-{chance.randrange(3000)}"),
    Asked("a state", lambda chance: f"/people/{chance.choice(('PRK', 'USA', 'CHN'))}"),
    Asked("claims", lambda chance: f"/claims?page={chance.randint(1, 200)}"),
    Asked("claims of a verdict", lambda chance: f"/claims?verdict={chance.choice(_VERDICTS)}&page={chance.randint(1, 20)}"),
    Asked("claims of an outlet", lambda chance: f"/claims?outlet=Outlet+{chance.randint(0, 199)}&type=tally"),
    Asked("search", lambda chance: f"/search?words={chance.choice(_WORDS).replace(' ', '+')}"),
    Asked("feed of claims", lambda _: "/claims.atom?verdict=contradicted"),
    Asked("API of events", lambda _: "/api/events"),
)  # fmt: skip


def main() -> None:
    """Serve, ask, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("ledger", help="a file, or the address of a database of PostgreSQL")
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--rate", type=int, default=50)
    given = arguments.parse_args()
    command = [
        sys.executable,
        "-m",
        "penholder",
        "serve",
        "--port",
        "0",
        "--ledger",
        given.ledger,
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            told = server.stderr.readline() if server.stderr else ""
            port = int(re.search(r":(\d+)/", told)[1])  # type: ignore[index]
            _time_pages(port)
            _load(port, given.seconds, given.rate)
            print(f"server's memory: {_memory(server.pid):.0f} MB")
        finally:
            server.terminate()


def _time_pages(port: int) -> None:
    print(f"{'page':<24}{'median':>9}{'p95':>9}{'largest KB':>12}")
    for page in PAGES:
        chance = random.Random(page.name)  # noqa: S311 - the same addresses each time
        _ask(port, page.path(chance))  # the first one reads tables
        answers = [_ask(port, page.path(chance)) for _ in range(_REPEATS)]
        times = sorted(seconds * 1000 for _, seconds, _ in answers)
        failed = sum(status >= 500 for status, _, _ in answers)
        missing = sum(status == 404 for status, _, _ in answers)
        marks = f"  {failed} failed" * bool(failed) + f"  {missing} not there" * bool(missing)
        largest = max(size for _, _, size in answers) / 1000
        print(
            f"{page.name:<24}{times[len(times) // 2]:>9.1f}{quantiles(times, n=20)[-1]:>9.1f}{largest:>12.0f}{marks}"
        )


def _ask(port: int, path: str) -> tuple[int, float, int]:
    """Give the status, the seconds and the bytes of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        start = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        size = len(answer.read())
        return answer.status, time.perf_counter() - start, size
    finally:
        connection.close()


def _load(port: int, seconds: int, rate: int) -> None:
    """Ask at an even rate, whether answers are back or not."""
    chance = random.Random(1)  # noqa: S311
    done: list[tuple[int, float]] = []
    askers = []
    start = time.perf_counter()
    for number in range(seconds * rate):
        path = chance.choice(PAGES).path(chance)
        asker = threading.Thread(target=_note, args=(port, path, done))
        time.sleep(max(0.0, start + number / rate - time.perf_counter()))
        asker.start()
        askers.append(asker)
    for asker in askers:
        asker.join()
    failed = sum(status >= 500 or status == 0 for status, _ in done)
    late = sorted(took for _, took in done)
    print(f"{rate} a second for {seconds} s: {len(done):,} asked, {failed} failed; "
          f"median {late[len(late) // 2] * 1000:.0f} ms, p95 {late[int(len(late) * 0.95)] * 1000:.0f} ms, last {late[-1] * 1000:.0f} ms")  # fmt: skip


def _note(port: int, path: str, done: list[tuple[int, float]]) -> None:
    start = time.perf_counter()
    try:
        status, _, _ = _ask(port, path)
    except OSError:
        status = 0
    done.append((status, time.perf_counter() - start))


def _memory(process: int) -> float:
    """Give the most memory that a process had, in MB; Linux alone says so."""
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(re.search(r"VmHWM:\s+(\d+)", told)[1]) / 1000  # type: ignore[index]


if __name__ == "__main__":
    main()
