"""Questions in SQL: read-only, and ended when their time is over."""

from __future__ import annotations

import threading
from typing import Annotated, Any

from fastapi import Query

from penholder.errors import BusyError, NoLedgerError
from penholder.serve.answers import objects_of
from penholder.serve.web.asking import OnSite
from penholder.serve.web.pages import Page
from penholder.store.queries.asking import Limits, ask
from penholder.store.views import VIEWS

Json = dict[str, Any]

# Rows and seconds of one question, and how many are answered at once.
_LIMITS, _AT_ONCE = Limits(rows=500, seconds=0.7), threading.BoundedSemaphore(2)
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
    if not _AT_ONCE.acquire(timeout=_LIMITS.seconds):
        raise BusyError("the question", fault="others are asked", remedy="Ask again in a moment")
    try:
        found = ask(site.place, question, _LIMITS)
    finally:
        _AT_ONCE.release()
    rows = list(objects_of(found))
    columns = list(rows[0]) if rows else list(found.columns)
    return {"question": question, "columns": columns, "rows": rows, "cut": found.cut}


def _shown(_: Json) -> Json:
    return {"views": VIEWS, "longest": _LONGEST_CELL}


PAGES = (Page(path="/sql", template="sql.html", find=find_rows, shown=_shown),)
