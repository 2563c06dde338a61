"""Office claims are checked against the terms of those who held the office."""

from __future__ import annotations

import pytest

from penholder.check.offices import check_office
from penholder.find.claim_types.standings import read_standing
from penholder.model.actor import ActorId
from penholder.model.claim import OfficeAsked
from penholder.model.span import Span
from penholder.model.verdict import CheckedClaim, Row, Ruling
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.records.load import load_records
from penholder.tables.load import load_toml

SUPPORTED, CONTRADICTED = Ruling.SUPPORTED, Ruling.CONTRADICTED
UNDECIDED, NOT_COVERED = Ruling.UNDECIDED, Ruling.NOT_COVERED
STANDINGS = [
    (words, row["id"]) for row in load_toml("standings")["standing"] for words in row["examples"]
]
NEAR = [words for row in load_toml("standings")["standing"] for words in row["near"]]


def _office_claims(words: str, day: str | None) -> list[CheckedClaim]:
    page = Page(source="test", form="txt", id="test", text=f"NEW YORK - {words}", date=day)
    claims = check_story(page).claims
    return [checked for checked in claims if isinstance(checked.claim.asked, OfficeAsked)]


@pytest.mark.parametrize(
    ("words", "day", "ruling"),
    [
        ("US ambassador to the UN Linda Thomas-Greenfield spoke.", "2022-05-05", SUPPORTED),
        ("Nikki Haley, the U.S. ambassador to the United Nations, spoke.", "2017-08-06", SUPPORTED),
        ("Russia's UN envoy Vasily Nebenzya said so.", "2022-03-05", SUPPORTED),
        ("North Korean leader Kim Jong-un watched the test.", "2017-09-03", SUPPORTED),
        ("Chinese leader Xi Jinping called for calm.", "2017-07-04", SUPPORTED),
        ("Russian leader Vladimir Putin called for calm.", "2017-07-04", SUPPORTED),
        ("US defence secretary James Mattis said so.", "2017-08-30", SUPPORTED),
        ("Secretary of State Rex W. Tillerson said so.", "2017-07-04", SUPPORTED),
        ("South Korean national security adviser Chung Eui-yong left.", "2017-09-03", SUPPORTED),
        ("UN chief Ban Ki-moon said so.", "2016-02-06", SUPPORTED),
        ("Former Secretary of State Rex Tillerson said so.", "2019-05-04", SUPPORTED),
        ("Then-Secretary of State Rex Tillerson said so.", "2019-05-04", SUPPORTED),
        ("Acting Defense Secretary Patrick Shanahan said so.", "2019-05-04", SUPPORTED),
        ("In May 2016, Secretary of State John Kerry flew home.", "2018-05-04", SUPPORTED),
        ("Secretary of State Rex Tillerson said on Tuesday it was over.", "2019-05-04", CONTRADICTED),
        ("UN ambassador Kelly Craft said on Monday it was over.", "2018-05-04", CONTRADICTED),
        ("Secretary of State Rex Tillerson flew home.", "2019-05-04", UNDECIDED),
        ("Rex Tillerson, the secretary of state, said on Tuesday it was over.", None, UNDECIDED),
        ("Secretary of State Rex Tillerson said on Tuesday it was over.", "2018-04-20", UNDECIDED),
        ("President Barack Obama said on Tuesday it was over.", "2018-04-08", UNDECIDED),
        ("South Korea's Foreign Minister Wang Yi said so on Monday.", "2018-04-08", UNDECIDED),
        ("Former President Donald Trump said so.", "2025-06-01", UNDECIDED),
        ("Acting Secretary of State Mike Pompeo said so.", "2019-05-04", UNDECIDED),
        ("Trump's pick for secretary of state, Rex Tillerson, said so on Monday.", "2016-12-01", UNDECIDED),
        ("China's top diplomat Yang Jiechi said so on Monday.", "2018-04-08", UNDECIDED),
        ("State Department spokesman Ned Price said so on Monday.", "2018-04-08", UNDECIDED),
        ("Secretary of State Dean Acheson said so.", "2017-04-07", NOT_COVERED),
        ("President Barack Obama said so.", "2030-04-07", NOT_COVERED),
    ],
)  # fmt: skip
def test_an_office_is_checked_on_the_storys_day(
    words: str, day: str | None, ruling: Ruling
) -> None:
    """Held on the day is supported; only an exact claim of these days can be contradicted."""
    assert [checked.verdict.ruling for checked in _office_claims(words, day)] == [ruling]


@pytest.mark.parametrize(
    ("words", "day", "reason", "keys"),
    [
        (
            "US ambassador to the UN Linda Thomas-Greenfield spoke.",
            "2022-05-05",
            "Linda Thomas-Greenfield was US ambassador to the UN from 2021-02-25 to 2025-01-20.",
            ["Linda Thomas-Greenfield/USA/un_ambassador/2021-02-25"],
        ),
        (
            "UN ambassador Kelly Craft said on Monday it was over.",
            "2018-05-04",
            "Kelly Craft was US ambassador to the UN from 2019-09-12 to 2021-01-20. On 2018-05-04 it was Nikki Haley.",
            [
                "Kelly Craft/USA/un_ambassador/2019-09-12",
                "Nikki Haley/USA/un_ambassador/2017-01-27",
            ],
        ),
        (
            "Secretary of State Dean Acheson said so.",
            "2017-04-07",
            "The table of office holders does not list Dean Acheson.",
            [],
        ),
    ],
)
def test_a_verdict_tells_the_term(words: str, day: str, reason: str, keys: list[str]) -> None:
    """The reason is a sentence, and the rows behind it are named."""
    (checked,) = _office_claims(words, day)
    assert checked.verdict.reason == reason
    used = tuple(Row("offices", key) for key in keys)
    assert checked.verdict.rows == (used or (Row("coverage", "offices"),))


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Chief of Staff John Kelly, Defense Secretary James Mattis and others met.", ["Jim Mattis"]),
        ("President Donald Trump criticised Vladimir Putin.", ["Donald Trump"]),
        ("Secretary of State John Kerry met Foreign Minister Wang Yi.", ["John Kerry", "Wang Yi"]),
    ],
)  # fmt: skip
def test_an_office_belongs_to_the_name_beside_it(words: str, people: list[str]) -> None:
    """The title of the next person, or of one further off, is nobody else's."""
    claims = [checked.claim.asked for checked in _office_claims(words, "2016-02-01")]
    assert [asked.person for asked in claims if isinstance(asked, OfficeAsked)] == people


@pytest.mark.parametrize(("words", "standing"), STANDINGS)
def test_a_standing_is_read_from_its_words(words: str, standing: str) -> None:
    """Every example of the table says how somebody stands to the office."""
    assert _standing(words) == standing


@pytest.mark.parametrize("words", NEAR)
def test_a_plain_office_has_no_standing(words: str) -> None:
    """No look-alike in the table is taken for a standing."""
    assert _standing(words) is None


def _standing(words: str) -> str | None:
    """Read the standing where the office is the part that begins with its state or its name."""
    starts = (words.find(name) for name in ("US ", "UN ", "South", "Foreign", "President", "Vice"))
    names = [s for s in (*starts, words.find("Secretary"), words.find("national")) if s >= 0]
    return read_standing(words, Span(min(names), len(words)))


@pytest.mark.parametrize(
    ("day", "ruling"),
    [("2005-06-01", NOT_COVERED), ("2026-06-01", NOT_COVERED), (None, UNDECIDED)],
)
def test_the_table_answers_for_its_own_days(day: str | None, ruling: Ruling) -> None:
    """A story from outside the table's days, or of no day, gets no confident verdict."""
    asked = OfficeAsked(
        person="Vladimir Putin",
        office="President",
        state=ActorId("RUS"),
        when=day,
        office_ids=("president",),
    )
    assert check_office(asked, day, load_records()).ruling is ruling
