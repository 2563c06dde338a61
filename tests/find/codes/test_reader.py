"""The code of a sentence is read from its words and where its parties stand."""

from __future__ import annotations

import pytest

from penholder.find.codes import Deed, read_code, read_deed
from penholder.find.codes.marked import Marked
from penholder.find.codes.weights import load_weights
from penholder.find.names import find_names
from penholder.model.code import Code
from penholder.model.span import Span
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.tables.load import load_toml

# Who acts stands as <source>, on whom as {target}; none of these sentences taught the weights.
SENTENCES = [
    ("REJECT", "<Moscow> vetoed {the resolution on Sudan} in November 2024."),
    ("REJECT", "<Pyongyang> refused to receive {the inspectors} in 2009."),
    ("SANCTION", "<The Council> tightened the sanctions on {Pyongyang} in 2017."),
    ("SANCTION", "<Switzerland> froze the assets of {Viktor Yanukovych}."),
    ("ACCUSE", "<Tokyo> condemned {Pyongyang} for firing over Japan."),
    ("ACCUSE", "<Qatar> filed a complaint against {the United Arab Emirates} at the trade body."),
    ("CONSULT", "<Tony Blinken> met {Wang Yi} in Jakarta."),
    ("CONSULT", "<Stephen Biegun> held talks with {the North Koreans} in Stockholm."),
    ("COERCE", "<Belarusian police> detained {the opposition leader} in Minsk."),
    ("COERCE", "<Indonesia> seized {the Wise Honest} with its cargo of coal."),
    ("ASSAULT", "<Ukrainian drones> attacked {a refinery in Ryazan}."),
    ("ASSAULT", "<Militants> killed {nine peacekeepers} in eastern Congo."),
    ("AID", "<South Korea> provided rice and medicine to {the North} in 2010."),
    ("AID", "<Denmark> donated jets to {Ukraine}."),
    ("YIELD", "<Tehran> released {five Americans} in September 2023."),
    ("YIELD", "<The United States> lifted the travel ban on {the former minister}."),
    ("YIELD", "<Colombia's ELN> declared a ceasefire with {the government}."),
    ("REQUEST", "<Ecuador> asked {the Council} for an urgent meeting."),
    ("REQUEST", "<Beijing> urged {Washington} to return to talks."),
    ("THREATEN", "<Pyongyang> threatened to attack {Guam} in August 2017."),
    ("THREATEN", "<Tehran> warned {Israel} that it would retaliate."),
    ("PROTEST", "<Thousands of Georgians> protested against {the law on foreign agents}."),
    ("PROTEST", "<Miners> went on strike against {the state company}."),
    ("MOBILIZE", "<North Korea> test-fired a cruise missile toward {the sea}."),
    ("SUPPORT", "<Beijing> praised {Islamabad} for its help."),
    ("SUPPORT", "<Chile> recognised {the Palestinian state} in 2011."),
    ("AGREE", "<Ankara> agreed to let {Sweden} into the alliance."),
    ("AGREE", "<Canada> promised to send a ship to {Haiti}."),
    ("COOPERATE", "<Estonia> shares intelligence with {Latvia}."),
    ("COOPERATE", "<Australia> and {India} held joint naval exercises."),
    ("YIELD", "{Three hostages} were freed by <Hamas> in January 2025."),
    ("COERCE", "{The correspondent} was arrested by <Russia's security service>."),
    ("ASSAULT", "{Aleppo} was bombed by <government jets>."),
    ("REJECT", "<Egypt> will not recognise {the breakaway region}."),
    ("REJECT", "<Havana> denied {Washington}'s claim."),
    ("THREATEN", "<Brussels> will impose sanctions on {Tbilisi}."),
    ("AGREE", "<Paris> is ready to meet {Moscow}."),
    ("SANCTION", "<Norway> expelled {15 Russian diplomats}."),
    ("SANCTION", "<Panama> cut its diplomatic ties with {Taiwan} in 2017."),
]


def code_in(words: str) -> Code | None:
    """Give the code of a sentence with its parties marked."""
    marked = Marked.of(words)
    return read_code(marked.text, marked.source, marked.target)


@pytest.mark.parametrize(("code", "words"), SENTENCES)
def test_a_sentence_has_its_code(code: str, words: str) -> None:
    """Active and passive, done and meant."""
    assert code_in(words) == code


def test_none_of_these_sentences_taught_the_weights() -> None:
    """They stand in no example of the table."""
    taught = {words for row in load_toml("codes")["code"] for words in row["examples"]}

    assert taught.isdisjoint(words for _, words in SENTENCES)


@pytest.mark.parametrize(
    "words", ["", " ", "<Oslo> {Moscow}", "The sky over <Oslo> was blue and {Moscow}'s was grey."]
)
def test_words_that_say_nothing_have_no_code(words: str) -> None:
    """Where no word of the table stands nothing is guessed."""
    assert code_in(words) is None


def test_only_codes_that_are_asked_for_are_given() -> None:
    """The best of those that it can be is chosen."""
    words = Marked.of("<Moscow> vetoed {the American} draft.")
    among = (Code.AGREE, Code.AID)

    assert read_code(words.text, words.source, words.target, among) in among


def test_the_words_of_a_name_are_no_deed() -> None:
    """A party called after a deed does not make it one."""
    assert code_in("<Strike Force Ban> met {the Arrest Committee}.") is Code.CONSULT


def test_the_weights_know_every_row() -> None:
    """A row that the weights have not seen would be silent: run scripts/train_codes.py."""
    table = load_toml("codes")
    rows = {f"#{row['id']}" for row in (*table["turn"], *table["code"])}

    assert rows - set(load_weights()) == set()


def test_marks_give_the_places_of_the_parties() -> None:
    """The text is without the marks, the spans are those of the names."""
    marked = Marked.of("{A tanker} was seized by <Fiji>.")

    assert marked == Marked("A tanker was seized by Fiji.", Span(23, 27), Span(0, 8))


def deed_in(words: str) -> Deed | None:
    """Give the deed of a story of one sentence."""
    story = read_page(Page(source="s.txt", form="txt", text=words, date="2022-05-05"))
    return read_deed(story.text, story.body, tuple(find_names(story)))


def test_a_deed_has_the_first_two_parties_of_its_sentence() -> None:
    """A name that is said twice is one party."""
    deed = deed_in("China urged the United States to talk, and China meant it.")

    assert deed
    assert (deed.source.name, deed.code, deed.target and deed.target.name) == (
        "China", Code.REQUEST, "United States",
    )  # fmt: skip


@pytest.mark.parametrize("words", ["It rained all day.", "China is large."])
def test_a_sentence_without_party_or_deed_has_none(words: str) -> None:
    """Nobody acts, or nothing is done."""
    assert deed_in(words) is None
