"""Words are found in stories, quotes and statements, in any of their forms."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import text

from penholder.errors import NotFoundError
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.search import CLOSE, OPEN, search

ALL = ("stories", "quotes", "statements")
LAUNCH = """North Korea fired two ballistic missiles from Sunan on Wednesday, South Korea's military said.

"We deplore these launches," said the US ambassador to the UN, Linda Thomas-Greenfield."""
VETO = "China and Russia vetoed a draft resolution on sanctions in the UN Security Council on Thursday."


def save(place: str, **texts: str) -> None:
    """Keep stories under their ids."""
    with open_ledger(place) as ledger:
        for id_, words in texts.items():
            page = Page(source=f"{id_}.txt", text=words, form="txt", id=id_, date="2022-05-26")
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))


@pytest.fixture
def ledger(place: str) -> str:
    """Give a ledger with a launch and a veto."""
    save(place, launch=LAUNCH, veto=VETO)
    return place


def finds(place: str, *words: str, nouns: Sequence[str] = ALL) -> set[tuple[str, str]]:
    """Give the nouns and stories that hold words."""
    with read_ledger(place) as kept:
        try:
            return {(one.noun, one.story) for one in search(kept, words, nouns, 20)}
        except NotFoundError:
            return set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["missiles"], {"stories": "launch", "statements": "launch"}),
        (["Missile", "ballistic"], {"stories": "launch", "statements": "launch"}),
        (["missile*"], {"stories": "launch", "statements": "launch"}),
        (["deplored"], {"stories": "launch", "quotes": "launch"}),
        (["veto"], {"stories": "veto", "statements": "veto"}),
        (["draft resolution"], {"stories": "veto", "statements": "veto"}),
        (["resolution draft"], {}),
        (["missile", "sanctions"], {}),
        (['"'], {}),
        (["kimchi"], {}),
    ],
    ids=str,
)
def test_words_are_found(words: list[str], found: dict[str, str], ledger: str) -> None:
    """All words must be there, in any form; those of one string together; signs mean nothing."""
    kept = finds(ledger, *words)

    assert set(found.items()) <= kept
    assert {story for _, story in kept} == set(found.values())


def test_the_words_are_marked(ledger: str) -> None:
    """What was found stands between marks."""
    with read_ledger(ledger) as kept:
        (quote,) = search(kept, ["launch"], ["quotes"], 20)

    assert quote.words.startswith(f"We deplore these {OPEN}launches{CLOSE}")
    assert (quote.story, quote.place, quote.date) == ("launch", 1, "2022-05-26")


def test_a_word_of_the_title_is_marked(place: str) -> None:
    """Where the text has it not, the title is shown."""
    with open_ledger(place) as ledger:
        page = Page(source="t.txt", text=VETO, form="txt", id="t", title="Deadlock in New York")
        checked = check_story(page)
        save_story(ledger, checked, as_json(checked))
    with read_ledger(place) as kept:
        (story,) = search(kept, ["deadlock"], ["stories"], 20)

    assert story.words.startswith(f"{OPEN}Deadlock{CLOSE} in New York")


def test_a_story_that_was_replaced_is_found_by_its_new_words(ledger: str) -> None:
    """The old ones find nothing any more."""
    save(ledger, launch=LAUNCH.replace("Sunan", "Sunchon").replace("deplore", "regret"))

    assert finds(ledger, "Sunchon") >= {("stories", "launch")}
    assert finds(ledger, "Sunan") == set()
    assert finds(ledger, "regret") >= {("stories", "launch"), ("quotes", "launch")}
    assert finds(ledger, "deplore") == set()


def test_the_index_of_words_fits_the_tables(tmp_path: str) -> None:
    """SQLite's own check finds nothing wrong after stories were replaced."""
    place = f"{tmp_path}/l.db"
    for words in (LAUNCH, VETO, LAUNCH):
        save(place, one=words)
    with open_ledger(place) as ledger, ledger.engine.begin() as connection:
        for index in ("story_versions_words", "story_quotes_words", "story_statements_words"):
            connection.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))  # fmt: skip
