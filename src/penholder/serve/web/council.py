"""The Council at a date: members, presidency, and the terms of each member."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Any

from fastapi import Path

from penholder.errors import NotFoundError
from penholder.records.load import Records
from penholder.records.members import seats_in
from penholder.serve.lookups import BASES, actor_json, member_json, vetoes_by
from penholder.serve.typed import state_typed
from penholder.serve.web.asking import Record
from penholder.serve.web.charts.spans import draw_spans, terms_in
from penholder.serve.web.charts.wheel import sectors
from penholder.serve.web.filters import WRITTEN, Day, InCalendar
from penholder.serve.web.pages import Page

Json = dict[str, Any]

_When = Annotated[
    str, Path(pattern=WRITTEN, description="2022, 2022-05 or 2022-05-26."), InCalendar
]
# Years of terms beside the one that is shown.
_AROUND = 12


def find_council_at(records: Record, when: Day = None) -> Json:
    """Give the Council at a date, as its own page does; without one that of today, or of the last day of the record."""
    if when:
        return _council(records, when)
    covered = records.coverage["members"]
    today = min(datetime.now(UTC).date(), covered.last)
    return _council(records, f"{today:%Y-%m}")


def find_council(records: Record, when: _When) -> Json:
    """Give the Council at a date: its members with their terms, and who presides in each month of the year."""
    return _council(records, when)


@lru_cache(maxsize=128)
def _council(records: Records, when: str) -> Json:
    year = int(when[:4])
    seats = seats_in(records, year)
    if not seats:
        raise NotFoundError(
            when, fault="no members are recorded", remedy=records.coverage["members"].told
        )
    months = [row for row in records.presidencies if row.month[:4] == f"{year}"]
    return {
        "when": when,
        "year": year,
        "members": [member_json(seat) | {"terms": _terms(records, seat.member)} for seat in seats],
        "presidency": [
            {
                "month": row.month,
                "president": actor_json(row.president),
                "basis": row.basis,
                "known": BASES[row.basis],
            }
            for row in months
        ],
        "before": year - 1 if seats_in(records, year - 1) else None,
        "after": year + 1 if seats_in(records, year + 1) else None,
        "covered": records.coverage["presidencies"].told,
    }


def _terms(records: Records, member: str) -> list[list[int]]:
    """Give the stretches of years in which a member has a seat."""
    years = (seat.year for seat in records.seats if seat.member == member)
    return [list(term) for term in terms_in(years)]


def _shown(found: Mapping[str, Any]) -> Json:
    presidents = {int(row["month"][5:]): row for row in found["presidency"]}
    year = found["year"]
    first, last = year - _AROUND, year + 3
    rows = [
        (one, [(a, b) for a, b in one["terms"] if b >= first and a <= last])
        for one in found["members"]
        if not one["permanent"]
    ]  # fmt: skip
    month = int(found["when"][5:7]) if len(found["when"]) > 4 else None
    return {
        "wheel": [(sector, presidents.get(sector.month)) for sector in sectors()],
        "month": month,
        "terms": draw_spans(rows, first, last),
    }


def find_member(records: Record, member: str) -> Json:
    """Give a member's terms, presidencies, ballots and vetoes.

    Raises:
        NotFoundError: it never had a seat.
    """
    found = _member(records, state_typed(member))
    if found is None:
        raise NotFoundError(
            member, fault="it never had a seat by the record", remedy="Write it as JPN or Japan"
        )
    return found


@lru_cache(maxsize=256)
def _member(records: Records, member: str) -> Json | None:
    seats = [seat for seat in records.seats if seat.member == member]
    if not seats:
        return None
    years = {seat.year for seat in seats}
    held = [vote for vote in records.votes if int(vote.date[:4]) in years]
    ballots = Counter(dict(vote.ballots).get(member) or "Y or not known" for vote in held)
    months = [row.month for row in records.presidencies if row.president == member]
    return {
        "member": member_json(seats[-1]),
        "terms": [list(term) for term in terms_in(years)],
        "presidencies": months,
        "votes": len(held),
        "ballots": {key: ballots[key] for key in ("N", "A", "NV") if ballots[key]},
        "vetoes": _vetoes(records, member),
        "covered": records.coverage["members"].told,
    }


def _vetoes(records: Records, member: str) -> list[Json]:
    try:
        return vetoes_by(records, member, records.coverage["votes"].last.isoformat())
    except NotFoundError:
        return []


def _shown_member(found: Mapping[str, Any]) -> Json:
    terms = [(first, last) for first, last in found["terms"]]
    first, last = terms[0][0], terms[-1][1]
    rows = [(found["member"], terms)]
    return {"chart": draw_spans(rows, min(first, last - 10), last)}


PAGES = (
    Page(path="/council", template="council.html", find=find_council_at, shown=_shown),
    Page(
        path="/council/members/{member}",
        template="member.html",
        find=find_member,
        shown=_shown_member,
    ),
    Page(path="/council/{when}", template="council.html", find=find_council, shown=_shown),
)
