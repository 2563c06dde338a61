"""Offices that a text names, with the state or body that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.phrases import any_of
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

_STATE = "{S} "
# "South Korea's liberal president": after a possessive any adjective may stand, but for "deputy".
_JOINED = re.compile(
    r"^(?:(?:['’]s)?[\s\-]+(?:new\s+|former\s+|then-?\s*|top\s+)?"
    r"|['’]s?\s+(?!(?:deputy|vice|assistant|associate|junior|under)\b)[a-z\-]+\s+)$",
    re.IGNORECASE,
)
# "The North Korean ambassador to China" is not the one at the UN.
_ELSEWHERE = re.compile(r"\s+(?:to|in)\s+(?:the\s+)?(?!U\.?N\b|United\s+Nations|Security)[A-Z]")
_ARTICLE = re.compile(r"\b(?:the|an|a|our|its)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Words that name an office: "the US ambassador to the UN"."""

    span: Span
    words: str  # without the article
    id: str  # "un_ambassador"
    label: str
    scope: ActorId | None  # "USA", "UN"; None: the words do not say
    title_only: bool  # "President Trump": no office by itself
    article: bool  # "the …", "a …"
    also: tuple[str, ...] = ()  # further offices that the words can mean
    loose: bool = False  # the words are said of others too
    owned: bool = False  # the state stands before it: "South Korean …"

    @property
    def ids(self) -> tuple[str, ...]:
        """Give every office that the words can mean, the nearest first."""
        return (self.id, *self.also)


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    label: str
    scope: ActorId | None
    title_only: bool
    needs_state: bool
    also: tuple[str, ...]
    loose: bool


def find_offices(text: str, listed: Sequence[Mention]) -> Iterator[Office]:
    """Yield each office that a text names, in reading order."""
    pattern, rows = _lexicon()
    ends = {mention.span.end: mention for mention in listed if _gives_scope(mention)}
    for match in pattern.finditer(text):
        owner = _owner(text, match.start(), ends)
        row = _choose(rows[_key(match[0])], owner)
        if row and not (row.id == "un_ambassador" and _ELSEWHERE.match(text, match.end())):
            yield _office(text, match, row, owner)


def _choose(rows: Sequence[_Row], owner: Mention | None) -> _Row | None:
    """Prefer a row whose state stands before it; else one that needs none."""
    fitting = [row for row in rows if row.needs_state and owner] or [
        row for row in rows if not row.needs_state
    ]
    return fitting[0] if fitting else None


def _office(text: str, match: re.Match[str], row: _Row, owner: Mention | None) -> Office:
    start = owner.span.start if owner else match.start()
    article = _ARTICLE.search(text, max(0, start - 6), start)
    scope = (owner.actor.state or owner.actor.id) if owner else row.scope
    return Office(
        span=Span(article.start() if article else start, match.end()),
        words=" ".join(text[start : match.end()].split()),
        id=row.id,
        label=row.label,
        scope=row.scope or scope,
        title_only=row.title_only,
        article=bool(article),
        also=row.also,
        loose=row.loose,
        owned=bool(owner) and row.scope is None,
    )


def _owner(text: str, start: int, ends: Mapping[int, Mention]) -> Mention | None:
    for gap in range(1, 24):
        mention = ends.get(start - gap)
        if mention and _JOINED.match(text[mention.span.end : start]):
            return mention
    return None


def _gives_scope(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.STATE or mention.actor.state is not None


@cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, tuple[_Row, ...]]]:
    rows: dict[str, tuple[_Row, ...]] = {}
    for table_row in load_toml("offices")["office"]:
        for words in table_row["words"]:
            key = _key(words.removeprefix(_STATE).removeprefix("the "))
            rows[key] = (*rows.get(key, ()), _row(table_row, words.startswith(_STATE)))
    return re.compile(any_of(rows)), rows


def _row(row: Mapping[str, Any], needs_state: bool) -> _Row:
    scope = row.get("scope")
    return _Row(
        row["id"],
        row["label"],
        ActorId(scope) if scope else None,
        row.get("title_only", False),
        needs_state,
        tuple(row.get("also", ())),
        row.get("loose", False),
    )


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words))
