"""Offices that people are said to hold: "Secretary of State Rex Tillerson"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from penholder.find.claim_types.looking_back import far_time, speaks_now
from penholder.find.claim_types.standings import is_wanted, read_standing
from penholder.find.found import Found
from penholder.find.names.lexicon import find_listed
from penholder.find.names.offices import Office, find_offices
from penholder.find.names.people import person_named
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, OfficeAsked
from penholder.model.span import Span

# "…, who is the US ambassador to the UN": what may stand between a name and its office.
_APPOSED = re.compile(r"^,\s+(?:who\s+is\s+)?$")
_BEFORE = re.compile(r"^,?\s{1,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holding:
    """A name with the office that stands next to it; `place` is where the office stands."""

    mention: Mention
    office: Office
    place: Span

    @property
    def span(self) -> Span:
        """Give the words that hold both, without the office's article."""
        name, start = self.mention.span, self.place.end - len(self.office.words)
        if self.place.start < name.start:
            return Span(max(self.place.start, start), name.end)
        return Span(name.start, self.place.end)


def find_office_claims(found: Found) -> Iterator[Claim]:
    """Yield one claim for each person and office that stand next to each other."""
    seen: set[tuple[ActorId, str, str | None]] = set()
    for mention in found.names.mentions:
        if not _is_named_with_office(found, mention):
            continue
        if holding := _holding(found, mention):
            standing = read_standing(found.text, holding.place)
            key = (mention.actor.id, holding.office.id, standing)
            if key not in seen:
                seen.add(key)
                yield _claim(found, holding, standing)


def _is_named_with_office(found: Found, mention: Mention) -> bool:
    actor = mention.actor
    named = actor.kind is ActorKind.PERSON and mention.how == "name" and bool(actor.office)
    return named and found.story.body.covers(mention.span)


def _holding(found: Found, mention: Mention) -> _Holding | None:
    """Give the office that stands right before a name, or after it and before nobody else's."""
    sentence, name = found.sentence_at(mention.span.start), mention.span
    words = sentence.of(found.text)
    for office in find_offices(words, tuple(find_listed(words))):
        place = Span(sentence.start + office.span.start, sentence.start + office.span.end)
        apposed = _APPOSED.match(found.text[name.end : place.start])
        if _BEFORE.match(found.text[place.end : name.start]):
            return _Holding(mention=mention, office=office, place=place)
        if name.end < place.start and apposed and not _names_next(found.names.mentions, place):
            return _Holding(mention=mention, office=office, place=place)
    return None


def _names_next(mentions: Sequence[Mention], place: Span) -> bool:
    """Say whether an office is the title of the next person: "…, Defense Secretary Mattis"."""
    people = (m for m in mentions if m.actor.kind is ActorKind.PERSON)
    return any(0 <= m.span.start - place.end <= 2 for m in people)


def _claim(found: Found, holding: _Holding, standing: str | None) -> Claim:
    span, office, actor = holding.span, holding.office, holding.mention.actor
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.OFFICE,
        asked=OfficeAsked(
            person=actor.name,
            office=office.words,
            state=_state(holding),
            when=far_time(found, span) or found.story.date.value,
            office_ids=office.ids,
            standing=standing,
            exact=not (office.loose or office.title_only) and _is_named_in_full(found, actor.id),
            current=speaks_now(found, span) and not is_wanted(found.text, holding.place),
        ),
        said_by=found.speaker_at(span),
        rule="office_named",
    )


def _state(holding: _Holding) -> ActorId | None:
    """Give whose office it is: the state that is named with it, else the person's own."""
    office, actor = holding.office, holding.mention.actor
    if office.title_only and not office.owned:
        return person_named(actor.name).state
    if office.scope and (office.owned or len(office.scope) != 3):
        return office.scope
    return actor.state or office.scope


def _is_named_in_full(found: Found, person: ActorId) -> bool:
    mentions = (m for m in found.names.mentions if m.actor.id == person and m.how == "name")
    return any(" " in mention.text.strip() for mention in mentions)
