"""The shipped model keeps to CONTRACT.md. Needs what the model's package needs."""

import json
from typing import Any

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from digests import ROOT
from penholder_model_en.parser import Parser

WEIGHTS = ROOT / "model-en" / "src" / "penholder_model_en" / "weights"
CONTRACT = (ROOT / "model-en" / "CONTRACT.md").read_text("utf-8")


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The parser with the shipped weights."""
    if not WEIGHTS.exists():
        pytest.skip("no weights yet")
    return Parser(WEIGHTS)


def test_inputs_and_outputs_are_those_of_the_contract(parser: Parser) -> None:
    """Each name stands in a table of the contract."""
    inputs = [one.name for one in parser._session.get_inputs()]
    outputs = [one.name for one in parser._session.get_outputs()]
    assert inputs == ["ids", "case", "att", "first", "wm"]
    assert outputs == ["upos", "xpos", "feats", "head", "rel", "arc"]
    assert all(f"`{name}`" in CONTRACT for name in (*inputs, *outputs))


def test_sub_words_are_numbered_without_gaps(parser: Parser) -> None:
    """The table of sub-words has a row for each number of the tokenizer."""
    assert parser
    vocabulary = json.loads((WEIGHTS / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    assert sorted(vocabulary.values()) == list(range(len(vocabulary)))


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        (
            "Russia vetoed the draft resolution on Wednesday .",
            "nsubj root det compound obj case obl punct",
        ),
        (
            "The missile was fired by North Korea .",
            "det nsubj:pass aux:pass root case compound obl:agent punct",
        ),
        (
            "China abstained and Brazil voted against the text .",
            "nsubj root cc nsubj conj case det obl punct",
        ),
    ],
)
def test_plain_sentences_are_parsed(parser: Parser, sentence: str, relations: str) -> None:
    """Weights that were spoilt on the way into the package show here."""
    (analysis,) = parser([sentence.split()])
    assert " ".join(analysis[4]) == relations


@pytest.mark.parametrize(
    ("sentence", "place", "layer", "label"),
    [
        ("RUSSIA VETOES COUNCIL DRAFT", 1, 0, "VERB"),
        ("North Korea fired two missiles .", 4, 2, "Number=Plur"),
        ("She vetoed it .", 1, 2, "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"),
        ("The US envoy spoke .", 1, 0, "PROPN"),
        ("They told us so .", 2, 0, "PRON"),
    ],
)
def test_case_and_features_are_read(
    parser: Parser, sentence: str, place: int, layer: int, label: str
) -> None:
    """Capitals tell the state from the pronoun and do not hide the verb of a headline."""
    (analysis,) = parser([sentence.split()])
    assert analysis[layer][place] == label


def test_odd_words_do_no_harm(parser: Parser) -> None:
    """Letters that the table of sub-words lacks, no letters at all, and very long sentences."""
    odd: list[list[str]] = [["会议"], ["\u200b"], [], ["word"] * 700, ["x" * 5000, "."]]
    found: list[Any] = parser(odd)
    assert [len(analysis[3]) for analysis in found] == [1, 1, 0, 700, 2]
