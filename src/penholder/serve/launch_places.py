"""Where a launch was fired from, by the name of its site."""

from __future__ import annotations

from penholder.records.launch_sites import LaunchSite, find_launch_site
from penholder.records.load import Records
from penholder.records.places import Place
from penholder.tables.load import load_toml


def place_of_site(site: str, records: Records) -> Place | LaunchSite | None:
    """Give the place in a site's name, or the town that it is named for."""
    place = _place_in(site)
    known = next((one for one in records.places if one.id == place), None)
    return known or find_launch_site(records, site)


def _place_in(site: str) -> str | None:
    """Give the place that a site's name holds; an airfield or a base rather than the city beside it."""
    found = [
        row
        for row in load_toml("places")["place"]
        if row["kind"] != "line" and any(words in site for words in row["words"])
    ]
    return min(found, key=lambda row: row["kind"] == "city")["id"] if found else None
