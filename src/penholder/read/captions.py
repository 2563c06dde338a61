"""Parts the credit of a caption from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from penholder.tables.load import load_toml

# Characters of the longest credit: an agency, a photographer and who passed the picture on.
_LONGEST = 140
_BRACKETS = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\s*$")
_LABEL = re.compile(r"^(?:©|\(c\)|[A-ZÀ-Ýa-zà-ýẢả]{4,10}(?: credit)?:|写真[：=])\s*")
# What stands between a caption and its credit.
_BETWEEN = " \t|/–—-([:·•"


def part_credit(words: str) -> tuple[str, str | None]:
    """Give a caption without its credit, and the credit; a credit alone leaves no words."""
    if match := _find("words", words):
        head = words[: match.start()].rstrip(_BETWEEN)
        return head, _bare(words[match.start() :]) or None
    if match := _BRACKETS.search(words):
        return words[: match.start()], match["credit"]
    return words, None


def _bare(credit: str) -> str:
    """Take off the label and the brackets: "(Photo: UN)" is by the UN."""
    return _LABEL.sub("", credit.strip(_BETWEEN)).strip(" ()[]")


# Characters of the shortest caption, and of the longest, that is known by its credit alone.
_CAPTION = range(12, 700)


def is_credited(words: str) -> bool:
    """Say whether words end with the credit of a picture, as captions alone do."""
    if len(words) not in _CAPTION:
        return False
    match = _find("picture", words)
    return match is not None and match.start() >= _CAPTION.start


def _find(labels: str, words: str) -> re.Match[str] | None:
    """Give the label near the end of words that opens a credit, or None."""
    first_look, pattern = _labels(labels)
    if not first_look.find_matches_as_indexes(words[-_LONGEST:]):  # many times as fast
        return None
    return pattern.search(words, max(0, len(words) - _LONGEST))


@cache
def _labels(name: str) -> tuple[AhoCorasick, re.Pattern[str]]:
    words = load_toml("caption_credits")["opens"][name]
    return AhoCorasick(words), _any_of(words)


_APART = r"(?<!\w)"


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Give the pattern of labels; one with a colon may be glued to what stands before it."""
    parts = (f"{'' if word.endswith(':') else _APART}{re.escape(word)}" for word in words)
    return re.compile("|".join(parts))
