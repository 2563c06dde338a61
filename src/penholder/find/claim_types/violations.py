"""Acts that are said to breach resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.clauses import clause_around
from penholder.find.council_scene import matter_of
from penholder.find.counted import read_counted, whose
from penholder.find.found import Found
from penholder.find.measures import items_in
from penholder.find.polarity import read_polarity
from penholder.find.weapons import find_weapons
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, ViolationAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind

_PRK = ActorId("PRK")
_BODIES = frozenset(map(ActorId, ("UN", "UNSC", "IAEA")))
# A launch or test breaches other paragraphs than trade does.
_ACT = re.compile(
    r"\b(?:launch|test|missile|fir(?:ed|ing)|rocket|nuclear|ICBM|provocation)", re.IGNORECASE
)
# "Is not a violation": "cannot allow trade in violation" is one.
_DENIED = re.compile(
    r"\b(?:not|no|never|without)\s+(?:(?:a|an|in|any)\s+)?$|n['’]t\s+$", re.IGNORECASE
)
_TRADE = re.compile(
    r"\b(?:trad(?:e|es|ed|ing)|exports?|export(?:ed|ing)|imports?|import(?:ed|ing)|ships?|shipments?|vessels?|"
    r"workers|labou?rers|smuggl\w+|transfers?|transferr\w+|arms|weapons|coal|oil|petroleum|fuel|goods|"
    r"cargo|evad\w+|business|joint\s+ventures?|sell(?:ing|s)?|sold|buy(?:ing|s)?|bought)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bresolutions?\s+(?P<number>\d{3,4})\b", re.IGNORECASE)


def find_violations(found: Found) -> Iterator[Claim]:
    """Yield each claim that an act breaches Council resolutions."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.VIOLATION)
        for row, match in rows:
            if not _ACT.search(found.text, sentence.start, sentence.end):
                yield from _of_trade(found, sentence, row, Span(*match.span()))
                continue
            if read_polarity(found.text, sentence.start, match.start()) is Polarity.NEGATED:
                continue
            if claim := _claim(found, sentence, row, Span(*match.span())):
                yield claim


def _of_trade(found: Found, sentence: Span, row: str, words: Span) -> Iterator[Claim]:
    """Yield a claim that trade, ships or workers breach resolutions, with what is traded."""
    if not _TRADE.search(found.text, sentence.start, sentence.end):
        return
    matter = matter_of(found, sentence)
    actor = next(iter(_named(found, sentence) or matter), None)
    if actor is None or "PRK" not in matter or _DENIED.search(found.text[: words.start][-30:]):
        return
    clause = clause_around(found.text, sentence, words)
    yield Claim(
        span=clause,
        text=clause.of(found.text),
        type=ClaimType.VIOLATION,
        asked=ViolationAsked(
            actor=actor,
            kinds=("trade", *items_in(sentence.of(found.text))),
            when=None,
            symbols=_symbols(found, sentence),
        ),
        said_by=found.speaker_at(clause),
        rule=row,
    )


def _named(found: Found, sentence: Span) -> tuple[ActorId, ...]:
    """Give the states of a sentence in reading order: the first one trades."""
    names = found.names.within(sentence.start, sentence.end)
    return tuple(m.actor.id for m in names if m.actor.kind is ActorKind.STATE)


def _symbols(found: Found, sentence: Span) -> tuple[str, ...]:
    named = _NUMBER.finditer(found.text, sentence.start, sentence.end)
    return tuple(f"S/RES/{match['number']}" for match in named)


def _claim(found: Found, sentence: Span, row: str, words: Span) -> Claim | None:
    act = _act(found, sentence)
    states = [one.state or one.id for one in act.actor] if act else []
    actor = _breacher(found, sentence, states[0] if states else whose(found, sentence, words))
    if actor is None:
        return None
    clause = clause_around(found.text, sentence, words)
    span = Span(clause.start, max(words.end, words.start))
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.VIOLATION,
        asked=ViolationAsked(
            actor=actor,
            kinds=_kinds(found, sentence, act),
            when=act.when.value if act and act.when else None,
            symbols=_symbols(found, sentence),
            sure=act is None or act.span.overlaps(sentence),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _breacher(found: Found, sentence: Span, actor: ActorId | None) -> ActorId | None:
    """Take the state that a sentence names, where the act's own is another's or a body's."""
    named = _named(found, sentence)
    if actor is None or actor in named:
        return actor
    if _PRK in named or (actor in _BODIES and _PRK in matter_of(found, sentence)):
        return _PRK
    return actor


def _act(found: Found, sentence: Span) -> Statement | None:
    """Give the test that a sentence speaks of: told in it, or last told before it."""
    tests = [
        statement
        for statement in found.statements
        if statement.kind is StatementKind.WEAPON_TEST
        and statement.polarity is Polarity.ASSERTED
        and statement.span.start < sentence.end
    ]
    told = [s for s in found.statements if s.kind is StatementKind.WEAPON_TEST]
    if _ONE.search(
        found.text, sentence.start, sentence.end
    ):  # "this launch" is none of "its tests"
        tests = [test for test in tests if not _MANY.search(test.text)] or tests
    return tests[-1] if tests else next(iter(told), None)


_ONE = re.compile(r"\b(?:this|the|that)\s+(?:\w+\s+){0,2}(?:launch|test|firing)\b", re.IGNORECASE)
_MANY = re.compile(r"\b(?:launches|tests|firings)\s+(?:on|of|in|this)\b", re.IGNORECASE)


def _kinds(found: Found, sentence: Span, act: Statement | None) -> tuple[str, ...]:
    named = [w.span.of(found.text) for w in find_weapons(found.text, sentence.start, sentence.end)]
    here = read_counted(" ".join(named)).kinds
    if here and here != ("missile",):
        return here
    weapon = act.detail.get("weapon") if act else None
    return read_counted(act.text).kinds if act and weapon else here
