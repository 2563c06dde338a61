"""Tells whether a stop ends its sentence, by the word before it and the words after it."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.inflect import forms_of
from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_csv, load_toml

# So far after a stop the next words are looked at, in characters: a speaker's name and his verb.
_AHEAD = 60
# So far before it the last word is looked for.
_BACK = 20
# All of the sentence so far is its number in a list: "2.", "4.1.".
_NUMBERED = re.compile(r"[\s\"“*(]*\d{1,2}(?:\.\d{1,2})*")
_OPENING = "\"“‘'([ \t\r\n\u00a0"  # marks and blanks before a word
_SMALL = re.compile(r"(?<![\w.-])[a-z]{3,}$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")


def ends_sentence(text: str, rest: Span, match: re.Match[str]) -> bool:
    """Say whether a stop ends the sentence that begins at `rest.start`.

    Args:
        text: the story's text.
        rest: from the sentence's start to the paragraph's end.
        match: the stop with the marks that close after it.
    """
    ahead = text[match.end() : min(match.end() + _AHEAD, rest.end)].lstrip()
    following = ahead.lstrip(_OPENING)
    if not following:
        return True
    before = text[max(rest.start, match.start() - _BACK) : match.start()]
    if following[0].islower():
        return match[0] in ".?" and _ends_without_capital(before, ahead)
    if not match[0].startswith("."):
        return not (match[0][-1] in '"”' and _speaker().match(following))
    if match[0].startswith(".."):
        return True
    if _NUMBERED.fullmatch(before):
        return False
    word = re.search(r"[\w.’']+$", before)
    return word is None or _ends_after(word[0], following, bracketed=ahead[0] in "([")


def _ends_without_capital(before: str, ahead: str) -> bool:
    """Say whether a sentence ends although the next one has a small letter: "i came. the rest left"."""
    word = _SMALL.search(before)
    if word is None or not ahead[0].islower():
        return False
    return not any(word[0] in words for words in _kinds().values())


def _ends_after(word: str, following: str, *, bracketed: bool) -> bool:
    """Say whether a full stop after `word` ends the sentence, before words that have no small letter."""
    kinds = {kind for kind, words in _kinds().items() if word in words or _title(word) in words}
    if "never" in kinds or ("numbered" in kinds and following[0].isdigit()):
        return False
    if kinds and bracketed:
        return False
    if "hours" in kinds:
        return not _goes_with_hour().match(following)
    if "places" in kinds and _place_goes_on().match(following):
        return True
    if kinds & {"may_end", "places"} or _INITIALS.fullmatch(word):
        opener = re.match(r"\w+", following)
        return opener is not None and _title(opener[0]) in _openers()
    return True


def _title(word: str) -> str:
    """Give a word that is all capitals as it stands in the tables."""
    return word.capitalize() if word.isupper() and "." not in word and len(word) > 1 else word


@cache
def _kinds() -> dict[str, frozenset[str]]:
    table = load_toml("abbreviations")
    kinds = ("never", "numbered", "may_end", "places", "hours")
    return {kind: frozenset(table[kind]["words"]) for kind in kinds}


@cache
def _openers() -> frozenset[str]:
    return frozenset(load_toml("abbreviations")["openers"]["words"])


@cache
def _speaker() -> re.Pattern[str]:
    """Give the pattern of who said what was quoted: "Wang Yi asked"."""
    table = load_toml("speech_words")
    verbs = (verb for row in table["verb"] if row.get("inverts") for verb in row["words"])
    said = any_of({one.words for verb in verbs for one in forms_of(verb, table["irregular"])})
    opener = any_of(_openers())
    return re.compile(rf"(?!{opener}\b)(?:[A-Z][\w.’'-]*\s+){{1,4}}{said}")


@cache
def _goes_with_hour() -> re.Pattern[str]:
    """Give the pattern of what follows an hour: "Friday", "EST", "Tokyo time"."""
    follow = any_of(load_toml("abbreviations")["hours"]["follow"])
    return re.compile(rf"{follow}\b|(?:[A-Z][a-z]+\s){{1,3}}time\b|[^\w\s]")


@cache
def _place_goes_on() -> re.Pattern[str]:
    """Give the pattern of a state or capital with a lower-case word behind it: "Moscow agreed"."""
    rows = load_csv("states")
    told = "|".join("|".join((row["name"], row["names"], row["capital"])) for row in rows)
    names = {name for name in told.split("|") if name[:1].isupper() and "." not in name}
    return re.compile(rf"{any_of(names)}(?:\s+[a-z]|,\s)")
