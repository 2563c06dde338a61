"""What a resolution is, when it was adopted, who voted for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.council_scene import in_council_scene, subjects_in, symbol_in
from penholder.find.found import Found
from penholder.find.occasions import occasion_of
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, ResolutionAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind

_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN")))
_DATED = frozenset({"resolution_date", "resolution_adopted_on"})
_PERMANENT = tuple(map(ActorId, ("CHN", "FRA", "GBR", "RUS", "USA")))

# Parliaments number their resolutions too: a bare number is the Council's only near its name.
_NAMED = re.compile(r"Security\s+Council|UNSC|S/RES/", re.IGNORECASE)


def find_resolution_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim about a resolution: one that is named, voted for, or told of."""
    named = [*_by_words(found)]
    yield from named
    for statement in found.statements:
        if _is_adoption(statement) and not any(one.span.covers(statement.span) for one in named):
            yield _adopted(found, statement)


def _by_words(found: Found) -> Iterator[Claim]:
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.RESOLUTION_FACT)
        for row, match in rows:
            if row in _DATED:
                if _NAMED.search(match[0]) or in_council_scene(found, sentence):
                    yield from _dated(found, match)
            elif row == "signed_on" and in_council_scene(found, sentence):
                yield _claim(
                    found, Span(*match.span()), row, _signed(found, sentence, match["symbol"])
                )


def _claim(found: Found, span: Span, row: str, asked: ResolutionAsked) -> Claim:
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.RESOLUTION_FACT,
        asked=asked,
        said_by=found.speaker_at(span),
        rule=row,
    )


def _dated(found: Found, match: re.Match[str]) -> Iterator[Claim]:
    """Yield a claim where a date or a year goes with the number; a bare number says nothing."""
    span = Span(*match.span())
    group = "symbol" if match.groupdict().get("symbol") else "symbol2"
    symbol = Span(*match.span(group))
    # "Resolution 1973" names no year.
    times = [time for time in found.times if not time.span.overlaps(symbol)]
    said = occasion_of(found.text, times, span, symbol)
    when = said.value if said else match.groupdict().get("year")
    if when:
        asked = ResolutionAsked(fact="date", symbol=f"S/RES/{match[group]}", when=when)
        yield _claim(found, span, "resolution_date", asked)


def _signed(found: Found, sentence: Span, number: str | None) -> ResolutionAsked:
    subject = subjects_in(found, sentence) or _testers(found)
    return ResolutionAsked(
        fact="signed_on",
        symbol=f"S/RES/{number}" if number else None,
        when=None,
        actors=_PERMANENT,
        subject=subject,
    )


def _testers(found: Found) -> tuple[ActorId, ...]:
    """Give the states whose tests the story tells: what "resolutions" without a name are about."""
    tests = (s for s in found.statements if s.kind is StatementKind.WEAPON_TEST)
    states = (actor.id for test in tests for actor in test.actor if actor.kind is ActorKind.STATE)
    return tuple(dict.fromkeys(states))[:1]


def _is_adoption(statement: Statement) -> bool:
    return (
        statement.kind in {StatementKind.ADOPTION, StatementKind.SANCTIONS}
        and statement.polarity is Polarity.ASSERTED
        and statement.when is not None
        and any(actor.id in _COUNCIL for actor in statement.actor)
    )


def _adopted(found: Found, statement: Statement) -> Claim:
    sentence = found.sentence_at(statement.span.start)
    fact = "imposes" if statement.kind is StatementKind.SANCTIONS else "adopted"
    targets = tuple(a.id for a in statement.target if a.kind is ActorKind.STATE)
    return Claim(
        span=statement.span,
        text=statement.text,
        type=ClaimType.RESOLUTION_FACT,
        asked=ResolutionAsked(
            fact=fact,
            symbol=symbol_in(found.text, sentence),
            when=statement.when.value if statement.when else None,
            subject=targets or subjects_in(found, sentence),
        ),
        said_by=found.speaker_at(statement.span),
        rule=statement.rule,
    )
