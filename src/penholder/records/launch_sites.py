"""Where the sites lie from which launches were fired, beyond the places that news measures from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, kw_only=True)
class LaunchSite:
    """A site, or the town that it is named for."""

    words: str  # in a site's name
    name: str
    lat: float
    lon: float

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give what finds the site in a name, as a whole word."""
        return re.compile(rf"\b{re.escape(self.words)}\b")


def launch_site_of(row: Mapping[str, str]) -> LaunchSite:
    """Give the site of a row of launch_sites.csv."""
    lat, lon = float(row["lat"]), float(row["lon"])
    return LaunchSite(words=row["words"], name=row["name"], lat=lat, lon=lon)


def find_launch_site(records: Records, site: str) -> LaunchSite | None:
    """Give the one site that a launch's record names; None: it names none of them, or several."""
    found = [one for one in records.launch_sites if one.pattern.search(site)]
    return found[0] if len(found) == 1 else None
