"""A page that was flattened with all its menus gives its story."""

from __future__ import annotations

import pytest

from penholder.model.story import Story
from penholder.read.body import body_spans
from penholder.read.choosing_lines import is_whole_page
from penholder.read.page import read_page
from penholder.read.source_page import Page

MENU = [
    f"* {word}"
    for word in ("Home", "World", "Asia", "Europe", "Africa", "Politics", "Money", "Sport")
] * 3
STORY = [
    "North Korea tested a nuclear device on Sunday, its sixth and largest, and said that it fits on a long-range missile.",
    "Seismologists in Vienna measured a magnitude of 6.1, several times that of the test of September 2016, the test ban body said.",
    "The Security Council will meet on Monday at the request of the United States, Japan, Britain, France and South Korea.",
    "China, the North's largest trading partner, condemned the test and asked all sides to return to talks, its ministry said.",
    "Russia said that sanctions alone would not settle the matter, and that both sides should stop tests and exercises at once.",
    "The council last widened its sanctions in August, when it banned the North's exports of coal, iron, lead and seafood.",
]
TITLE = "North Korea tests its largest nuclear device so far"
AFTER = [
    "Share on Facebook",
    "Most read",
    "Rain floods three towns",
    "2 hours ago",
    "How to bake bread",
    "* Contact us",
]


def read(lines: list[str]) -> Story:
    """Read a text of these lines."""
    return read_page(Page(source="page.txt", text="\n".join(lines), form="txt"))


def test_the_story_is_told_from_the_menus() -> None:
    """Body and headline come out; the spans lie in the text as it came."""
    story = read([*MENU, TITLE, "By A Reporter", *STORY, *AFTER])
    told = [line for span in body_spans(story) for line in span.of(story.text).split("\n") if line]

    assert told == STORY
    assert story.title == TITLE


def body(lines: list[str]) -> list[str]:
    """Read the lines of the body of a text."""
    story = read(lines)
    return [line for span in body_spans(story) for line in span.of(story.text).split("\n") if line]


def test_a_teaser_in_capitals_is_no_dateline() -> None:
    """What only looks like one, far behind the story, does not draw its line into the body."""
    teaser = "RIVALS: What the two largest parties said about the sixth nuclear test of the North"

    assert body([*MENU, TITLE, *STORY, *AFTER, "RAIN: Three towns flooded", teaser]) == STORY


def test_a_line_with_a_pictures_credit_is_a_caption() -> None:
    """It stands among the captions, though the story goes on behind it."""
    caption = "Technicians of the test ban body look at waves from the test in Vienna on Sept. 3, 2017. (AP Photo)"
    story = read([*MENU, TITLE, *STORY[:3], caption, *STORY[3:], *AFTER])
    told = [line for span in body_spans(story) for line in span.of(story.text).split("\n") if line]

    assert told == STORY
    assert [one.spans[0].of(story.text) for one in story.captions] == [caption]


def test_a_mark_that_ends_one_letter_of_many_ends_no_story() -> None:
    """Where much of the body stands behind an end mark, the page holds more than one text."""
    assert body([*MENU, TITLE, *STORY[:4], "-30-", *STORY[4:], *AFTER])[-1] == STORY[-1]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [([*MENU, *STORY], True), (STORY, False), ([TITLE, *STORY, *AFTER], False), ([], False)],
)
def test_a_page_is_whole_with_its_menus(lines: list[str], whole: bool) -> None:
    """A story with a few lines around it is read by rules."""
    assert is_whole_page(lines) is whole
