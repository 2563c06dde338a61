"""Each row of tables/speech_words.toml and echoes.toml finds its examples and leaves its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.inflect import forms_of
from penholder.find.reading import find_all
from penholder.find.speech import find_attributions
from penholder.find.speech.forms import key_of, speech_forms
from penholder.model.quote import Quote
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

SPEECH = load_toml("speech_words")
ROWS = [*SPEECH["verb"], {"id": "by", **SPEECH["by"]}]
ECHOES = load_toml("echoes")["echo"]


def page(words: str) -> Page:
    """Give a page of one paragraph."""
    return Page(source="row.txt", form="txt", text=words, date="2022-05-05")


def cues(words: str) -> list[str]:
    """Give the words of speech that a sentence is read by."""
    return [key_of(one.word) for one in find_attributions(read_page(page(words)))]


def said_by_echo(row: dict[str, list[str]], words: str) -> list[Quote]:
    """Give the quotes with a speaker whose source is one of a row's echoes."""
    return [
        quote
        for quote in find_all(read_page(page(words))).quotes
        if quote.speaker and quote.source and quote.source.of(words).casefold() in row["words"]
    ]


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in ROWS for words in row["examples"]], ids=str
)
def test_a_row_finds_its_examples(row: dict[str, list[str]], words: str) -> None:
    """One of the row's verbs, in one of its forms, introduces what is said."""
    verbs = [form.words for verb in row["words"] for form in forms_of(verb, SPEECH["irregular"])]

    assert set(cues(words)) & {key_of(verb) for verb in (*row["words"], *verbs)}


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in ROWS for words in row["near"]], ids=str
)
def test_a_row_leaves_its_look_alikes(row: dict[str, list[str]], words: str) -> None:
    """Nouns, other meanings and idioms put no words into a mouth."""
    quotes = find_all(read_page(page(words))).quotes

    assert [quote.text for quote in quotes] == []


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in ECHOES for words in row["examples"]], ids=str
)
def test_an_echo_finds_its_examples(row: dict[str, list[str]], words: str) -> None:
    """ "It" and "the ministry" mean the one named before."""
    assert said_by_echo(row, words)


@pytest.mark.parametrize(
    ("row", "words"), [(row, words) for row in ECHOES for words in row["near"]], ids=str
)
def test_an_echo_leaves_its_look_alikes(row: dict[str, list[str]], words: str) -> None:
    """No ministry means a state, and the countryside is no country."""
    assert not said_by_echo(row, words)


def test_every_row_has_examples_and_look_alikes() -> None:
    """A row without proof is not finished."""
    assert [row["id"] for row in (*ROWS, *ECHOES) if not row["examples"] or not row["near"]] == []


def test_forms_are_read_with_their_tense() -> None:
    """Irregular and regular verbs, each form once."""
    forms = speech_forms()

    assert {word: forms[word].tense for word in ("said", "says", "adding", "written", "read")} == {
        "said": "ed", "says": "s", "adding": "ing", "written": "ed", "read": "ed",
    }  # fmt: skip
