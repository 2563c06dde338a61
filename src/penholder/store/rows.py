"""Turns a checked story into the rows of the ledger's tables, in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from penholder.merge.events import event_of
from penholder.model.actor import Actor
from penholder.model.reading import CheckedStory

Values = tuple[object, ...]


def statement_rows(checked: CheckedStory) -> Iterator[Values]:
    """Yield the rows of `statements`; several actors are joined by blanks."""
    for place, one in enumerate(checked.reading.statements):
        link = checked.links.get(place)
        yield (
            *(one.story, place, one.kind.value, _ids(one.actor), _ids(one.target)),
            *(one.when.value.split("T")[0] if one.when else None, one.polarity.value),
            one.attributed_to.id if one.attributed_to else None,
            *(event_of(one), f"{link.row.table} {link.row.key}" if link else None),
            *(one.span.start, one.span.end, one.text),
        )


def quote_rows(checked: CheckedStory) -> Iterator[Values]:
    """Yield the rows of `quotes`."""
    story = checked.reading.story.id
    for place, one in enumerate(checked.reading.quotes):
        speaker = (one.speaker.id, one.speaker.office) if one.speaker else (None, None)
        yield (
            *(story, place, one.kind.value, *speaker, one.cue),
            *(one.span.start, one.span.end, one.text),
        )


def claim_rows(checked: CheckedStory) -> Iterator[Values]:
    """Yield the rows of `claims`."""
    story = checked.reading.story.id
    for place, one in enumerate(checked.claims):
        claim, verdict = one.claim, one.verdict
        yield (
            *(story, place, claim.type.value, verdict.ruling.value, verdict.reason),
            *(claim.span.start, claim.span.end, claim.text),
        )


def _ids(actors: Sequence[Actor]) -> str:
    return " ".join(actor.id for actor in actors)
