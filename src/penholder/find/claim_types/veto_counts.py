"""How many vetoes, and which of them was the first: "its fifth veto since October 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from penholder.find.claim_rows import comparators, matches
from penholder.find.clauses import trimmed
from penholder.find.council_scene import in_council_scene, matter_of, subjects_in, symbol_in
from penholder.find.dossiers import war_named
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.occasions import occasion_of
from penholder.find.subjects import last_state, possessor_of
from penholder.find.voters import voters_after, voters_before
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, Comparator, VetoAsked
from penholder.model.span import Span
from penholder.model.when import TimeExpression

_PERMANENT = frozenset(map(ActorId, ("CHN", "FRA", "GBR", "RUS", "USA")))
_RANKS = {"lone": "only", "sole": "only"}
# "Since 1946", "since the conflict began in 2011".
_SINCE = re.compile(r"\bsince\b(?:[^,.;]|(?<=[A-Z])\.){0,80}$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_IN_YEAR = re.compile(r"\s+(?:both\s+)?in\s+((?:19|20)\d\d)\b", re.IGNORECASE)
# A veto of two: it counts whatever the draft was on.
_JOINT = re.compile(r"\b(?:joint|double)\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:in|within|over|during)\s+(?:the\s+)?(?:past|last)?\s*$", re.IGNORECASE)


def find_veto_counts(found: Found) -> Iterator[Claim]:
    """Yield each number of vetoes, and each first, last or only one, that a member is said to have cast."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.WHO_VETOED)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            if in_council_scene(found, sentence):
                yield from _claims(found, sentence, row, match)


def _claims(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Iterator[Claim]:
    groups = match.groupdict()
    number = _number(groups)
    rank = _first_of(groups, "rank")
    mentions = _vetoers(found, sentence, match)
    actors = tuple(dict.fromkeys(m.actor.id for m in mentions)) or _its(found, match)
    if (number is None) == (rank is None) or not _is_meant(actors, rank):
        return
    if number is not None and _with_others(found, sentence, match):
        return
    # "The last time Japan used its veto": no such veto is in the record.
    inside = found.names.within(*match.span())
    if not mentions and rank == "last" and any(m.actor.kind is ActorKind.STATE for m in inside):
        return
    if rank and _JOINT.search(match[0]) and len(actors) < 2:  # with whom, the words do not say
        return
    if row == "veto_nth" and number == 1:  # a first is read as a rank, by what came before it
        return
    span = _around(found.text, mentions, match)
    since = _since(found, sentence)
    times = [time for time in found.times if not _is_start(found, sentence, time)]
    said = occasion_of(found.text, times, sentence, span)
    # "Its fifth veto" is on the draft spoken of; "over 117 vetoes" on nothing but what is named.
    near = (number is None and not _JOINT.search(match[0])) or row == "veto_nth"
    matter = matter_of(found, sentence) if near else subjects_in(found, sentence)
    span = _with_since(found.text, span, since)
    yield Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.WHO_VETOED,
        asked=VetoAsked(
            actors=actors,
            either=False,
            by_vote=True,
            every=False,
            number=number,
            when=said.value if said else None,
            symbol=symbol_in(found.text, sentence),
            subject=tuple(state for state in matter if state not in actors),
            comparator=_comparator(groups),
            since=since.value
            if since
            else _year_of_all(found, row, match) or war_named(found.text, sentence, matter),
            rank=_rank(groups, rank),
            subject_said=set(matter) <= set(subjects_in(found, sentence)),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _rank(groups: Mapping[str, str | None], rank: str | None) -> str | None:
    """Give the rank: "the only country to veto" excludes others, "its only veto of the year" does not."""
    if rank is None:
        return None
    said = _RANKS.get(rank.casefold(), rank.casefold())
    return "only_in" if said == "only" and not groups.get("rank3") else said


def _with_others(found: Found, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether one that cannot veto is joined to one that can: "Russia and Egypt vetoed it"."""
    named = [m for m in found.names.within(sentence.start, match.end()) if _is_state(m)]
    return any(
        _is_permanent(one) != _is_permanent(other)
        and _AND.fullmatch(found.text[one.span.end : other.span.start])
        for one, other in pairwise(named)
    )


def _is_state(mention: Mention) -> bool:
    """Say whether a name is that of a state, and no adjective of one."""
    return mention.actor.kind is ActorKind.STATE and mention.how != "adjective"


def _year_of_all(found: Found, row: str, match: re.Match[str]) -> str | None:
    """Give the year of "cast two vetoes in 2006", in which they are counted."""
    if row != "veto_count_named":
        return None
    year = _IN_YEAR.match(found.text, match.end())
    return year[1] if year else None


def _is_meant(actors: tuple[ActorId, ...], rank: str | None) -> bool:
    """Say whether those named can veto; "the first veto since 2017" may be anybody's."""
    return set(actors) <= _PERMANENT and bool(actors or rank)


def _vetoers(found: Found, sentence: Span, match: re.Match[str]) -> tuple[Mention, ...]:
    """Give the states whose vetoes are spoken of: inside the words, before, or after "by"."""
    words = Span(*match.span())
    inside = tuple(m for m in found.names.within(*match.span()) if _is_permanent(m))
    if inside:
        return inside
    owner = tuple(m for m in possessor_of(found.names, sentence, words) if _is_permanent(m))
    before = tuple(m for m in voters_before(found, sentence, words) if _is_permanent(m))
    after = found.text[words.end : words.end + 10].split()[:1] in (["by"], ["from"])
    by = voters_after(found, sentence, words) if after else ()
    return owner or tuple(m for m in by if _is_permanent(m)) or before


def _is_permanent(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.STATE and mention.actor.id in _PERMANENT


def _its(found: Found, match: re.Match[str]) -> tuple[ActorId, ...]:
    """Give the state last spoken of, for "its fifth veto" and for what "has vetoed" so often."""
    if (match.groupdict().get("whose") or "").casefold() == "the":
        return ()
    state = last_state(found.names, match.start())
    near = state and state.id in _PERMANENT
    return (state.id,) if state and near else ()


def _around(text: str, mentions: tuple[Mention, ...], match: re.Match[str]) -> Span:
    """Give the words from the one who vetoes, if close, to the number."""
    starts = [m.span.start for m in mentions if match.start() - m.span.start < 60]
    ends = [m.span.end for m in mentions if m.span.end - match.end() < 20]
    return trimmed(text, Span(min((match.start(), *starts)), max((match.end(), *ends))))


def _with_since(text: str, span: Span, since: TimeExpression | None) -> Span:
    """Let the words run on to the time that they count from, if it stands close behind."""
    if since and 0 <= since.span.start - span.end < 80:
        return trimmed(text, Span(span.start, since.span.end))
    return span


def _number(groups: Mapping[str, str | None]) -> int | None:
    words = _first_of(groups, "number")
    return read_number(words) if words else None


def _first_of(groups: Mapping[str, str | None], name: str) -> str | None:
    return next((words for key, words in groups.items() if key.startswith(name) and words), None)


def _comparator(groups: Mapping[str, str | None]) -> Comparator:
    words = _first_of(groups, "comparator")
    return (
        comparators().get(" ".join(words.casefold().split()), Comparator.EXACT)
        if words
        else (Comparator.EXACT)
    )


def _since(found: Found, sentence: Span) -> TimeExpression | None:
    """Give the time from which vetoes are counted: "since 2017", "in the past five years"."""
    return next((t for t in found.times_within(sentence) if _is_start(found, sentence, t)), None)


def _is_start(found: Found, sentence: Span, time: TimeExpression) -> bool:
    lead = found.text[sentence.start : time.span.start]
    if time.kind == "duration":
        return bool(_LASTING.search(lead))
    return bool(_SINCE.search(lead))
