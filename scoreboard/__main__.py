"""Scores penholder on reference data: python scoreboard FOLDER [--set-floors].

Exit codes: 0 no score fell below its floor, 1 one did.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import annotated
import attributions
import code_probes
import codes
import dating
import merging
import names
import published
import timexes
from tally import Score, add_up

FLOORS = Path(__file__).with_name("floors.json")
CORPUS = (
    "gold/stories/gold_dev.jsonl",
    "gold/stories/wrong_claims_dev.jsonl",
    "gold/published_counts_dev.csv",
    "stories/stories_dev.jsonl",
    "gold/events/plv_train.jsonl",
    "gold/events/domain_subset.jsonl",
    str(attributions.DEV),
    str(attributions.GUM),
    *(f"gold/language/{corpus.file}" for corpus in timexes.CORPORA),
)
SECTIONS = (
    annotated.answers,
    names.answers,
    attributions.answers,
    published.answers,
    published.wrong_answers,
    dating.answers,
    merging.answers,
    code_probes.answers,
    timexes.answers,
    timexes.kept_back,
)


def main(shared: Path, *, set_floors: bool) -> int:
    """Print every score beside its floor."""
    scores = {k: v for section in SECTIONS for k, v in add_up(section(shared)).items()}
    scores |= codes.scores(shared)
    corpus = digest(shared)
    if set_floors:
        floors = {name: round(score.share - 0.0005, 3) for name, score in scores.items()}
        told = json.dumps({"corpus": corpus, "floors": floors}, indent=2)
        FLOORS.write_text(told + "\n", encoding="utf-8")
    kept = json.loads(FLOORS.read_text("utf-8"))
    print(
        f"corpus {corpus}" + ("" if corpus == kept["corpus"] else f", floors of {kept['corpus']}")
    )
    return _print(scores, kept["floors"])


def digest(shared: Path) -> str:
    """Give the digest of the data that the floors were measured on."""
    joined = hashlib.sha256()
    for name in CORPUS:
        joined.update((shared / name).read_bytes())
    return joined.hexdigest()[:12]


def _print(scores: Mapping[str, Score], floors: Mapping[str, float]) -> int:
    fell = 0
    for name, score in scores.items():
        below = score.below(floors.get(name, 0.0))
        fell += below
        mark = f"  below its floor of {floors[name]}" if below else ""
        print(f"{name:<52}{score.found:>5} of {score.there:<5}{score.share:.2f}{mark}")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), set_floors="--set-floors" in sys.argv[2:]))
