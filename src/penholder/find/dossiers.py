"""Finds the states whose dossier a stretch of text speaks of without naming them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from penholder.find.phrases import any_of
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.tables.load import load_toml

_SINCE_WAR = re.compile(
    r"\bsince\s+(?:\S+\s+){0,6}?(?:war|conflict|invasion|uprising|fighting|crisis|hostilities)\b",
    re.IGNORECASE,
)


def dossiers_in(text: str, stretch: Span) -> tuple[ActorId, ...]:
    """Give the states whose dossiers the words name: "Gaza" is Palestine's and Israel's."""
    pattern, states = _lexicon()
    found = pattern.finditer(text, stretch.start, stretch.end)
    named = (state for match in found for state in states[_key(match[0])])
    return tuple(dict.fromkeys(named))


@cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, tuple[ActorId, ...]]]:
    states: dict[str, tuple[ActorId, ...]] = {}
    for row in load_toml("dossiers")["dossier"]:
        for words in row["words"]:
            states[_key(words)] = (*states.get(_key(words), ()), ActorId(row["state"]))
    return re.compile(any_of(states)), states


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-]+", words))


def war_named(text: str, stretch: Span, states: Sequence[ActorId]) -> str | None:
    """Give the day a war began where the words count from it: "since the start of the war"."""
    if not _SINCE_WAR.search(text, stretch.start, stretch.end):
        return None
    wars = {row["state"]: row.get("war") for row in load_toml("dossiers")["dossier"]}
    return next((wars[state] for state in states if wars.get(state)), None)
