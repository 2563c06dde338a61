"""What a row of the record is of, in words."""

from __future__ import annotations

from functools import cache

from penholder.records.launches import launch_with
from penholder.records.load import load_records


@cache
def row_words(row: str | None) -> str:
    """Give what a row of the record is of: "ICBM: Hwasong-14" for a launch, the symbol of a vote; else the row itself."""
    if not row:
        return ""
    table, _, key = row.partition(" ")
    records = load_records()
    if table == "launches" and (launch := launch_with(records, key)):
        return f"{launch.cls}: {launch.system}" if launch.system else launch.cls
    if table == "votes" and (
        vote := next((v for v in records.votes if f"{v.vote_id}" == key), None)
    ):
        return vote.symbol or vote.draft or row
    return row
