"""Of two who share a family name, each keeps their own office and words."""

from __future__ import annotations

from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page


def speakers(words: str) -> list[tuple[str | None, str | None]]:
    """Give the speakers of the quotes of a text, with their offices."""
    page = Page(source="a", form="txt", text=f"SEOUL - {words}", date="2017-07-05")
    quotes = find_all(read_page(page)).quotes
    return [
        (one.speaker.name, one.speaker.office) if one.speaker else (None, None) for one in quotes
    ]


def test_a_title_tells_which_of_two_namesakes_speaks() -> None:
    """The President is Moon Jae-in, also where a spokesman named Moon was named last."""
    told = speakers(
        "South Korean President Moon Jae-in called a meeting."
        ' "We are watching the North closely," said Moon Sang-gyun, a spokesman for the defense ministry.'
        ' "The North must stop," President Moon said.'
    )
    assert [name for name, _ in told] == ["Moon Sang-gyun", "Moon Jae-in"]
    assert told[0][1] != told[1][1]
