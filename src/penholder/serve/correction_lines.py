"""Tells what people decided about events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def correction_lines(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield two lines for each correction, or three: what was decided, by whom and why, who took it back."""
    for one in found:
        yield f"{one['number']} {_what(one)}"
        yield f"    {one['made_at']} {one['made_by']}: {one['note']}"
        if one["withdrawn_at"]:
            yield f"    taken back {one['withdrawn_at']} by {one['withdrawn_by']}"


def _what(one: Mapping[str, Any]) -> str:
    if one["act"] == "merge":
        return f"merge {one['event']} with {one['other']}"
    if one["act"] == "correct":
        return f"correct {one['event']}: {one['field']} is {one['value']}"
    return f"{one['act']} {one['event'] or 'a statement'}"
