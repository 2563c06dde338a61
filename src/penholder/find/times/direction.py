"""Tells by the verbs around a weekday or a month whether it lies ahead of the story or behind it."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters of a sentence that are looked at before a time, and behind it where nothing before tells.
_BEFORE = 110
_BEHIND = 60
# The dot of "U.N." ends nothing.
_STOP = re.compile(r"(?<![A-Z])[.!?;]\s|\n|[:“”\"]|``|''")
# Where a clause begins that tells of something else: "on Friday a draft that would have banned it".
_OTHER = re.compile(rf"{_STOP.pattern}|\b(?:that|which|who)\b")
# Where a clause ended before: "it could reach the mainland, but Wednesday's launch failed".
_TURN = re.compile(rf"{_STOP.pattern}|, (?:but|while|though|although|when|after|as)\b")


class Direction(Enum):
    """Which side of the story's day a time lies on."""

    AHEAD = 1
    BEHIND = -1
    OPEN = 0


def direction_of(text: str, span: Span, stretch: Span) -> Direction:
    """Give the direction that the nearest telling words give, those before the time first."""
    start = max(stretch.start, span.start - _BEFORE)
    lead = _after_stop(text[start : span.start])
    if _has_happened(text, span, stretch, lead):
        return Direction.BEHIND
    if found := _last(lead):
        return found
    tail = text[span.end : min(stretch.end, span.end + _BEHIND)]
    stop = _OTHER.search(tail)
    if found := _first(tail[: stop.start()] if stop else tail):
        return found
    return Direction.AHEAD if _leaning().search(lead) else Direction.OPEN


def _after_stop(lead: str) -> str:
    stops = list(_TURN.finditer(lead))
    return lead[stops[-1].end() :] if stops else lead


def _last(words: str) -> Direction | None:
    found = None
    for match in _cues().finditer(words):
        found = match
    return _said(found) if found else None


def _first(words: str) -> Direction | None:
    match = _cues().search(words)
    told = _TOLD.search(words)
    if told and (match is None or told.start() < match.start()):
        return Direction.BEHIND
    return _said(match) if match else None


# Behind a time: "On Tuesday, Mr Rouhani said no nation could be brought to the table."
_TOLD = re.compile(r"\bsaid\b")


def _said(match: re.Match[str]) -> Direction:
    return Direction.AHEAD if match["ahead"] else Direction.BEHIND


@cache
def _cues() -> re.Pattern[str]:
    return _compiled(rf"(?P<ahead>{_patterns('ahead')})|(?P<behind>{_patterns('behind')})")


@cache
def _leaning() -> re.Pattern[str]:
    return _compiled(_patterns("leaning"))


def _has_happened(text: str, span: Span, stretch: Span, lead: str) -> bool:
    """Say whether a day owns what is talked of as past: "will meet to discuss Saturday's missile launch"."""
    return any(
        before.search(lead) and behind.match(text, span.end, stretch.end)
        for before, behind in _happened()
    )


@cache
def _happened() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Give the patterns of the words straight before such a day, and of those behind it."""
    return tuple(
        (
            _compiled(f"{row['before']}$"),
            re.compile("|".join(row["patterns"]).replace(" ", r"\s+"), re.IGNORECASE),
        )
        for row in load_toml("time_direction")["happened"]
    )


def _patterns(name: str) -> str:
    return "|".join(load_toml("time_direction")[name]["patterns"])


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)
