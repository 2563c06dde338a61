"""Refuses a row of the user's: where it stands, what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import NoReturn

from penholder.errors import TableError


def refuse(where: str, fault: str, remedy: str) -> NoReturn:
    """Raise the error of a broken row."""
    raise TableError(where, fault=fault, remedy=remedy)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Give the remedy for a word that is not known: one like it, else all that are."""
    near = get_close_matches(word, sorted(known), 1)
    return f'Did you mean "{near[0]}"?' if near else f"Give one of {', '.join(sorted(known))}."
