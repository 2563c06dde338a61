"""Finds what somebody stands for in what they say: on talks, on sanctions, on nuclear arms; and whom they condemn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from penholder.find.found import Found
from penholder.model.statement import Polarity, Statement
from penholder.tables.load import load_toml

# Characters before a name in which the word can stand that makes it a place.
_LEAD = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A position, and the words that take it."""

    id: str
    kinds: frozenset[str]
    words: re.Pattern[str] | None
    not_with: re.Pattern[str]


def mark_positions(found: Found, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; those in which somebody takes positions with these, joined by blanks, and the state that they are on."""
    for one in statements:
        taken = " ".join(_taken(one))
        yield (
            replace(one, detail={**one.detail, "position": taken, **_on(found, one)})
            if taken
            else one
        )


def _taken(statement: Statement) -> Iterator[str]:
    if (
        not statement.actor
        or statement.polarity is not Polarity.ASSERTED
        or _is_mixed(statement.text)
    ):
        return
    for row in _rows():
        if statement.kind.value not in row.kinds or row.not_with.search(statement.text):
            continue
        if row.words is None or row.words.search(statement.text):
            yield row.id


def _is_mixed(words: str) -> bool:
    """Say whether others than the speaker may stand for something in these words."""
    return len(words) > load_toml("positions")["longest"] or bool(_others().search(words))


def _on(found: Found, statement: Statement) -> dict[str, str]:
    """Give the state that a position is on: North Korea where it is named, else the first that is not the speaker's own."""
    mine = {state for actor in statement.actor for state in (actor.state, actor.id) if state}
    text, within = found.story.text, found.names.within(statement.span.start, statement.span.end)
    inside = (m.actor for m in within if not _place().search(text[: m.span.start][-_LEAD:]))
    states = [one.state or one.id for one in inside]
    others = [one for one in states if len(one) == 3 and one.isupper() and one not in mine]
    if not others:
        return {}
    return {"position_on": "PRK" if "PRK" in others else others[0]}


@cache
def _place() -> re.Pattern[str]:
    return _any([load_toml("positions")["places"]], {})


@cache
def _others() -> re.Pattern[str]:
    table = load_toml("positions")
    return _any(table["others"], table["macros"])


@cache
def _rows() -> tuple[_Row, ...]:
    table = load_toml("positions")
    macros = table["macros"]
    return tuple(
        _Row(
            id=row["id"],
            kinds=frozenset(row["kinds"]),
            words=_any(row["patterns"], macros) if row["patterns"] else None,
            not_with=_any(row["not"], macros),
        )
        for row in table["position"]
    )


def _any(patterns: Sequence[str], macros: dict[str, str]) -> re.Pattern[str]:
    """Give what finds one of some patterns, any run of blanks for each of theirs."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    for name, part in macros.items():
        joined = joined.replace(f"{{{name}}}", part)
    return re.compile(joined.replace(" ", r"\s+"), re.IGNORECASE)
