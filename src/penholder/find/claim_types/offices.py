"""Offices that people are said to hold: "Secretary of State Rex Tillerson"."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.find.found import Found
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, OfficeAsked
from penholder.model.span import Span

# Characters around a full name in which its office is printed: "…, vice-minister of Foreign Affairs".
_REACH = 90


def find_office_claims(found: Found) -> Iterator[Claim]:
    """Yield one claim for each person whose office stands next to the full name."""
    seen: set[ActorId] = set()
    for mention in found.names.mentions:
        if mention.actor.id in seen or not _is_named_with_office(mention):
            continue
        if span := _with_office(found, mention):
            seen.add(mention.actor.id)
            yield _claim(found, mention, span)


def _is_named_with_office(mention: Mention) -> bool:
    actor = mention.actor
    return actor.kind is ActorKind.PERSON and mention.how == "name" and bool(actor.office)


def _with_office(found: Found, mention: Mention) -> Span | None:
    """Give the words that hold both the office and the name, inside one sentence of the body."""
    if not found.story.body.covers(mention.span):
        return None
    sentence, office = found.sentence_at(mention.span.start), mention.actor.office or ""
    before = found.text.rfind(
        office, max(sentence.start, mention.span.start - _REACH), mention.span.end
    )
    if before >= 0:
        return Span(before, mention.span.end)
    after = found.text.find(office, mention.span.end, min(sentence.end, mention.span.end + _REACH))
    return Span(mention.span.start, after + len(office)) if after >= 0 else None


def _claim(found: Found, mention: Mention, span: Span) -> Claim:
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.OFFICE,
        asked=OfficeAsked(
            person=mention.actor.name,
            office=mention.actor.office or "",
            state=mention.actor.state,
            when=found.story.date.value,
        ),
        said_by=found.speaker_at(span),
        rule="office_named",
    )
