"""Quotes have their exact words, their speaker, and who passes them on."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from penholder.find.reading import find_all
from penholder.model.quote import Quote
from penholder.read.page import read_page
from penholder.read.source_page import Page

HERE = Path(__file__).parent
LEAD = "US ambassador Nikki Haley met Chinese ambassador Liu Jieyi on Monday."


def rows(name: str) -> list[dict[str, str]]:
    """Give the rows of a bank; its cells are parted by strokes, for sentences hold commas."""
    text = (HERE / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="|", quoting=csv.QUOTE_NONE))


def quotes(text: str) -> tuple[Quote, ...]:
    """Give the quotes of a text after a lead that names two people."""
    page = Page(source="q.txt", form="txt", text=f"{LEAD}\n\n{text}", date="2017-09-04")
    return find_all(read_page(page)).quotes


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Give words, speaker, who passes it on and kind of each quote."""
    return [
        (
            quote.text,
            quote.speaker.name if quote.speaker else "",
            quote.reported_by.name if quote.reported_by else "",
            quote.kind.value,
        )
        for quote in quotes(text)
    ]


@pytest.mark.parametrize(
    "row", rows("quotes.csv"), ids=lambda row: f"{row['form']}: {row['text'][:50]}"
)
def test_a_quote_has_its_speaker(row: dict[str, str]) -> None:
    """By name, pronoun, role, inversion, aside or paper; nobody where nobody is named."""
    assert (row["words"], row["speaker"], row["reported_by"], row["kind"]) in told(row["text"])


@pytest.mark.parametrize(
    "row", rows("no_quotes.csv"), ids=lambda row: f"{row['why']}: {row['text'][:50]}"
)
def test_no_words_are_put_into_mouths(row: dict[str, str]) -> None:
    """A request, a thing, a noun that looks like a verb, words not said yet: no quote."""
    assert row["not_words"] not in [words for words, *_ in told(row["text"])]


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    """A paragraph of quoted words alone has the speaker of the one before."""
    found = told('"It is late," Haley said.\n\n"We have waited long enough."')

    assert [speaker for _, speaker, *_ in found] == ["Nikki Haley", "Nikki Haley"]


def test_a_quote_runs_over_paragraphs() -> None:
    """The closing mark is left out where the talk goes on; each paragraph opens anew."""
    found = told("“It is late,” Liu said. “We ask for calm.\n\n“Talks must come first.”")

    assert [(words, speaker) for words, speaker, *_ in found] == [
        ("It is late,", "Liu Jieyi"),
        ("We ask for calm.", "Liu Jieyi"),
        ("Talks must come first.", "Liu Jieyi"),
    ]


def test_a_quotation_may_stand_below_its_speaker() -> None:
    """A paragraph that ends with a colon introduces the next one."""
    lead = "Liu told reporters who had waited for him after the long meeting on the draft:"
    found = told(
        f'{lead}\n\n"Talks must come first, and the drills must stop before they can begin."'
    )

    assert [speaker for _, speaker, *_ in found] == ["Liu Jieyi"]


def test_the_words_that_name_a_speaker_are_kept() -> None:
    """Even where they name nobody known."""
    quote = next(q for q in quotes('"It is late," a senior diplomat said.'))

    assert quote.speaker is None
    assert quote.source is not None
    assert (
        f'{LEAD}\n\n"It is late," a senior diplomat said.'[quote.source.start : quote.source.end]
        == "a senior diplomat"
    )


def test_a_paper_is_printed_whole() -> None:
    """What follows the line that announces it is one quote of who issued it."""
    paper = "The launch was an exercise of our rights. " * 6
    lead = "Kim Song, the DPRK's envoy, released the following press statement on Sunday:"
    found = told(f"{lead}\n\n{paper}\n\nNobody can take them from us. -0-")

    words, speaker, *_ = next(one for one in found if one[1] == "Kim Song")
    assert (words.startswith("The launch"), words.endswith("take them from us."), speaker) == (
        True,
        True,
        "Kim Song",
    )


def test_a_transcript_gives_its_sentences() -> None:
    """Each with who takes the turn; a question's speaker is unknown."""
    found = told("MS. HALEY: We met today. The vote is on Friday.\n\nQ: Will China vote for it?")

    assert [(words, speaker) for words, speaker, *_ in found] == [
        ("We met today.", "Nikki Haley"),
        ("The vote is on Friday.", "Nikki Haley"),
        ("Will China vote for it?", ""),
    ]
