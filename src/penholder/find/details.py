"""Reads the particulars of a statement: weapon, number, ordinal, symbol, tally, outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.find.numbers import ordinal_pattern, read_number
from penholder.find.phrases import any_of
from penholder.find.weapons import find_weapons
from penholder.model.span import Span
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_SYMBOL = re.compile(
    r"\bS/(?:RES/|PRST/|PV\.)?\d{1,4}(?:/\d{1,4})?(?:\s?\((?:19|20)\d\d\))?"
    r"|\b(?:Resolution|resolution|Res\.?)\s+(?P<number>\d{1,4})(?![\d/])"
)
_TALLY = re.compile(
    r"\b(?P<yes>\d{1,2})\s?[-–]\s?(?P<no>\d{1,2})(?:\s?[-–]\s?(?P<abstain>\d{1,2}))?\b"
)
_FAILED = re.compile(
    r"\b(?:fail(?:ed|ure|s)?|explod(?:ed|ing)|blew\s+up|crashed|unsuccessful(?:ly)?)\b",
    re.IGNORECASE,
)
_REACH = 40  # characters before a weapon in which its number stands
_WORDS_BETWEEN = 4


def read_details(
    text: str, clause: Span, kind: StatementKind, times: Sequence[Span] = ()
) -> dict[str, str]:
    """Give what the clause says beside who did what; keys are those of docs/contract.md.

    Numbers within `times` are days and years.
    """
    return dict(_details(text, clause, kind, times))


def _details(
    text: str, clause: Span, kind: StatementKind, times: Sequence[Span]
) -> Iterator[tuple[str, str]]:
    words = clause.of(text)
    if kind is StatementKind.WEAPON_TEST:
        yield from _weapon_details(text, clause, times)
    if symbol := _SYMBOL.search(words):
        yield "symbol", f"S/RES/{symbol['number']}" if symbol["number"] else symbol[0]
    if kind in {StatementKind.VOTE, StatementKind.ADOPTION} and (tally := _TALLY.search(words)):
        yield "tally", "-".join(part for part in tally.groups() if part)
    if kind in {StatementKind.VOTE, StatementKind.ADOPTION} and "unanimous" in words.casefold():
        yield "unanimous", "yes"


def _weapon_details(text: str, clause: Span, times: Sequence[Span]) -> Iterator[tuple[str, str]]:
    weapons = list(find_weapons(text, clause.start, clause.end))
    if not weapons:
        return
    telling = max(weapons, key=lambda weapon: len(weapon.kinds))
    yield "weapon", telling.kinds[0]
    if telling.system:
        yield "system", telling.system
    if (number := _number_before(text, clause, telling.span, times)) is not None:
        yield "number", str(number)
    if (ordinal := _ordinal_in(text, clause)) is not None:
        yield "ordinal", str(ordinal)
    failed = _FAILED.search(clause.of(text))
    if failed and not (telling.kinds[0] == "nuclear" and failed[0].startswith("explod")):
        yield "outcome", "failure"


def _number_before(text: str, clause: Span, weapon: Span, times: Sequence[Span]) -> int | None:
    """Give how many weapons there are, by the words before; no ordinal and no part of a date."""
    start = max(clause.start, weapon.start - _REACH)
    words = list(re.finditer(r"\S+", text[start : weapon.start]))[::-1][:_WORDS_BETWEEN]
    for word in words:
        place = Span(start + word.start(), start + word.end())
        number = None if _is_ordinal(word[0]) else read_number(word[0])
        if number is not None and not any(time.overlaps(place) for time in times):
            return number
    return None


def _is_ordinal(word: str) -> bool:
    return bool(re.fullmatch(ordinal_pattern(), word, re.IGNORECASE))


def _ordinal_in(text: str, clause: Span) -> int | None:
    """Give which one an act is, counted from the first: 6 for "its sixth nuclear test", none for "its first in a year"."""
    match = _counted().search(text, clause.start, clause.end)
    if match is None or _OF_A_WHILE.match(text, match.end()):
        return None
    return read_number(match["ordinal"])


# "Its first missile test in more than two months": counted from no first.
_OF_A_WHILE = re.compile(
    r"s?(?:\s+[\w-]+){0,3}\s+in\s+(?:[\w-]+\s+){1,4}?(?:years?|months?|weeks?|days)\b",
    re.IGNORECASE,
)


@cache
def _counted() -> re.Pattern[str]:
    table = load_toml("numbers")["counted"]
    nouns, between = any_of(table["nouns"]), any_of(table["between"])
    return re.compile(
        rf"\b(?P<ordinal>{ordinal_pattern()})\s+(?:{between}\s+)*{nouns}",
        re.IGNORECASE,
    )
