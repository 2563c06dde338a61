"""Who held an office, and who sat in a group, on the day of a story."""

from __future__ import annotations

import pytest

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json


def speaker_of(words: str, day: str) -> dict[str, str]:
    """Give the one speaker of a story with one quote."""
    story = as_json(check_story(Page(source="x", form="txt", text=words, date=day)))
    (quote,) = story["quotes"]
    return dict(quote["speaker"])


@pytest.mark.parametrize(
    ("words", "day", "holder"),
    [
        ("The US ambassador to the UN said that time was short.", "1994-06-01", "Madeleine Albright"),
        ("The US ambassador to the UN said that time was short.", "2017-09-11", "Nikki Haley"),
        ("The US ambassador to the UN said that time was short.", "2022-05-26", "Linda Thomas-Greenfield"),
        ("Russia's UN ambassador said that time was short.", "1999-03-24", "Sergey Lavrov"),
        ("Russia's UN ambassador said that time was short.", "2022-05-26", "Vassily Nebenzia"),
        ("The British ambassador to the UN said that time was short.", "2002-11-08", "Jeremy Greenstock"),
        ("The South Korean president said that time was short.", "2013-03-08", "Park Geun-hye"),
        ("The South Korean president said that time was short.", "2017-05-14", "Moon Jae-in"),
        ("The Japanese prime minister said that time was short.", "2016-01-06", "Shinzo Abe"),
        ("The UN chief said that time was short.", "2006-10-09", "Kofi Annan"),
        ("The UN chief said that time was short.", "2013-02-12", "Ban Ki-moon"),
        ("The UN chief said that time was short.", "2024-03-28", "António Guterres"),
        ("The Chinese foreign minister said that time was short.", "2017-09-21", "Wang Yi"),
        ("The North Korean leader said that time was short.", "2009-05-25", "Kim Jong Il"),
        ("The North Korean leader said that time was short.", "2017-09-21", "Kim Jong Un"),
        ("The South Korean president said that time was short.", "2024-12-14", None),
        ("The British ambassador to the UN said that time was short.", "2007", None),
    ],
)  # fmt: skip
def test_an_office_is_held_by_somebody_on_the_day(words: str, day: str, holder: str | None) -> None:
    """The record tells who it was, where it surely knows of one."""
    speaker = speaker_of(words, day)

    assert speaker.get("holder", {}).get("name") == holder  # type: ignore[attr-defined]
    assert speaker["id"].partition("/")[1] == "/"


def test_a_named_holder_needs_no_record() -> None:
    """Who is named in the story is the one."""
    words = "US Ambassador Nikki Haley came. The US ambassador to the UN said time was short."
    told = speaker_of(words, "2017-09-11")

    assert (told["id"], "holder" in told) == ("nikki-haley", False)


@pytest.mark.parametrize(
    ("words", "day", "members"),
    [
        ("The UN Security Council met. The A3 said that time was short.", "2024-06-01", {"DZA", "MOZ", "SLE"}),
        ("The UN Security Council met. The A3 Plus said that time was short.", "2024-06-01", {"DZA", "MOZ", "SLE", "GUY"}),
        ("The P5 said that time was short.", "2024-06-01", {"CHN", "FRA", "GBR", "RUS", "USA"}),
        ("Japan and South Korea met. The two countries said that time was short.", "2024-06-01", {"JPN", "KOR"}),
    ],
)  # fmt: skip
def test_a_group_has_its_members(words: str, day: str, members: set[str]) -> None:
    """Those that never change, those that the story names, and those that sat on the Council."""
    assert set(speaker_of(words, day)["members"]) == members


def test_the_elected_ten_are_ten() -> None:
    """The seats of the year tell who they are."""
    words = "The UN Security Council met. The E10 said that time was short."

    assert len(speaker_of(words, "2025-06-04")["members"]) == 10
