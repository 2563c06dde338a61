"""The Council itself: its size, who presides, who holds a permanent seat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.clauses import clause_around, trimmed
from penholder.find.council_scene import in_council_scene, in_seats_scene
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.subjects import last_state, possessor_of, subject_of
from penholder.find.voters import states_of, voters_after
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, CouncilAsked
from penholder.model.span import Span

_FACTS = {
    "council_size": "size",
    "permanent_size": "permanent_size",
    "elected_size": "elected_size",
    "un_size": "un_size",
    "presidency": "presidency",
    "council_chair": "presidency",
    "council_president": "presidency",
    "presidency_turn": "presidency",
    "council_all": "size",
    "council_told": "size",
    "council_made_of": "size",
    "unchanged": "unchanged",
}
# Rows whose number may be of a part of the members.
_PARTS = frozenset({"council_all", "council_told"})
# How many seats there are of a kind: a smaller number may be of some of them.
_KINDS = {"permanent_size": 5, "elected_size": 10}


def find_council_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim about the Council's members, size or presidency."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.COUNCIL_FACT)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            if row not in _FACTS:
                continue
            if claim := _claim(found, sentence, row, match):
                yield claim


_UNSC = re.compile(r"Security\s+Council|UNSC", re.IGNORECASE)
# What tells the Council's presidency from a president's.
_ROTATION = re.compile(r"council|UNSC|rotating|month-?long|monthly|one-month", re.IGNORECASE)


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    span, fact = Span(*match.span()), _FACTS[row]
    scene = in_council_scene if fact == "presidency" else in_seats_scene
    if fact != "un_size" and not scene(found, sentence):
        return None
    if fact == "presidency" and not _ROTATION.search(sentence.of(found.text)):
        return None
    if row == "unchanged" and not _UNSC.search(sentence.of(found.text)):
        return None
    actors = _actors(found, sentence, span, "presidency" if row == _TURN_ROW else fact)
    if row == _TURN_ROW:
        return _turn(found, sentence, match, actors)
    if fact == "presidency" and not actors:
        return None
    if fact == "presidency" and (turn := _FROM.search(found.text, *_inner(span))):
        span = Span(span.start, turn.start())  # from whom it was taken over is a claim of its own
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNCIL_FACT,
        asked=CouncilAsked(
            fact=_fact(row, match),
            actors=actors,
            when=_when(found, sentence, span),
            number=_number(match),
            value="told" if row == "council_told" else None,
            exact=not _is_part(row, match)
            and not _is_hedged(match)
            and _is_of_then(found, fact, span),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


_FROM = re.compile(r",?\s+(?:from|succeeding|replacing|following)\s+(?=(?:the\s+)?[A-Z])")


def _inner(span: Span) -> tuple[int, int]:
    return span.start + 1, span.end


_TURN_ROW = "presidency_turn"
_PRESIDENCY = re.compile(r"\bpresiden(?:cy|t\s+of\s+the)\b", re.IGNORECASE)


def _turn(
    found: Found, sentence: Span, match: re.Match[str], actors: tuple[ActorId, ...]
) -> Claim | None:
    """Give the claim that one state presides after another: "took over the presidency from China"."""
    if not _PRESIDENCY.search(sentence.of(found.text)):
        return None
    span = Span(*match.span())
    others = voters_after(found, sentence, span)
    pair = (actors[-1:] + states_of(others)[:1])[:: -1 if match["before"] else 1]
    if len(set(pair)) != len(("later", "earlier")):
        return None
    whole = trimmed(found.text, Span(span.start, others[0].span.end))
    return Claim(
        span=whole,
        text=whole.of(found.text),
        type=ClaimType.COUNCIL_FACT,
        asked=CouncilAsked(
            fact="presidency_after", actors=pair, when=_when(found, sentence, span), exact=False
        ),
        said_by=found.speaker_at(whole),
        rule=_TURN_ROW,
    )


# "Which will take over the presidency, said on 3 October", "took over from China": of another month.
_TURN = re.compile(
    r"\b(?:will|would|to|next|from|former|last|previous)\b",
    re.IGNORECASE,
)


def _is_of_then(found: Found, fact: str, span: Span) -> bool:
    """Say whether a presidency is told with its month, and as one that is or was held."""
    if fact != "presidency":
        return True
    dated = any(time.kind == "date" for time in found.times_within(span))
    return dated and not _TURN.search(found.text, max(0, span.start - 20), span.end)


def _fact(row: str, match: re.Match[str]) -> str:
    """Give the fact of a row; "consists of five permanent members" counts those."""
    what = (match.groupdict().get("what") or "").strip().casefold()
    if row != "council_made_of" or not what:
        return _FACTS[row]
    return "permanent_size" if what == "permanent" else "elected_size"


def _is_part(row: str, match: re.Match[str]) -> bool:
    """Say whether a number may be of a part: "five non-permanent members are elected each year"."""
    return row in _PARTS or (_number(match) or 0) < _KINDS.get(row, 0)


def _number(match: re.Match[str]) -> int | None:
    """Give the number of members; "the other 14" are one less."""
    groups = match.groupdict()
    if others := groups.get("others") or groups.get("others2"):
        number = read_number(others)
        return number + 1 if number is not None else None
    said = next((w for key, w in groups.items() if key.startswith("number") and w), None)
    return read_number(said) if said else None


def _is_hedged(match: re.Match[str]) -> bool:
    """Say whether the words leave room: "largely unchanged", or permanent members alone."""
    groups = match.groupdict()
    loose = groups.get("hedge") or groups.get("hedge2") or groups.get("hedge3")
    return bool(loose) or ("tail" in groups and "permanent" in match[0].casefold())


# "The Council president for the month of January, Algeria's ambassador".
_BESIDE = 24
_APPOSED = re.compile(
    r"\s*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December))?,\s*(?:the\s+)?$"
)
# "The presidency will be held by Kenya".
_BY = re.compile(
    r"\b(?:held|assumed|chaired|presided\s+over|taken\s+(?:over|up))\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _actors(found: Found, sentence: Span, span: Span, fact: str) -> tuple[ActorId, ...]:
    if fact != "presidency":
        return ()
    for mentions in _presiding(found, sentence, span):
        if (
            mentions
            and mentions[0].actor.kind is ActorKind.PERSON
            and span.covers(mentions[0].span)
        ):
            return ()  # "Trump's presidency" is no presidency of the Council
        if states := _states(mentions):
            return states
    state = last_state(found.names, span.start)
    return (state.id,) if state else ()


def _presiding(found: Found, sentence: Span, span: Span) -> Iterator[tuple[Mention, ...]]:
    """Yield the names that may preside, the surest first: after "by", inside, before, the subject, behind."""
    inside = found.names.within(span.start, span.end)
    yield tuple(m for m in inside if _BY.search(found.text[: m.span.start][-24:]))[:1]
    yield found.names.within(span.start, min(span.start + 12, span.end))
    yield possessor_of(found.names, sentence, span)
    yield subject_of(found.names, sentence, span)
    behind = found.names.within(span.end, span.end + _BESIDE)
    yield tuple(m for m in behind if _APPOSED.match(found.text[span.end : m.span.start]))[:1]


def _states(mentions: tuple[Mention, ...]) -> tuple[ActorId, ...]:
    states = (
        mention.actor.id if mention.actor.kind is ActorKind.STATE else mention.actor.state
        for mention in mentions
        if mention.how != "adjective" or mention.actor.kind is ActorKind.STATE
    )
    return tuple(dict.fromkeys(state for state in states if state))


def _when(found: Found, sentence: Span, span: Span) -> str | None:
    clause = clause_around(found.text, sentence, span)
    inside, near, around = (
        [time for time in found.times_within(stretch) if time.kind == "date"]
        for stretch in (span, clause, sentence)
    )
    behind = [time for time in around if time.span.start >= span.end]
    times = inside or [t for t in near if t in behind] or near or behind or around
    return times[0].value if times else None
