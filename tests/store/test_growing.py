"""A ledger that is read by turns has the origins of one that read all at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store import merging_origins
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story

_FIRST = date(2022, 3, 24)
Pages = dict[str, Page]


def _paragraph(chance: random.Random) -> str:
    """Give a paragraph that no other one is like."""
    return " ".join(f"word{chance.randrange(10**6)}" for _ in range(30)) + "."


def _page(id_: str, paragraphs: Sequence[str], day: date | None) -> Page:
    words = "\n\n".join(paragraphs)
    return Page(source=f"{id_}.txt", text=words, form="txt", id=id_, date=day and day.isoformat())


def _turns(seed: int, *, undated: bool) -> list[Pages]:
    """Give pages by turns: stories, copies that were cut, and some that are read again with other words."""
    chance = random.Random(seed)  # noqa: S311
    shared = [_paragraph(chance) for _ in range(4)]
    told: dict[str, tuple[list[str], date | None]] = {}
    turns: list[Pages] = []
    for turn in range(4):
        pages: Pages = {}
        for number in range(chance.choice((2, 4, 8))):
            id_ = (
                f"s{turn}{number}"
                if not told or chance.random() < 0.7
                else chance.choice(sorted(told))
            )
            own = [_paragraph(chance) for _ in range(chance.randrange(1, 5))]
            base = chance.choice(list(told.values()))[0] if told and chance.random() < 0.5 else own
            paragraphs = [*base[: chance.randrange(1, 5)], *chance.sample(shared, 2)]
            day = None if undated and chance.random() < 0.1 else _FIRST + timedelta(days=chance.randrange(20))  # fmt: skip
            told[id_] = paragraphs, day
            pages[id_] = _page(id_, paragraphs, day)
        turns.append(pages)
    return turns


def _read(place: str, pages: Pages) -> None:
    with open_ledger(place) as ledger:
        for page in pages.values():
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))


def _copies(place: str) -> list[tuple[str, ...]]:
    with read_ledger(place) as ledger:
        found = ledger.execute(text("SELECT origin, story, reason FROM copies ORDER BY story"))
        assert not ledger.execute(text("SELECT count(*) FROM changed_stories")).scalar()
        return [tuple(row) for row in found]


@pytest.fixture(autouse=True)
def _always_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no ledger be too small to be merged by turns."""
    monkeypatch.setattr(merging_origins, "_FEW", 0.001)


@pytest.mark.parametrize("undated", [False, True], ids=["all dated", "some without a day"])
@pytest.mark.parametrize("seed", range(4))
def test_reading_by_turns_is_reading_all_at_once(
    place: str, new_places: Callable[[], str], seed: int, *, undated: bool
) -> None:
    """Also where a story is read again with other words, or of another day."""
    turns = _turns(seed, undated=undated)
    for pages in turns:
        _read(place, pages)
    other = new_places()
    _read(other, {id_: page for pages in turns for id_, page in pages.items()})

    assert _copies(place) == _copies(other)
    assert len({row[0] for row in _copies(place)}) < len(_copies(place))


def test_all_are_not_found_anew_for_one_more(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy has its origin, and one of the next year touches nobody."""
    chance = random.Random(1)  # noqa: S311
    story = [_paragraph(chance) for _ in range(5)]
    _read(place, {"a": _page("a", story, _FIRST), "b": _page("b", [_paragraph(chance)], _FIRST)})
    monkeypatch.setattr(merging_origins, "find_all", None)
    days = {"c": _FIRST + timedelta(days=3), "d": _FIRST + timedelta(days=365)}
    _read(place, {id_: _page(id_, story[:4], day) for id_, day in days.items()})

    assert [row[:2] for row in _copies(place)] == [("a", "a"), ("b", "b"), ("a", "c"), ("d", "d")]


def test_a_story_that_is_read_again_as_it_was_changes_nothing(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is compared."""
    pages = {"a": _page("a", [_paragraph(random.Random(1))], _FIRST)}  # noqa: S311
    _read(place, pages)
    before = _copies(place)
    for name in ("find_all", "grow"):
        monkeypatch.setattr(merging_origins, name, None)
    _read(place, pages)

    assert _copies(place) == before
