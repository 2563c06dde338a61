"""Learns the weights of the PLOVER codes: python scripts/train_codes.py FOLDER.

FOLDER holds gold/events/plv_train.jsonl; the examples of tables/codes.toml teach beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "scoreboard")]

from codes import read_sentences  # noqa: E402

from penholder.find.codes.learning import learn  # noqa: E402
from penholder.find.codes.marked import example_of, table_examples  # noqa: E402
from penholder.find.codes.weights import NAME, write  # noqa: E402

OUT = ROOT / "src" / "penholder" / "find" / "codes" / NAME


def main(shared: Path) -> None:
    """Write the weights beside the code that reads them."""
    told = (example_of(one.marked, one.code) for one in read_sentences(shared))
    examples = [*table_examples(), *told]
    write(learn(examples), OUT)
    print(f"{len(examples)} sentences, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
