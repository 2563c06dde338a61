"""Finds words in stories, quotes and statements, and marks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from penholder.errors import NotFoundError
from penholder.store import newest_words
from penholder.store.full_text import INDEXED, Indexed

# What stands around a word that was found, in the words that come back.
OPEN, CLOSE = "\x02", "\x03"
# How many words around the first find are shown.
_SHOWN = 24
# Finds of each noun that are weighed against each other, the newest: to weigh all that hold "missile" takes a second.
_WEIGHED = {"sqlite": 2_000, "postgresql": newest_words.WEIGHED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A story, quote or statement that holds all the words."""

    noun: str  # stories | quotes | statements
    story: str
    place: int | None  # of the quote or statement in its story
    date: str | None  # of the story
    words: str  # some of its words, those that were found between OPEN and CLOSE


def search(
    ledger: Connection, words: Sequence[str], nouns: Sequence[str], most: int
) -> tuple[Found, ...]:
    """Give what holds all the words, in any of their forms; words in one string stand together.

    The best of the newest come first (`weighed` says of how many), at most `most` of each noun.

    Raises:
        NotFoundError: nothing holds them.
    """
    find = _postgres if ledger.dialect.name == "postgresql" else _sqlite
    typed = [word.replace("\0", "") for word in words if any(map(str.isalnum, word))]
    found = [row for one in INDEXED if one.noun in nouns for row in find(ledger, one, typed, most)]
    if not found:
        raise NotFoundError(
            " ".join(words), fault="nothing in the ledger holds these words", remedy="Try fewer"
        )
    return tuple(found)


def weighed(ledger: Connection) -> int:
    """Give how many finds of each noun are weighed against each other."""
    return _WEIGHED[ledger.dialect.name]


def _sqlite(ledger: Connection, one: Indexed, words: Sequence[str], most: int) -> Iterator[Found]:
    newest = (
        f"SELECT rowid AS found, bm25({one.index}) AS score FROM {one.index}"  # noqa: S608
        f" WHERE {one.index} MATCH :words ORDER BY rowid DESC LIMIT {_WEIGHED['sqlite']}"
    )
    best = f"SELECT found, score FROM ({newest}) AS weighed ORDER BY score, found DESC LIMIT :most"  # noqa: S608
    # Each snippet is asked for by itself: else all that are weighed would be cut.
    words_of = (
        f"(SELECT snippet({one.index}, -1, :open, :close, '…', {_SHOWN}) FROM {one.index}"  # noqa: S608
        f" WHERE {one.index} MATCH :words AND {one.index}.rowid = found)"
    )
    query = (
        f"SELECT {_head(one)}, {words_of} AS words FROM ({best}) AS best"  # noqa: S608
        f" JOIN {one.table} AS part ON part.no = found {_join(one)}"
        f" ORDER BY score, {_order(one)}"
    )
    quoted = " AND ".join('"{}"'.format(word.replace('"', '""')) for word in words)
    asked = {"words": quoted or '""', "open": OPEN, "close": CLOSE, "most": most}
    yield from _found(ledger, one, text(query), asked)


def _postgres(ledger: Connection, one: Indexed, words: Sequence[str], most: int) -> Iterator[Found]:
    asked = {f"word{number}": word for number, word in enumerate(words)}
    wanted = " && ".join(f"phraseto_tsquery('english', :{name})" for name in asked)
    newest = newest_words.newest_with(ledger, one, wanted, asked) if words else []
    shown = f"'StartSel={OPEN}, StopSel={CLOSE}, MaxWords={_SHOWN}, MinWords=12'"
    query = text(
        f"SELECT {_head(one)}, ts_headline('english', {one.joined('part')}, {wanted}, {shown}) AS words"  # noqa: S608
        f" FROM {one.table} AS part {_join(one)} AND part.no IN :newest"
        f" ORDER BY ts_rank(part.words, {wanted}) DESC, {_order(one)} LIMIT :most"
    ).bindparams(bindparam("newest", expanding=True))
    if newest:
        yield from _found(ledger, one, query, {**asked, "newest": newest, "most": most})


def _found(
    ledger: Connection, one: Indexed, query: TextClause, asked: dict[str, Any]
) -> Iterator[Found]:
    for row in ledger.execute(query, asked).mappings():
        yield Found(noun=one.noun, **row)


def _head(one: Indexed) -> str:
    if one.noun == "stories":
        return "part.id AS story, NULL AS place, part.date AS date"
    return "whole.id AS story, part.place AS place, whole.date AS date"


def _join(one: Indexed) -> str:
    if one.noun == "stories":
        return "WHERE part.current"
    return "JOIN story_versions AS whole ON whole.no = part.version WHERE whole.current"


def _order(one: Indexed) -> str:
    return "story, place" if one.noun != "stories" else "story"
