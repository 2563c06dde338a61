"""Sentences written otherwise: news has headlines, datelines and quotation marks that treebanks lack.

The words' relations stay; only letters' case, the marks' form and a last full stop change. The shares are
a guess at how often news differs from the treebanks, not tuned.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from treebank import Sentence, Word

CAPITALS, TITLES, LOWER = 0.04, 0.04, 0.04  # shares of sentences written so throughout
NO_STOP = 0.06  # shares of sentences whose last full stop is left out
OTHER_QUOTES = 0.3  # shares of sentences with the other kind of quotation marks

STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def vary(sentence: Sentence, chance: Random) -> Sentence:
    """The sentence, or at times the same sentence as another house would print it."""
    if chance.random() < OTHER_QUOTES:
        sentence = _other_quotes(sentence)
    if chance.random() < NO_STOP:
        sentence = _without_stop(sentence)
    draw = chance.random()
    for share, write in ((CAPITALS, str.upper), (TITLES, _title), (LOWER, str.lower)):
        if draw < share:
            return _written(sentence, write)
        draw -= share
    return sentence


def _written(sentence: Sentence, write: Callable[[str], str]) -> Sentence:
    return tuple(replace(word, form=write(word.form)) for word in sentence)


def _title(form: str) -> str:
    return form[:1].upper() + form[1:]


def _without_stop(sentence: Sentence) -> Sentence:
    """Without the last word where that is a full stop on which nothing hangs."""
    last = len(sentence)
    stays = sentence[-1].form != "." or last == 1 or any(word.head == last for word in sentence)
    return sentence if stays else sentence[:-1]


def _other_quotes(sentence: Sentence) -> Sentence:
    """Straight quotation marks for curly ones, or curly ones for straight."""
    if any(word.form in STRAIGHT for word in sentence):
        return tuple(replace(word, form=STRAIGHT.get(word.form, word.form)) for word in sentence)
    return tuple(_curled(word, opens=word.xpos == "``") for word in sentence)


def _curled(word: Word, *, opens: bool) -> Word:
    pairs = {'"': "“”", "'": "‘’"}
    if word.upos != "PUNCT" or word.form not in pairs:
        return word
    return replace(word, form=pairs[word.form][0 if opens else 1])
