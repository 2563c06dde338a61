"""Stories are found by the outlet that published them, and by the agency that they credit."""

from __future__ import annotations

import pytest

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store import newest
from penholder.store.agencies import agencies_of, told_by
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story

# Who publishes each story, and how it begins.
STORIES = {
    "credited": (None, "SEOUL, May 25 (Yonhap) -- North Korea fired three ballistic missiles."),
    "bought": ("Daily Star", "GENEVA, Feb. 3 (AP) -- Russia vetoed a draft resolution on Syria."),
    "written out": (
        "Daily Star",
        "North Korea fired a missile on Monday, Seoul said. (Associated Press)",
    ),
    "mentioned": ("Daily Star", "North Korea fired a missile on Friday, Yonhap and AP reported."),
    "published": ("AP", "China abstained in the UN Security Council on Tuesday."),
}


@pytest.fixture
def ledger(place: str) -> str:
    """Give a ledger of stories with and without an agency."""
    with open_ledger(place) as kept:
        for id_, (outlet, text) in STORIES.items():
            page = Page(source=f"{id_}.txt", text=text, form="txt", id=id_, outlet=outlet)
            checked = check_story(page)
            save_story(kept, checked, as_json(checked))
    return place


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Yonhap", {"credited"}),
        ("yonhap", {"credited"}),
        ("AP", {"bought", "written out", "published"}),
        ("Associated Press", {"bought", "written out", "published"}),
        ("daily star", {"bought", "written out", "mentioned"}),
        ("Reuters", set()),
        ("Weekly Moon", set()),
        ('"', set()),
    ],
)
def test_who_tells_a_story_is_its_outlet_or_its_agency(
    name: str, found: set[str], ledger: str
) -> None:
    """In any case and by any name of the agency; who is only mentioned tells nothing."""
    with read_ledger(ledger) as kept:
        rows = kept.execute(newest.stories(told_by(kept, name))).mappings().all()
    assert {row["id"] for row in rows} == found


def test_the_agency_is_given_as_it_is_printed(ledger: str) -> None:
    """Stories that credit none are left out."""
    with read_ledger(ledger) as kept:
        numbers = {row["id"]: row["no"] for row in kept.execute(newest.stories()).mappings()}
        agencies = agencies_of(kept, list(numbers.values()))
    told = {id_: agencies[no] for id_, no in numbers.items() if no in agencies}
    assert told == {"credited": "Yonhap", "bought": "AP", "written out": "Associated Press"}
