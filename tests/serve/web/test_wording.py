"""Values are told in words, not as a program holds them."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.serve.actor_names import actor_name
from penholder.serve.record_rows import row_words
from penholder.serve.web.record_rows import rows_told
from penholder.serve.web.wording import plain, with_days


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (True, "yes"),
        (False, "no"),
        (13, "13"),
        ("RUS", "RUS"),
        (["RUS", "CHN"], "RUS, CHN"),
        ([["CHN", "A"], ["IND", "A"]], "CHN A, IND A"),
        ({"number": [2, 3], "sure": True}, "number 2, 3, sure yes"),
    ],
)
def test_a_value_is_told_in_words(value: Any, told: str) -> None:
    """No brackets, no quotation marks, no True and False."""
    assert plain(value) == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("launches KP-2017-09-03-1", "nuclear test"),
        ("votes 1", "S/RES/1 (1946)"),
        ("facts 12", "facts 12"),
        ("", ""),
    ],
)
def test_a_row_says_what_it_is_of(row: str, told: str) -> None:
    """The class of a launch, the symbol of a vote, else the row."""
    assert told.casefold() in row_words(row).casefold()


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("KOR+USA", "South Korea and United States"),
        ("donald-trump+moon-jae-in", "Donald Trump and Moon Jae-in"),
        ("antonio-guterres", "António Guterres"),
        ("USA/un_ambassador", "United States: un ambassador"),
    ],
)
def test_an_actor_is_told_by_name(id_: str, name: str) -> None:
    """Several by theirs, and people as the table of people writes them."""
    assert actor_name(id_) == name


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("UN sanctions on North Korea: since 2006-10-14.", "UN sanctions on North Korea: since 14 Oct 2006."),
        ("in office from 2021-07 to 2025-01", "in office from Jul 2021 to Jan 2025"),
        ("S/2022-03 and KP-2022-03-24-1, 1990-1995", "S/2022-03 and KP-2022-03-24-1, 1990-1995"),
        (None, ""),
    ],
)  # fmt: skip
def test_days_within_a_sentence_are_told_in_words(told: str | None, shown: str) -> None:
    """Symbols, ids and stretches of years stay as they are."""
    assert with_days(told) == shown


@pytest.mark.parametrize(
    ("table", "key", "told", "path"),
    [
        ("launches", "KP-2022-03-24-1", "ICBM, 24 Mar 2022", "/launches/KP-2022-03-24-1"),
        ("votes", "1", "S/RES/1 (1946), 25 Jan 1946", "/votes/id/1"),
        ("prohibitions", "S/RES/1718 (2006) para 2", "S/RES/1718 (2006), paragraph 2", "/votes/S/RES/1718%20%282006%29"),
        ("offices", "Barack Obama/USA/president/2009-01-20", "Barack Obama, president from 20 Jan 2009", "/people/barack-obama"),
        ("presidencies", "2022-05", "presidency of May 2022", "/council/2022-05"),
        ("coverage", "votes", "what the table of votes covers", None),
        ("happenings", "ukraine_invasion/2022-02-23", "happenings: ukraine invasion, 23 Feb 2022", None),
    ],
)  # fmt: skip
def test_a_row_is_told_to_who_does_not_know_the_tables(
    table: str, key: str, told: str, path: str | None
) -> None:
    """In words, with the page that shows it; its key is kept."""
    (one,) = rows_told([{"table": table, "key": key}])
    assert (one.words, one.path, one.rows) == (told, path, (f"{table} {key}",))


def test_the_seats_of_a_year_are_told_once() -> None:
    """Fifteen rows with the same words are one."""
    (one,) = rows_told({"table": "members", "key": f"2022-{code}"} for code in ("CHN", "FRA"))
    assert (one.words, len(one.rows)) == ("members in 2022", 2)
