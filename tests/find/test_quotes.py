"""Quotes have their exact words and their speaker."""

from __future__ import annotations

import pytest

from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.sources import Page

LEAD = "US ambassador Nikki Haley met Chinese ambassador Liu Jieyi on Monday."


def quotes(text: str) -> list[tuple[str, str | None, str]]:
    """Give words, speaker and kind of each quote after a lead that names two people."""
    page = Page(source="q.txt", form="txt", text=f"{LEAD}\n\n{text}", date="2017-09-04")
    reading = find_all(read_page(page))
    return [(q.text, q.speaker.name if q.speaker else None, q.kind.value) for q in reading.quotes]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "kind"),
    [
        ('"It is time to act," Haley said.', "It is time to act,", "Nikki Haley", "direct"),
        ("“It is time to act,” said Liu.", "It is time to act,", "Liu Jieyi", "direct"),
        ('"It is time to act," she said.', "It is time to act,", "Nikki Haley", "direct"),
        ('"It is time to talk," he added.', "It is time to talk,", "Liu Jieyi", "direct"),
        ('Haley told reporters: "It is time to act."', "It is time to act.", "Nikki Haley", "direct"),
        ('Haley called it an "act of war".', "act of war", "Nikki Haley", "mixed"),
        ("Haley said that the council would act soon.", "the council would act soon", "Nikki Haley", "indirect"),
        ("The council would act at once, Liu said.", "The council would act at once", "Liu Jieyi", "indirect"),
        ("The council would act, according to Haley.", "The council would act", "Nikki Haley", "indirect"),
        ('"It is late," said a statement from the White House.', "It is late,", "White House", "direct"),
        ('"It is late," officials said.', "It is late,", None, "direct"),
    ],
)  # fmt: skip
def test_a_quote_has_its_speaker(text: str, words: str, speaker: str | None, kind: str) -> None:
    """By name, pronoun, inversion or the paper that speaks; nobody where nobody is named."""
    assert (words, speaker, kind) in quotes(text)


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    """A paragraph of quoted words alone has the speaker of the one before."""
    found = quotes('"It is late," Haley said.\n\n"We have waited long enough."')

    assert [speaker for _, speaker, _ in found] == ["Nikki Haley", "Nikki Haley"]


@pytest.mark.parametrize(
    "text", ["Haley asked the council to act at once.", "The sign read north."]
)
def test_no_words_are_put_into_mouths(text: str) -> None:
    """A request is no quote."""
    assert quotes(text) == []
