"""How far the words that a verb of speech introduces may reach between the other verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from penholder.find.speech.cues import Cue
from penholder.find.speech.frames import Frame
from penholder.find.speech.spoken import Spoken
from penholder.find.speech.verbs import before_verb

# Words from a speaker to the verb, an aside between them: "Price, a spokesman for …, said".
_BESIDE = 30
# A clause of its own begins with these: "…, and Liu said", "…, while Liu said".
_JOINS = frozenset({",", ";", "and", "but", "while", "—", "–", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Words of a frame that are said, first to last."""

    first: int
    last: int
    how: str  # quotation | clause | topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where the words of a speaker and verb lie, and between which words what is said stands."""

    first: int
    last: int
    floor: int  # the last word of the verb before; -1: none
    next: int  # the first word of the next verb or its speaker
    ceiling: int  # the first word after the clause, which may hold verbs of speech itself


def bounds_of(frame: Frame, one: Spoken, others: Sequence[Spoken]) -> Bounds:
    """Give the bounds of a verb of speech among the others of its sentence."""
    first, last = own_words(one)
    end = len(frame.words)
    after = [other for other in others if own_words(other)[0] > last]
    beside = (own_words(o)[0] for o in after if _is_parallel(frame, o))
    return Bounds(
        first=first,
        last=last,
        floor=max((own_words(o)[1] for o in others if own_words(o)[1] < first), default=-1),
        next=min((own_words(o)[0] for o in after), default=end),
        ceiling=min(*beside, _end_of_aside(frame, one.cue), end, end),
    )


def own_words(one: Spoken) -> tuple[int, int]:
    """Give the first and last word of a verb with its speaker, where that stands beside it."""
    cue, source = one.cue, one.source
    if one.reporter and one.last >= 0:  # "KCNA quoted Kim as saying"
        return min(cue.first, one.reporter.first), max(one.last, one.reporter.last)
    near = (
        source and not source.borrowed and (source.after or 0 < cue.first - source.last < _BESIDE)
    )
    if source is None or not near:
        return cue.first, cue.last
    return min(cue.first, source.first), max(cue.last, source.last)


def _is_parallel(frame: Frame, one: Spoken) -> bool:
    """Say whether a verb stands beside the one before it rather than inside what that one says."""
    if one.cue.by or (one.source is not None and one.source.borrowed):
        return True
    return frame.at(own_words(one)[0] - 1) in _JOINS


def _end_of_aside(frame: Frame, cue: Cue) -> int:
    """Give the comma that ends "…, who said that …,"; the end of the frame elsewhere."""
    place = before_verb(frame, cue.first)
    if frame.at(place) not in {"who", "which"} or frame.at(place - 1) != ",":
        return len(frame.words)
    commas = (i for i in range(cue.last + 1, len(frame.words)) if frame.at(i) == ",")
    return next(commas, len(frame.words))


def content(frame: Frame, first: int, last: int, how: str) -> Content | None:
    """Give the words from first to last without signs and conjunctions at the ends, if any."""
    while first <= last and frame.at(first) in _EDGES - {"as", "while"}:
        first += 1
    while last >= first and frame.at(last) in _EDGES:
        last -= 1
    return Content(first=first, last=last, how=how) if first <= last else None


_EDGES = frozenset({",", ".", ";", ":", "—", "–", "-", "and", "but", "while", "as"})
