"""Names of states, bodies and groups, as tables give them, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from penholder.find.phrases import any_of
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_csv, load_toml

_COUNCIL = ActorId("UNSC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a name stands for."""

    actor: Actor
    how: str  # name | adjective
    needs: ActorId | None = None  # only once this one has been named
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()


def find_listed(text: str) -> Iterator[Mention]:
    """Yield each state, body and group of the tables that a text names, in reading order."""
    pattern, entries = _lexicon()
    named: set[ActorId] = set()
    for match in pattern.finditer(text):
        entry = next((e for e in entries[_key(match[0])] if _fits(e, text, match, named)), None)
        if entry is None:
            continue
        named.add(entry.actor.id)
        yield Mention(
            span=Span(match.start(), match.end()), text=match[0], actor=entry.actor, how=entry.how
        )


@cache
def actor_of_state(state: ActorId) -> Actor:
    """Give a state by its alpha-3 code.

    Raises:
        KeyError: no state has that code.
    """
    return next(actor for actor in _states().values() if actor.id == state)


@cache
def body_named(body: ActorId) -> Actor:
    """Give a body or group by its id.

    Raises:
        KeyError: no body has that id.
    """
    return _bodies()[body]


def _fits(entry: Entry, text: str, match: re.Match[str], named: set[ActorId]) -> bool:
    if entry.needs and entry.needs not in named and not _is_named_later(entry, text):
        return False
    before = text[max(0, match.start() - 30) : match.start()].rstrip()
    after = text[match.end() : match.end() + 40].lstrip()
    return not before.endswith(entry.unless_before) and not after.startswith(entry.unless_after)


def _is_named_later(entry: Entry, text: str) -> bool:
    """Say whether a text names the other body that a name needs: the Council, of "the A3"."""
    return entry.needs != entry.actor.id and any(words in text for words in _names_of(entry.needs))


@cache
def _names_of(body: ActorId | None) -> tuple[str, ...]:
    rows = load_toml("bodies")
    return tuple(
        words
        for row in (*rows["body"], *rows["group"])
        for words in row["words"]
        if row["id"] == body and not _needed(row)
    )


@cache
def _states() -> Mapping[str, Actor]:
    return {
        row["id"]: Actor(id=ActorId(row["id"]), name=row["name"], kind=ActorKind.STATE)
        for row in load_csv("states")
    }


@cache
def _bodies() -> Mapping[ActorId, Actor]:
    table = load_toml("bodies")
    bodies = {ActorId(row["id"]): _body(row, ActorKind.BODY) for row in table["body"]}
    groups = {ActorId(row["id"]): _body(row, ActorKind.GROUP) for row in table["group"]}
    return bodies | groups


def _body(row: Mapping[str, Any], kind: ActorKind) -> Actor:
    state = row.get("state")
    return Actor(
        id=ActorId(row["id"]),
        name=row["name"],
        kind=kind,
        state=ActorId(state) if state else None,
        members=tuple(map(ActorId, row.get("members", ()))),
    )


@cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, tuple[Entry, ...]]]:
    entries: dict[str, tuple[Entry, ...]] = {}
    for words, entry in (*_body_entries(), *_state_entries()):
        entries[_key(words)] = (*entries.get(_key(words), ()), entry)
    # "the North Korean leader" is not "the North".
    return re.compile(any_of(entries) + r"(?!\s+Korea)"), entries


def _state_entries() -> Iterator[tuple[str, Entry]]:
    for row in load_csv("states"):
        actor = _states()[row["id"]]
        names = (row["name"], *_split(row["names"]), *_split(row["capital"]))
        entry = Entry(
            actor=actor,
            how="name",
            unless_before=_split(row["unless_before"]),
            unless_after=_split(row["unless_after"]),
        )
        # "The South" is South Korea only where the story has named South Korea.
        short = replace(entry, needs=actor.id)
        for name in names:
            yield from _cased(name, short if name.startswith("the ") else entry)
        yield from ((name, replace(entry, how="adjective")) for name in _split(row["adjectives"]))


def _body_entries() -> Iterator[tuple[str, Entry]]:
    table = load_toml("bodies")
    for row in (*table["body"], *table["group"]):
        entry = Entry(
            actor=_bodies()[ActorId(row["id"])],
            how="name",
            needs=_needed(row),
            unless_before=tuple(row.get("unless_before", ())),
            unless_after=tuple(row.get("unless_after", ())),
        )
        for words in row["words"]:
            yield from _cased(words, entry)


def _needed(row: Mapping[str, Any]) -> ActorId | None:
    """Give the body that must have been named: `needs`, or itself where `needs_story` says so."""
    needed = row.get("needs") or (row["id"] if row.get("needs_story") else None)
    return ActorId(needed) if needed else None


def _cased(words: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """Yield the words, and those that begin in lower case also as they begin a sentence."""
    yield words, entry
    if words[0].islower():
        yield f"{words[0].upper()}{words[1:]}", entry


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words))
