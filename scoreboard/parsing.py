"""Scores words, sentences and grammar: python scoreboard/parsing.py FOLDER [--set-floors].

The grammar is scored where a parser is installed, and peers where they are.
Exit codes: 0 no score fell below its floor, 1 one did.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import parses
import words
from tally import Score, add_up

from penholder.find.parse import has_parser

FLOORS = Path(__file__).with_name("parsing_floors.json")


def main(shared: Path, *, set_floors: bool) -> int:
    """Print every score beside its floor."""
    scores = dict(add_up(words.answers(shared)))
    if has_parser():
        scores |= add_up(parses.answers(shared))
    corpus, kept = digest(shared), json.loads(FLOORS.read_text("utf-8"))
    if set_floors:
        mine = {k: round(v.share - 0.0005, 4) for k, v in scores.items() if "peer" not in k}
        kept = {"corpus": corpus, "floors": kept["floors"] | mine}
        FLOORS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(
        f"corpus {corpus}" + ("" if corpus == kept["corpus"] else f", floors of {kept['corpus']}")
    )
    fell = _print(scores, kept["floors"])
    if has_parser():
        print(f"words cut and parsed in a second of one core: {parses.speed(shared):,.0f}")
    return fell


def digest(shared: Path) -> str:
    """Give the digest of the data that the floors were measured on."""
    joined = hashlib.sha256()
    for name in words.TREEBANKS:
        joined.update(words.treebank_path(shared, name).read_bytes())
    joined.update((shared / words.HARD).read_bytes())
    return joined.hexdigest()[:12]


def _print(scores: Mapping[str, Score], floors: Mapping[str, float]) -> int:
    fell = 0
    for name, score in scores.items():
        below = score.below(floors.get(name, 0.0))
        fell += below
        mark = f"  below its floor of {floors[name]}" if below else ""
        print(f"{name:<45}{100 * score.share:>7.2f}{mark}")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), set_floors="--set-floors" in sys.argv[2:]))
