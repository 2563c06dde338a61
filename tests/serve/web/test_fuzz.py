"""Whatever is asked of the API by its own description, the server does not break."""

from __future__ import annotations

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from penholder.serve.web.app import make_app
from penholder.serve.web.site import Site
from penholder.store.places import LedgerPlace

from .places import word_places

_CHECKED = [
    not_a_server_error,
    content_type_conformance,
    status_code_conformance,
    response_schema_conformance,
]


# Nothing is served: a ledger that is not there is an empty one.
_APP = make_app(Site(place=LedgerPlace("/nowhere/ledger.db"), hosts=("testserver", "localhost")))
_DESCRIBED = schemathesis.openapi.from_asgi("/api/openapi.json", _APP)


@_DESCRIBED.exclude(path="/api/check").parametrize()
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_does_as_it_says(case: schemathesis.Case) -> None:
    """An answer, or what is wrong with the question, in the form that is described: never a defect."""
    case.call_and_validate(checks=_CHECKED)


# Words that are no words: each stands once in every place of an address.
ODD = (
    "\x00", "\ud800", "'", '"', "%00", "a" * 5000, "9" * 400, "-1", "2022-02-31", "0000", "0000-01-01", "9999-12-31", "10000",
    "\n", "\r\nx: y", "../..", "..", "💥", "{}", "null", "\u202e", "٣", "²", "1e309", "2022-W01", "*", "NEAR(a b)", "%", "_",
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd)[:16])
def test_odd_words_break_no_page(client: TestClient, odd: str) -> None:
    """In every place of an address where words may stand, as a page, as JSON and as a feed."""
    quoted = "".join(f"%{byte:02x}" for byte in odd.encode("utf-8", "surrogatepass"))
    places = [
        f"{before}{quoted}{after}"
        for before, after in word_places(client.get("/api/openapi.json").json()["paths"])
    ]
    assert len(places) > 60
    codes = {path: client.get(path).status_code for path in places}
    assert {path: code for path, code in codes.items() if code >= 500} == {}
