"""GeoJSON (RFC 7946): launches as points, where the record knows from where they were fired."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from penholder.records.load import Records, load_records
from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import headline
from penholder.store.stories import dicts_of
from penholder.store.views import EVENTS
from penholder.tables.load import load_toml


def write(ledger: Connection) -> Iterator[str]:
    """Yield a collection; a launch whose site is not known is a feature without a place."""
    records = load_records()
    features = [
        _feature(event, records)
        for event in dicts_of(ledger, EVENTS)
        if event["kind"] == "weapon_test"
    ]
    whole = {"type": "FeatureCollection", "features": features}
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _feature(event: dict[str, Any], records: Records) -> dict[str, Any]:
    site = _site(event["record"], records)
    point = _point(site, records)
    names = ("day", "actor", "weapon", "system", "number", "outcome", "record", "stories")
    return {
        "type": "Feature",
        "id": urn("event", event["id"]),
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None,
        "properties": {"title": headline(event), **{name: event[name] for name in names}, "site": site},
    }  # fmt: skip


def _site(record: str | None, records: Records) -> str | None:
    """Give the site of the launch that an event reports, as the record names it."""
    key = record.partition(" ")[2] if record else None
    return next((one.site for one in records.launches if one.event_id == key), None) or None


def _point(site: str | None, records: Records) -> tuple[float, float] | None:
    """Give longitude and latitude of the place in the site's name."""
    place = _place_in(site or "")
    return next(((one.lon, one.lat) for one in records.places if one.id == place), None)


def _place_in(site: str) -> str | None:
    """Give the place that a site's name holds; an airfield or a base rather than the city beside it."""
    found = [
        row
        for row in load_toml("places")["place"]
        if row["kind"] != "line" and any(words in site for words in row["words"])
    ]
    return min(found, key=lambda row: row["kind"] == "city")["id"] if found else None
