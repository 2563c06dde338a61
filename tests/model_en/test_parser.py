"""The parser of penholder-model-en parses any list of words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

module = pytest.importorskip("penholder_model_en.parser")
batches = pytest.importorskip("penholder_model_en.batches")
pieces = pytest.importorskip("penholder_model_en.pieces")
trees = pytest.importorskip("penholder_model_en.trees")

OWN = Path(module.__file__).with_name("weights")
FOLDERS = [OWN, Path(__file__).parents[3] / "shared" / "models" / "parser"]


@pytest.fixture(scope="module")
def parser() -> Any:
    """Give the parser with the package's weights, else with those to start from."""
    for folder in FOLDERS:
        if (folder / "parser.int8.onnx").exists():
            return module.load_parser(str(folder))
    pytest.skip("no weights are here")


def test_it_knows_who_acts(parser: Any) -> None:
    """Subject, object and negation of a plain sentence."""
    words = ["Russia", "did", "n't", "veto", "the", "new", "draft", "."]
    ((upos, xpos, feats, heads, deprels),) = parser([words])

    assert heads == [4, 4, 4, 0, 7, 7, 4, 4]
    assert deprels == ["nsubj", "aux", "advmod", "root", "det", "amod", "obj", "punct"]
    assert upos[:4] == ["PROPN", "AUX", "PART", "VERB"]
    assert xpos[:2] == ["NNP", "VBD"]
    assert len(feats) == len(words)


def test_sentences_keep_their_order_and_do_not_touch_each_other(parser: Any) -> None:
    """What stands beside a sentence in its batch changes nothing but the last digits."""
    long = [*["China", "abstained", ",", "and"] * 30, "Russia", "left", "."]
    sentences = [long, ["Gabon", "presided", "."], [], ["Yes"]]

    together = parser(sentences)
    assert [len(found[3]) for found in together] == [123, 3, 0, 1]
    assert together[1:] == [parser([one])[0] for one in sentences[1:]]


@pytest.mark.parametrize(
    "words",
    [
        ["missile"] * 2_000,
        ["a" * 100_000],
        ["\u200b", "\ud800", "\x00", "🚀", "S/RES/2397 (2017)"],
        ["."] * 600,
    ],
    ids=["very long", "one endless word", "odd signs", "stops"],
)
def test_odd_words_give_a_tree(parser: Any, words: list[str]) -> None:
    """One root, no cycle, one entry for each word in each layer."""
    (analysis,) = parser([words])

    assert [len(layer) for layer in analysis] == [len(words)] * 5
    assert trees.is_tree(analysis[3])
    assert [head == 0 for head in analysis[3]] == [one == "root" for one in analysis[4]]


def test_rows_fit_the_network_and_hold_every_word(parser: Any) -> None:
    """A sentence of 2,000 words goes in as several rows of at most 512 pieces."""
    rows = list(pieces.Pieces(_folder() / "tokenizer.json").rows([["non-proliferation"] * 2_000]))

    assert max(len(row.ids) for row in rows) <= 512
    assert sum(len(row.starts) for row in rows) == 2_000
    assert all(len(row.ids) == len(row.cases) for row in rows)


def _folder() -> Path:
    return next(one for one in FOLDERS if (one / "tokenizer.json").exists())


def test_batches_hold_rows_of_like_length() -> None:
    """Each row once, and few pieces in a run."""
    rows = [pieces.Row(i, 0, [1] * size, [0] * size, [1]) for i, size in enumerate(range(3, 90, 3))]
    made = list(batches.batches_of(rows))

    assert [row for batch in made for row in batch] == rows
    assert all(len(batch) * len(batch[-1].ids) <= 512 for batch in made)


def test_rows_are_filled_up() -> None:
    """With 0, and marked where something stands."""
    rows = [
        pieces.Row(0, 0, [101, 7, 102], [0, 1, 0], [1]),
        pieces.Row(1, 0, [101, 7, 8, 102], [0, 1, 2, 0], [1, 2]),
    ]
    given = {name: array.tolist() for name, array in batches.inputs_of(rows).items()}

    assert given == {
        "ids": [[101, 7, 102, 0], [101, 7, 8, 102]],
        "case": [[0, 1, 0, 0], [0, 1, 2, 0]],
        "att": [[1, 1, 1, 0], [1, 1, 1, 1]],
        "first": [[1, 0], [1, 2]],
        "wm": [[1, 0], [1, 1]],
    }
