"""The statements of a story are joined to the draft that they tell of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from penholder.find.reading import find_all
from penholder.model.statement import Statement
from penholder.read.page import read_page
from penholder.read.source_page import Page

VETOED = (
    "UNITED NATIONS, May 26 - China and Russia on Thursday vetoed a U.S.-drafted resolution in the Security"
    " Council that would have tightened sanctions on North Korea. The United States had circulated the draft"
    " in March. The Council adopted resolution 2397 on North Korea in December 2017."
)
RIVALS = (
    "UNITED NATIONS, Oct 25 - Russia and China vetoed a U.S.-drafted Security Council resolution on Gaza on"
    " Wednesday. The Security Council then rejected a draft resolution on Gaza submitted by Russia."
)
DRAFTERS = (
    "UNITED NATIONS, Feb 20 - Algeria circulated a draft resolution on a ceasefire in the Security Council. Algeria"
    " wants it soon, and Algeria spoke with all members. Russia then put forward a rival draft resolution in the"
    " Security Council."
)
VOTERS = (
    "UNITED NATIONS, May 3 - The Security Council adopted a resolution on peacekeeping on Tuesday. Japan abstained."
    " Japan wanted other words on costs. Japan pays much, and Japan had asked for cuts."
)
MANY = "The Security Council has adopted nine resolutions on North Korea since 2006."
ASSEMBLY = "The U.N. General Assembly adopted a resolution on Myanmar on Friday."


def staged(words: str, day: str) -> Sequence[Statement]:
    """Give the statements of a story that tell of drafts."""
    page = Page(source="story.txt", form="txt", text=words, date=day)
    return [one for one in find_all(read_page(page)).statements if "stage" in one.detail]


def test_a_story_tells_two_drafts_apart() -> None:
    """The one that was vetoed is not the resolution of 2017."""
    told = {one.detail["stage"]: one.detail for one in staged(VETOED, "2022-05-27")}

    assert {"vetoed", "circulated", "adopted"} <= set(told)
    assert told["vetoed"]["draft"] == told["circulated"]["draft"] != told["adopted"]["draft"]
    assert (told["vetoed"]["sponsor"], told["vetoed"]["subject"]) == ("USA", "PRK")
    assert told["adopted"]["symbol"] == "S/RES/2397"


def test_rival_drafts_of_one_day_stay_apart() -> None:
    """Each has its own sponsor and its own end."""
    told = {one.detail["stage"]: one.detail for one in staged(RIVALS, "2023-10-25")}

    assert told["vetoed"]["sponsor"] == "USA"
    assert told["failed"]["sponsor"] == "RUS"
    assert told["vetoed"]["draft"] != told["failed"]["draft"]


@pytest.mark.parametrize(("words", "day"), [(DRAFTERS, "2024-02-20"), (VOTERS, "2022-05-03")])
def test_who_drafts_or_votes_is_not_what_a_draft_is_about(words: str, day: str) -> None:
    """However often a story names them: the subject is then not told."""
    told = staged(words, day)

    assert told
    assert not any("subject" in one.detail for one in told)


def test_many_resolutions_and_those_of_others_are_no_draft() -> None:
    """Nine resolutions are no single one, and the General Assembly's are not the Council's."""
    assert staged(MANY, "2022-05-27") == []
    assert staged(ASSEMBLY, "2021-06-19") == []
