"""The report of one story for people."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from penholder.model.reading import CheckedStory
from penholder.model.statement import SaidWhen, StatementKind
from penholder.model.story import Basis, Story
from penholder.model.verdict import CheckedClaim, Ruling
from penholder.read.body import is_foreign
from penholder.read.tongues import called

# By which sign and words a verdict is told, the gravest first.
SIGNS = {
    Ruling.CONTRADICTED: ("x", "contradicted"),
    Ruling.UNDECIDED: ("?", "undecided"),
    Ruling.SUPPORTED: ("+", "supported"),
    Ruling.NOT_COVERED: ("-", "not covered"),
}
_WIDTH = 96
_TITLE = 60  # of it, in a line that tells a story


def report(checked: CheckedStory) -> str:
    """Give the report: the story, what is checked, what happened, who said what."""
    reading = checked.reading
    if is_foreign(reading.story):
        return f"{_head(reading.story)}\n  Not read: {foreign(reading.story.language)}.\n"
    if not reading.statements and not reading.claims:
        return f"{_head(reading.story)}\n{_unread(reading.story)}  Nothing about the Council or weapons tests found.\n"
    parts = [f"{_head(reading.story)}\n{_unread(reading.story)}".rstrip()]
    parts += _section("Dated by its clues", _clues(reading.story))
    parts += _section("Claims checked", _claims(checked.claims))
    parts += _section("What came next", map(_wrapped, checked.aftermath))
    parts += _section("What happened", _events(checked))
    parts += _section("Who said what", _speech(checked))
    return "\n".join(parts) + "\n"


def foreign(language: str) -> str:
    """Give the words that say why a text was not read."""
    return f"it is in {called(language)}, and penholder reads English only"


def _unread(story: Story) -> str:
    """Give the line on what of a story's body stands in other languages, or nothing; menus go untold."""
    inside = [one for one in story.foreign if one.span.overlaps(story.body)]
    if not inside:
        return ""
    letters = sum(one.span.end - one.span.start for one in inside)
    which = " and ".join(sorted({called(one.language) for one in inside}))
    return f"  Not read: {letters:,} characters in {which}; penholder reads English only.\n"


def line(checked: CheckedStory) -> str:
    """Give a story in a line: day, how many claims of each verdict, title, id."""
    story = checked.reading.story
    counts = Counter(one.verdict.ruling for one in checked.claims)
    verdicts = " ".join(f"{sign}{counts[ruling]}" for ruling, (sign, _) in SIGNS.items())
    title = textwrap.shorten(story.title or "no title", _TITLE, placeholder="…")
    if is_foreign(story):
        title = f"not read: {foreign(story.language)}"
    return f"{story.date.value or 'no date':<11} {verdicts:<14} {title:<{_TITLE}} {story.id}"


def _head(story: Story) -> str:
    day = story.date.value or "no date: give one with --published"
    source = story.credit or story.outlet or "no agency named"
    says = f"; the page says {story.date.page_says}" if story.date.page_says else ""
    return f"{story.title or story.id}\n  {source}, {day} ({story.date.basis.value}{says})"


def _section(title: str, lines: Iterator[str]) -> list[str]:
    listed = list(lines)
    return ["", title.upper(), *listed] if listed else []


def _clues(story: Story) -> Iterator[str]:
    if story.date.basis is not Basis.INFERRED:
        return
    yield from map(_wrapped, story.date.reasons)


def _wrapped(words: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent="  ", subsequent_indent="      ")


def _claims(claims: tuple[CheckedClaim, ...]) -> Iterator[str]:
    order = list(SIGNS)
    for one in sorted(claims, key=lambda c: (order.index(c.verdict.ruling), c.claim.span)):
        words = " ".join(one.claim.text.split())
        who = f", says {one.claim.said_by.name}" if one.claim.said_by else ""
        yield f'  {" ".join(SIGNS[one.verdict.ruling])}: "{textwrap.shorten(words, 90)}"{who}'
        yield textwrap.fill(
            one.verdict.reason, _WIDTH, initial_indent="      ", subsequent_indent="      "
        )


def _events(checked: CheckedStory) -> Iterator[str]:
    for place, one in enumerate(checked.reading.statements):
        if one.kind in {StatementKind.STATEMENT, StatementKind.OTHER}:
            continue
        who = ", ".join(actor.name for actor in one.actor)
        when = _day(one.when)
        words = textwrap.shorten(" ".join(one.text.split()), 80)
        polarity = "" if one.polarity.value == "asserted" else f" ({one.polarity.value})"
        yield f'  {when:<12}{one.kind.value}{polarity}, {who}: "{words}"'
        if link := checked.links.get(place):
            yield f"              on record: {link.day}, {link.note}"


def _day(when: SaidWhen | None) -> str:
    """Give the day; where the story's own day is unknown, the words that name it."""
    if when is None:
        return "no date"
    value = when.value.split("T")[0]
    return f'"{when.text}"' if "X" in value and when.text else value


def _speech(checked: CheckedStory) -> Iterator[str]:
    for one in checked.reading.quotes:
        who = one.speaker.name if one.speaker else "nobody named"
        office = f", {one.speaker.office}" if one.speaker and one.speaker.office else ""
        words = textwrap.shorten(" ".join(one.text.split()), 80)
        yield f'  {who}{office} ({one.kind.value}): "{words}"'
