"""Reads the particulars of a statement: weapon, number, symbol, tally, outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.numbers import read_number
from penholder.find.weapons import find_weapons
from penholder.model.span import Span
from penholder.model.statement import StatementKind

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
_COUNT = re.compile(r"(?:^|\s)(?P<number>[\w,]+(?:\s+dozen)?)\s+(?:[\w\-]+\s+){0,3}$")


def read_details(text: str, clause: Span, kind: StatementKind) -> dict[str, str]:
    """Give what the clause says beside who did what; keys are those of docs/contract.md."""
    return dict(_details(text, clause, kind))


def _details(text: str, clause: Span, kind: StatementKind) -> Iterator[tuple[str, str]]:
    words = clause.of(text)
    if kind is StatementKind.WEAPON_TEST:
        yield from _weapon_details(text, clause)
    if symbol := _SYMBOL.search(words):
        yield "symbol", f"S/RES/{symbol['number']}" if symbol["number"] else symbol[0]
    if kind in {StatementKind.VOTE, StatementKind.ADOPTION} and (tally := _TALLY.search(words)):
        yield "tally", "-".join(part for part in tally.groups() if part)
    if kind in {StatementKind.VOTE, StatementKind.ADOPTION} and "unanimous" in words.casefold():
        yield "unanimous", "yes"


def _weapon_details(text: str, clause: Span) -> Iterator[tuple[str, str]]:
    weapons = list(find_weapons(text, clause.start, clause.end))
    if not weapons:
        return
    telling = max(weapons, key=lambda weapon: len(weapon.kinds))
    yield "weapon", telling.kinds[0]
    if telling.system:
        yield "system", telling.system
    if (number := _number_before(text, clause, telling.span)) is not None:
        yield "number", str(number)
    if _FAILED.search(clause.of(text)):
        yield "outcome", "failure"


def _number_before(text: str, clause: Span, weapon: Span) -> int | None:
    lead = _COUNT.search(text[max(clause.start, weapon.start - 40) : weapon.start])
    if not lead:
        return None
    words = text[max(clause.start, weapon.start - 40) : weapon.start].split()
    return next((n for word in words[::-1][:4] if (n := read_number(word)) is not None), None)
