"""Reads which states sponsored a draft, as ISO 3166 alpha-3 ids."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sources import read_rows

HERE = Path(__file__).parent
_STATES = HERE.parents[1] / "src" / "penholder" / "tables" / "states.csv"


def sponsors_of(vote: Mapping[str, str], file: Mapping[str, Any]) -> list[str]:
    """Give the sponsors that bd-unsc names, else those of the UN's resolution file."""
    named = ids_of([vote["sponsors"]])
    return named or ids_of([*file.get("sponsors", ()), *file.get("additional_sponsors", ())])


def ids_of(names: Sequence[str]) -> list[str]:
    """Give the ids of the states that are named, once each, sorted.

    What names no state is left out, but for the President of the Council and the committee on
    the admission of members. The longest names are read first: "Guinea" is not in "Guinea-Bissau".
    """
    words = " ".join(",".join(names).replace("_x000D_", " ").replace("\u2019", "'").split()).upper()
    return sorted({_spellings()[found[0]] for found in _pattern().finditer(words)})


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_spellings(), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))


@cache
def _spellings() -> Mapping[str, str]:
    """Give the id of each spelling: the package's names of states, and the sources' own."""
    found = {
        name.upper().replace("\u2019", "'"): row["id"]
        for row in read_rows(_STATES)
        for name in [row["name"], *row["names"].split("|")]
        if len(name) > 3
    }
    return found | {row["spelling"]: row["id"] for row in read_rows(HERE / "state_spellings.csv")}
