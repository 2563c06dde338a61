"""How a statement refers to its event: as the latest, as a habit, by its number."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from penholder.find.phrases import any_of
from penholder.tables.load import load_toml


class Manner(StrEnum):
    """How an event is referred to."""

    PLAIN = "plain"  # "North Korea fired a missile"
    LATEST = "latest"  # "its latest nuclear test"
    EARLIER = "earlier"  # "its previous nuclear test": by its time alone
    SEVERAL = "several"  # "its launches of July": of one day at most one event
    HABIT = "habit"  # "has repeatedly tested missiles": no single event


def manner_of(words: str) -> Manner:
    """Say how a statement's words refer to what they report."""
    if many := _of_many().search(words, 1):
        told = manner_of(words[: many.start()])
        return Manner.LATEST if told is Manner.PLAIN else told
    latest = _pattern("latest").search(words)
    words = _ASIDE.sub("", words)
    for manner, pattern in ((Manner.HABIT, _habit()), (Manner.SEVERAL, _plural())):
        many = pattern.search(words)
        # "The latest test, following two others" is one.
        if many and not (latest and "," in words[latest.end() : many.start()]):
            return manner
    if latest:
        return Manner.LATEST
    return Manner.EARLIER if _earlier().search(words) else Manner.PLAIN


def is_of_the_evening(words: str) -> bool:
    """Say whether the words put the event late in somebody's day."""
    return bool(_pattern("evening").search(words))


# What a clause behind a comma tells of something else: "from Sinpo, where efforts were seen previously".
_ASIDE = re.compile(r",\s+(?:where|which|who|whose)\s[^,]*$")


@cache
def _pattern(sort: str) -> re.Pattern[str]:
    return re.compile(any_of(load_toml("references")[sort]["words"]), re.IGNORECASE)


@cache
def _earlier() -> re.Pattern[str]:
    """Give the pattern of one test before another: "its previous nuclear test"."""
    row = load_toml("references")["earlier"]
    before = "".join(rf"(?<!\b{word}\s)" for word in row["not_after"])
    named = rf"\s+(?:[\w\-]+\s+){{0,2}}{any_of(row['nouns'])}"
    return re.compile(rf"{before}{any_of(row['words'])}{named}", re.IGNORECASE)


@cache
def _of_many() -> re.Pattern[str]:
    return re.compile(any_of(load_toml("references")["latest"]["of_many"]), re.IGNORECASE)


@cache
def _habit() -> re.Pattern[str]:
    table = load_toml("references")["habit"]
    measure = rf"\s+{any_of(table['not_before'])}\b"
    return re.compile(rf"{any_of(table['words'])}(?!(?<=times){measure})", re.IGNORECASE)


@cache
def _plural() -> re.Pattern[str]:
    table = load_toml("references")["plural"]
    before = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in table["after"])
    return re.compile(before + any_of(table["words"]), re.IGNORECASE)
