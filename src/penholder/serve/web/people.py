"""People, states and bodies: their offices and terms, what they did over the years, and what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from fastapi import Query
from sqlalchemy import Connection

from penholder.errors import NotFoundError
from penholder.model.statement import StatementKind
from penholder.records.load import Records
from penholder.records.offices import terms_of
from penholder.serve.typed import state_typed
from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import PageNumber, Text, given
from penholder.serve.web.pages import Page
from penholder.serve.web.rendering import story_at
from penholder.serve.web.wording import actor, actors, words
from penholder.store.pieces import ROWS, piece_at, piece_of
from penholder.store.speakers import (
    deeds_of,
    quotes_of,
    speakers,
    stances,
    stances_by_year,
    stances_of,
)

Json = dict[str, Any]

# What somebody can stand for, by tables/positions.toml.
POSITIONS = (
    "condemn",
    "call_for_dialogue",
    "call_for_sanctions",
    "oppose_sanctions",
    "call_for_denuclearization",
)
# Kinds of statement that are shown beside the positions.
_DEEDS = (StatementKind.CALL_ON, StatementKind.WARN, StatementKind.THREAT, StatementKind.PLEDGE)
_Position = Annotated[
    Literal["", "condemn", "call_for_dialogue", "call_for_sanctions", "oppose_sanctions", "call_for_denuclearization"],
    Query(description="What somebody stands for."),
]  # fmt: skip


def find_people(
    ledger: Ledger,
    name: Text = None,
    position: _Position = "",
    on: Text = None,
    by: Text = None,
    page: PageNumber = 1,
) -> Json:
    """Give who is quoted, most often first; with a position, the statements that take it, by whom and on which state."""
    state = state_typed(on) if on else None
    found = {"stances": stances_by_year(ledger, state), "people": [], "statements": []}
    if position:
        wanted = given(actor=state_typed(by) if by else None, position_on=state)
        piece = piece_of(ledger, stances(ledger, position, wanted), page)
        return {**found, "statements": list(piece.rows), "piece": piece.told()}
    letters = (name or "").casefold()
    known = [
        (actor(one.id), one)
        for one in speakers(ledger)
        if not letters or letters in f"{actor(one.id)} {one.id}".casefold()
    ]
    shown = known[(page - 1) * ROWS : page * ROWS]
    rows = [{"id": one.id, "name": called, "quotes": one.quotes} for called, one in shown]
    return {**found, "people": rows, "piece": piece_at(page, len(known)).told()}


def find_person(ledger: Ledger, records: Record, person: str, page: PageNumber = 1) -> Json:
    """Give who somebody is: offices with their terms, positions by year, and quotes, newest first."""
    name = actor(person)
    quotes = piece_of(ledger, quotes_of(person), page)
    deeds, terms = _deeds(ledger, person), _terms(records, name)
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


def _deeds(ledger: Connection, person: str) -> list[Json]:
    """Give the positions and other deeds of somebody, each with its number in a year."""
    stood = _singly(stances_of(ledger, person))
    others = deeds_of(ledger, person, tuple(kind.value for kind in _DEEDS))
    done = [{"what": row["kind"], "year": row["year"], "number": row["number"]} for row in others]
    return stood + done


def _singly(rows: Iterable[Mapping[str, Any]]) -> list[Json]:
    """Give each position by itself: a statement that takes two counts for both."""
    numbers: Counter[tuple[str, str | None]] = Counter()
    for row in rows:
        for one in row["position"].split():
            numbers[one, row["year"]] += row["number"]
    return [{"what": what, "year": year, "number": n} for (what, year), n in numbers.items()]


def _terms(records: Records, name: str) -> list[Json]:
    """Give the terms of a person, oldest first."""
    return [
        {
            "office": term.office, "state": term.state, "first": term.first, "last": term.last,
            "note": term.note or None, "source": term.source,
        }
        for term in sorted(terms_of(records, name), key=lambda term: term.starts)
    ]  # fmt: skip


def _stance_entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in found["statements"]:
        yield Entry(
            path=story_at(one["story"], "s", one["place"]),
            title=f"{actors(one['actor'])}: {' '.join(one['text'].split())}",
            summary=f"{one['position'].replace('_', ' ')}; {one['outlet'] or one['story']}",
            day=one["date"],
            category="position",
        )


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in found["quotes"]:
        yield Entry(
            path=story_at(one["story"], "q", one["place"]),
            title=f"{found['name']}: {' '.join(one['text'].split())}",
            summary=f"{one['outlet'] or one['story']}, {one['date'] or 'no date'}",
            day=one["date"],
            category="quote",
        )


def _table(deeds: Iterable[Mapping[str, Any]]) -> Json:
    """Give deeds as a table: the years, and for each thing its numbers in their order."""
    numbers = {(one["what"], one["year"]): one["number"] for one in deeds}
    years = sorted({year for _, year in numbers if year})
    order = (*POSITIONS, *(kind.value for kind in _DEEDS))
    whats = [what for what in order if any(one == what for one, _ in numbers)]
    rows = [(what, [numbers.get((what, year), 0) for year in years]) for what in whats]
    undated = sum(number for (_, year), number in numbers.items() if not year)
    most = max((number for _, row in rows for number in row), default=0)
    return {"years": years, "rows": rows, "undated": undated, "most": most}


PAGES = (
    Page(
        path="/people",
        template="people.html",
        find=find_people,
        entries=_stance_entries,
        shown=lambda found: (
            _table(_singly(found["stances"]))
            | {
                "positions": POSITIONS,
                "words_of": words,
                "stance_link": lambda what: f"/people?position={what}",
            }
        ),
    ),
    Page(
        path="/people/{person:rest}",
        template="person.html",
        find=find_person,
        entries=_entries,
        shown=lambda found: _table(found["deeds"]),
    ),
)
