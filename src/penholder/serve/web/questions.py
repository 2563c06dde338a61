"""Questions in SQL: read-only, and ended when their time is over."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Annotated, Any

from fastapi import Query

from penholder.errors import BusyError, NoLedgerError
from penholder.serve.answers import objects_of
from penholder.serve.web.asking import OnSite
from penholder.serve.web.pages import Page
from penholder.store.queries.asking import Answer, Limits, ask
from penholder.store.views import VIEWS

Json = dict[str, Any]

_LIMITS = Limits(rows=500, seconds=0.7, size=5_000_000)
# Cells of an answer: forty columns of 500 rows. To draw more takes seconds, in which other pages go slowly.
_CELLS = 20_000
# Questions that are answered at once, and that may wait for it: who waits holds a thread, and pages want those too.
_AT_ONCE, _PLACES = threading.BoundedSemaphore(2), threading.BoundedSemaphore(8)
_LONGEST_CELL = 300
_Question = Annotated[str, Query(max_length=5_000, description="One SELECT over the views.")]


def find_rows(site: OnSite, question: _Question = "") -> Json:
    """Give the rows of a question, at most 500 in 0.7 s, and why there are no more."""
    if not question.strip():
        return {"question": "", "columns": [], "rows": [], "cut": None}
    if not (site.place.is_postgres or site.place.path.exists()):
        raise NoLedgerError(
            site.place.told,
            fault="there is no ledger yet",
            remedy="Read stories with penholder read",
        )
    with _taken(_PLACES, 0), _taken(_AT_ONCE, _LIMITS.seconds):
        found = ask(site.place, question, _LIMITS)
    shown = _narrowed(found)
    rows = list(objects_of(shown))
    columns = list(rows[0]) if rows else list(shown.columns)
    return {"question": question, "columns": columns, "rows": rows, "cut": shown.cut}


def _narrowed(found: Answer) -> Answer:
    """Give so many rows as make no more cells than are shown."""
    most = max(1, _CELLS // max(1, len(found.columns)))
    if len(found.rows) <= most:
        return found
    return replace(found, rows=found.rows[:most], cut=f"cut after {_CELLS:,} cells")


@contextmanager
def _taken(places: threading.Semaphore, seconds: float) -> Iterator[None]:
    """Hold one of some places, and wait so long for it."""
    if not places.acquire(timeout=seconds):
        raise BusyError("the question", fault="others are asked", remedy="Ask again in a moment")
    try:
        yield
    finally:
        places.release()


def _shown(_: Json) -> Json:
    return {"views": VIEWS, "longest": _LONGEST_CELL}


PAGES = (Page(path="/sql", template="sql.html", find=find_rows, shown=_shown),)
