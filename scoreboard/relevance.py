"""Scores the first scan: python scoreboard/relevance.py FOLDER [--set-floors].

Stories about the beat are those of the dossiers (groups a to d and f of the development stories). Of general news,
`relevance_read.csv` tells which stories somebody has read, and whether they are about the beat: a hundred drawn by
chance from those that pass, and those that a wide net of words brought up among the rest. Whoever reads more adds rows.

Exit codes: 0 no score fell below its floor, 1 one did.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotated import read_lines
from tally import Score

from penholder.find.relevance import is_relevant

READ = Path(__file__).with_name("relevance_read.csv")
FLOORS = Path(__file__).with_name("relevance_floors.json")
DEV = Path("stories/stories_dev.jsonl")
GENERAL = Path("corpora/general_news_9800.jsonl.gz")
_LOOK_ALIKES = "e"  # the group of stories that look like the beat and are not


@dataclass(frozen=True, slots=True)
class Scanned:
    """One story, whether the scan lets it through, and whether it is about the beat (None: unread)."""

    passes: bool
    about: bool | None


def main(shared: Path, *, set_floors: bool) -> int:
    """Print every score beside its floor."""
    scores, corpus = dict(measure(shared)), digest(shared)
    if set_floors:
        floors = {name: round(score.share - 0.0005, 4) for name, score in scores.items()}
        FLOORS.write_text(
            json.dumps({"corpus": corpus, "floors": floors}, indent=2) + "\n", "utf-8"
        )
    kept = json.loads(FLOORS.read_text("utf-8"))
    print(
        f"corpus {corpus}" + ("" if corpus == kept["corpus"] else f", floors of {kept['corpus']}")
    )
    fell = 0
    for name, score in scores.items():
        fell += score.share < kept["floors"].get(name, 0.0)
        print(f"{name:<58}{score.found:>6} of {score.there:<6}{score.share:.4f}")
    return int(fell > 0)


def measure(shared: Path) -> Iterator[tuple[str, Score]]:
    """Yield each score with its name."""
    read = _read()
    dev = [_scan(row, read) for row in read_lines(shared / DEV) if row["group"] != _LOOK_ALIKES]
    yield "stories of the dossiers let through", _share_passing(dev)
    yield (
        "… without those that on reading are not about the beat",
        _share_passing([one for one in dev if one.about is not False]),
    )
    general = [_scan(row, read) for row in _general(shared)]
    yield (
        "general stories read and about the beat, let through",
        _share_passing([one for one in general if one.about]),
    )
    yield "general stories passed over, of all", _passed_over(general)
    yield "… of those not about the beat, by the ones read", _estimated(general)


def digest(shared: Path) -> str:
    """Give the digest of the stories and of what was read."""
    joined = hashlib.sha256(READ.read_bytes())
    for name in (DEV, GENERAL):
        joined.update((shared / name).read_bytes())
    return joined.hexdigest()[:12]


def _scan(row: Mapping[str, Any], read: Mapping[str, bool]) -> Scanned:
    return Scanned(is_relevant(f"{row['title'] or ''}\n{row['text']}"), read.get(row["id"]))


def _read() -> Mapping[str, bool]:
    with READ.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["about_the_beat"] == "yes" for row in csv.DictReader(file)}


def _general(shared: Path) -> Iterator[Mapping[str, Any]]:
    with gzip.open(shared / GENERAL, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _share_passing(stories: list[Scanned]) -> Score:
    return Score(sum(one.passes for one in stories), len(stories))


def _passed_over(stories: list[Scanned]) -> Score:
    return Score(sum(not one.passes for one in stories), len(stories))


def _estimated(stories: list[Scanned]) -> Score:
    """Give the share passed over of what is not about the beat: the sample says how much of the rest that is."""
    over = sum(not one.passes for one in stories)
    sample = [one.about for one in stories if one.passes and one.about is not None]
    off_beat = round((len(stories) - over) * sample.count(False) / len(sample))
    return Score(over, over + off_beat)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), set_floors="--set-floors" in sys.argv[2:]))
