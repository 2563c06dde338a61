"""People, states and bodies: their offices and terms, what they did over the years, and what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from sqlalchemy import Connection

from penholder.errors import NotFoundError
from penholder.model.statement import POSITIONS, StatementKind
from penholder.records.load import Records
from penholder.records.offices import terms_of
from penholder.serve.actor_names import actor_name, actor_names
from penholder.serve.known_actors import actor_known
from penholder.serve.typed import state_known
from penholder.serve.web.asking import Ledger, Record
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import PageNumber, Text, given, one_of
from penholder.serve.web.pages import Page
from penholder.serve.web.rendering import story_at
from penholder.serve.web.wording import words
from penholder.store.pieces import ROWS, piece_at, piece_of
from penholder.store.speakers import (
    acts,
    deeds_of,
    quotes_of,
    speakers,
    stances,
    stances_by_year,
    stances_of,
)

Json = dict[str, Any]

# Kinds of statement that are shown beside the positions.
_DEEDS = (StatementKind.CALL_ON, StatementKind.WARN, StatementKind.THREAT, StatementKind.PLEDGE)
_Position = Annotated[str, one_of(POSITIONS, "What somebody stands for.")]


def find_people(
    ledger: Ledger,
    name: Text = None,
    position: _Position = "",
    on: Text = None,
    by: Text = None,
    page: PageNumber = 1,
) -> Json:
    """Give who is quoted, most often first; with a position, the statements that take it, by whom and on which state."""
    state = state_known(on) if on else None
    found = {"stances": stances_by_year(ledger, state), "people": [], "statements": []}
    if position:
        standing = actor_known(by, lambda id_: acts(ledger, id_)) if by else None
        wanted = given(actor=standing, position_on=state)
        piece = piece_of(ledger, stances(ledger, position, wanted), page)
        return {**found, "statements": list(piece.rows), "piece": piece.told()}
    letters = (name or "").casefold()
    known = [
        (actor_name(one.id), one)
        for one in speakers(ledger)
        if not letters or letters in f"{actor_name(one.id)} {one.id}".casefold()
    ]
    shown = known[(page - 1) * ROWS : page * ROWS]
    rows = [{"id": one.id, "name": called, "quotes": one.quotes} for called, one in shown]
    return {**found, "people": rows, "piece": piece_at(page, len(known)).told()}


def find_person(ledger: Ledger, records: Record, person: str, page: PageNumber = 1) -> Json:
    """Give who somebody is: offices with their terms, positions by year, and quotes, newest first."""
    name = actor_name(person)
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
        stands = one["position"].replace("_", " ")
        yield _entry(
            one, "s", actor_names(one["actor"]), f"{stands}; {one['outlet'] or one['story']}"
        )


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in found["quotes"]:
        told = f"{one['outlet'] or one['story']}, {one['date'] or 'no date'}"
        yield _entry(one, "q", found["name"], told)


def _entry(one: Mapping[str, Any], letter: str, who: str, summary: str) -> Entry:
    """Give a statement ("s") or a quote ("q") of somebody, in its story."""
    return Entry(
        path=story_at(one["story"], letter, one["place"]),
        title=f"{who}: {' '.join(one['text'].split())}",
        summary=summary,
        day=one["date"],
        category="position" if letter == "s" else "quote",
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
