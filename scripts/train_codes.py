"""Learns the weights of the PLOVER codes: python scripts/train_codes.py FOLDER.

FOLDER holds gold/events/plv_train.jsonl.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "scoreboard")]

from codes import examples_of, read_sentences  # noqa: E402

from penholder.find.codes.learning import learn  # noqa: E402
from penholder.find.codes.weights import NAME, write  # noqa: E402

OUT = ROOT / "src" / "penholder" / "find" / "codes" / NAME


def main(shared: Path) -> None:
    """Write the weights beside the code that reads them."""
    examples = examples_of(read_sentences(shared))
    write(learn(examples), OUT)
    print(f"{len(examples)} sentences, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
