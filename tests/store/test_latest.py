"""Events without a day are sorted by when they were first heard of."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store import newest
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.verify import find_faults


def _save(place: str, name: str, words: str, published: str) -> None:
    checked = check_story(Page(source=f"{name}.txt", text=words, form="txt", published=published))
    with open_ledger(place) as ledger:
        save_story(ledger, checked, as_json(checked))


@pytest.fixture
def told(place: str) -> str:
    """Give a ledger with a launch of a told day, and one whose day nobody told, heard of later."""
    _save(place, "old", "North Korea fired a ballistic missile on May 4, 2022.", "2022-05-05")
    _save(place, "new", "North Korea has tested a cruise missile.", "2026-02-03")
    return place


def test_an_event_without_a_day_stands_where_it_was_first_heard_of(told: str) -> None:
    """It is the latest, and says when it was heard of; a day that was told needs no such word."""
    with read_ledger(told) as ledger:
        rows = ledger.execute(newest.events({})).mappings().all()
        found = newest.events_heard(ledger, rows)
        dated = ledger.execute(newest.events({}, since="2026-01-01")).all()
    assert [(one["day"], one["heard"]) for one in found] == [
        (None, "2026-02-03"),
        ("2022-05-04", None),
    ]
    assert dated == []


@pytest.mark.parametrize(
    ("spoilt", "fault"),
    [
        ("DELETE FROM held_stories WHERE version = 1", "2 stories stand, and 1 are kept"),
        ("UPDATE held_stories SET print = background", "is not of its words"),
        ("UPDATE held_stories SET first = 99", "of which nothing is kept"),
        ("INSERT INTO text_shares VALUES (1, 99, 0.5)", "1 rows of text_shares are of versions"),
        ("INSERT INTO text_shares VALUES (2, 1, 0.5)", "1 rows of text_shares are no shares"),
    ],
)
def test_what_is_kept_to_compare_stories_with_is_verified(
    told: str, spoilt: str, fault: str
) -> None:
    """A whole ledger has no fault; each thing that is spoilt is told."""
    with read_ledger(told) as ledger:
        assert list(find_faults(ledger)) == []
    with open_ledger(told) as kept, kept.engine.begin() as connection:
        connection.execute(text(spoilt))
    with read_ledger(told) as ledger:
        assert any(fault in one for one in find_faults(ledger))


def test_a_ledger_of_the_revision_before_is_upgraded_with_its_events(told: str) -> None:
    """The day by which events are sorted is worked out from what the ledger has."""
    with open_ledger(told) as kept, kept.engine.begin() as connection:
        for name in ("merged_events_by_latest", "merged_events_by_kind_latest"):
            connection.exec_driver_sql(f"DROP INDEX {name}")
        connection.exec_driver_sql("ALTER TABLE merged_events DROP COLUMN latest")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0009'")
    with open_ledger(told):
        pass
    with read_ledger(told) as ledger:
        days = ledger.execute(newest.events({})).mappings().all()
    assert [one["latest"] for one in days] == ["2026-02-03", "2022-05-04"]
