"""Search over the words of stories, quotes and statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from fastapi import Query

from penholder.errors import NotFoundError
from penholder.serve.searching import found_json
from penholder.serve.web.asking import Ledger
from penholder.serve.web.entries import Entry
from penholder.serve.web.pages import Page
from penholder.serve.web.rendering import as_path, story_at
from penholder.store.search import CLOSE, OPEN, Found, search, weighed

Json = dict[str, Any]

_MOST, _MOST_OF_ONE = 20, 100  # of each noun, and of one that is asked for alone
_WORDS = re.compile(r'"([^"]+)"|(\S+)')
_Words = Annotated[str, Query(max_length=300, description='Words; "quoted words" stand together.')]
_NOUNS = ("stories", "quotes", "statements")
_Noun = Annotated[Literal["", "stories", "quotes", "statements"], Query(alias="in")]
_LETTERS = {"quotes": "q", "statements": "s"}


def find_words(ledger: Ledger, words: _Words = "", noun: _Noun = "") -> Json:
    """Give what holds all the words, the best of the newest in front: twenty of each noun, or a hundred of one."""
    typed = [quoted or word for quoted, word in _WORDS.findall(words)]
    nouns, most = ((noun,), _MOST_OF_ONE) if noun else (_NOUNS, _MOST)
    try:
        found = search(ledger, typed, nouns, most) if typed else ()
    except NotFoundError:
        found = ()
    told = [{**one, "path": _path(one)} for one in found_json(found)]
    return {
        "words": words,
        "most": most,
        "weighed": weighed(ledger),
        "found": told,
        "marked": [_pieces(one) for one in found],
    }


def _path(one: Mapping[str, Any]) -> str:
    if one["place"] is None:
        return f"/stories/{as_path(one['story'])}"
    return story_at(one["story"], _LETTERS[one["noun"]], one["place"])


def _pieces(one: Found) -> list[tuple[str, bool]]:
    """Give the words in pieces, each with whether it was searched for."""
    pieces = re.split(f"{OPEN}(.*?){CLOSE}", one.words, flags=re.DOTALL)
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in found["found"]:
        path = one["path"]
        yield Entry(path=path, title=one["words"], summary=one["story"], day=one["date"])


PAGES = (Page(path="/search", template="search.html", find=find_words, entries=_entries),)
