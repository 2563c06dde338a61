"""`read --explain` shows sentence by sentence what made each finding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from penholder.find.parse import parsers
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.serve.cli import main
from penholder.serve.explanation import row_of, tree

STORY = """SEOUL - North Korea fired a ballistic missile on May 4, 2022. The weather was fine in the capital.
"We will not hesitate," Foreign Minister Park Jin said on Thursday. It was North Korea's 14th launch this year.
"""


@pytest.fixture(autouse=True)
def _no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENHOLDER_PARSER", "none")


def read(folder: Path, *options: str, story: str = STORY) -> Result:
    """Read the story."""
    (folder / "s.txt").write_text(story, "utf-8")
    words = ["read", str(folder / "s.txt"), "--ledger", str(folder / "l.db"), *options]
    return CliRunner().invoke(main, [*words, "--published", "2022-05-05"])


def sentences(folder: Path) -> list[dict[str, Any]]:
    """Give the sentences of the explanation, as JSON."""
    found: list[dict[str, Any]] = json.loads(read(folder, "--explain", "--json").stdout)[
        "sentences"
    ]
    return found


@pytest.mark.parametrize(
    "line",
    [
        '      names   North Korea ("North Korea")',
        '      times   "May 4, 2022" = 2022-05-04',
        "      says    weapon_test by North Korea; acts.toml fire_weapon; PLOVER MOBILIZE",
        '      quotes  Park Jin; direct; by "said"',
        "      claims  count_in_period; claims.toml nth; ",
    ],
)
def test_a_sentence_shows_what_it_gave(line: str, tmp_path: Path) -> None:
    """Names, times and quotes stand with their words, statements and claims with their rows."""
    assert line in read(tmp_path, "--explain").stdout


def test_sentences_that_said_nothing_are_left_out(tmp_path: Path) -> None:
    """The weather is no statement."""
    shown = read(tmp_path, "--explain").stdout.partition("SENTENCES")[2]

    assert "fired a ballistic missile" in shown
    assert "weather" not in shown


def test_the_report_is_the_same_without(tmp_path: Path) -> None:
    """The explanation follows the report and changes nothing of it."""
    plain = read(tmp_path).stdout

    assert read(tmp_path, "--explain").stdout.startswith(plain)
    assert "SENTENCES" not in plain


def test_programs_get_the_spans(tmp_path: Path) -> None:
    """Each span of a sentence is that of a finding, and its names give their words."""
    told = json.loads(read(tmp_path, "--explain", "--json").stdout)
    text = told["story"]["text"]
    for part in ("times", "statements", "quotes", "claims"):
        known = [one["span"] for one in told[part]]
        assert all(span in known for one in told["sentences"] for span in one[part])
    names = [name for one in told["sentences"] for name in one["names"]]

    assert {text[slice(*name["span"])] == name["text"] for name in names} == {True}


def test_the_output_keeps_to_the_schema_with_and_without(tmp_path: Path) -> None:
    """The key `sentences` is there only when it was asked for."""
    schema = Draft202012Validator(json.loads(CliRunner().invoke(main, ["schema"]).output))
    with_it, without = (
        json.loads(read(tmp_path, *options).stdout)
        for options in (("--explain", "--json"), ("--json",))
    )
    schema.validate(with_it)
    schema.validate(without)

    assert ("sentences" in with_it, "sentences" in without) == (True, False)


def test_without_a_parser_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No parse is shown, and the reader is told why."""
    monkeypatch.setenv("PENHOLDER_PARSER", "none")
    assert "No parser is installed" in read(tmp_path, "--explain").stdout
    assert {one["parse"] for one in sentences(tmp_path)} == {None}


def flat(sentences: list[list[str]]) -> list[tuple[list[str], ...]]:
    """Parse every sentence as words that hang from the first."""
    return [
        (
            ["X"] * len(words), ["XX"] * len(words), [""] * len(words),
            [0, *[1] * (len(words) - 1)], ["root", *["dep"] * (len(words) - 1)],
        )
        for words in sentences
    ]  # fmt: skip


def test_with_a_parser_each_sentence_has_its_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words stand below the one that they hang from, for people and for programs."""
    monkeypatch.setenv("PENHOLDER_PARSER", "flat")
    monkeypatch.setattr("penholder.find.parse.parsers.installed", lambda: {"flat": flat})
    monkeypatch.setattr("penholder.find.parse.sentences.load_parser", lambda _: flat)
    shown = read(tmp_path, "--explain").stdout

    assert "      parse\n        “  root, X\n          We  dep, X\n" in shown.replace('"', "“")
    assert "No parser is installed" not in shown
    assert all(one["parse"][0]["head"] == 0 for one in sentences(tmp_path))
    assert parsers.chosen() == "flat"


def token(place: int, form: str, head: int, deprel: str) -> Token:
    """Give a word of a sentence."""
    return Token(
        id=place, form=form, start=place, end=place + 1, upos="X", xpos="", feats="",
        head=head, deprel=deprel,
    )  # fmt: skip


def test_a_tree_is_set_in_by_depth() -> None:
    """Children stand in reading order below their head."""
    words = (
        token(1, "Moscow", 2, "nsubj"),
        token(2, "vetoed", 0, "root"),
        token(3, "it", 2, "obj"),
    )

    assert list(tree(Parse(span=Span(0, 9), tokens=words))) == [
        "vetoed  root, X",
        "  Moscow  nsubj, X",
        "  it  obj, X",
    ]


def test_a_sentence_of_many_words_has_a_tree_too() -> None:
    """A chain deeper than Python's stack is told."""
    words = tuple(token(i, "of", i - 1, "nmod") for i in range(1, 3001))

    assert len(list(tree(Parse(span=Span(0, 9), tokens=words)))) == 3000


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("fire_weapon", "acts.toml fire_weapon"),
        ("nth", "claims.toml nth"),
        ("korean_war", "happenings.toml korean_war"),
        ("weekday", "no row, weekday"),
        (None, "no row"),
    ],
)
def test_a_row_is_told_with_its_table(rule: str | None, told: str) -> None:
    """What code found alone has no row."""
    assert row_of(rule) == told


def test_a_story_that_says_nothing_is_explained_too(tmp_path: Path) -> None:
    """There is no sentence to show."""
    told = read(tmp_path, "--explain", "--all", story="The cat sat on the mat.").stdout

    assert "None said anything" in told
