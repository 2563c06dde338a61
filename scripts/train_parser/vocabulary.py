"""The sub-words that the shipped network keeps: those of English texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

Tokenizer = dict[str, Any]  # a tokenizer.json


def kept_pieces(vocabulary: Mapping[str, int]) -> list[int]:
    """The numbers of the sub-words to keep, in their order: no spare rows, letters of Latin only.

    They are 2,391 of MiniLM's 30,522 fewer. A word of other letters becomes [UNK], whose vector says "some
    name" as well as a lone Cyrillic or Chinese letter's does.
    """
    return sorted(number for piece, number in vocabulary.items() if _is_kept(piece))


def thinned_tokenizer(tokenizer: Tokenizer, kept: list[int]) -> Tokenizer:
    """The tokenizer with only the sub-words `kept`, numbered anew in their order."""
    places = {number: place for place, number in enumerate(kept)}
    vocabulary = {
        piece: places[number]
        for piece, number in tokenizer["model"]["vocab"].items()
        if number in places
    }
    added = [token | {"id": places[token["id"]]} for token in tokenizer["added_tokens"]]
    model = tokenizer["model"] | {"vocab": vocabulary}
    plain = {"truncation": None, "padding": None, "post_processor": None}
    return tokenizer | {"model": model, "added_tokens": added} | plain


def _is_kept(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    return all(letter.isascii() or _is_latin(letter) for letter in piece)


def _is_latin(letter: str) -> bool:
    """Whether a character is a letter of Latin, or none at all: a digit, a mark, a currency sign."""
    return not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")
