"""Writers may be killed, many may read, and the order of reading plays no part."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from penholder.model.reading import CheckedStory
from penholder.store.ledger import OpenLedger, open_ledger, read_ledger
from penholder.store.rows import quote_rows
from penholder.store.saving import save_story
from penholder.store.stories import list_stories
from penholder.store.tables import QUOTES, STORY_VERSIONS
from penholder.store.verify import find_faults

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def test_a_writer_that_is_killed_leaves_nothing_in_part(place: str, kills: ModuleType) -> None:
    """Every story whose saving was reported is there, whole, and no other is there in part."""
    with open_ledger(place):
        pass
    done = kills.kill(place, 5, kills.stories(6))

    assert done.faults == ()
    assert done.kills == 5
    assert done.saved > 0


def careless(ledger: OpenLedger, checked: CheckedStory, told: dict[str, Any]) -> None:
    """Save a story, and its quotes once more by themselves, one transaction for each row."""
    save_story(ledger, checked, told)
    asked = select(STORY_VERSIONS.c.no).where(STORY_VERSIONS.c.id == told["story"]["id"])
    with ledger.engine.begin() as connection:
        no = connection.execute(asked).scalar_one()
        connection.execute(delete(QUOTES).where(QUOTES.c.version == no))
    time.sleep(0.2)  # the longest that a killer waits
    for row in quote_rows(told):
        with ledger.engine.begin() as connection:
            connection.execute(insert(QUOTES).values(version=no, **row))


def test_a_careless_writer_would_be_found_out(place: str, kills: ModuleType) -> None:
    """A writer that saves a story in several steps leaves one half-written, and the check sees it."""
    with open_ledger(place):
        pass

    assert kills.kill(place, 6, kills.stories(6), careless).faults


def test_readers_never_fail_while_one_writes(place: str, sharing: ModuleType, kills: ModuleType) -> None:  # fmt: skip
    """Eight readers check the whole ledger again and again, and find nothing wrong."""
    assert sharing.failed_readers(place, kills.stories(6), readers=8, seconds=1.5) == 0


def test_the_order_and_the_processes_play_no_part(
    place: str, new_places: Callable[[], str], sharing: ModuleType, kills: ModuleType
) -> None:
    """The same stories, thrice, shuffled, in one, two and four processes give the same bytes."""
    read = kills.stories(5)
    places = {1: place, 2: new_places(), 4: new_places()}
    digests = {sharing.digest_of(there, read, number, number) for number, there in places.items()}

    assert len(digests) == 1


def test_other_stories_give_other_bytes(
    place: str, new_places: Callable[[], str], sharing: ModuleType, kills: ModuleType
) -> None:
    """The digest tells one story more."""
    read = kills.stories(3)

    assert sharing.digest_of(place, read, 1, 1) != sharing.digest_of(new_places(), read[:2], 1, 1)


def test_a_ledger_is_made_once_by_many(
    new_places: Callable[[], str], sharing: ModuleType, kills: ModuleType
) -> None:
    """Eight writers that begin at once make one ledger, and all of them save their story."""
    read = kills.stories(8)
    for _ in range(3):
        place = new_places()
        works = [lambda one=one, place=place: sharing.save(place, [one]) for one in read]
        assert sharing.failures(works) == 0
        with read_ledger(place) as ledger:
            assert len(list_stories(ledger)) == 8
            assert list(find_faults(ledger)) == []
