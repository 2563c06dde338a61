"""How far a place lies from another: "90 miles north of the border"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from penholder.find.claim_rows import comparators, matches
from penholder.find.clauses import trimmed
from penholder.find.found import Found
from penholder.find.lengths import read_km
from penholder.find.phrases import any_of
from penholder.find.places import kind_of, place_at, places_in
from penholder.model.claim import Claim, ClaimType, Comparator, DistanceAsked
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters back from a length to the place that lies there.
_BACK = 90


# Between a place and a length: that it lies there, or nothing but its kind in between.
_LIES = re.compile(
    r"\b(?:is|lies|sits|stands|are|was)\s+(?:located\s+|situated\s+|based\s+)?$|\b(?:located|situated),?\s+$|^[\w\-]+(?:\s+[a-z]+){0,2},\s+$",
    re.IGNORECASE,
)


def find_distances(found: Found) -> Iterator[Claim]:
    """Yield each distance between two places of the table."""
    for sentence in found.sentences:
        for row, match in matches(found.text, sentence.start, sentence.end, ClaimType.OTHER):
            if row == "distance" and (claim := _claim(found, sentence, match)):
                yield claim


def _claim(found: Found, sentence: Span, match: re.Match[str]) -> Claim | None:
    other = place_at(found.text, match.end())
    if other is None:
        return None
    start = max(sentence.start, match.start() - _BACK)
    place = _named(found, start, match.start()) or _called(found, start, match.start())
    if place is None or place[0] == other[0]:
        return None
    span = trimmed(found.text, Span(place[1], other[1].end))
    said = " ".join((match["comparator"] or "").casefold().split())
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.OTHER,
        asked=DistanceAsked(
            place=place[0],
            other=other[0],
            km=read_km(match),
            comparator=comparators().get(said, Comparator.EXACT),
            direction=match["direction"].casefold(),
            sure=bool(_LIES.search(found.text[place[1] : match.start()])),
        ),
        said_by=found.speaker_at(span),
        rule="distance",
    )


def _named(found: Found, start: int, end: int) -> tuple[str, int] | None:
    """Give the place that is named last in a stretch, with where its name begins."""
    named = [(place, span.start) for place, span in places_in(found.text, Span(start, end))]
    return named[-1] if named else None


def _called(found: Found, start: int, end: int) -> tuple[str, int] | None:
    """Give the place that "the base" or "the site" means: the last one of that kind before it."""
    nouns: Mapping[str, list[str]] = load_toml("places")["nouns"]
    for kind, words in nouns.items():
        called = re.search(rf"\b[Tt]he\s+{any_of(words)}", found.text[start:end])
        before = places_in(found.text, Span(found.story.body.start, start))
        ids = [place for place, _ in before if kind_of(place) == kind]
        if called and ids:
            return ids[-1], start + called.start()
    return None
