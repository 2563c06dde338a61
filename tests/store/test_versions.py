"""A story that changes is a new version, and what changed is kept."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from penholder.errors import NotFoundError
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json
from penholder.store.differences import Change, list_versions
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.listed_events import Wanted, list_events
from penholder.store.saving import save_story
from penholder.store.stories import list_stories, told_stories
from penholder.store.verify import find_faults

LINES = [
    "SEOUL - North Korea fired a ballistic missile on Wednesday, South Korea's military said.",
    "It flew 470 kilometres toward the sea off the east coast before it came down in the water.",
    "The Security Council will meet in New York next week at the request of the United States.",
]
FIRST = "\n\n".join(LINES)
SECOND = FIRST.replace("a ballistic missile", "two ballistic missiles").replace("470", "480")
URL = "https://example.org/north-fires"


def save(place: str, *pages: Page) -> None:
    """Keep pages, one after the other."""
    with open_ledger(place) as ledger:
        for page in pages:
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))


def page(words: str, source: str = "wire.txt", **said: str) -> Page:
    """Give a page with words."""
    return Page(source=source, text=words, form="txt", **{"date": "2022-05-05", **said})


def count(place: str, noun: str) -> int:
    """Count the rows of a view."""
    with read_ledger(place) as ledger:
        return int(ledger.execute(text(f"SELECT count(*) FROM {noun}")).scalar_one())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (page(FIRST, url=URL), page(SECOND, url=URL)),
        (page(FIRST, url=URL), page(SECOND, source="later.txt", url=f"{URL}/#top")),
        (page(FIRST), page(SECOND)),
        (page(FIRST, url="https://example.org/?p=7"), page(SECOND, url="https://example.org/?p=7")),
        (page(FIRST, source="a.jsonl:1", id="n"), page(SECOND, source="b.jsonl:9", id="n")),
        (page(FIRST, title="North fires"), page(FIRST, title="North fires again")),
    ],
)
def test_a_story_that_changes_is_a_new_version(first: Page, second: Page, place: str) -> None:
    """The same address, file or id is the same story; the new words stand and the old are kept."""
    save(place, first, second, second)

    assert count(place, "stories") == 1
    assert count(place, "versions") == 2
    with read_ledger(place) as ledger:
        (story,) = told_stories(ledger)
        assert story["story"]["text"] == second.text
        assert story["story"]["title"] == (second.title or story["story"]["title"])
        event = list_events(ledger, Wanted(kind="weapon_test")).events[0]
        assert (event["stories"], event["statements"]) == (1, 1)
        assert list(find_faults(ledger)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (page(FIRST, url=URL), page(SECOND, url=f"{URL}-2")),
        (page(FIRST, url="https://example.org/"), page(SECOND, source="b.txt", url="https://example.org/")),
        (page(FIRST), page(SECOND, source="other.txt")),
        (page(FIRST, url="http://[odd"), page(SECOND, source="b.txt", url="http://[odd")),
        (page(FIRST, source="-"), page(SECOND, source="-")),
        (page(FIRST, source="a.jsonl:1"), page(SECOND, source="a.jsonl:1")),
        (page(FIRST), page("China and Russia vetoed a draft in the UN Security Council on Thursday.")),
    ],
)  # fmt: skip
def test_another_story_is_no_version(first: Page, second: Page, place: str) -> None:
    """Another address or file is another story, and so are other words in the same file."""
    save(place, first, second)

    assert (count(place, "stories"), count(place, "versions")) == (2, 2)


def test_a_copy_is_no_version(place: str) -> None:
    """The same words at the same address in another file have changed nothing."""
    save(place, page(FIRST, url=URL), page(FIRST, source="copy.txt", url=URL))
    assert (count(place, "stories"), count(place, "versions")) == (1, 1)

    save(place, page(SECOND, source="a.txt", url=URL), page(SECOND, source="b.txt", url=URL))
    with read_ledger(place) as ledger:
        found = list_versions(ledger, list_stories(ledger)[0][0])
    assert [(one.number, one.current, one.source) for one in found] == [
        (1, False, "copy.txt"),
        (2, True, "b.txt"),
    ]


def test_what_changed_is_told(place: str) -> None:
    """The lines before and after, and what is said anew."""
    save(place, page(FIRST, url=URL, title="North fires"), page(SECOND, url=URL, title="North fires two"))  # fmt: skip
    with read_ledger(place) as ledger:
        first, second = list_versions(ledger, list_stories(ledger)[0][0])

    assert (first.current, second.current, first.changes) == (False, True, ())
    assert second.changes[0] == Change(what="title", before="North fires", after="North fires two")
    text_change = next(one for one in second.changes if one.what == "text")
    assert text_change.before == "\n".join(LINES[:2])
    assert "two ballistic missiles" in (text_change.after or "")
    assert {one.what for one in second.changes} >= {"title", "text", "statements"}


def test_the_command_shows_the_versions(tmp_path: Path) -> None:
    """By the id of an old version too; with --json every change is an object."""
    place = str(tmp_path / "l.db")
    save(place, page(FIRST, url=URL))
    with read_ledger(place) as ledger:
        old = list_stories(ledger)[0][0]
    save(place, page(SECOND, url=URL))
    shown = CliRunner().invoke(main, ["versions", old, "--ledger", place])
    lines = CliRunner().invoke(main, ["versions", old, "--ledger", place, "--json"]).output

    assert shown.exit_code == 0
    assert "version 2, the current one" in shown.output
    assert "- text: It flew 470" in shown.output
    assert "+ text: It flew 480" in shown.output
    assert [json.loads(line)["number"] for line in lines.splitlines()] == [1, 2]


def test_a_story_without_versions_is_said(place: str) -> None:
    """The message names the command that lists stories."""
    save(place, page(FIRST))
    with read_ledger(place) as ledger, pytest.raises(NotFoundError, match="stories"):
        list_versions(ledger, "none")


def test_a_newer_file_stands_whatever_is_read_first(tmp_path: Path) -> None:
    """Of two files with one address the one that was written later stands, in every order."""
    told = set()
    for order in (("old", "new"), ("new", "old"), ("old", "new", "old")):
        for name, words, day in (("old", FIRST, 1), ("new", SECOND, 2)):
            path = tmp_path / f"{name}.jsonl"
            path.write_text(json.dumps({"text": words, "url": URL, "date": "2022-05-05"}))
            os.utime(path, (day * 86400, day * 86400))
        place = str(tmp_path / f"{'-'.join(order)}.db")
        sources = [str(tmp_path / f"{name}.jsonl") for name in order]
        CliRunner().invoke(main, ["read", *sources, "--ledger", place])
        with read_ledger(place) as ledger:
            told.add(json.dumps(list(told_stories(ledger))))

    assert len(told) == 1
    assert "480" in told.pop()


def test_the_order_of_saving_plays_no_part(place: str, new_places: Callable[[], str]) -> None:
    """Stories saved in another order, and several times, are told in the same words."""
    pages = [page(f"{FIRST}\n\nReport {number}.", source=f"{number}.txt") for number in range(6)]
    new_place = new_places()
    save(place, *pages)
    shuffled = pages * 3
    random.Random(7).shuffle(shuffled)  # noqa: S311
    save(new_place, *shuffled)
    with read_ledger(place) as one, read_ledger(new_place) as other:
        assert list(told_stories(one)) == list(told_stories(other))
        assert list_events(one, Wanted()) == list_events(other, Wanted())
