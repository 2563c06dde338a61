"""GeoJSON (RFC 7946): launches as points, where the record knows from where they were fired."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from penholder.records.load import Records, load_records
from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import headline
from penholder.serve.launch_places import place_of_site
from penholder.store.stories import dicts_of
from penholder.store.views import EVENTS


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
    place = place_of_site(site, records) if site else None
    names = ("day", "actor", "weapon", "system", "number", "outcome", "record", "stories")
    return {
        "type": "Feature",
        "id": urn("event", event["id"]),
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None,
        "properties": {
            "title": headline(event),
            **{name: event[name] for name in names},
            "site": site,
            "place": place.name if place else None,
        },
    }


def _site(record: str | None, records: Records) -> str | None:
    """Give the site of the launch that an event reports, as the record names it."""
    key = record.partition(" ")[2] if record else None
    return next((one.site for one in records.launches if one.event_id == key), None) or None
