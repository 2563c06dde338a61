"""Each row of tables/groups.toml, bodies.toml and echoes.toml names whom its examples mean, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.find.names import find_names, find_references
from penholder.model.actor import Mention
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

GROUPS = load_toml("groups")
PLURALS = [*GROUPS["plural"], *GROUPS["collective"]]
BODIES = [*load_toml("bodies")["body"], *load_toml("bodies")["group"]]


def names_in(words: str) -> tuple[Mention, ...]:
    """Give the names of a story of these words."""
    return find_names(read_page(Page(source="row.txt", form="txt", text=words, date="2022-05-05")))


def groups_of(row: dict[str, Any], words: str) -> list[Mention]:
    """Give the groups that a row's nouns name."""
    nouns = tuple(noun.casefold() for noun in row["nouns"])
    return [m for m in names_in(words) if m.how == "group" and m.text.casefold().endswith(nouns)]


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in PLURALS for words in row["examples"]], ids=str
)
def test_a_plural_finds_those_named_before(row: dict[str, Any], words: str) -> None:
    """The members are known, and they are at least two."""
    assert [len(group.actor.members) > 1 for group in groups_of(row, words)] == [True]


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in PLURALS for words in row["near"]], ids=str
)
def test_a_plural_leaves_what_names_nobody(row: dict[str, Any], words: str) -> None:
    """Two states are no trio, and all countries are not those named before."""
    assert groups_of(row, words) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [(row, words) for row in GROUPS["owned"] for words in row["examples"]],
    ids=str,
)
def test_an_owned_group_says_whose_it_is(row: dict[str, Any], words: str) -> None:
    """ "Its allies" are those of the state that "its" takes up."""
    assert [group.actor.id.partition("/")[2] for group in groups_of(row, words)] == [row["id"]]


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in GROUPS["owned"] for words in row["near"]], ids=str
)
def test_an_owned_group_needs_a_state(row: dict[str, Any], words: str) -> None:
    """A firm's allies are not news of the beat."""
    assert groups_of(row, words) == []


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in BODIES for words in row["examples"]], ids=str
)
def test_a_body_is_named_by_its_examples(row: dict[str, Any], words: str) -> None:
    """Each body and group is found under its id."""
    assert row["id"] in {mention.actor.id for mention in names_in(words)}


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in BODIES for words in row["near"]], ids=str
)
def test_a_body_is_not_named_by_look_alikes(row: dict[str, Any], words: str) -> None:
    """Kim Jong Un is not the UN, and the city council is not the Council."""
    written = {words.casefold() for words in row["words"]}
    found = [m for m in names_in(words) if m.actor.id == row["id"]]

    assert [m.text for m in found if m.text.casefold() in written] == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Britain, France and Germany wrote a letter. They want talks.", {"They": "DEU+FRA+GBR"}),
        ("North Korea fired a missile over Japan and its waters.", {"its": "JPN"}),
        ("Pyongyang's bomb and its missiles worry Seoul.", {"its": "PRK"}),
        ("Iran said it would answer.", {"it": "IRN"}),
        ("North Korea fired a missile. It landed in the sea.", {}),
        ("China spoke first. It is clear that talks come first.", {}),
        ("Nikki Haley came with her team.", {"her": "nikki-haley"}),
        ("Nikki Haley came with his team.", {}),
        ("China and Russia voted no. Officials said they were tired.", {}),
        ("Russia met China. The country wants talks.", {"The country": "RUS"}),
        ("North Korea fired missiles near Japan. The isolated state said so.", {"The isolated state": "PRK"}),
        ("Yonhap told more. The agency named nobody.", {"The agency": "YONHAP"}),
        ("\"Japan will wait for its turn,\" Haley said.", {}),
    ],
)  # fmt: skip
def test_words_take_up_who_was_named(words: str, meant: dict[str, str]) -> None:
    """Pronouns and "the country" mean who was named before; those of a speaker are left alone."""
    story = read_page(Page(source="row.txt", form="txt", text=words, date="2022-05-05"))
    found = find_references(story, find_names(story))

    assert {mention.text: mention.actor.id for mention in found} == meant


@pytest.mark.parametrize("row", load_toml("person_words")["alone"], ids=lambda row: row["person"])
def test_a_family_name_alone_means_one_person_of_the_day(row: dict[str, Any]) -> None:
    """ "Kim" in news of North Korea is who leads it then, unless another Kim is named in full."""
    people = [
        {m.actor.name for m in find_names(read_page(Page(source="x", form="txt", text=words, date=row["first"])))}
        for words in (*row["examples"], *row["near"])
    ]  # fmt: skip

    assert [row["person"] in named for named in people] == [True, *(False for _ in row["near"])]


def test_every_row_has_examples_and_look_alikes() -> None:
    """A row without proof is not finished."""
    rows = [*PLURALS, *GROUPS["owned"]]
    assert [row["id"] for row in rows if not row["examples"] or not row["near"]] == []
