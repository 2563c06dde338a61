"""Tells the language of a sentence by its letters and its small words (`tables/languages.toml`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from penholder.tables.load import load_toml

ENGLISH = "en"
UNKNOWN = "und"
# ISO 639-3 for a language without a code of its own: here one that no table knows.
OTHER = "mis"

# Words that are not part of an address, a tag's name or a hyphened word, nor what stands after an apostrophe ("'s").
_WORD = re.compile(r"(?<![\w/=._@#&-])(?<!\w['’])[^\W\d_]+(?![\w/=_@-])(?!\.\w)")
_NO_WORDS = re.compile(r"<[^<>]*>?|\b\w{1,10}://\S+")
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
# Letters that are not Latin, and signs: a first look.
_ELSE = re.compile(
    r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u2bff\ufb00-\ufb06\ufe0f\U0001f000-\U0001faff]"
)
_LETTER = re.compile(r"[^\W\d_]")
# English words among all from which a sentence is English without a look at other languages.
_ENGLISH_SHARE = 0.25
# Small words that it takes to tell a language; parts of names, and of English words those that others share, count half.
_FEWEST = 2
_HALF = 0.5
# Times as many of another language's words as of English ones: Danish has "for", Dutch "is" and "of".
_MARGIN = 1.5


@dataclass(frozen=True, slots=True)
class _Script:
    letters: re.Pattern[str]
    code: str
    told: tuple[tuple[str, re.Pattern[str]], ...]  # languages of the script by letters of their own


@dataclass(frozen=True, slots=True)
class _Words:
    english: Mapping[str, float]  # word → what it counts
    particles: frozenset[str]  # words that count half, and not alone
    others: Mapping[str, tuple[str, ...]]  # word → languages that have it


def tell(sentence: str) -> str:
    """Give the ISO 639-1 code of a sentence's language; "und": its words do not say."""
    if not sentence.isascii() and _ELSE.search(sentence) and (code := _by_script(sentence)):
        return code
    if _is_clearly_english(sentence.split()):
        return ENGLISH
    words = dict.fromkeys(
        told_words(sentence)
    )  # each once, in their order: so a tie falls alike each time
    english = english_words(words)
    code, score = _best(words)
    if score >= _FEWEST and score > _MARGIN * english:
        return code
    return ENGLISH if english > score and _own_words(words) else UNKNOWN


def _is_clearly_english(words: Sequence[str]) -> bool:
    english = english_words(words)
    return english >= _FEWEST and english >= _ENGLISH_SHARE * len(words)


def told_words(sentence: str) -> list[str]:
    """Give the words that may be small ones: those without a capital, and the first; all of a line in capitals."""
    words = _WORD.findall(_NO_WORDS.sub(" ", sentence) if _has_markup(sentence) else sentence)
    small = [word for word in words if word.islower()]
    if small:
        return small if words[0].islower() else [words[0].casefold(), *small]
    return [word.casefold() for word in words if word.isupper()]


def english_words(words: Iterable[str]) -> float:
    """Give how many of the words are small words of English, those that others share by half."""
    known = _words().english
    return sum([known[word] for word in words if word in known])


def is_other(code: str) -> bool:
    """Say whether a language is known to be another than English."""
    return code not in {ENGLISH, UNKNOWN}


def called(code: str) -> str:
    """Give the English name of a language, or its code."""
    table = load_toml("languages")
    names = {row["code"]: name.title() for name, row in table["language"].items()}
    return str((names | table["called"]).get(code, code))


def _own_words(words: Iterable[str]) -> bool:
    """Say whether a small word is among them that English does not share."""
    known = _words().english
    return any(known.get(word) == 1 for word in words)


def _has_markup(sentence: str) -> bool:
    return "<" in sentence or "://" in sentence


def _best(words: Iterable[str]) -> tuple[str, float]:
    """Give the language with most of the words, the first of equals; one known by parts of names alone scores nothing."""
    table = _words()
    scores: defaultdict[str, float] = defaultdict(float)
    sure: set[str] = set()
    for word in words:
        if word not in table.others:
            continue
        part = word in table.particles or (len(word) == 1 and word.isascii())
        for code in table.others[word]:
            scores[code] += _HALF if part else 1
            if not part:
                sure.add(code)
    likely = [(score, code) for code, score in scores.items() if code in sure]
    score, code = max(likely, key=lambda one: one[0], default=(0.0, UNKNOWN))
    return code, score


def _by_script(sentence: str) -> str | None:
    """Give the language by its writing, where most letters are of another than the Latin one."""
    letters = len(_LETTER.findall(sentence))
    foreign = letters - len(_LATIN.findall(sentence))
    if 2 * foreign <= letters:
        return None
    counts = [(len(one.letters.findall(sentence)), one) for one in _scripts()]
    for count, script in counts:
        if count * 5 > letters:  # Japanese has Kana beside more of Han
            return next((code for code, own in script.told if own.search(sentence)), script.code)
    return OTHER


@cache
def _words() -> _Words:
    table = load_toml("languages")
    others: dict[str, list[str]] = {}
    for row in table["language"].values():
        for word in row["words"]:
            others.setdefault(word, []).append(row["code"])
    return _Words(
        english=dict.fromkeys(table["english"]["words"], 1.0)
        | dict.fromkeys(table["english"]["shared"], _HALF),
        particles=frozenset(table["particles"]["words"] + table["english"]["shared"]),
        others={word: tuple(codes) for word, codes in others.items()},
    )


@cache
def _scripts() -> tuple[_Script, ...]:
    return tuple(
        _Script(
            letters=re.compile(f"[{row['letters']}]"),
            code=row["code"],
            told=tuple((code, re.compile(f"[{own}]")) for code, own in row.get("told", ())),
        )
        for row in load_toml("languages")["script"]
    )
