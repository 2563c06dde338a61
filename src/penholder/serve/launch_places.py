"""Where a launch was fired from, by the name of its site."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from penholder.errors import NotFoundError
from penholder.records.launch_sites import LaunchSite, find_launch_site
from penholder.records.load import Records
from penholder.records.places import Place
from penholder.tables.load import load_toml


def place_of_site(site: str, records: Records) -> Place | LaunchSite | None:
    """Give the place in a site's name, or the town that it is named for."""
    place = _place_in(site)
    known = next((one for one in records.places if one.id == place), None)
    return known or find_launch_site(records, site)


def check_site(records: Records, site: str) -> None:
    """Refuse a site from which nothing is recorded in any year.

    Raises:
        NotFoundError: no launch is from there; the remedy names a site that is written alike, or those of the map.
    """
    sites = _sites(records)
    if site.casefold() not in {name.casefold() for name in sites}:
        near = get_close_matches(site, sites, 1)
        remedy = (
            f'Did you mean "{near[0]}"?' if near else f"Sites are {', '.join(_placed(records))}"
        )
        raise NotFoundError(
            site, fault="no launch is recorded from a site of that name", remedy=remedy
        )


@cache
def _sites(records: Records) -> tuple[str, ...]:
    """Give the sites of all launches, by their names on the map and in the record."""
    named = {one.site for one in records.launches if one.site}
    return tuple(sorted(named | set(_placed(records))))


@cache
def _placed(records: Records) -> tuple[str, ...]:
    """Give the sites that stand on the map."""
    places = (place_of_site(one.site, records) for one in records.launches if one.site)
    return tuple(sorted({place.name for place in places if place}))


def _place_in(site: str) -> str | None:
    """Give the place that a site's name holds; an airfield or a base rather than the city beside it."""
    found = [
        row
        for row in load_toml("places")["place"]
        if row["kind"] != "line" and any(words in site for words in row["words"])
    ]
    return min(found, key=lambda row: row["kind"] == "city")["id"] if found else None
