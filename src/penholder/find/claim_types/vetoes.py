"""Who vetoed or blocked what: "blocked by either China or Russia"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from penholder.find.acts import word_class
from penholder.find.claim_rows import matches
from penholder.find.council_scene import (
    PERMANENT,
    in_council_scene,
    is_of_another_council,
    matter_of,
    symbol_in,
)
from penholder.find.found import Found
from penholder.find.occasions import occasion_of
from penholder.find.polarity import read_polarity
from penholder.find.voters import states_of, voters_after, voters_before
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, VetoAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When

_COUNTS = frozenset({"veto_count_drafts", "veto_count_of", "veto_count_times"})
_VETO = re.compile(r"\bveto", re.IGNORECASE)
_BLOCKED = re.compile(r"\bblock(?:ed|s)\b", re.IGNORECASE)
# "To counter its threats and block its exports": a purpose.
_TO_BLOCK = re.compile(r"\bblock\b", re.IGNORECASE)
_EITHER = re.compile(r"\beither\b", re.IGNORECASE)
# "Only Russia vetoed it", "Russia alone vetoed it".
_ALONE = re.compile(
    r"^\W*(?:\w*\W)*?only\s+(?:[A-Z]\w+\s+){1,3}vetoed\b|\balone\s+vetoed\b", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:all|every|each)(?:\s+of\s+(?:them|these|those|the))?\s+(?:[\w.\-]+\s+){0,3}?"
    r"(?:been|were|was|of\s+them|drafts?|resolutions?|texts?|measures?|attempts?|efforts?|bids?|proposals?|motions?|one)\b"
    r"|\b(?:all|each|every\w*)\s+(?:vetoed|blocked)\b",
    re.IGNORECASE,
)
# "Russia has vetoed drafts on Syria": at any time, not on one day.
_EVER = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}(?:vetoed|used|cast)\b", re.IGNORECASE)
# A court's ruling cannot be vetoed, a draft on it can: the words are loose.
_RULING = re.compile(
    r"[”\"’']?\s+(?:the|a|its|this)\s+(?:\w+\s+)?(?:ruling|judgment|verdict|report)\b"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|be)\s+(?:\w+ly\s+|then\s+|again\s+|[“\"'])?$"
)
_NAMED = re.compile(r"security\s+council|UNSC", re.IGNORECASE)
# A veto that was cast, not one that is likely, urged or abandoned.
_CAST = re.compile(
    r"\bvetoe[ds]\b(?!\s+(?:from|by|on|and|in|or|have|has|were|are|since|against)\b)|\bvetoed\b|\b(?:cast|used|wielded|exercised)\s+(?:a|its|their|the)\s+(?:\w+\s+)?veto"
    r"|\bdouble\s+veto\b",
    re.IGNORECASE,
)


def find_veto_claims(found: Found) -> Iterator[Claim]:
    """Yield a claim for each veto or blocking that the story asserts."""
    for statement in found.statements:
        if statement.kind is not StatementKind.VETO or _is_counted(found, statement):
            continue
        happened = _has_happened(statement.text) or _is_of_the_past(found, statement)
        sentence = found.sentence_at(statement.span.start)
        if is_of_another_council(found, sentence, statement.span):
            continue
        if statement.polarity is Polarity.ASSERTED and happened:
            yield _claim(found, statement)
    for sentence in found.sentences:
        for row, match in matches(found.text, *_ends(sentence), ClaimType.WHO_VETOED):
            read = _READERS.get(row)
            if read and in_council_scene(found, sentence):
                yield from read(found, sentence, Span(*match.span()))


def is_the_councils(found: Found, sentence: Span) -> bool:
    """Say whether a veto is surely one in the Council: the sentence names it, and no other body."""
    named = _NAMED.search(found.text, *_ends(sentence))
    other = word_class("other_body").search(found.text, *_ends(sentence))
    return bool(named) and not other


def _has_happened(words: str) -> bool:
    """Say whether a veto was cast: one that is likely, urged or abandoned is no fact."""
    if _CAST.search(words) or _BLOCKED.search(words):
        return True
    return not _VETO.search(words) and not _TO_BLOCK.search(words)


# "To veto", "a block": no finite verb.
_NO_VERB = re.compile(r"\b(?:to|a|the|its|their|by)\s+(?:\w+ly\s+)?(?:veto|block)\b", re.IGNORECASE)


def _is_of_the_past(found: Found, statement: Statement) -> bool:
    """Say whether a veto in the present tense is one of a day long gone: "On 4 February 2012 they veto it"."""
    days = When(_when(found, statement, found.sentence_at(statement.span.start)) or "").days()
    story = When(found.story.date.value or "").days()
    if not days or not story or days[0] != days[1] or not statement.actor:
        return False
    return days[1] < story[0] and not _NO_VERB.search(statement.text)


def _plain(found: Found, sentence: Span, veto: Span) -> Iterator[Claim]:
    """Yield a veto of something that is not called a draft: "the bid was vetoed by Russia"."""
    told = (s for s in found.statements_at(veto) if s.kind is StatementKind.VETO)
    # "Refused to comply and vetoed it": the second verb stands on its own.
    start = max(sentence.start, found.text.rfind(" and ", sentence.start, veto.start))
    polarity = read_polarity(found.text, start, veto.start)
    if any(told) or polarity is not Polarity.ASSERTED:
        return
    by = re.match(r"\s+by\s", found.text[veto.end : veto.end + 5])
    # "The draft, proposed by Brazil, was vetoed": nobody is said to have vetoed it.
    if not by and _PASSIVE.search(found.text, sentence.start, veto.start):
        return
    voters = (voters_after if by else voters_before)(found, sentence, veto)
    named = _NAMED.search(found.text, *_ends(sentence))  # "The president vetoed a bill": his own
    states = states_of(tuple(m for m in voters if named or m.actor.kind is ActorKind.STATE))
    if not states or not _is_the_councils(found, sentence, states):
        return
    ends = (veto.end, *(m.span.end for m in voters))
    starts = (veto.start, *(m.span.start for m in voters))
    span = Span(min(starts), max(ends))
    yield _cast(found, sentence, span, states, by_vote=not _RULING.match(found.text, veto.end))


def _joined(found: Found, sentence: Span, words: Span) -> Iterator[Claim]:
    """Yield a veto that one is said to have cast with another: "China joined Russia in vetoing it"."""
    if read_polarity(found.text, sentence.start, words.start) is not Polarity.ASSERTED:
        return
    first = voters_before(found, sentence, words)
    others = found.names.within(words.start, words.end)
    states = tuple(m.actor.id for m in (*first, *others) if m.actor.kind is ActorKind.STATE)
    if first and others:
        yield _cast(found, sentence, Span(first[0].span.start, words.end), states, by_vote=True)


def _cast(
    found: Found, sentence: Span, span: Span, states: tuple[ActorId, ...], *, by_vote: bool
) -> Claim:
    """Make a claim that states vetoed the draft of a sentence."""
    said = occasion_of(found.text, found.times, sentence, span)
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.WHO_VETOED,
        asked=VetoAsked(
            actors=states,
            either=False,
            by_vote=by_vote,
            every=False,
            number=None,
            when=said.value if said else None,
            symbol=symbol_in(found.text, sentence),
            subject=tuple(s for s in matter_of(found, sentence) if s not in states),
            sure=is_the_councils(found, sentence),
        ),
        said_by=found.speaker_at(span),
        rule="veto_plain",
    )


def _is_the_councils(found: Found, sentence: Span, states: tuple[ActorId, ...]) -> bool:
    """Say whether a veto can be one in the Council: "Hungary vetoed the plan" is the EU's."""
    named = _NAMED.search(found.text, *_ends(sentence))
    return bool(named) or bool(set(states) & PERMANENT)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_counted(found: Found, statement: Statement) -> bool:
    """Say whether the words only count vetoes or rank one: "has vetoed 53 drafts"."""
    start, end = statement.span.start, statement.span.end
    rows = matches(found.text, start, end, ClaimType.WHO_VETOED)
    return any(row in _COUNTS or _is_of_turn(row, match) for row, match in rows)


def _is_of_turn(row: str, match: re.Match[str]) -> bool:
    """Say whether a veto is told by its turn: "the only one to veto it", "vetoed it for the third time"."""
    return bool(
        (row == "veto_ranked" and match["rank3"]) or (row == "veto_nth" and match["number4"])
    )


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
            by_vote=bool(_CAST.search(words)) or not _BLOCKED.search(words),
            every=bool(_ALL.search(words)),
            number=None,
            when=_when(found, statement, sentence),
            symbol=symbol_in(found.text, sentence),
            subject=_subjects(found, statement, sentence),
            alone=bool(_ALONE.search(found.text[: statement.span.start][-8:] + words)),
            rank="ever" if _EVER.search(words) and _VETO.search(words) else None,
            sure=is_the_councils(found, sentence),
        ),
        said_by=found.speaker_at(statement.span),
        rule=statement.rule,
    )


def _when(found: Found, statement: Statement, sentence: Span) -> str | None:
    """Give the time of the veto's own clause, else the one that its sentence names."""
    if statement.when:
        return statement.when.value
    said = occasion_of(found.text, found.times, sentence, statement.span)
    return said.value if said else None


def _vetoers(statement: Statement) -> tuple[ActorId, ...]:
    states = (
        actor.id if actor.kind is ActorKind.STATE else actor.state for actor in statement.actor
    )
    return tuple(dict.fromkeys(state for state in states if state))


def _subjects(found: Found, statement: Statement, sentence: Span) -> tuple[ActorId, ...]:
    acting = set(_vetoers(statement))
    return tuple(state for state in matter_of(found, sentence) if state not in acting)


_READERS: Mapping[str, Callable[[Found, Span, Span], Iterator[Claim]]] = {
    "veto_plain": _plain,
    "veto_cast": _plain,
    "veto_joined": _joined,
}
