"""The formats that a ledger is exported in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from penholder.serve.exports import (
    atom,
    calendar,
    claim_reviews,
    csv_table,
    geojson,
    json_feed,
    json_lines,
    parquet,
    plover,
    web_annotations,
)
from penholder.store.views import View

Pieces = Iterator[str] | Iterator[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its name, how its files end, what they are, and who writes them."""

    name: str
    suffix: str
    media_type: str
    whole: Callable[[Connection], Pieces] | None = None  # writes all of the ledger
    table: Callable[[Connection, View], Pieces] | None = None  # writes one view


FORMATS = {
    one.name: one
    for one in (
        Format(name="jsonl", suffix="jsonl", media_type="application/jsonl", whole=json_lines.write),
        Format(name="csv", suffix="csv", media_type="text/csv", table=csv_table.write),
        Format(name="parquet", suffix="parquet", media_type="application/vnd.apache.parquet", table=parquet.write),
        Format(name="annotations", suffix="jsonld", media_type="application/ld+json", whole=web_annotations.write),
        Format(name="ical", suffix="ics", media_type="text/calendar", whole=calendar.write),
        Format(name="atom", suffix="atom", media_type="application/atom+xml", whole=atom.write),
        Format(name="jsonfeed", suffix="json", media_type="application/feed+json", whole=json_feed.write),
        Format(name="geojson", suffix="geojson", media_type="application/geo+json", whole=geojson.write),
        Format(name="plover", suffix="jsonl", media_type="application/jsonl", whole=plover.write),
        Format(name="claimreview", suffix="jsonld", media_type="application/ld+json", whole=claim_reviews.write),
    )
}  # fmt: skip
