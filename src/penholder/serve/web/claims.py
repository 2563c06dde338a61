"""Every claim that was checked, by type, verdict, outlet and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import Query

from penholder.model.claim import ClaimType
from penholder.model.verdict import Ruling
from penholder.records.counting import rule_named
from penholder.serve.known_actors import actor_known
from penholder.serve.web.asking import Ledger
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import Day, PageNumber, Text, given, one_of
from penholder.serve.web.pages import Page
from penholder.serve.web.telling import claim_entry
from penholder.store import newest
from penholder.store.agencies import told_by, with_agencies
from penholder.store.pieces import piece_of

Json = dict[str, Any]
_Type = Annotated[str, one_of(ClaimType, "The type of claim.")]
_Verdict = Annotated[str, one_of(Ruling, "What the record says of it.")]
_Rule = Annotated[str | None, Query(max_length=200, description="The counting rule that decided.")]


def find_claims(
    ledger: Ledger,
    type: _Type = "",  # noqa: A002 - as the ledger's column
    verdict: _Verdict = "",
    outlet: Text = None,
    said_by: Text = None,
    rule: _Rule = None,
    since: Day = None,
    until: Day = None,
    page: PageNumber = 1,
) -> Json:
    """Give claims with their verdicts, those of the newest stories in front."""
    speaker = actor_known(said_by, lambda id_: newest.speaks(ledger, id_)) if said_by else None
    counted_by = rule_named(rule).id if rule else None
    wanted = given(type=type, verdict=verdict, said_by=speaker, rule=counted_by)
    told = told_by(ledger, outlet) if outlet else None
    piece = piece_of(ledger, newest.claims(wanted, told, since, until), page)
    return {
        "claims": with_agencies(ledger, piece.rows),
        "piece": piece.told(),
        "outlets": newest.outlets(ledger),
    }


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    yield from map(claim_entry, found["claims"])


def _shown(_: Mapping[str, Any]) -> Json:
    return {"types": [one.value for one in ClaimType], "verdicts": [one.value for one in Ruling]}


PAGES = (
    Page(
        path="/claims",
        template="claims.html",
        find=find_claims,
        entries=_entries,
        shown=_shown,
    ),
)
