"""Measures `penholder read` on general news beside spaCy: python scoreboard/corpus_speed.py FOLDER PYTHON.

It reads with the parser that is installed, or without one with PENHOLDER_PARSER=none. PYTHON is the interpreter of an environment with spaCy 3.8 (see spacy_peer.py). Penholder reads all stories with its
command, start included, and keeps them in a ledger; spaCy reads every 20th story, its start left out. Both have one
core, and seconds are those of the processor, so that other work on the machine counts little.

Exit codes: 0 penholder is fast enough (see `FLOOR`), 1 it is not.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

GENERAL = Path("corpora/general_news_9800.jsonl.gz")
PEER = Path(__file__).with_name("spacy_peer.py")
_EVERY = 20
# Times as fast as spaCy that penholder has to be, its parser included.
FLOOR = 20.0
_ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Pace:
    """So many stories in so many seconds of one core."""

    name: str
    stories: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Give stories per second."""
        return self.stories / self.seconds


def main(shared: Path, python: str) -> int:
    """Print stories per second of both, and how many times as fast penholder is."""
    with gzip.open(shared / GENERAL, "rt", encoding="utf-8") as lines:
        rows = list(lines)
    ours, told = _penholder(rows)
    peer = _spacy(rows[::_EVERY], python)
    for pace in (ours, peer):
        print(
            f"{pace.name:<44}{pace.stories:>6,} stories{pace.seconds:>8.1f} s"
            f"{pace.per_second:>9.1f} stories/s"
        )
    times = ours.per_second / peer.per_second
    print(f"{times:.1f} times as fast; {told}")
    return int(times < FLOOR)


def _penholder(rows: Sequence[str]) -> tuple[Pace, str]:
    """Read all with the command; the line that counts them comes along."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "general.jsonl"
        source.write_text("".join(rows), encoding="utf-8")
        words = ("read", str(source), "--json", "--ledger", f"{folder}/ledger.db")
        before = _seconds_of_children()
        done = _run([str(Path(sys.executable).with_name("penholder")), *words], None)
        seconds = _seconds_of_children() - before
    told = next(line for line in done.stderr.splitlines() if "Claims:" in line)
    return Pace("penholder read, start included", len(rows), seconds), told


def _spacy(rows: Sequence[str], python: str) -> Pace:
    texts = "".join(json.dumps(json.loads(row)["text"]) + "\n" for row in rows)
    done = json.loads(_run([python, "-W", "ignore", str(PEER)], texts).stdout)
    return Pace(f"spaCy's small layers, weights {done['weights']}", len(rows), done["seconds"])


def _run(words: Sequence[str], given: str | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        words, input=given, capture_output=True, text=True, check=True, env=os.environ | _ONE_CORE
    )


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
