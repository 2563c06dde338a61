"""The first resolution on a subject in some time: "its first resolution on Haiti in two years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.claim_types.firsts import comparator_of
from penholder.find.council_scene import in_council_scene, subjects_in
from penholder.find.found import Found
from penholder.find.polarity import read_polarity
from penholder.model.claim import Claim, ClaimType, ResolutionAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind

_PASSED = frozenset({StatementKind.ADOPTION, StatementKind.SANCTIONS, StatementKind.VOTE})


def find_first_resolutions(found: Found) -> Iterator[Claim]:
    """Yield each claim that the Council had adopted nothing on a subject for some time."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.RESOLUTION_FACT)
        for row, match in rows:
            if row == "first_resolution" and in_council_scene(found, sentence):
                yield from _claim(found, sentence, match)


def _claim(found: Found, sentence: Span, match: re.Match[str]) -> Iterator[Claim]:
    span, subject = Span(*match.span()), subjects_in(found, sentence)
    times = found.times_within(Span(*match.span("tail")))
    told = read_polarity(found.text, sentence.start, span.start) is Polarity.ASSERTED
    if not (times and subject and told):
        return
    yield Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.RESOLUTION_FACT,
        asked=ResolutionAsked(
            fact="first_on",
            symbol=None,
            when=_passed_on(found, sentence),
            subject=subject,
            value=times[0].value,
            comparator=comparator_of(times[0]),
        ),
        said_by=found.speaker_at(span),
        rule="first_resolution",
    )


def _passed_on(found: Found, sentence: Span) -> str | None:
    """Give the day of the vote that was told last, up to this sentence."""
    votes = (s for s in found.statements if s.kind in _PASSED and s.span.start < sentence.end)
    days = [vote.when.value for vote in votes if vote.when and len(vote.when.value) > len("2016")]
    return days[-1] if days else None
