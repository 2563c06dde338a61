"""The one pattern that finds words, made from tables/tokens.toml and tables/abbreviations.toml.

Each repetition either ends with the word or is bounded, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from penholder.tables.load import load_toml

# Letters, digits, accents that stand alone, and the invisible marks that may stand inside a word.
_W = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_LETTER = r"[^\W\d_]"
_APOSTROPHE = r"['’]"
# Nothing but closing marks up to the end of the sentence.
_AT_END = r"[\"”’')\]]*\s*\Z"

# Words between blanks are most of a text; they need no other look.
_PLAIN = rf"{_LETTER}{{2,}}(?=[ \n])"
# Papers of the UN: "S/RES/2397 (2017)", "S/2022/431", "A/73/PV.6".
_SYMBOL = r"\b[A-Z]{1,4}/(?=[\w/.-]{0,30}\d)(?:[\w.-]{1,12}/){0,4}[\w.-]{0,12}\w\b(?: \(\d{4}\))?"
_LINK = r"(?:https?://|www\.)[^\s<>\"”]*[\w/]"
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]{0,63}(?:\.[\w-]{1,63}){0,5}"
# Such as "1,000", "3.5", "10:30" and "2.1.4".
_NUMBER = r"(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}|\d+)(?:[.:]\d+){0,8}"
_DAY_OR_FRACTION = r"\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])|\d{4}-\d\d-\d\d(?![\d-])"
# With its area: "500-1000" alone is a range.
_TELEPHONE = r"(?:(?:\+?\d{1,3}-)?\d{3}-|(?<=\))|(?<=\) ))\d{3}-\d{4}(?![\d-])"
_SHORT_NUMBER = rf"(?<![\w.])\.\d+|(?<!\w){_APOSTROPHE}\d\ds?\b|\+\d+"
# Such as "U.S.", "e.g.", "Ph.D." and "U.S.A".
_DOTTED = rf"(?<!{_LETTER})(?:[A-Za-z]|Ph|Sc)\.(?:[A-Za-z]\.|Sc\.)*(?:[A-Za-z]|Sc)(?:\.|\b)(?!{_W})"
_INITIAL = rf"(?<!{_W})[A-Z]\.(?!{_AT_END})"
_FIRMS = r"\b[A-Z]{1,4}(?:&[A-Z]{1,4})+\b"
# A word that a speaker breaks off: "th- the".
_BROKEN_OFF = r"(?<![\w-])[A-Za-z]{1,2}-(?=\s)"
_TAG = r"(?<!\w)[#@][A-Za-z_]\w*"
_SIGNS = r"[!?]{2,}|([.*=<>~#+–—-])\1+|''|``|‘‘|’’"


@dataclass(frozen=True, slots=True)
class Shapes:
    """What a word looks like."""

    any: re.Pattern[str]  # one word, or two that stand in `splits`
    splits: Mapping[str, int]  # words that are two words, with the place of the cut


@cache
def token_shapes() -> Shapes:
    """Give the shapes by the tables."""
    splits = [word.split("|") for word in _words("splits")]
    return Shapes(
        any=re.compile("|".join(_alternatives())),
        splits={"".join(parts): len(parts[0]) for parts in splits},
    )


def _alternatives() -> Iterable[str]:
    """Give the shapes, those first that others would cut."""
    clitics, units = _any(_words("clitics")), _any(_words("units"))
    yield from (
        _PLAIN,
        _SYMBOL,
        _LINK,
        _MAIL,
        _addresses(),
        rf"(?:{_any(_words('faces'))})(?!{_W})",
    )
    yield from (_DAY_OR_FRACTION, _TELEPHONE, _SHORT_NUMBER)
    yield rf"{_NUMBER}(?=(?i:{units})(?!{_W}))|{_NUMBER}(?!{_W}|[.,:]\d)"
    yield rf"(?<!{_W})(?:{_any(_words('currencies'))})\$"
    yield from (_DOTTED, _INITIAL, _abbreviations(), _FIRMS, _BROKEN_OFF, _TAG)
    yield rf"(?i:(?<!{_W})(?:{_any(_words('wholes'))})\b)"
    yield rf"(?i:(?<=\S)(?:{_APOSTROPHE}|`)(?:{clitics})\b|(?<={_W})n{_APOSTROPHE}t\b)"
    yield _prefixed()
    yield rf"(?i:{_W}+(?=n{_APOSTROPHE}t\b))"
    yield rf"(?i:{_W}+(?:{_APOSTROPHE}(?!(?:{clitics})\b){_W}+)*)"
    yield from (_SIGNS, r"\S")


def _addresses() -> str:
    """Give the shape of "press.un.org" and "list.pdf"."""
    return (
        rf"(?<![\w.])\w[\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{0,5}}\.(?:{_any(_words('addresses'))})\b"
    )


def _abbreviations() -> str:
    """Give the shape of words that keep their stop."""
    table = load_toml("abbreviations")
    inside = {
        word for kind in ("never", "may_end") for word in table[kind]["words"] if word.isalpha()
    }
    both = {*inside, *(word.upper() for word in inside)}
    return (
        rf"(?<!{_W})(?:(?:{_any(both)})\.(?!{_AT_END})|(?:{_any(_words('closing'))})\."
        rf"|(?:{_any(table['numbered']['words'])})\.(?=\s?\d))"
    )


def _prefixed() -> str:
    """Give the shape of "anti-ship", "anti-U.S." and "mid-1980s"."""
    linking = _any(_words("linking"))
    word = rf"(?!(?:{linking})\b)(?:(?:{_LETTER}\.){{2,6}}|{_LETTER}{_W}*|\d{{4}}s?\b)"
    return rf"(?i:(?<![\w-])(?:{_any(_words('prefixes'))})-{word})"


def _words(section: str) -> tuple[str, ...]:
    return tuple(load_toml("tokens")[section]["words"])


def _any(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
