"""People, states and bodies: their offices and terms, what they did over the years, and what they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from penholder.errors import NotFoundError
from penholder.model.statement import StatementKind
from penholder.records.load import Records
from penholder.records.offices import terms_of
from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import PageNumber, Text
from penholder.serve.web.pages import Page
from penholder.serve.web.rendering import story_at
from penholder.serve.web.wording import actor
from penholder.store.pieces import ROWS, piece_at, piece_of
from penholder.store.speakers import deeds_of, quotes_of, speakers

Json = dict[str, Any]

# Kinds of statement by which somebody takes a position.
_POSITIONS = (
    StatementKind.CONDEMN,
    StatementKind.CALL_ON,
    StatementKind.WARN,
    StatementKind.THREAT,
    StatementKind.PLEDGE,
    StatementKind.SANCTIONS,
)


def find_people(ledger: Ledger, name: Text = None, page: PageNumber = 1) -> Json:
    """Give who is quoted in the ledger's stories, most often first."""
    letters = (name or "").casefold()
    found = [
        (actor(one.id), one)
        for one in speakers(ledger)
        if not letters or letters in f"{actor(one.id)} {one.id}".casefold()
    ]
    shown = found[(page - 1) * ROWS : page * ROWS]
    rows = [{"id": one.id, "name": known, "quotes": one.quotes} for known, one in shown]
    return {"people": rows, "piece": piece_at(page, len(found)).told()}


def find_person(ledger: Ledger, records: Record, person: str, page: PageNumber = 1) -> Json:
    """Give who somebody is: offices with their terms, positions by year, and quotes, newest first."""
    name = actor(person)
    quotes = piece_of(ledger, quotes_of(person), page)
    deeds, terms = deeds_of(ledger, person, _POSITIONS), _terms(records, name)
    if not (quotes.number or deeds or terms):
        raise NotFoundError(
            person, fault="nobody of that id is quoted or on record", remedy="See /people"
        )
    return {
        "id": person,
        "name": name,
        "terms": terms,
        "deeds": deeds,
        "quotes": list(quotes.rows),
        "piece": quotes.told(),
    }


def _terms(records: Records, name: str) -> list[Json]:
    """Give the terms of a person, oldest first."""
    return [
        {
            "office": term.office, "state": term.state, "first": term.first, "last": term.last,
            "note": term.note or None, "source": term.source,
        }
        for term in sorted(terms_of(records, name), key=lambda term: term.starts)
    ]  # fmt: skip


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in found["quotes"]:
        yield Entry(
            path=story_at(one["story"], "q", one["place"]),
            title=f"{found['name']}: {' '.join(one['text'].split())}",
            summary=f"{one['outlet'] or one['story']}, {one['date'] or 'no date'}",
            day=one["date"],
            category="quote",
        )


def _shown(found: Mapping[str, Any]) -> Json:
    """Give the positions as a table: the years, and for each kind its numbers in their order."""
    years = sorted({one["year"] for one in found["deeds"] if one["year"]})
    numbers = {(one["kind"], one["year"]): one["number"] for one in found["deeds"]}
    kinds = [kind.value for kind in _POSITIONS if any(k == kind.value for k, _ in numbers)]
    rows = [(kind, [numbers.get((kind, year), 0) for year in years]) for kind in kinds]
    undated = sum(number for (_, year), number in numbers.items() if not year)
    most = max((number for _, row in rows for number in row), default=0)
    return {"years": years, "rows": rows, "undated": undated, "most": most}


PAGES = (
    Page(path="/people", template="people.html", find=find_people),
    Page(
        path="/people/{person:path}",
        template="person.html",
        find=find_person,
        entries=_entries,
        shown=_shown,
    ),
)
