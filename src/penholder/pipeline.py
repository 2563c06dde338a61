"""The whole way on one screen: pages in, checked stories out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from penholder.check.aftermath import find_aftermath
from penholder.check.claims import check_claim
from penholder.check.dating import infer_date
from penholder.check.holders import stood_for
from penholder.check.links import link_statements
from penholder.errors import SourceError
from penholder.find.reading import find_all
from penholder.find.relevance import is_relevant
from penholder.model.reading import CheckedStory, OffBeat, Reading
from penholder.model.story import Basis, Story
from penholder.model.verdict import CheckedClaim
from penholder.parts import joined, parts_of
from penholder.read.body import is_foreign
from penholder.read.language import read_language
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.sources import Fetch, find_pages
from penholder.records.load import Records, load_records


def read_sources(
    sources: Iterable[str],
    published: str | None = None,
    *,
    everything: bool = True,
    fetch: Fetch | None = None,
) -> Iterator[CheckedStory | OffBeat | SourceError]:
    """Yield each story of the sources, checked; a source that cannot be read is its error.

    Args:
        sources: files, folders or "-"; addresses too, where they may be fetched.
        published: the day of publication, whatever the pages say.
        everything: read pages too that are not about the beat; else each of these is yielded as `OffBeat`.
        fetch: gives what lies at an address; None: none is fetched.
    """
    return read_pages(find_pages(sources, published, fetch), everything=everything)


def read_pages(
    pages: Iterable[Page | SourceError], *, everything: bool = True
) -> Iterator[CheckedStory | OffBeat | SourceError]:
    """Yield the story of each page, checked."""
    for page in pages:
        yield page if isinstance(page, SourceError) else _checked(page, everything=everything)


def check_story(page: Page) -> CheckedStory:
    """Read one page, find what it says, and check that against the record."""
    return _check(read_page(page))


def _checked(page: Page, *, everything: bool) -> CheckedStory | OffBeat:
    """Scan a page before it is read, and its body again: menus tell of other stories."""
    if everything:
        return check_story(page)
    if is_relevant(f"{page.title or ''}\n{page.text}"):
        story = read_page(page)
        if is_foreign(story):
            return OffBeat(source=page.source, title=page.title, language=story.language)
        head = (story.title, story.dateline_place, story.credit)
        if is_relevant("\n".join((*filter(None, head), story.body_text))):
            return _check(story)
    return OffBeat(source=page.source, title=page.title, language=read_language(page.text))


def _check(story: Story) -> CheckedStory:
    """Check a story part by part; one in a language that is not read says nothing."""
    if is_foreign(story):
        return CheckedStory(reading=Reading(story=story))
    records = load_records()
    first, *others = parts_of(story)
    dated = _dated(find_all(first.story), records)
    later = (find_all(replace(part.story, date=dated.story.date)) for part in others)
    checked = [_check_reading(reading, records) for reading in chain((dated,), later)]
    return joined(story, (first, *others), checked)


def _check_reading(reading: Reading, records: Records) -> CheckedStory:
    claims = (
        CheckedClaim(claim=claim, verdict=check_claim(claim, reading, records))
        for claim in reading.claims
    )
    return CheckedStory(
        reading=reading,
        claims=tuple(claims),
        links=link_statements(reading, records),
        stood=stood_for(reading, records),
        aftermath=tuple(find_aftermath(reading, records)),
    )


def _dated(reading: Reading, records: Records) -> Reading:
    """Date an undated story from its clues, and read it again with that date."""
    if reading.story.date.basis is not Basis.UNKNOWN:
        return reading
    dated = replace(reading.story, date=infer_date(reading, records))
    return find_all(dated) if dated.date.value else replace(reading, story=dated)
