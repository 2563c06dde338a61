"""The filters that lists share, as they stand in addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Query
from pydantic import AfterValidator

from penholder.model.when import When
from penholder.store.pieces import REACH, ROWS

_LONGEST = 200  # characters of a filter's value; ids and names of outlets are shorter

# How a day may be written, and how one is that may be left out.
WRITTEN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
OR_NONE = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"


def _in_calendar(value: str | None) -> str | None:
    """Give a day back; a month 13 or a 31 February would be read as no filter at all."""
    if value and When(value).days() is None:
        raise ValueError(f"{value} is not in the calendar")
    return value


InCalendar = AfterValidator(_in_calendar)

PageNumber = Annotated[int, Query(ge=1, le=REACH // ROWS, description="Which page of the list.")]
PartNumber = Annotated[int, Query(ge=1, le=10_000, description="Which part of a long text.")]
Mark = Annotated[
    str | None, Query(pattern=r"^[csqtn]\d{1,6}$", description="A claim, statement or quote: s3.")
]
Text = Annotated[str | None, Query(max_length=_LONGEST)]
Day = Annotated[
    str | None,
    Query(pattern=OR_NONE, description="2022, 2022-05 or 2022-05-04."),
    InCalendar,
]


def one_of(values: Iterable[str], description: str) -> Any:
    """Give a filter that is one of some values, or left out."""
    listed = [str(one) for one in values]
    told = {"enum": ["", *listed]}
    return Query(
        pattern=f"^({'|'.join(listed)})?$", description=description, json_schema_extra=told
    )


def given(**filters: str | None) -> dict[str, str]:
    """Give those filters that say something: an empty field of a form says nothing."""
    return {name: value for name, value in filters.items() if value}
