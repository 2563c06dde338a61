"""What would pass: a draft with such votes on such a day, and why."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query

from penholder.errors import NotFoundError
from penholder.records.members import seats_in
from penholder.serve.lookups import member_json
from penholder.serve.vote_lookups import would_pass
from penholder.serve.web.asking import Record
from penholder.serve.web.pages import Page

Json = dict[str, Any]

_Votes = Annotated[int | None, Query(ge=0, le=15, alias="yes", description="Votes in favour.")]
_On = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="The day of the vote.")]
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

    With no `yes`, but members against or abstaining, all others are counted in favour.
    """
    day = on or records.coverage["votes"].last.isoformat()
    seats = seats_in(records, int(day[:4]))
    if not seats:
        raise NotFoundError(
            day, fault="no members are recorded", remedy=records.coverage["members"].told
        )
    cast = ([one.upper() for one in against], [one.upper() for one in abstain])
    if votes is None and (against or abstain):
        votes = len(seats) - len({*cast[0], *cast[1]})
    asked = {
        "yes": votes,
        "against": cast[0],
        "abstain": cast[1],
        "procedural": procedural == "yes",
    }
    found = (
        would_pass(records, votes, cast, day, procedural=procedural == "yes")
        if votes is not None
        else None
    )
    return {
        "day": day,
        "members": [member_json(seat) for seat in seats],
        "asked": asked,
        "answer": found,
    }


PAGES = (Page(path="/would-pass", template="would_pass.html", find=find_would_pass),)
