"""What a person decides about events holds when stories are read again, and is logged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

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

TEXTS = {
    "two": "North Korea fired two ballistic missiles on May 4, 2022, South Korea's military said.",
    "three": "North Korea fired three ballistic missiles on May 4, 2022, Japan's coast guard said.",
    "later": "North Korea fired a ballistic missile on May 7, 2022, South Korea's military said.",
    "veto": "Russia and China vetoed the draft at the U.N. Security Council on May 8, 2022, diplomats said.",
    "test": "North Korea conducted a nuclear test on May 9, 2022, a report said.",
}
FIRST, LATER = "weapon_test-PRK-2022-05-04", "weapon_test-PRK-2022-05-07"
VETO = "veto-UNSC-2022-05-08"
TEST = "weapon_test-nuclear-PRK-2022-05-09"


def save(place: str, *ids: str, text: Mapping[str, str] = TEXTS) -> None:
    """Read stories and keep them."""
    with open_ledger(place) as ledger:
        for id_ in ids:
            source = f"{id_}.txt"
            page = Page(source=source, text=text[id_], form="txt", id=id_, date="2022-05-10")
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))


def run(place: str, *words: str) -> str:
    """Run a command that a person would type, and give what it prints."""
    note = () if words[0] in {"undo", "corrections", "event"} else ("--note", "I read both")
    who = () if words[0] in {"corrections", "event"} else ("--by", "the desk")
    done = CliRunner().invoke(main, [*words, *note, *who, "--ledger", place])
    assert done.exit_code == 0, done.output
    return done.output


def events(place: str) -> dict[str, Sequence[object]]:
    """Give the columns of each event that corrections change; the ledger must be whole."""
    asked = "SELECT id, day, number, corrected, stories, statements FROM events"
    with read_ledger(place) as ledger:
        assert list(find_faults(ledger)) == []
        return {row[0]: tuple(row[1:]) for row in ledger.execute(text(asked))}


def test_what_stories_say_differently_stays_until_a_person_decides(place: str) -> None:
    """The number is open, then as corrected, then open again."""
    save(place, "two", "three")
    assert events(place)[FIRST][1] is None
    run(place, "correct", FIRST, "number", "3")
    save(place, "two", "three", "later")

    assert events(place)[FIRST][1:3] == ("3", "number")
    assert "number: 3, as a person decided; told: 2 (two); 3 (three)" in run(place, "event", FIRST)
    run(place, "undo", "1", "--by", "the desk")
    assert events(place)[FIRST][1:3] == (None, None)


@pytest.mark.parametrize("other", [LATER, TEST])
def test_events_that_a_person_merged_stay_one(place: str, other: str) -> None:
    """They are one after all is read again, also where they are of different threads."""
    save(place, *TEXTS)
    size = len(events(place))
    run(place, "merge", FIRST, other)
    save(place, *reversed(TEXTS))
    found = events(place)

    assert len(found) == size - 1
    assert found[FIRST][3:] == (3, 3)
    assert other in run(place, "event", other)  # it is known by the old id still
    assert "joined by the desk: I read both" in run(place, "event", FIRST)
    run(place, "undo", "1")
    assert set(events(place)) == set(found) | {other}


def test_what_was_set_apart_stays_apart(place: str) -> None:
    """A story's report is an event of its own, and can be joined to another."""
    save(place, "two", "three", "later")
    run(place, "split", FIRST, "three")
    save(place, "three", "two")

    assert events(place)[FIRST][3:] == (1, 1)
    assert events(place)[f"{FIRST}-split-1"][3:] == (1, 1)
    run(place, "merge", LATER, f"{FIRST}-split-1")
    assert events(place)[LATER][3:] == (2, 2)


def test_a_rejected_event_does_not_come_back(place: str) -> None:
    """Neither when its stories are read again, nor when another story tells of it."""
    save(place, "two")
    run(place, "reject", FIRST)
    save(place, "two", "three")

    assert FIRST not in events(place)
    run(place, "undo", "1")
    assert events(place)[FIRST][3:] == (2, 2)


def test_a_rejected_statement_is_of_no_event(place: str) -> None:
    """The others of its event stay; the reason says who rejected it."""
    save(place, "two", "three")
    run(place, "reject", "three", "0")

    assert events(place)[FIRST][3:] == (1, 1)
    with read_ledger(place) as ledger:
        asked = "SELECT reason FROM statements WHERE story = 'three' AND place = 0"
        assert ledger.execute(text(asked)).scalar() == "rejected by the desk: I read both"


def test_a_correction_finds_its_words_in_a_new_version(place: str) -> None:
    """The story has a line in front now; the statement that was set apart is still apart."""
    save(place, "two", "three")
    run(place, "split", FIRST, "three")
    changed = {"three": f"The report was updated with new figures.\n\n{TEXTS['three']}"}
    save(place, "three", text=changed)

    assert events(place)[f"{FIRST}-split-1"][3:] == (1, 1)


def test_the_order_of_reading_plays_no_part(place: str, new_places: Callable[[], str]) -> None:
    """The same stories, in another order and thrice, are the same events after the same corrections."""
    other = new_places()
    orders = {place: tuple(TEXTS), other: (*reversed(TEXTS), *TEXTS, *reversed(TEXTS))}
    for where, order in orders.items():
        save(where, "two", "three", "later", "test")
        run(where, "merge", FIRST, LATER)
        run(where, "split", FIRST, "three")
        run(where, "correct", FIRST, "weapon", "srbm")
        save(where, *order)

    assert events(place) == events(other)


def test_corrections_are_logged(place: str) -> None:
    """The log names what was decided, by whom and why, and who took it back."""
    save(place, "two", "three", "later")
    run(place, "merge", FIRST, LATER)
    run(place, "undo", "1")
    told = run(place, "corrections")

    assert f"1 merge {FIRST} with {LATER}" in told
    assert "the desk: I read both" in told
    assert "taken back" in told


@pytest.mark.parametrize(
    ("words", "code", "fault"),
    [
        (("merge", FIRST, "veto-UNSC-1999"), 6, "the ledger has no such event"),
        (("merge", FIRST, FIRST), 6, "already"),
        (("split", FIRST, "later"), 6, "no such statement"),
        (("split", LATER, "later"), 6, "is all that tells of it"),
        (("correct", FIRST, "number", "several"), 2, "give a whole number"),
        (("correct", FIRST, "day", "Wednesday"), 2, "give a day or month"),
        (("correct", FIRST, "weapon", "trebuchet"), 2, "kind of weapons.toml"),
        (("correct", FIRST, "actor", "Atlantis"), 2, "give states"),
        (("correct", FIRST, "day", "3022-13-01"), 2, "give a day or month"),
        (("correct", FIRST, "symbol", "S/2099/999"), 2, "2099 is yet to come"),
        (("correct", FIRST, "tally", "13-2-0"), 2, "have no tally. Correct one of day, actor"),
        (("correct", VETO, "weapon", "icbm"), 2, "have no weapon"),
        (("merge", FIRST, VETO), 2, "of different kinds: veto, weapon_test"),
        (("merge", FIRST, LATER, VETO), 2, "of different kinds: veto, weapon_test"),
        (("merge", FIRST, LATER, LATER), 6, "already"),
        (("merge", FIRST, LATER, "--note", " "), 2, "it is empty"),
        (("reject", "two", "99"), 6, "no such statement"),
    ],
)
def test_what_cannot_be_is_refused(
    tmp_path: Path, words: Sequence[str], code: int, fault: str
) -> None:
    """The message says what is wrong, and nothing is kept."""
    place = str(tmp_path / "l.db")
    save(place, "two", "three", "later", "veto")
    note = () if "--note" in words else ("--note", "x")
    said = (*note, "--by", "the desk", "--ledger", place)
    done = CliRunner().invoke(main, [*words, *said])

    assert done.exit_code == code
    assert fault in done.output
    with read_ledger(place) as ledger:
        assert ledger.execute(text("SELECT count(*) FROM corrections")).scalar() == 0


def test_a_backup_has_the_corrections(place: str, new_places: Callable[[], str]) -> None:
    """The copy's events are those of the ledger."""
    save(place, *TEXTS)
    run(place, "merge", FIRST, LATER)
    copy = new_places()
    done = CliRunner().invoke(main, ["backup", copy, "--ledger", place])

    assert done.exit_code == 0, done.output
    assert events(copy) == events(place)
