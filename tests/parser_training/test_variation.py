"""Sentences written as other houses would print them."""

from random import Random

import pytest
import variation
from treebank import Sentence, Word

CHANCE = Random(1)  # noqa: S311 (nothing secret)


def _sentence(forms: str) -> Sentence:
    """Words that all hang from the first; quotation marks open and close in turn."""
    words, opens = [], True
    for place, form in enumerate(forms.split()):
        is_mark = form in {'"', "“", "”", "."}
        xpos = ("``" if opens else "''") if is_mark else "NN"
        opens ^= form == '"'
        words.append(Word(form, "PUNCT" if is_mark else "NOUN", xpos, "_", min(place, 1), "dep"))
    return tuple(words)


@pytest.mark.parametrize(
    ("shares", "written"),
    [
        ({"CAPITALS": 1.0}, 'COUNCIL SAYS " NO " .'),
        ({"CAPITALS": 0.0, "TITLES": 1.0}, 'Council Says " No " .'),
        ({"CAPITALS": 0.0, "TITLES": 0.0, "LOWER": 1.0}, 'council says " no " .'),
        ({"NO_STOP": 1.0}, 'Council says " no "'),
        ({"OTHER_QUOTES": 1.0}, "Council says “ no ” ."),
    ],
)
def test_each_kind_of_variation_changes_only_how_words_are_written(
    shares: dict[str, float], written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tags, heads and relations stay with their words."""
    for name in ("CAPITALS", "TITLES", "LOWER", "NO_STOP", "OTHER_QUOTES"):
        monkeypatch.setattr(variation, name, shares.get(name, 0.0))
    sentence = _sentence('Council says " no " .')
    varied = variation.vary(sentence, CHANCE)
    assert " ".join(word.form for word in varied) == written
    assert [(word.upos, word.head) for word in varied] == [
        (word.upos, word.head) for word in sentence[: len(varied)]
    ]


def test_curly_marks_become_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    """The change goes both ways."""
    monkeypatch.setattr(variation, "OTHER_QUOTES", 1.0)
    for name in ("CAPITALS", "TITLES", "LOWER", "NO_STOP"):
        monkeypatch.setattr(variation, name, 0.0)
    varied = variation.vary(_sentence("Council says “ no ”"), CHANCE)
    assert [word.form for word in varied] == ["Council", "says", '"', "no", '"']


def test_a_stop_on_which_words_hang_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it a head would point past the sentence."""
    monkeypatch.setattr(variation, "NO_STOP", 1.0)
    monkeypatch.setattr(variation, "OTHER_QUOTES", 0.0)
    first, stop = _sentence("Council .")
    hanging = (Word("Council", "NOUN", "NN", "_", 2, "dep"), stop)
    assert len(variation.vary(hanging, CHANCE)) == 2
    assert len(variation.vary((first, stop), CHANCE)) == 1


def test_most_sentences_stay_as_they_are() -> None:
    """The shares together touch fewer than half."""
    sentence = _sentence('Council says " no " .')
    same = sum(variation.vary(sentence, CHANCE) == sentence for _ in range(1000))
    assert 500 < same < 700
