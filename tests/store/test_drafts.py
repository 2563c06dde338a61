"""The ledger keeps the life of each draft resolution, and what answers a launch."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.verify import find_faults
from penholder.store.whole_drafts import open_drafts

PLANNED = (
    "The United States will circulate a draft resolution on North Korea to the U.N. Security Council in response to"
    " Wednesday's launch. North Korea fired three ballistic missiles on Wednesday, South Korea's military said."
)
VETOED = (
    "China and Russia on Thursday vetoed a U.S.-drafted Security Council resolution that would have tightened"
    " sanctions on North Korea."
)
TEXTS = {"planned": ("2022-05-25", PLANNED), "vetoed": ("2022-05-26", VETOED)}
ID = "draft-PRK-2022-05-26"


def save(place: str, *ids: str, texts: Mapping[str, tuple[str, str]] = TEXTS) -> None:
    """Read stories and keep them."""
    with open_ledger(place) as ledger:
        for id_ in ids:
            day, words = texts[id_]
            page = Page(source=f"{id_}.txt", text=words, form="txt", id=id_, date=day)
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))


def run(place: str, *words: str) -> str:
    """Run a command, and give what it prints."""
    done = CliRunner().invoke(main, [*words, "--ledger", place])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("order", [("planned", "vetoed"), ("vetoed", "planned")])
def test_a_draft_is_followed_over_stories(place: str, order: tuple[str, str]) -> None:
    """Whichever story comes first, one draft stands, vetoed, with its sponsor."""
    save(place, order[0])
    save(place, order[1])

    (found,) = map(json.loads, run(place, "drafts", "--json").splitlines())
    assert (found["id"], found["stage"], found["vetoed"]) == (ID, "vetoed", "2022-05-26")
    assert (found["sponsor"], found["subject"], found["stories"]) == ("USA", "PRK", 2)
    with read_ledger(place) as ledger:
        assert list(find_faults(ledger)) == []


def test_the_life_of_a_draft_is_shown(place: str) -> None:
    """Stages in their order, what was planned as planned, the launch that it answers, each with its story."""
    save(place, *TEXTS)

    shown = run(place, "draft", "draft-PRK-by-2022-05-25")

    assert "to be circulated" in shown
    assert "vetoed" in shown
    assert "answers weapon_test-PRK-2022-05-25" in shown
    assert "also known as draft-PRK-by-2022-05-25" in shown


def test_a_story_that_changes_changes_its_draft(place: str) -> None:
    """Where the new words tell of no draft any longer, none stands."""
    save(place, "vetoed")
    save(place, "vetoed", texts={"vetoed": ("2022-05-26", "Japan condemned the launch.")})

    with read_ledger(place) as ledger:
        assert ledger.execute(text("SELECT count(*) FROM drafts")).scalar() == 0
        assert list(find_faults(ledger)) == []


def test_a_draft_that_is_not_there_is_told(place: str) -> None:
    """The message says where to look."""
    save(place, "vetoed")

    done = CliRunner().invoke(main, ["draft", "draft-X", "--ledger", place])

    assert done.exit_code != 0
    assert "penholder drafts" in done.output


LATER = "The United States circulated a new draft resolution on North Korea to the U.N. Security Council on Monday."


def decide(place: str, *words: str) -> str:
    """Run a correction, and give what it prints."""
    return run(place, *words, "--note", "I read both", "--by", "the desk")


def ids(place: str) -> list[str]:
    """Give the ids of the drafts; the ledger must be whole."""
    with read_ledger(place) as ledger:
        assert list(find_faults(ledger)) == []
        return list(ledger.execute(text("SELECT id FROM drafts ORDER BY id")).scalars())


def test_a_person_joins_two_drafts_and_takes_it_back(place: str) -> None:
    """What was joined stays so when stories are read again, until it is undone."""
    texts = {**TEXTS, "later": ("2022-10-18", LATER)}
    save(place, *texts, texts=texts)
    first, later = ids(place)

    decide(place, "merge", first, later)
    save(place, *texts, texts=texts)
    assert ids(place) == [first]
    assert "joined by the desk" in run(place, "draft", later)

    run(place, "undo", "1", "--by", "the desk")
    assert ids(place) == [first, later]


def test_a_person_sets_a_statement_apart(place: str) -> None:
    """The plan becomes a draft of its own, and the events stay as they were."""
    save(place, *TEXTS)
    before = run(place, "events", "--json")

    decide(place, "split", ID, "planned")

    assert ids(place) == [ID, f"{ID}-split-1"]
    assert run(place, "events", "--json") == before


def test_a_draft_is_no_event(place: str) -> None:
    """They are not joined, and a draft's values are not typed in."""
    save(place, *TEXTS)
    note = ("--note", "w", "--by", "d", "--ledger", place)

    joined = CliRunner().invoke(main, ["merge", ID, "weapon_test-PRK-2022-05-25", *note])
    typed = CliRunner().invoke(main, ["correct", ID, "symbol", "S/2022/431", *note])

    assert "one is a draft" in joined.output
    assert "values of its statements" in typed.output
    assert joined.exit_code == typed.exit_code != 0


@pytest.mark.parametrize(
    ("ids", "since", "on_table"),
    [
        (("planned",), "2022-01-25", 1),
        (("planned",), "2022-06-25", 0),
        (("planned", "vetoed"), "2022-01-25", 0),
    ],
)
def test_a_draft_lies_on_the_table_until_its_end_or_while_it_is_news(
    place: str, ids: tuple[str, ...], since: str, on_table: int
) -> None:
    """One that was voted on is none of the drafts on the table, nor one that was last heard of before."""
    save(place, *ids)
    run(place, "events")
    with read_ledger(place) as ledger:
        assert len(open_drafts(ledger, since, 8)) == on_table
