"""What a row of the record is of, in words."""

from __future__ import annotations

from functools import cache

from penholder.records.launches import launch_with
from penholder.records.load import load_records
from penholder.records.votes import vote_with


@cache
def row_words(row: str | None) -> str:
    """Give what a row of the record is of: "ICBM: Hwasong-14" for a launch, the symbol of a vote; else the row itself."""
    table, _, key = (row or "").partition(" ")
    if table == "launches" and (launch := launch_with(load_records(), key)):
        return f"{launch.cls}: {launch.system}" if launch.system else launch.cls
    if table == "votes" and (vote := vote_with(load_records(), key)):
        return vote.symbol or vote.draft or row or ""
    return row or ""
