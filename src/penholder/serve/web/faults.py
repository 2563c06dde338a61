"""Tells faults: as a page to people, as JSON to programs, each with what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from penholder.errors import (
    BusyError,
    LedgerError,
    NoLedgerError,
    NotFoundError,
    PenholderError,
    QueryError,
    QuestionError,
)
from penholder.serve.web.headers import HEADERS
from penholder.serve.web.rendering import NAVIGATION, page_of

_STATUS: Mapping[type[PenholderError], int] = {
    NotFoundError: 404,
    QuestionError: 400,
    QueryError: 400,
    NoLedgerError: 404,
    LedgerError: 503,
    BusyError: 503,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fault as programs are told it: where it is, what is wrong, what to do."""

    where: str
    fault: str
    remedy: str


# The faults that every address of the API may tell, for its description.
FAULTS: dict[int | str, dict[str, Any]] = {
    400: {"model": Told, "description": "The question is wrong."},
    404: {"model": Told, "description": "There is no such thing."},
    422: {"model": Told, "description": "A filter is wrong."},
    503: {"model": Told, "description": "Others are answered, or the ledger cannot be read."},
}


def add_faults(app: FastAPI) -> None:
    """Let an application tell its faults."""
    app.add_exception_handler(PenholderError, _known)
    app.add_exception_handler(RequestValidationError, _asked_wrongly)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _defect)


def _known(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, PenholderError):
        raise fault
    status = next((code for kind, code in _STATUS.items() if isinstance(fault, kind)), 500)
    return _told(request, status, fault.where, fault.fault, fault.remedy)


def _asked_wrongly(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, RequestValidationError):
        raise fault
    first = fault.errors()[0]
    where = str(first["loc"][:2][-1]) if first["loc"] else "the question"
    remedy = f"Change {where} in the address"
    return _told(request, 422, where, _in_words(first), remedy)


def _in_words(fault: Mapping[str, Any]) -> str:
    """Give what is wrong with a filter; of one that is one of some values, these."""
    among = _AMONG.fullmatch(fault.get("ctx", {}).get("pattern", ""))
    if among:
        return f"it is one of {', '.join(among[1].split('|'))}"
    return str(fault["msg"]).removeprefix("Value error, ")


# The pattern of a filter that is one of some values.
_AMONG = re.compile(r"\^\(([\w|]+)\)\?\$")


def _http(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, HTTPException):
        raise fault
    what = "there is no such page" if fault.status_code == 404 else str(fault.detail)
    answer = _told(request, fault.status_code, request.url.path, what, "Begin at the front page")
    answer.headers.update(fault.headers or {})
    return answer


def _defect(request: Request, _: Exception) -> Response:
    fault = "this is a defect of penholder's own"
    answer = _told(request, 500, request.url.path, fault, "Please report it with this address")
    answer.headers.update(HEADERS)  # a defect is told outside the guard, which sets them elsewhere
    return answer


def _told(request: Request, status: int, where: str, fault: str, remedy: str) -> Response:
    found = {"where": where, "fault": fault, "remedy": remedy}
    if request.url.path.startswith("/api/"):
        return JSONResponse(found, status_code=status)
    begun = f"/{request.url.path.split('/')[1]}"
    back = next(((path, label) for path, label in NAVIGATION if path == begun), NAVIGATION[0])
    return page_of(request, "fault.html", found, {"back": back}, status=status)
