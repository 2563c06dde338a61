"""The stretch of days in which a claim counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from penholder.model.span import Span
from penholder.model.when import TimeExpression, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days that a claim counts in; both ends inclusive, None where the words leave them open."""

    span: Span
    value: str  # the TIMEX3 value as read, or "OFFICE:" and whose term it begins with
    start: str | None
    end: str | None


def made_of(time: TimeExpression, start: date | None, end: date | None) -> Window:
    """Give the window of a time that was read, from one day to another."""
    return Window(
        span=time.span,
        value=time.value,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
    )


def last_day(value: str | None) -> date | None:
    """Give the last day that a partial date can be; None where it names none."""
    days = When(value).days() if value else None
    return days[1] if days else None
