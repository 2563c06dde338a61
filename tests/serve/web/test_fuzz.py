"""Whatever is asked of the API by its own description, the server does not break."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from penholder.serve.web.app import make_app
from penholder.serve.web.site import Site
from penholder.store.places import LedgerPlace

# Nothing is served: a ledger that is not there is an empty one.
_APP = make_app(Site(place=LedgerPlace("/nowhere/ledger.db"), hosts=("testserver", "localhost")))
_SCHEMA = schemathesis.openapi.from_asgi("/api/openapi.json", _APP)


@_SCHEMA.exclude(path="/api/check").parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_does_not_break(case: schemathesis.Case) -> None:
    """An answer, or what is wrong with the question: never a defect."""
    case.call_and_validate(checks=[not_a_server_error])


ODD = (
    "\x00",
    "\ud800",
    "'",
    "%00",
    "a" * 5000,
    "9" * 400,
    "-1",
    "2022-02-31",
    "0000",
    "9999",
    "\n",
    "../..",
    "💥",
    "{}",
    "null",
)


ONE = (
    "/stories",
    "/events",
    "/drafts",
    "/votes",
    "/people",
    "/council",
    "/launches",
    "/council/members",
    "/votes/id",
)
LISTS = (
    "/stories",
    "/claims",
    "/events",
    "/votes",
    "/search",
    "/people",
    "/drafts",
    "/counts",
    "/sql",
    "/would-pass",
    "/launches",
)
FILTERS = (
    "outlet", "since", "page", "words", "name", "year", "member", "subject", "kind", "question", "on", "yes", "from", "at", "part",
    "actor", "against", "type", "verdict", "rule", "in", "ballot", "vetoed_by", "stage",
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_odd_words_break_no_page(odd: str) -> None:
    """In every place of an address where words may stand."""
    quoted = "".join(f"%{byte:02x}" for byte in odd.encode("utf-8", "surrogatepass"))
    paths = [f"{path}/{quoted}" for path in ONE]
    paths += [f"{path}?{name}={quoted}" for path in LISTS for name in FILTERS]
    with TestClient(_APP, base_url="http://localhost") as client:
        codes = {path: client.get(path).status_code for path in paths}
    assert {path: code for path, code in codes.items() if code >= 500} == {}
