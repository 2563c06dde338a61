"""A page becomes a story, however it comes."""

from __future__ import annotations

import pytest

from penholder.model.story import Story
from penholder.read.datelines import read_dateline
from penholder.read.page import read_page
from penholder.read.source_page import Page

BODY = (
    "North Korea fired two ballistic missiles toward the sea on Wednesday, South Korea's military said."
    "\n\nThe launch came days before a visit by the US president to Seoul, officials said on Thursday."
)


def read(
    text: str, *, form: str = "txt", date: str | None = None, title: str | None = None
) -> Story:
    """Read a page."""
    return read_page(Page(source="page.txt", text=text, form=form, date=date, title=title))


@pytest.mark.parametrize(
    ("words", "place", "agency", "date"),
    [
        ("WASHINGTON -- The United States", "WASHINGTON", None, None),
        ("SEOUL, May 4 (Yonhap) -- North Korea", "SEOUL", "Yonhap", "May 4"),
        ("SEOUL (Reuters) - North Korea", "SEOUL", "Reuters", None),
        ("UNITED NATIONS, May 26, 2022 -- China", "UNITED NATIONS", None, "May 26, 2022"),
        ("SEOUL, South Korea (AP) — North Korea", "SEOUL, South Korea", "AP", None),
        ("PYONGYANG, May 5. /TASS/. North", "PYONGYANG", "TASS", "May 5"),
        ("(CNN) North Korea", None, "CNN", None),
    ],
)
def test_a_dateline_is_read(
    words: str, place: str | None, agency: str | None, date: str | None
) -> None:
    """Place, agency and date stand before the first word."""
    found = read_dateline(words)

    assert found is not None
    assert (found.place, found.agency, found.date) == (place, agency, date)


@pytest.mark.parametrize("words", ["North Korea fired", "The U.S. said -- again", "In May 2022 it"])
def test_other_beginnings_are_no_dateline(words: str) -> None:
    """A sentence is left alone."""
    assert read_dateline(words) is None


def test_what_is_around_the_body_is_boilerplate() -> None:
    """Menus above and below, and the title between them, are told apart."""
    story = read(
        f"Home\nMOST POPULAR\n\nNorth fires two missiles\n\nSEOUL (AP) -- {BODY}\n\nsubscribe\nLATEST NEWS\n"
    )

    assert story.title == "North fires two missiles"
    assert story.body_text == BODY
    assert [span.of(story.text) for span in story.boilerplate] == [
        "Home",
        "MOST POPULAR",
        "subscribe",
        "LATEST NEWS",
    ]


def test_a_caption_printed_twice_is_one_caption() -> None:
    """It keeps both places and its credit, and is no part of the body."""
    caption = "A launcher drives through Pyongyang on a day of parades. (KCNA)"
    story = read(f"North fires two missiles\n\n{caption}\n{caption}\n\nSEOUL (AP) -- {BODY}")

    assert [(one.credit, len(one.spans)) for one in story.captions] == [("KCNA", 2)]
    assert story.body_text == BODY


HEADLINE = "North fires two ballistic missiles off its east coast"


@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        (f"SEOUL, May 4, 2022 (AP) -- {BODY}", None, "2022-05-04"),
        (f"Published: May 4, 2022\n\nSEOUL (AP) -- {BODY}", None, "2022-05-04"),
        (f"SEOUL (AP) -- {BODY}", "2022-05-04", "2022-05-04"),
        (f"{HEADLINE}\n20 February 2024\n\n{BODY}", None, "2024-02-20"),
        (f"{HEADLINE}\nBy the desk\nTue, Feb 20, 2024, 9:30 a.m.\n\n{BODY}", None, "2024-02-20"),
        (f"20 February 2024\n{HEADLINE}\n\n{BODY}", None, "2024-02-20"),
        (f"20 February 2024\n\n{BODY}", None, "2024-02-20"),
        (f"{HEADLINE}\n20 February 2024\n\nSEOUL, May 4, 2022 (AP) -- {BODY}", None, "2022-05-04"),
        (f"{HEADLINE}\n\n{BODY}\n\nMore stories\nA vote in the Council\n3 May 2022", None, None),
        (f"Friday, 1 March 2024\n{HEADLINE}\n\n{BODY}", None, None),  # the day of the visit
        (f"{HEADLINE}\n\n" + "\n\n".join(f"{n} May 2022\n{BODY}" for n in (4, 7, 25)), None, None),
        (f"SEOUL (AP) -- {BODY}", None, None),
    ],
)
def test_a_stated_day_is_taken(text: str, date: str | None, day: str | None) -> None:
    """From the dateline, a line of the page or near its headline, or what came with it; else the day stays unknown."""
    assert read(text, date=date).date.value == day


def test_a_page_of_html_gives_its_metadata() -> None:
    """JSON-LD gives date, title and outlet, and menus are no part of the body."""
    paragraphs = "".join(f"<p>{words}</p>" for words in BODY.split("\n\n"))
    story = read(
        '<html lang="en"><head><title>Launch | Wire</title><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Launch", "datePublished": "2022-05-04T10:00:00Z",'
        ' "publisher": {"name": "Wire"}}</script></head><body><nav>Home Sport</nav>'
        f"<article><h1>Launch</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>",
        form="html",
    )

    assert (story.date.value, story.outlet, story.language) == ("2022-05-04", "Wire", "en")
    assert "North Korea fired two ballistic missiles" in story.body_text
    assert "Sport" not in story.body_text
    assert "rights" not in story.body_text


@pytest.mark.parametrize("text", ["", "\n\n", "<html>", "<p>", "(", "-- -- --", "\u0000"])
def test_odd_pages_give_odd_stories(text: str) -> None:
    """Nothing raises; the body lies inside the text."""
    for form in ("txt", "html", "json"):
        story = read(text, form=form)
        assert 0 <= story.body.start <= story.body.end <= len(story.text)
