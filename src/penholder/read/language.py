"""Tells the language of a text."""

from __future__ import annotations

# Characters below which nothing certain can be said.
_ENOUGH = 80
# Characters that are looked at: more changes nothing.
_SAMPLE = 4000


def read_language(text: str) -> str:
    """Give the ISO 639-1 code of the text's language, or "und" where it is too short to tell."""
    from resiliparse.parse.lang import detect_fast  # noqa: PLC0415  a compiled library

    sample = text[:_SAMPLE].encode("utf-8", "ignore").decode()
    if len(sample.strip()) < _ENOUGH:
        return "und"
    language, _ = detect_fast(sample)
    return str(language) if language != "unknown" else "und"
