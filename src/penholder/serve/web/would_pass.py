"""What would pass: a draft with such votes on such a day, and why."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import Field

from penholder.errors import NotFoundError
from penholder.records.members import seats_in
from penholder.serve.lookups import member_json
from penholder.serve.vote_lookups import day_meant, would_pass
from penholder.serve.web.asking import Record
from penholder.serve.web.filters import InCalendar
from penholder.serve.web.pages import Page

Json = dict[str, Any]

_Votes = Annotated[
    Annotated[int, Field(ge=0, le=15)] | Literal[""] | None,
    Query(alias="yes", description="Votes in favour; empty: all who are not named."),
]
_On = Annotated[
    str,
    Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="The day of the vote."),
    InCalendar,
]
_Members = Annotated[list[str], Query(max_length=15, description="Members by their ids: CHN.")]
_Procedural = Annotated[Literal["", "yes"], Query(description="yes: a question of procedure.")]


def find_would_pass(
    records: Record,
    votes: _Votes = None,
    against: _Members = [],  # noqa: B006 - FastAPI copies it
    abstain: _Members = [],  # noqa: B006
    on: _On = "",
    procedural: _Procedural = "",
) -> Json:
    """Say whether a draft would be adopted; without `yes`, only who has a seat that day.

    With an empty `yes`, or none but members against or abstaining, all others are counted in favour.
    """
    day = day_meant(records, on)
    seats = seats_in(records, int(day[:4]))
    if not seats:
        raise NotFoundError(
            day, fault="no members are recorded", remedy=records.coverage["members"].told
        )
    cast = ([one.upper() for one in against], [one.upper() for one in abstain])
    typed = None if votes == "" else votes
    if typed is None and (votes == "" or against or abstain):
        votes = len(seats) - len({*cast[0], *cast[1]})
    asked = {
        "yes": typed,
        "against": cast[0],
        "abstain": cast[1],
        "procedural": procedural == "yes",
    }
    found = None
    if isinstance(votes, int):
        found = {
            **would_pass(records, votes, cast, day, procedural=procedural == "yes"),
            "votes": {"yes": votes, "against": len({*cast[0]}), "abstain": len({*cast[1]})},
        }
    return {
        "day": day,
        "members": [member_json(seat) for seat in seats],
        "asked": asked,
        "answer": found,
    }


PAGES = (Page(path="/would-pass", template="would_pass.html", find=find_would_pass),)
