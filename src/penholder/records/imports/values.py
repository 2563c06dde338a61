"""Single values of downloaded files: numbers and JSON, read so that odd ones are refused, not met later."""

from __future__ import annotations

import json
import re


def read_number(words: str) -> int | None:
    """Give 13 for "013" and "13.0" and 0 for an empty cell; None: it is no number of votes."""
    found = re.fullmatch(r"\s*0*([0-9]{1,4})?(?:\.0)?\s*", words)
    return int(found[1] or 0) if found else None


def read_json(words: str) -> object:
    """Give what a text says in JSON.

    Raises:
        ValueError: it is no JSON, is nested beyond reason, or holds halves of characters.
    """
    try:
        value = json.loads(words)
    except RecursionError as fault:
        raise ValueError("it is nested too deep") from fault
    if "\\ud" in words.casefold():
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value
