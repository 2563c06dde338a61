"""The table of office holders hangs together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise

import pytest

from penholder.errors import RecordError
from penholder.records.load import load_records
from penholder.records.office_kinds import office_kinds
from penholder.records.offices import LAST, Held, Term, holders, term_of, terms_of
from penholder.tables.load import load_csv, load_toml

TERMS = load_records().offices
PERMANENT = ("USA", "GBR", "FRA", "RUS", "CHN")
# Whole offices are covered from the table's edge on; ambassadors, leaders and ministers reach back further.
EARLIEST = date(1990, 1, 1)
YEARS = range(load_records().coverage["offices"].first.year, LAST.year)


def _term(first: str, last: str = "", note: str = "") -> Term:
    row = {"person": "Ann Example", "names": "", "office": "president", "state": "USA"}
    return term_of({**row, "first": first, "last": last, "note": note, "source": "made up"})


def _successions() -> Iterator[tuple[Term, Term]]:
    """Yield each holder of an office that one person holds, with the next one."""
    held = [t for t in TERMS if not office_kinds()[t.office].shared and not t.acting]
    ordered = sorted(held, key=lambda term: (term.office, term.state, term.starts))
    for _, terms in groupby(ordered, key=lambda term: (term.office, term.state)):
        yield from pairwise(terms)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.row.key)
def test_a_term_names_a_known_office_and_its_source(term: Term) -> None:
    """Each row has an office of the lexicon, a state or body, readable days and a source."""
    bodies = {row["id"] for row in load_toml("bodies")["body"]}

    assert term.office in office_kinds()
    assert term.state in {row["id"] for row in load_csv("states")} | bodies
    assert term.starts[0] <= term.ends[1]
    assert term.ends[1] >= EARLIEST
    assert term.source


def test_no_two_rows_have_one_key() -> None:
    """A row can be found by its key."""
    keys = [term.row.key for term in TERMS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("term", "after"), list(_successions()), ids=lambda term: term.row.key)
def test_one_holder_makes_room_for_the_next(term: Term, after: Term) -> None:
    """Where one person holds an office, terms overlap by no more than a month."""
    assert term.last
    assert term.ends[0] - after.starts[1] <= timedelta(days=31)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("office", "states"),
    [
        ("president", ("USA", "CHN", "RUS", "FRA")),
        ("secretary_of_state", ("USA",)),
        ("secretary_general", ("UN",)),
        ("prime_minister", ("GBR", "JPN")),
        ("leader", ("PRK", "CHN")),
    ],
)
def test_every_year_has_a_holder(office: str, states: tuple[str, ...], year: int) -> None:
    """The great offices are held on the first of July of every year."""
    for state in states:
        assert len(holders(load_records(), office, state, f"{year}-07-01")) == 1


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("state", PERMANENT)
def test_every_permanent_member_may_have_an_ambassador(state: str, year: int) -> None:
    """No year is left without somebody who can have been a permanent member's ambassador."""
    terms = (t for t in TERMS if (t.office, t.state) == ("un_ambassador", state))
    assert any(term.could_hold(f"{year}") is not Held.NO for term in terms)


@pytest.mark.parametrize(
    ("first", "last", "day", "held"),
    [
        ("2021-02-25", "2025-01-20", "2022-05-05", Held.YES),
        ("2021-02-25", "2025-01-20", "2021-02-25", Held.YES),
        ("2021-02-25", "2025-01-20", "2022", Held.YES),
        ("2021-02-25", "2025-01-20", "2021", Held.UNKNOWN),
        ("2021-02-25", "2025-01-20", "2021-02-24", Held.NO),
        ("2021-02", "2025", "2021-02-24", Held.UNKNOWN),
        ("2021-02", "2025", "2024-12-31", Held.YES),
        ("2021-02", "2025", "2025-01-02", Held.UNKNOWN),
        ("2021-02", "", "2025-01-01", Held.YES),
        ("2021-02", "", "2031-01-01", Held.UNKNOWN),
        ("2021-02", "2025", "2031-01-01", Held.UNKNOWN),
    ],
)
def test_a_term_says_whether_it_holds_on_a_day(first: str, last: str, day: str, held: Held) -> None:
    """A day at a loose end of a term, or after the table's last day, is neither in nor out."""
    assert _term(first, last).could_hold(day) is held


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("Linda Thomas-Greenfield", {"un_ambassador"}),
        ("Rex W. Tillerson", {"secretary_of_state"}),
        ("Kang Kyung Wha", {"foreign_minister"}),
        ("Emmanuel Macron", {"president"}),
        ("Nicolas de Riviere", {"un_ambassador"}),
        ("Nobody Inparticular", set()),
    ],
)
def test_terms_are_found_under_any_spelling(words: str, offices: set[str]) -> None:
    """Hyphens, accents and middle initials do not matter."""
    assert {term.office for term in terms_of(load_records(), words)} == offices


@pytest.mark.parametrize(("first", "last"), [("2021", "2019"), ("soon", "2019"), ("2021", "never")])
def test_a_row_that_contradicts_itself_is_refused(first: str, last: str) -> None:
    """A term that ends before it begins, or on no day, is an error."""
    with pytest.raises(RecordError):
        _term(first, last)


@pytest.mark.parametrize(
    ("office", "state", "name"),
    [
        ("un_ambassador", "USA", "US ambassador to the UN"),
        ("foreign_minister", "KOR", "South Korean Foreign Minister"),
        ("national_security_adviser", "USA", "National Security Adviser"),
        ("secretary_general", "UN", "UN Secretary-General"),
    ],
)
def test_an_office_is_named_for_a_reader(office: str, state: str, name: str) -> None:
    """A state's adjective stands before an office that many states have."""
    assert office_kinds()[office].name_in(state) == name
