"""A page becomes a story."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from penholder.model.span import Span
from penholder.model.story import UNDATED, Basis, Caption, Story, StoryDate, StoryId
from penholder.read.credits import find_credit
from penholder.read.dates import find_stated_date
from penholder.read.day_lines import find_day_line
from penholder.read.edges import read_edges, split_credit
from penholder.read.flat import read_layout
from penholder.read.html import HtmlPage, is_html, read_html
from penholder.read.language import find_foreign, main_language
from penholder.read.source_page import Page, encoded, writable
from penholder.read.tongues import UNKNOWN


def read_page(page: Page) -> Story:
    """Give the story of a page. Odd content gives an odd story, never an error."""
    title, outlet = _cleaned(page.title), _cleaned(page.outlet)
    page = replace(page, title=title, outlet=outlet)
    if page.form == "html" or (page.form == "json" and is_html(page.text)):
        return _from_html(page, encoded(page.text))
    return _from_text(replace(page, text=writable(page.text)))


def _cleaned(words: str | None) -> str | None:
    return writable(words) if words else words


def _from_text(page: Page) -> Story:
    layout = read_layout(page.text, page.title)
    foreign = find_foreign(page.text)
    dateline = layout.dateline
    return Story(
        id=_id(page, page.text.encode()),
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
        date=find_stated_date(page, dateline, find_day_line(page.text, layout.title, layout.body)),
        language=main_language(page.text, foreign, layout.body),
        foreign=foreign,
        boilerplate=layout.boilerplate,
    )


def _from_html(page: Page, source: bytes) -> Story:
    """Build a text from what was read: title, captions, then the paragraphs of the body."""
    html = read_html(source)
    title = page.title or html.title
    head = [part for part in (title, *html.captions) if part]
    text = "\n\n".join([*head, *html.paragraphs])
    start = len("\n\n".join(head)) + 2 if head and html.paragraphs else 0
    body, dateline, credit = read_edges(text, Span(start, len(text)))
    foreign = find_foreign(text)
    language = main_language(text, foreign, body)
    date = find_stated_date(replace(page, text=""), dateline, _metadata_date(html))
    return Story(
        id=_id(page, source),
        source=page.source,
        text=text,
        body=body,
        title=title,
        url=page.url or html.url,
        outlet=page.outlet or html.outlet,
        captions=_captions_of(text, len(title) if title else 0, html.captions),
        dateline_place=dateline.place if dateline else None,
        credit=credit or find_credit((*html.authors, *html.edges)),
        byline=", ".join(html.authors) or None,
        date=date,
        published_at=html.times.published,
        updated_at=html.times.updated,
        language=language if language != UNKNOWN else html.language or UNKNOWN,
        foreign=foreign,
    )


def _metadata_date(html: HtmlPage) -> StoryDate:
    if not html.times.published:
        return UNDATED
    return StoryDate(
        value=html.times.published[:10],
        precision="day",
        basis=Basis.STATED,
        reasons=("The page's metadata gives the date of publication.",),
    )


def _captions_of(text: str, start: int, captions: Sequence[str]) -> tuple[Caption, ...]:
    """Give the captions that stand one after the other from `start` on."""
    found = []
    for words in captions:
        start = text.index(words, start)
        found.append(split_credit(words, Span(start, start + len(words))))
        start += len(words)
    return tuple(found)


def _id(page: Page, content: bytes) -> StoryId:
    if page.id:
        return StoryId(page.id)
    stem = re.sub(r"[^\w]+", "-", page.source.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip("-")
    digest = hashlib.sha256(content).hexdigest()[:8]
    return StoryId(f"{stem or 'story'}-{digest}")
