"""The Council's members: full every year, and elected as the Charter has it."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from penholder.records.load import load_records

SEATS = load_records().seats
YEARS = range(1946, 2028)
# Members that sat for one year only: a drawn lot in 1946 and 1966, a term that two members
# halved, or a first year that is the last one of the table.
_ONE_YEAR = {
    "EGY": 1946, "MEX": 1946, "PHL": 1957, "YUG": 1956, "POL": 1960, "TUR": 1961, "LBR": 1961, "IRL": 1962,
    "ROU": 1962, "CSK": 1964, "MYS": 1965, "NZL": 1966, "UGA": 1966, "ITA": 2017,
}  # fmt: skip
_NETHERLANDS = {1946, 2018}


def _terms(member: str) -> list[list[int]]:
    """Give the runs of years in which a member sat."""
    terms: list[list[int]] = []
    for year in sorted(seat.year for seat in SEATS if seat.member == member):
        if terms and terms[-1][-1] == year - 1:
            terms[-1].append(year)
        else:
            terms.append([year])
    return terms


ELECTED = sorted({seat.member for seat in SEATS if not seat.permanent})


def test_the_council_is_full_every_year() -> None:
    """Eleven members before 1966 and fifteen from then on, without a gap."""
    sizes = Counter(seat.year for seat in SEATS)

    assert sizes == {year: 11 if year < 1966 else 15 for year in YEARS}


def test_five_are_permanent() -> None:
    """The same five throughout: China and Russia keep their ids, whoever holds the seat."""
    permanent = defaultdict(set)
    for seat in SEATS:
        if seat.permanent:
            permanent[seat.year].add(seat.member)

    assert dict(permanent) == {year: {"CHN", "FRA", "GBR", "RUS", "USA"} for year in YEARS}


def test_russia_follows_the_soviet_union() -> None:
    """The seat bears the Union's name until 1991 and Russia's from 1992."""
    names = {seat.year: seat.name for seat in SEATS if seat.member == "RUS"}

    assert {names[year] for year in range(1946, 1992)} == {"Union of Soviet Socialist Republics"}
    assert {names[year] for year in range(1992, 2028)} == {"Russian Federation"}


@pytest.mark.parametrize("member", ELECTED)
def test_members_are_elected_for_two_years(member: str) -> None:
    """Two years and no more, but for the terms that are known to be halved, and 2027's first."""
    short = {term[0] for term in _terms(member) if len(term) == 1} - {2027}
    known = {_ONE_YEAR[member]} if member in _ONE_YEAR else set()
    known |= {1963} if member == "PHL" else set()
    known |= _NETHERLANDS if member == "NLD" else set()

    assert short <= known
    assert all(len(term) <= 2 for term in _terms(member))


@pytest.mark.parametrize(
    ("first", "second", "years"),
    [
        ("YUG", "PHL", (1956, 1957)),
        ("POL", "TUR", (1960, 1961)),
        ("LBR", "IRL", (1961, 1962)),
        ("ROU", "PHL", (1962, 1963)),
        ("CSK", "MYS", (1964, 1965)),
        ("ITA", "NLD", (2017, 2018)),
    ],
)
def test_a_term_can_be_halved(first: str, second: str, years: tuple[int, int]) -> None:
    """One member sits in the first year, another in the second."""
    held = {(seat.member, seat.year) for seat in SEATS}

    assert {(first, years[0]), (second, years[1])} <= held
    assert not {(first, years[1]), (second, years[0])} & held
