"""The ledger keeps what a statement's actors stand for."""

from __future__ import annotations

from sqlalchemy import text

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story

WORDS = (
    "Japan condemned North Korea's missile launch on Tuesday. Russia called for dialogue with North Korea."
    " The Security Council will meet on Friday."
)


def test_who_stands_for_what_is_asked_in_sql(place: str) -> None:
    """The view has the position with its state; a statement that takes none has NULL."""
    page = Page(source="one.txt", text=WORDS, form="txt", id="one", date="2017-09-05")
    checked = check_story(page)
    with open_ledger(place) as ledger:
        save_story(ledger, checked, as_json(checked))

    asked = "SELECT actor, position, position_on FROM statements WHERE position IS NOT NULL ORDER BY place"
    with read_ledger(place) as ledger:
        rows = [tuple(row) for row in ledger.execute(text(asked))]
        bare = ledger.execute(
            text("SELECT count(*) FROM statements WHERE position IS NULL")
        ).scalar()
    assert rows == [("JPN", "condemn", "PRK"), ("RUS", "call_for_dialogue", "PRK")]
    assert bare
