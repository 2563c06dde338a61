"""Marks the statements in which somebody takes a position, by the rows of tables/positions.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from penholder.find.found import Found
from penholder.find.phrases import blanks
from penholder.find.sides import Side, own_side, states_of
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.model.statement import Statement, StatementKind
from penholder.tables.load import load_toml

# Statements of any others' doing that tell what is said: whoever is named last before the words holds the position.
_TOLD = frozenset({StatementKind.STATEMENT, StatementKind.OTHER})
# Characters after what is meant in which its state can be named: "talks, he said on Monday, with the North".
_REACH = 60
# Characters before a test in which its state can be named: "the North conducted its fourth nuclear test".
_BEFORE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One way of saying what one stands for."""

    position: str
    kinds: frozenset[str]
    polarities: frozenset[str]
    rules: frozenset[str]  # of acts.toml, that made the statement; empty: any
    not_by: frozenset[str]
    pattern: re.Pattern[str]
    unless: re.Pattern[str]
    earlier: bool  # its words may begin before the statement's, in the same sentence
    subject: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Position:
    """A position with the states that it is about."""

    name: str
    on: tuple[ActorId, ...]


def mark_positions(found: Found, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; each in which its actors take a position with that, and the state that it is about."""
    for one in statements:
        taken = tuple(_taken(found, one)) if one.actor else ()
        yield replace(one, detail={**one.detail, **_mark(taken)}) if taken else one


def _mark(taken: Sequence[_Position]) -> dict[str, str]:
    names = dict.fromkeys(one.name for one in taken)
    on = dict.fromkeys(state for one in taken for state in one.on)
    return {"position": " ".join(names)} | ({"position_on": " ".join(on)} if on else {})


def _taken(found: Found, one: Statement) -> Iterator[_Position]:
    """Yield each position that the statement's actors take; what others say that they want is none."""
    own = own_side(one.actor)
    if one.attributed_to and not own.holds(one.attributed_to):
        return
    for row in _rows():
        if _may_be_of(row, one, own) and (match := _match(row, found, one)):
            on = _subject(row, found, one, match)
            if _is_held(found, one, match) and not (row.position == "condemn" and _of_own(found, own, match, on)):  # fmt: skip
                yield _Position(name=row.position, on=on)


def _may_be_of(row: _Row, one: Statement, own: Side) -> bool:
    by_kind = one.kind.value in row.kinds and one.polarity.value in row.polarities
    by_rule = not row.rules or (one.rule in row.rules and one.attributed_to is not None)
    return by_kind and by_rule and not row.not_by & own.ids


def _match(row: _Row, found: Found, one: Statement) -> re.Match[str] | None:
    start = _subject_start(found, one.span) if row.earlier else one.span.start
    matches = row.pattern.finditer(found.text, start, one.span.end)
    return next((one for one in matches if not row.unless.search(one[0])), None)


def _subject_start(found: Found, span: Span) -> int:
    """Give where the sentence begins in which the words stand, or what is quoted of it."""
    quote = found.quote_at(span)
    start = found.sentence_at(span.start).start
    return min(span.start, max(start, quote.span.start if quote else start))


def _is_held(found: Found, one: Statement, match: re.Match[str]) -> bool:
    """Say whether the actors themselves hold it: "he said he wants talks", not "he said the North wants talks"."""
    own = own_side(one.actor)
    if who := match.groupdict().get("who"):
        named = found.names.within(*match.span("who"))
        return own.holds(named[-1].actor) if named else bool(_themselves().match(who))
    if one.kind not in _TOLD or match.re in _impersonal():
        return True
    before = found.names.within(one.span.start, match.start())
    return not before or own.holds(before[-1].actor)


def _of_own(found: Found, own: Side, match: re.Match[str], on: Sequence[ActorId]) -> bool:
    """Say whether the only state that is named with what is condemned is the speaker's: nobody condemns their own test."""
    stretch = Span(_lead(found, match), match.end("object"))
    begins = match.start("object") == match.start()
    ids = [name.actor.id for name in found.names.within(stretch.start, stretch.end)] if begins else _owner(found, stretch)  # fmt: skip
    return not on and not own.ids.isdisjoint(ids)


def _lead(found: Found, match: re.Match[str]) -> int:
    """Give where those may be named whose test it is: before the words, where these begin with it."""
    if match.start("object") > match.start():
        return match.start()
    return max(found.sentence_at(match.start()).start, match.start() - _BEFORE)


def _subject(row: _Row, found: Found, one: Statement, match: re.Match[str]) -> tuple[ActorId, ...]:
    own = own_side(one.actor)
    for way in row.subject:
        if named := [state for state in _named(way, found, one, match) if state not in own.ids]:
            return tuple(dict.fromkeys(named))
    return ()


def _named(way: str, found: Found, one: Statement, match: re.Match[str]) -> Sequence[ActorId]:
    if way in {"target", "only target"}:
        states = _targets(found, one, match)
        return states if way == "target" or len(states) == 1 else ()
    has_object = "object" in match.re.groupindex
    end = match.end("object") if has_object else match.end()
    if way == "before":
        return _owner(found, Span(_lead(found, match) if has_object else match.start(), end))
    stretch = Span(end, min(end + _REACH, found.sentence_at(match.start()).end))
    return _after(way, found, stretch)


def _targets(found: Found, one: Statement, match: re.Match[str]) -> Sequence[ActorId]:
    """Give the states that are acted upon by the words that matched, and are not only to act on others."""
    if _through().search(match[0]):
        return ()
    named = {name.actor.id for name in found.names.within(*match.span())}
    told = (state for actor in one.target if actor.id in named for state in states_of(actor))
    return list(dict.fromkeys(told))


def _owner(found: Found, stretch: Span) -> Sequence[ActorId]:
    """Give the states whose it is: "North Korea's test", "the North Korean launch"."""
    named = found.names.within(stretch.start, stretch.end)
    owners = [one for one in named if one.how == "adjective" or _OWNS.match(found.text, one.span.end) or one.text[-2:] in {"'s", "’s"}]  # fmt: skip
    return states_of(owners[-1].actor) if owners else ()


_OWNS = re.compile(r"['’]s?(?=\s)")


def _after(word: str, found: Found, stretch: Span) -> Sequence[ActorId]:
    """Give the states named after a word, and those joined to them: "between Seoul and Washington"."""
    named = found.names.within(stretch.start, stretch.end)
    led = re.compile(rf"\b{word}\s+(?:(?:the|both|a|an)\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
    for place, one in enumerate(named):
        if states_of(one.actor) and led.search(found.text[stretch.start : one.span.start]):
            joined = [other for other, last in zip(named[place + 1 :], named[place:], strict=False) if _AND.fullmatch(found.text[last.span.end : other.span.start])][:1]  # fmt: skip
            return [state for name in (one, *joined) for state in states_of(name.actor)]
    return ()


_AND = re.compile(r",?\s+and\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _through() -> re.Pattern[str]:
    return re.compile(rf"\b{blanks(load_toml('positions')['through'])}\b", re.IGNORECASE)


@cache
def _themselves() -> re.Pattern[str]:
    words = load_toml("positions")["themselves"]
    return re.compile(rf"(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _impersonal() -> frozenset[re.Pattern[str]]:
    return frozenset(_compiled(one["pattern"]) for one in load_toml("positions")["position"] if one.get("impersonal"))  # fmt: skip


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(_row(row) for row in load_toml("positions")["position"])


def _row(row: Mapping[str, Any]) -> _Row:
    return _Row(
        position=row["position"],
        kinds=frozenset(row["kinds"]),
        polarities=frozenset(row.get("polarities", ["asserted"])),
        rules=frozenset(row.get("rules", ())),
        not_by=frozenset(row.get("not_by", ())),
        pattern=_compiled(row["pattern"]),
        unless=_compiled(row["unless"]),
        earlier=row.get("earlier", False),
        subject=tuple(row["subject"]),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    macros: Mapping[str, str] = load_toml("positions")["macros"]
    while any(f"{{{name}}}" in pattern for name in macros):
        for name, part in macros.items():
            pattern = pattern.replace(f"{{{name}}}", part)
    return re.compile(blanks(pattern), re.IGNORECASE)
