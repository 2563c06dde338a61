"""A page becomes a story."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from penholder.model.story import Basis, Story, StoryDate, StoryId
from penholder.read.dates import find_stated_date
from penholder.read.flat import read_layout
from penholder.read.html import HtmlPage, is_html, read_html
from penholder.read.language import find_foreign, main_language
from penholder.read.sources import Page, writable
from penholder.read.tongues import UNKNOWN


def read_page(page: Page) -> Story:
    """Give the story of a page. Odd content gives an odd story, never an error."""
    page = replace(
        page, text=writable(page.text), title=_cleaned(page.title), outlet=_cleaned(page.outlet)
    )
    if page.form == "html" or (page.form == "json" and is_html(page.text)):
        return _from_html(page, read_html(page.text))
    return _from_text(page)


def _cleaned(words: str | None) -> str | None:
    return writable(words) if words else words


def _from_text(page: Page) -> Story:
    layout = read_layout(page.text, page.title)
    foreign = find_foreign(page.text)
    dateline = layout.dateline
    return Story(
        id=_id(page),
        source=page.source,
        url=page.url,
        outlet=page.outlet,
        text=page.text,
        title=layout.title,
        body=layout.body,
        captions=layout.captions,
        dateline_place=dateline.place if dateline else None,
        credit=layout.credit,
        byline=layout.byline,
        date=find_stated_date(page, dateline),
        language=main_language(page.text, foreign, layout.body),
        foreign=foreign,
        boilerplate=layout.boilerplate,
    )


def _from_html(page: Page, html: HtmlPage) -> Story:
    """Read the text that was built from a page, and let the page's own metadata stand."""
    title = page.title or html.title
    story = _from_text(replace(page, text=html.text, title=title))
    date = story.date
    if date.basis is Basis.UNKNOWN and html.date:
        date = StoryDate(
            value=html.date,
            precision="day",
            basis=Basis.STATED,
            reasons=("The page's metadata gives the date of publication.",),
        )
    return replace(
        story,
        url=page.url or html.url,
        outlet=page.outlet or html.outlet,
        byline=story.byline or html.byline,
        captions=story.captions or html.captions(story.text),
        date=date,
        language=html.language if html.language and story.language == UNKNOWN else story.language,
    )


def _id(page: Page) -> StoryId:
    if page.id:
        return StoryId(page.id)
    stem = re.sub(r"[^\w]+", "-", page.source.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip("-")
    digest = hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return StoryId(f"{stem or 'story'}-{digest}")
