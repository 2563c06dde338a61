"""The yardstick story, undated as it came: everything that its reader must be told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from penholder.model.quote import Quote, QuoteKind
from penholder.model.reading import CheckedStory
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.story import Basis
from penholder.model.verdict import CheckedClaim, Ruling
from penholder.pipeline import read_sources

SHARED = Path(__file__).parents[2] / "shared"
SEED = SHARED / "stories" / "seed.txt"
GOLD = SHARED / "gold" / "stories" / "gold_dev.jsonl"

# Places in the story's text, in code points: the story belongs to its publisher and is not
# quoted here.


@pytest.fixture(scope="module")
def seed() -> CheckedStory:
    """Read the story as it came, without a date."""
    if not SEED.exists():
        pytest.skip("the shared stories are not here")
    found = next(read_sources([str(SEED)]))
    assert isinstance(found, CheckedStory)
    return found


def told(seed: CheckedStory, kind: StatementKind, at: int) -> tuple[int, Statement]:
    """Give the statement of a kind whose words cover a place, with its number."""
    return next(
        (number, one)
        for number, one in enumerate(seed.reading.statements)
        if one.kind is kind and one.span.start <= at < one.span.end
    )


def claim(seed: CheckedStory, at: int) -> CheckedClaim:
    """Give the narrowest claim whose words cover a place."""
    covering = [c for c in seed.claims if c.claim.span.start <= at < c.claim.span.end]
    return min(covering, key=lambda c: c.claim.span.end - c.claim.span.start)


def direct(seed: CheckedStory) -> list[Quote]:
    """Give the direct quotes."""
    return [quote for quote in seed.reading.quotes if quote.kind is QuoteKind.DIRECT]


def test_the_page_is_sorted(seed: CheckedStory) -> None:
    """Title, caption, dateline, agency, body and boilerplate are those of the annotation."""
    story = seed.reading.story
    rows = map(json.loads, GOLD.read_text("utf-8").splitlines())
    gold = next(row for row in rows if row["id"] == "seed")

    assert story.title == gold["title"]
    assert [(len(c.spans), c.credit) for c in story.captions] == [(2, "US Department of State")]
    assert (story.dateline_place, story.credit) == ("WASHINGTON", "Yonhap")
    assert [story.body.start, story.body.end] == gold["body_offsets"]
    lines = [span.of(story.text) for span in story.boilerplate]
    assert lines == [line for line in gold["boilerplate"] if "caption" not in line]


def test_the_day_is_inferred(seed: CheckedStory) -> None:
    """The clues leave one Thursday, and each clue is told."""
    date = seed.reading.story.date

    assert (date.value, date.precision, date.basis) == ("2022-05-05", "day", Basis.INFERRED)
    for clue in (
        "Ned Price speaks in an office",
        "the United States presided in May of",
        "so by the record",
        "missile days (ballistic and cruise) plus MLRS firings",
        "a launch in the same week",
        "the weekday that the story names",
    ):
        assert any(clue in reason for reason in date.reasons), clue


def test_seven_direct_quotes_are_prices(seed: CheckedStory) -> None:
    """Through "the department spokesperson", "he" and "said he", with his office."""
    quotes = direct(seed)

    assert [quote.speaker and quote.speaker.name for quote in quotes] == ["Ned Price"] * 7
    assert {quote.speaker and quote.speaker.office for quote in quotes} == {
        "US Department of State Press Secretary"
    }


def test_the_ambassador_is_quoted_indirectly(seed: CheckedStory) -> None:
    """Her office names her, and the week stays a week."""
    _, statement = told(seed, StatementKind.STATEMENT, 1363)
    indirect = [quote for quote in seed.reading.quotes if quote.span.start == 1419]

    assert [actor.name for actor in statement.actor] == ["Linda Thomas-Greenfield"]
    assert statement.when is not None
    assert (statement.when.text, statement.when.value) == ("earlier this week", "2022-W18")
    assert [q.speaker and q.speaker.name for q in indirect] == ["Linda Thomas-Greenfield"]


@pytest.mark.parametrize(
    ("at", "when", "weapon", "row"),
    [
        (1625, "2022", "missile", None),
        (1697, "2022-03", "icbm", "KP-2022-03-24-1"),
        (1798, "2022-W18", "ballistic", "KP-2022-05-04-1"),
    ],
)
def test_the_launches_are_found_and_joined_to_the_record(
    seed: CheckedStory, at: int, when: str, weapon: str, row: str | None
) -> None:
    """A month and a week stay what they are; the record tells the day."""
    place, launch = told(seed, StatementKind.WEAPON_TEST, at)
    link = seed.links.get(place)

    assert [actor.id for actor in launch.actor] == ["PRK"]
    assert launch.when is not None
    assert (launch.when.value, launch.detail["weapon"]) == (when, weapon)
    assert (link.row.key if link else None) == row


@pytest.mark.parametrize(
    ("kind", "at", "actor", "polarity"),
    [
        (StatementKind.DRAFT_RESOLUTION, 1573, "USA", Polarity.ASSERTED),
        (StatementKind.VOTE, 1466, "UNSC", Polarity.PLANNED),
        (StatementKind.ADOPTION, 2238, "UNSC", Polarity.ASSERTED),
        (StatementKind.PLEDGE, 3327, "USA", Polarity.ASSERTED),
    ],
)
def test_the_acts_of_the_council_and_the_us_are_found(
    seed: CheckedStory, kind: StatementKind, at: int, actor: str, polarity: Polarity
) -> None:
    """The draft, the planned vote, the past resolutions and the pledge of dialogue."""
    _, statement = told(seed, kind, at)

    assert actor in [one.id for one in statement.actor]
    assert statement.polarity is polarity


@pytest.mark.parametrize(
    ("at", "ruling", "reasons"),
    [
        (1847, Ruling.SUPPORTED, ["14 by missile days (ballistic and cruise) plus MLRS", "Yonhap and AP", "13 by missile days", "CNN", "12 by days with ballistic"]),
        (1625, Ruling.SUPPORTED, ["13 by missile days", "14 by missile days", "12 by days with ballistic missiles"]),
        (1697, Ruling.SUPPORTED, ["2022-03-24", "2017-11-29", "2022-02-27, 2022-03-05"]),
        (1545, Ruling.SUPPORTED, ["15 members"]),
        (2203, Ruling.SUPPORTED, []),
        (1510, Ruling.SUPPORTED, ["The United States presided over the Council in May 2022"]),
        (2433, Ruling.SUPPORTED, ["China", "Russia"]),
        (921, Ruling.SUPPORTED, ["S/RES/1718 (2006) paragraphs 2", "S/RES/1874 (2009)"]),
        (2189, Ruling.SUPPORTED, ["S/RES/1695 (2006)", "S/RES/2397 (2017)"]),
        (2398, Ruling.UNDECIDED, ["had been vetoed before 2022-05-05", "outside a vote is not in the record"]),
        (2893, Ruling.SUPPORTED, ["Democratic People's Republic of Korea"]),
        (1185, Ruling.SUPPORTED, ["US ambassador to the UN"]),
    ],
)  # fmt: skip
def test_each_claim_has_its_verdict_and_reason(
    seed: CheckedStory, at: int, ruling: Ruling, reasons: list[str]
) -> None:
    """The verdict is the record's, and the reason says why, with rows."""
    found = claim(seed, at)

    assert found.verdict.ruling is ruling
    for reason in reasons:
        assert reason in found.verdict.reason
    assert found.verdict.rows or ruling is Ruling.UNDECIDED


def test_the_count_is_not_by_ballistic_days(seed: CheckedStory) -> None:
    """The rules that give the number stand first, the others after them."""
    reason = claim(seed, 1625).verdict.reason

    assert reason.index("13 by") < reason.index("12 by")
    assert claim(seed, 1847).verdict.rule == "shows_of_force"


def test_nothing_is_called_wrong(seed: CheckedStory) -> None:
    """No claim of the story is contradicted by the record."""
    assert [one for one in seed.claims if one.verdict.ruling is Ruling.CONTRADICTED] == []


def test_what_came_next_is_told(seed: CheckedStory) -> None:
    """The draft was put to the vote three weeks later, and two permanent members voted no."""
    assert len(seed.aftermath) == 1
    for words in ("S/2022/431", "2022-05-26", "13-2-0", "China and Russia"):
        assert words in seed.aftermath[0]
