"""Prints each launch that stories tell of and events miss, with its cause: `python scoreboard/merging_losses.py FOLDER`.

A telling is a story with a launch that it tells of. Two tellings of one launch should share an event; the figures are
given for all stories and for each half of them (by a hash of the id), so that what is chosen on one is tried on the other.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import merging
from merging import Told
from tally import Answer


def main(shared: Path) -> None:
    """Print the figures of all and of each half, then the losses."""
    told = merging.tell(shared)
    for name, part in (("all", None), ("half 0", 0), ("half 1", 1)):
        meant = {at: event for at, event in told.meant.items() if part in (None, _half(told, at))}
        for asked, figure in _figures(told, meant).items():
            print(f"{name:7} {figure} {asked}")
    causes: Counter[str] = Counter()
    for at, event in sorted(told.meant.items(), key=lambda pair: (pair[1], pair[0])):
        if cause := merging.cause_of(told, at):
            causes[cause] += 1
            statement = told.statements[at]
            when = statement.when and str(statement.when)
            print(
                f"{event or '-':13} {cause:28} {statement.story} {statement.span.start} {when} "
                f"{statement.polarity.value} -> {told.made.get(at)} | {told.text(at)}"
            )
    print(*(f"{many:4} {cause}" for cause, many in causes.most_common()), sep="\n")


def _half(told: Told, at: int) -> int:
    return sha256(told.statements[at].story.encode()).digest()[0] % 2


def _figures(told: Told, meant: Mapping[int, str]) -> Mapping[str, str]:
    made = {at: event for at, event in told.made.items() if at in meant}
    tally: dict[str, list[bool]] = defaultdict(list)
    for asked, right in _asked(told, meant, made):
        tally[asked].append(right)
    return {asked: f"{sum(r) / len(r):.3f} of {len(r):4}" for asked, r in tally.items()}


def _asked(told: Told, meant: Mapping[int, str], made: Mapping[int, str]) -> list[Answer]:
    return [
        *merging.of_statements(meant, made),
        *merging.of_tellings(told.statements, meant, made),
        *merging.of_launches(told.statements, meant, made),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
