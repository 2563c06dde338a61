"""Vetoes over the years by member, and how many each has cast on every basis of counting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from penholder.errors import NotFoundError
from penholder.records.load import Records
from penholder.serve.lookups import actor_json, vetoes_by
from penholder.serve.web.asking import Record
from penholder.serve.web.charts.stacks import stack
from penholder.serve.web.pages import Page

Json = dict[str, Any]

# In the order of the chart's bars, from below.
_PERMANENT = ("RUS", "USA", "GBR", "FRA", "CHN")


def find_vetoes(records: Record) -> Json:
    """Give the vetoes cast in each year by each member, and each member's number on every basis."""
    return _vetoes(records)


@lru_cache(maxsize=2)
def _vetoes(records: Records) -> Json:
    years: dict[str, Counter[str]] = defaultdict(Counter)
    for vote in records.votes:
        for member in vote.vetoed_by:
            years[vote.date[:4]][member] += 1
    return {
        "years": {year: dict(parts) for year, parts in sorted(years.items())},
        "members": [one for member in _PERMANENT for one in _counts(records, member)],
        "covered": records.coverage["votes"].told,
    }


def _counts(records: Records, member: str) -> list[Json]:
    try:
        found = vetoes_by(records, member, records.coverage["votes"].last.isoformat())
    except NotFoundError:
        return []
    counts = [{key: one[key] for key in ("basis", "label", "number", "last")} for one in found]
    return [{"member": actor_json(member), "counts": counts}]


def _shown(found: Mapping[str, Any]) -> Json:
    numbers = {int(year): parts for year, parts in found["years"].items()}
    return {"chart": stack(numbers, _PERMANENT), "order": _PERMANENT}


PAGES = (Page(path="/vetoes", template="vetoes.html", find=find_vetoes, shown=_shown),)
