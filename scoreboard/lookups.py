"""Measures the look-ups: python scoreboard/lookups.py [FOLDER].

For each command: milliseconds of its first answer, which reads the tables, and of later ones. The peer in the same
run finds the same rows by reading the CSV files with `csv` and scanning them; the ratio is that of a later answer
to the peer's, and does not depend on the machine. With FOLDER (the prepared data) all is measured again on a
record with imports.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from click.testing import CliRunner

from penholder.records.load import load_records, load_shipped
from penholder.serve.cli import main as penholder

# What a look-up may take once the tables are read, in milliseconds.
PROMISED = 50.0
_DATA = Path(str(files("penholder.records").joinpath("data")))
_IMPORTS = ("unxml_resolutions_2000_2026.jsonl.gz", "sample_1718_list.xml")
Row = dict[str, str]
Peer = Mapping[str, Callable[[Row], bool]]

_BY_RUSSIA: Peer = dict.fromkeys(("votes", "vetoes"), lambda row: "RUS" in row["vetoed_by"])
_OF_2022: Peer = {"launches": lambda row: row["date_local"].startswith("2022")}
_EVERYTHING: Peer = dict.fromkeys((path.stem for path in _DATA.glob("*.csv")), lambda _: True)

# Each command, and its peer: tables, and which of their rows it wants.
LOOK_UPS: Mapping[str, Peer] = {
    "presidency 2022-05": {"presidencies": lambda row: row["month"] == "2022-05"},
    "council 2022": {"members": lambda row: row["year"] == "2022"},
    "vote S/2022/431": {"votes": lambda row: row["draft"] == "S/2022/431"},
    "vote S/RES/2397": {"votes": lambda row: row["res_no"] == "2397"},
    "vote S/3502": {"votes": lambda row: row["draft"] == "S/3502"},
    "vetoes RUS": _BY_RUSSIA,
    "vetoes RUS --draft S/2022/155": _BY_RUSSIA,
    "would-pass --yes 13 --no CHN,RUS": {"members": lambda row: row["year"] == "2025"},
    "breaches 2022-03-24": {
        "launches": lambda row: row["date_local"] == "2022-03-24",
        "prohibitions": lambda row: row["adopted"] < "2022-03-24",
    },
    "launches --year 2022": _OF_2022,
    "launch KP-2022-03-24-1": {"launches": lambda row: row["event_id"] == "KP-2022-03-24-1"},
    "count --year 2022": _OF_2022,
    "count --year 2022 --rule show_of_force": _OF_2022,
    "records": _EVERYTHING,
    "records status": _EVERYTHING,
}
IMPORTED: Mapping[str, Peer] = {"listed KPi.001": {}}
_CALL = "from penholder.serve.cli import main; main()"
WHOLE = ("--help", "vote S/2022/431")


def main(prepared: Path | None) -> None:
    """Print the figures of the shipped record, then of one with imports."""
    with TemporaryDirectory() as folder:
        os.environ["PENHOLDER_RECORDS"] = str(Path(folder) / "records.jsonl")
        print("the shipped record")
        _measure(LOOK_UPS)
        if prepared is None:
            return
        paths = [str(prepared / "council" / name) for name in _IMPORTS]
        _answer(f"records import {' '.join(paths)}")
        print(f"with imports: {', '.join(_IMPORTS)}")
        _measure({**LOOK_UPS, **IMPORTED})


def _measure(look_ups: Mapping[str, Peer]) -> None:
    print(f"{'milliseconds':<40}{'first':>8}{'later':>8}{'peer':>8}{'ratio':>8}")
    for command, peer in look_ups.items():
        load_records.cache_clear()
        load_shipped.cache_clear()
        first = _milliseconds(partial(_answer, command), tries=1)
        later = _milliseconds(partial(_answer, command))
        scanned = _milliseconds(partial(_scan, peer)) if peer else 0.0
        ratio = f"{later / scanned:8.2f}" if scanned else f"{'-':>8}"
        slow = f"  over {PROMISED:.0f}" if later > PROMISED else ""
        print(f"{command:<40}{first:>8.1f}{later:>8.1f}{scanned:>8.1f}{ratio}{slow}")
    _measure_whole()


def _measure_whole() -> None:
    """Print the whole time of a command, the interpreter's start included; the peer is that start alone."""
    start = _milliseconds(partial(_run, "pass"))
    for command in WHOLE:
        took = _milliseconds(partial(_run, _CALL, *command.split()))
        print(f"penholder {command:<30}{took:>8.0f}{'':>8}{start:>8.0f}{took / start:8.1f}")


def _answer(command: str) -> None:
    found = CliRunner().invoke(penholder, command.split())
    assert found.exit_code == 0, found.output


def _scan(peer: Peer) -> list[list[Row]]:
    return [[row for row in _rows(table) if wanted(row)] for table, wanted in peer.items()]


def _rows(table: str) -> Iterator[Row]:
    with (_DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _run(*words: str) -> None:
    subprocess.run([sys.executable, "-c", *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _milliseconds(run: Callable[[], object], tries: int = 5) -> float:
    """Give the best of some tries."""
    times = []
    for _ in range(tries):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
