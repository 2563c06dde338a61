"""Says whether the address of a page is made of the words of a title."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote

# Letters that addresses spell with two; where they keep the base alone, NFKD gives it.
_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"})
_ONE = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"})


def is_named_for(url: str, title: str) -> bool:
    """Say whether the part of the address with most words holds the title, and little else."""
    parts = unquote(url).partition("?")[0].split("/")[3:]
    longest = _letters(max(parts, key=len, default="").translate(_ONE))
    spelled = (_letters(title.casefold().translate(letters)) for letters in (_TWO, _ONE))
    return any(len(longest) < 2 * len(name) and name in longest for name in spelled)


def _letters(words: str) -> str:
    """Give letters and digits without their accents."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(filter(str.isalnum, decomposed))
