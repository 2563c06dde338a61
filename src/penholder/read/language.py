"""Tells the language of a text."""

from __future__ import annotations

ENGLISH = "en"
UNKNOWN = "und"

# Characters below which nothing certain can be said.
_ENOUGH = 80
# Characters that are looked at: more changes nothing.
_SAMPLE = 4000
# Words that no other language shares, and characters to one of them: news prose has one in 25, and
# pages full of names and markup, which the detector takes for Latin or Swedish, one in 100.
_ONLY_ENGLISH = (" the ", " of ", " and ", " that ", " with ", " was ", " said ", " from ")
_TO_ONE = 150


def read_language(text: str) -> str:
    """Give the ISO 639-1 code of the text's language, or "und" where it is too short to tell."""
    sample = text[:_SAMPLE].encode("utf-8", "ignore").decode()
    if len(sample.strip()) < _ENOUGH:
        return UNKNOWN
    if sum(map(sample.count, _ONLY_ENGLISH)) * _TO_ONE >= len(sample):
        return ENGLISH
    return _detected(sample)


def is_foreign(language: str) -> bool:
    """Say whether a text is in a language that penholder does not read."""
    return language not in {ENGLISH, UNKNOWN}


def _detected(sample: str) -> str:
    from resiliparse.parse.lang import detect_fast  # noqa: PLC0415  a compiled library

    language, _ = detect_fast(sample)
    return str(language) if language != "unknown" else UNKNOWN
