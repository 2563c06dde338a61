"""What was counted over a ledger is counted anew when a story is read into it."""

from __future__ import annotations

import pytest

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.speakers import Speaker, speakers

PAGE = Page(
    source="one.txt",
    text='NEW YORK - "We condemn the missile launch," Linda Thomas-Greenfield said at the Security Council on Wednesday.',
    form="txt",
    id="one",
    date="2022-05-05",
)


def _read(place: str, speaker: str) -> None:
    """Keep the page, as one that was read by other tables."""
    checked = check_story(PAGE)
    told = as_json(checked)
    told["quotes"][0]["speaker"]["id"] = speaker
    with open_ledger(place) as ledger:
        save_story(ledger, checked, told)


def _speakers(place: str) -> list[Speaker]:
    with read_ledger(place) as ledger:
        return list(speakers(ledger))


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("other", ["vassily-nebenzia", "antonio-manuel-guterres"])
def test_the_last_story_is_counted_anew_when_it_is_read_again(
    place: str, times: int, other: str
) -> None:
    """Its parts have the same numbers and are as many: another speaks, whose name may be as long."""
    for _ in range(times):
        _read(place, "linda-thomas-greenfield")
    before = _speakers(place)
    _read(place, other)

    assert [one.id for one in before] == ["linda-thomas-greenfield"]
    assert [one.id for one in _speakers(place)] == [other]
