"""North Korea's launches: a year of them by the record, with what the ledger's stories tell; and each by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import Query

from penholder.errors import NotFoundError
from penholder.model.when import When
from penholder.records.counting import all_rules, rule_named
from penholder.records.load import Records
from penholder.serve.breach_lookups import breaches_of
from penholder.serve.counts import counts_of, window_of
from penholder.serve.launch_places import check_site, place_of_site
from penholder.serve.launches import KIND_WORDS, launch_known_as, launches_of, number_told
from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.charts.worldmap import centre, coast, marks, rings
from penholder.serve.web.charts.year import Dated, calendar, month_lines, timeline
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import Text, one_of
from penholder.serve.web.pages import Page
from penholder.store.by_record import (
    events_of_row,
    launches_of_no_row,
    reports_of_rows,
    statements_of_row,
)

Json = dict[str, Any]

_Year = Annotated[
    int | None, Query(ge=1900, le=2200, description="The year; else the record's last one.")
]
_Outcome = Annotated[
    str,
    one_of(("success", "failure", "mixed", "unknown"), "How it ended."),
]
_Site = Annotated[str | None, Query(max_length=200, description="A site: Sunan, Wonsan.")]
# The classes of the charts: the first that a launch counts as. Words of tables/weapons.toml.
CLASSES = ("nuclear", "icbm", "irbm", "mrbm", "srbm", "slbm", "slv", "cruise")
_OTHER = "other"
# Launches of the ledger that no row of the record is joined to: at most so many are listed.
_MOST = 50


def find_launches(
    ledger: Ledger,
    records: Record,
    year: _Year = None,
    kind: Text = None,
    outcome: _Outcome = "",
    site: _Site = None,
) -> Json:
    """Give a year's launches by the record, how many outlets of the ledger report each, and those that are only told."""
    covered = records.coverage["launches"]
    shown = year or covered.last.year
    found = [
        {**one, "place": _place(records, one)}
        for one in launches_of(records, shown, kind or None)
        if not outcome or one["outcome"] == outcome
    ]
    if site:
        check_site(records, site)
        found = [one for one in found if _is_from(one, site)]
    told = reports_of_rows(ledger, [f"launches {one['id']}" for one in found])
    return {
        "year": shown,
        "first": covered.first.year,
        "last": covered.last.year,
        "covered": covered.told,
        "note": covered.note,
        "launches": [
            {**one, "charted_as": _class(one), "told": told.get(f"launches {one['id']}")}
            for one in found
        ],
        "only_told": launches_of_no_row(ledger, "PRK", shown, _MOST) if not (kind or outcome or site) else [],
        "counts": _counts(records, shown),
    }  # fmt: skip


def _class(launch: Mapping[str, Any]) -> str:
    return next((one for one in CLASSES if one in launch["kinds"]), _OTHER)


def _is_from(launch: Mapping[str, Any], site: str) -> bool:
    """Say whether a launch is from a site, by its name on the map or in the record."""
    place = launch["place"]["name"] if launch["place"] else ""
    return site.casefold() in {place.casefold(), (launch["site"] or "").casefold()}


def _place(records: Records, launch: Mapping[str, Any]) -> Json | None:
    site = place_of_site(launch["site"], records) if launch["site"] else None
    return {"name": site.name, "lat": site.lat, "lon": site.lon} if site else None


def _counts(records: Records, year: int) -> list[Json]:
    """Give the year under every rule."""
    days = window_of(records.coverage["launches"], year, None, None)
    found = counts_of(records, days, all_rules(), rule_named("missile_days"))
    return [
        {key: one[key] for key in ("rule", "label", "used_by", "unit", "low", "high", "last")}
        for one in found
    ]


def _shown(found: Mapping[str, Any]) -> Json:
    year, things = found["year"], [_dated(one) for one in found["launches"]]
    rows = [row for row in (*CLASSES, _OTHER) if any(one.row == row for one in things)]
    return {
        "calendar": calendar(year, things),
        "rows": [(row, called(row), timeline(year, row, things)) for row in rows],
        "lines": month_lines(year),
        "map": {"coast": coast(), "rings": rings(), "centre": centre(), "marks": _marks(found)},
        "unplaced": sum(one["place"] is None for one in found["launches"]),
        "undated": sum((one.last - one.first).days >= 7 for one in things),
        "called": called,
        "number_told": number_told,
        "classes": CLASSES,
        "most": max((one["high"] for one in found["counts"]), default=1) or 1,
    }


def called(row: str) -> str:
    """Give the name of a class of the charts."""
    return {"cruise": "cruise missile", _OTHER: "other"}.get(row) or KIND_WORDS[row]


def _dated(launch: Mapping[str, Any]) -> Dated:
    first, last = When(launch["day"]).days() or (date.min, date.max)
    label = f"{launch['day']}, {launch['class']}, {launch['system'] or 'system unknown'}, {launch['site'] or 'site unknown'}"
    return Dated(
        id=launch["id"],
        label=label,
        row=launch["charted_as"],
        first=first,
        last=last,
        size=launch["number"][0],
    )


def _marks(found: Mapping[str, Any]) -> Any:
    places = {one["place"]["name"]: one["place"] for one in found["launches"] if one["place"]}
    numbers = Counter(one["place"]["name"] for one in found["launches"] if one["place"])
    return marks((name, places[name]["lat"], places[name]["lon"], n) for name, n in numbers.items())


def find_launch(ledger: Ledger, records: Record, launch_id: str) -> Json:
    """Give a launch with all that is known: its numbers under each rule, what it breaches, and what stories tell of it."""
    found = launch_known_as(records, launch_id)
    row = f"launches {found['id']}"
    return {
        **found,
        "place": _place(records, found),
        "labels": {rule: rule_named(rule).label for rule in found["numbers"]},
        "breaches": _breaches(records, found["id"]),
        "told": reports_of_rows(ledger, [row]).get(row),
        "events": events_of_row(ledger, row),
        "statements": statements_of_row(ledger, row),
    }


def _breaches(records: Records, launch_id: str) -> list[Json]:
    try:
        return breaches_of(records, launch_id)
    except NotFoundError:
        return []


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in reversed(found["launches"]):
        yield Entry(
            path=f"/launches/{one['id']}",
            title=f"{one['class']}: {one['system'] or 'system unknown'}",
            summary=f"{number_told(one)} from {one['site'] or 'an unknown site'}; {one['outcome']}.",
            day=one["day"],
            category="launch",
        )


PAGES = (
    Page(
        path="/launches",
        template="launches.html",
        find=find_launches,
        entries=_entries,
        shown=_shown,
    ),
    Page(
        path="/launches/{launch_id}",
        template="launch.html",
        find=find_launch,
        shown=lambda _: {"number_told": number_told, "kind_words": KIND_WORDS},
    ),
)
