"""What stories tell of one draft resolution is put together, and of two stays apart."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from penholder.merge.drafts.merging import merge_drafts
from penholder.model.actor import ActorId
from penholder.model.draft import Draft, DraftTold

NORTH, US, RUSSIA, PALESTINE = "PRK", "USA", "RUS", "PSE"


def told(
    story: str,
    stage: str,
    published: str,
    when: str | None = None,
    *,
    by: str = "",
    on: str = NORTH,
    planned: bool = False,
    symbol: str | None = None,
    number: int = 1,
) -> DraftTold:
    """Give what a story tells of a draft."""
    return DraftTold(
        key=f"{story} {number} {stage} {when}",
        story=story,
        published=published,
        start=number * 100 + len(stage),
        words=f"{stage} in {story}",
        number=number,
        stage=stage,
        planned=planned,
        when=when,
        sponsors=frozenset(map(ActorId, by.split())),
        subjects=frozenset(map(ActorId, on.split())),
        symbol=symbol,
    )


# May 2022: a US draft on North Korea is announced, circulated, put in blue and vetoed.
MAY_2022 = (
    told("announced", "put_to_vote", "2022-05-04", "2022-05", by=US, planned=True),
    told("circulated", "circulated", "2022-05-20", "2022-05-19", by=US),
    told("blue", "blue", "2022-05-25", "2022-05-25", by=US),
    told("vetoed", "vetoed", "2022-05-27", "2022-05-26", by=US, symbol="S/2022/431"),
    told("without-day", "vetoed", "2022-05-28", on="PRK"),
    told("recalls", "circulated", "2022-06-02", by=US),
)


def by_id(*tellings: DraftTold) -> Mapping[str, Draft]:
    """Merge, and give the drafts by their ids."""
    return {draft.id: draft for draft in merge_drafts(tellings)}


def test_a_draft_is_followed_from_its_announcement_to_its_veto() -> None:
    """One draft, with the day of each stage, and the last stage that it reached."""
    (draft,) = merge_drafts(MAY_2022)

    assert draft.id == "draft-PRK-2022-05-26"
    assert draft.stage == "vetoed"
    assert dict(draft.days) == {
        "circulated": "2022-05-19",
        "blue": "2022-05-25",
        "vetoed": "2022-05-26",
    }
    assert (draft.sponsors, draft.symbols) == ((US,), ("S/2022/431",))
    assert len(draft.told) == len(draft.reasons) == len(MAY_2022)
    assert "draft-PRK-by-2022-05-20" in draft.aliases


def test_the_order_of_stories_plays_no_part() -> None:
    """Any order gives the same drafts with the same reasons."""
    everything = [*MAY_2022, *OCTOBER_2023, *SANCTIONS]
    expected = set(map(str, merge_drafts(everything)))
    for seed in range(20):
        Random(seed).shuffle(everything)  # noqa: S311
        assert set(map(str, merge_drafts(everything))) == expected


# 25 October 2023: a US draft on Gaza is vetoed, and a Russian one gets four votes.
OCTOBER_2023 = (
    told("both", "vetoed", "2023-10-25", "2023-10-25", by=US, on=PALESTINE, number=1),
    told("both", "failed", "2023-10-25", "2023-10-25", by=RUSSIA, on=PALESTINE, number=2),
    told("one", "failed", "2023-10-26", "2023-10-25", by=RUSSIA, on=PALESTINE),
    told("neither", "failed", "2023-10-26", "2023-10-25", on=PALESTINE),
)


def test_rival_drafts_of_one_day_stay_apart() -> None:
    """A story that tells whose draft it means joins that one; one that does not, joins none."""
    drafts = merge_drafts(OCTOBER_2023)
    stories = sorted(sorted({one.story for one in draft.told}) for draft in drafts)

    assert stories == [["both"], ["both", "one"], ["neither"]]
    assert sorted(draft.sponsors for draft in drafts) == [(), (RUSSIA,), (US,)]


# December 2017 and a plan of 2022: two drafts on one subject.
SANCTIONS = (
    told("old", "adopted", "2022-05-04", "2017-12-22", symbol="S/RES/2397", number=2),
    told("old", "announced", "2022-05-04", by=US, number=1),
    told("third", "adopted", "2018-01-10", "2017-12", symbol="S/RES/2397"),
)


def test_a_symbol_joins_what_is_told_years_apart() -> None:
    """A resolution that two stories name by its number is one; the new draft is another."""
    drafts = merge_drafts(SANCTIONS)

    assert sorted(len(draft.told) for draft in drafts) == [1, 2]
    adopted = next(draft for draft in drafts if draft.stage == "adopted")
    assert adopted.symbols == ("S/RES/2397",)
    assert {one.story for one in adopted.told} == {"old", "third"}


def test_what_is_only_planned_is_not_reached() -> None:
    """A vote that is planned for May was not held, and has no day."""
    (draft,) = merge_drafts(MAY_2022[:1])

    assert (draft.stage, dict(draft.days)) == ("announced", {})
    assert draft.id == "draft-PRK-by-2022-05-04"


def test_two_stages_told_of_two_days_take_the_day_of_most_stories() -> None:
    """Where stories differ, the day that more of them tell stands; both stay in what is told."""
    days = ("2022-05-26", "2022-05-27", "2022-05-27")
    tellings = [told(f"s{at}", "vetoed", "2022-05-28", day, by=US) for at, day in enumerate(days)]

    (draft,) = merge_drafts(tellings)

    assert draft.days["vetoed"] == "2022-05-27"
    assert {one.when for one in draft.told} == {"2022-05-26", "2022-05-27"}


def test_adopted_and_vetoed_are_two_drafts() -> None:
    """On 2 June 2017 one was adopted; a story of a veto on that day means another."""
    drafts = merge_drafts(
        [
            told("a", "adopted", "2017-06-03", "2017-06-02"),
            told("b", "vetoed", "2017-06-03", "2017-06-02"),
        ]
    )

    assert len(drafts) == 2
