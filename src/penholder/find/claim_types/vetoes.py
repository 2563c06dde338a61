"""Who vetoed or blocked what: "blocked by either China or Russia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.council_scene import subjects_in, symbol_in
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, VetoAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind

_VETO = re.compile(r"\bveto", re.IGNORECASE)
_EITHER = re.compile(r"\beither\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
_NTH = re.compile(
    r"\b(?:its|the|their|his)\s+(?P<number>[\w\-]+)\s+(?:such\s+)?veto\b", re.IGNORECASE
)


def find_veto_claims(found: Found) -> Iterator[Claim]:
    """Yield a claim for each veto or blocking that the story asserts."""
    for statement in found.statements:
        if statement.kind is StatementKind.VETO and statement.polarity is Polarity.ASSERTED:
            yield _claim(found, statement)


def _claim(found: Found, statement: Statement) -> Claim:
    sentence = found.sentence_at(statement.span.start)
    words = statement.text
    return Claim(
        span=statement.span,
        text=words,
        type=ClaimType.WHO_VETOED,
        asked=VetoAsked(
            actors=_vetoers(statement),
            either=bool(_EITHER.search(words)),
            by_vote=bool(_VETO.search(words)),
            every=bool(_ALL.search(words)),
            number=_nth(words),
            when=statement.when.value if statement.when else None,
            symbol=symbol_in(found.text, sentence),
            subject=_subjects(found, statement, sentence),
        ),
        said_by=found.speaker_at(statement.span),
        rule=statement.rule,
    )


def _vetoers(statement: Statement) -> tuple[ActorId, ...]:
    states = (
        actor.id if actor.kind is ActorKind.STATE else actor.state for actor in statement.actor
    )
    return tuple(dict.fromkeys(state for state in states if state))


def _subjects(found: Found, statement: Statement, sentence: Span) -> tuple[ActorId, ...]:
    acting = set(_vetoers(statement))
    return tuple(state for state in subjects_in(found, sentence) if state not in acting)


def _nth(words: str) -> int | None:
    match = _NTH.search(words)
    return read_number(match["number"]) if match else None
