"""The weights are learnt from examples, and read back as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from penholder.find.codes.learning import CODES, learn, scores_of
from penholder.find.codes.weights import parse, write
from penholder.model.code import Code

EXAMPLES = [
    (frozenset({"veto", "draft"}), Code.REJECT),
    (frozenset({"veto", "text"}), Code.REJECT),
    (frozenset({"meet", "text"}), Code.CONSULT),
    (frozenset({"meet", "draft"}), Code.CONSULT),
]


def best(features: set[str]) -> Code:
    """Give the code that weighs most."""
    scores = scores_of(features, learn(EXAMPLES))
    return CODES[scores.index(max(scores))]


def test_what_tells_codes_apart_is_learnt() -> None:
    """The verb decides, not the words that both codes share."""
    assert (best({"veto", "draft"}), best({"meet", "draft"})) == (Code.REJECT, Code.CONSULT)


def test_the_same_examples_give_the_same_weights() -> None:
    """Nothing is left to chance."""
    assert learn(EXAMPLES) == learn(EXAMPLES)


def test_what_one_example_alone_shows_is_not_learnt() -> None:
    """It would tell that example again."""
    alone = (frozenset({"veto", "only here"}), Code.REJECT)

    assert "only here" not in learn([*EXAMPLES, alone])


def test_features_that_are_not_known_weigh_nothing() -> None:
    """Nor does nothing at all."""
    assert scores_of({"never seen"}, learn(EXAMPLES)) == scores_of((), {}) == [0.0] * len(CODES)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    """To the thousandth."""
    weights = learn(EXAMPLES)
    write(weights, tmp_path / "w.tsv")
    again = parse((tmp_path / "w.tsv").read_text("utf-8"))

    assert {name: [round(v, 3) for v in row] for name, row in weights.items()} == again


def test_weights_of_other_codes_are_refused() -> None:
    """A file with other columns is not guessed at."""
    with pytest.raises(ValueError, match="train_codes"):
        parse("feature\tFIGHT\nveto\t3\n")
