"""Parsers of others give what penholder reads; their packages are played by fakes."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from penholder.errors import ParserError
from penholder.find.parse.adapters import conllu, spacy_model, stanza_model

WORDS = ["China", "abstained", "."]
ANALYSIS = (
    ["PROPN", "VERB", "PUNCT"],
    ["NNP", "VBD", "."],
    ["Number=Sing", "Tense=Past", ""],
    [2, 0, 2],
    ["nsubj", "root", "punct"],
)
FILE = """# text = China abstained.
1-2\tChina\t_\t_\t_\t_\t_\t_\t_\t_
1\tChina\tChina\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_
2\tabstained\tabstain\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2\tcan\tcan\tAUX\tMD\t_\t3\taux\t_\t_
3\tveto-\tveto\tVERB\tVB\t_\t0\troot\t_\t_
4\tit\tit\tPRON\tPRP\t_\t3\tobj\t_\t_
"""


def _lists(analysis: Any) -> tuple[list[Any], ...]:
    return tuple(list(layer) for layer in analysis)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a CoNLL-U file of two sentences."""
    path = tmp_path / "parses.conllu"
    path.write_text(FILE, "utf-8")
    return path


def test_a_file_gives_the_sentences_that_it_holds(file: Path) -> None:
    """Known by their characters; others have no parse."""
    parse = conllu.load_parser(str(file))

    known, unknown, nothing = parse([WORDS, ["Russia", "abstained", "."], []])
    assert _lists(known) == ANALYSIS
    assert (unknown, nothing) == (None, None)


def test_words_are_aligned_where_the_file_cuts_others(file: Path) -> None:
    """One word of several rows takes the highest; of several words of one row the first takes it."""
    (found,) = conllu.load_parser(str(file))([["They", "canveto", "-", "it"]])

    assert _lists(found) == (
        ["PRON", "VERB", "X", "PRON"],
        ["PRP", "VB", "GW", "PRP"],
        ["", "", "", ""],
        [2, 0, 2, 2],
        ["nsubj", "root", "goeswith", "obj"],
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("1\tChina\n", "line 1"),
        ("\n\n1\tChina\t_\tX\tX\t_\ttwo\tdep\t_\t_\n", "line 3"),
        ("1\tChina\t_\tX\tX\t_\t9\troot\t_\t_\n", "no tree"),
        ("1\ta\t_\tX\tX\t_\t0\troot\t_\t_\n2\tb\t_\tX\tX\t_\t0\troot\t_\t_\n", "no tree"),
        (
            "1\ta\t_\tX\tX\t_\t0\troot\t_\t_\n2\tb\t_\tX\tX\t_\t3\tx\t_\t_\n3\tc\t_\tX\tX\t_\t2\tx\t_\t_\n",
            "no tree",
        ),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    """Each row has ten columns, each sentence is a tree."""
    path = tmp_path / "broken.conllu"
    path.write_text(text, "utf-8")

    with pytest.raises(ParserError, match=fault):
        conllu.load_parser(str(path))


@pytest.mark.parametrize("argument", ["", "no/such/file.conllu"])
def test_a_file_must_be_there(argument: str) -> None:
    """It says so before any sentence."""
    with pytest.raises(ParserError):
        conllu.load_parser(argument)


def _fake_spacy(monkeypatch: pytest.MonkeyPatch, labels: tuple[str, ...]) -> None:
    spacy: Any = ModuleType("spacy")
    spacy.tokens = SimpleNamespace(Doc=_FakeDoc)
    spacy.load = lambda name, exclude: _FakeModel(labels)
    monkeypatch.setitem(sys.modules, "spacy", spacy)


class _FakeDoc(list[Any]):
    def __init__(self, vocab: str, words: list[str], sent_starts: list[bool]) -> None:
        assert sent_starts == [True, *[False] * (len(words) - 1)][: len(words)]
        super().__init__(SimpleNamespace(text=word) for word in words)


class _FakeModel:
    vocab = "vocab"

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels

    def get_pipe(self, name: str) -> Any:
        return SimpleNamespace(labels=self.labels)

    def pipe(self, docs: Any) -> Any:
        for doc in docs:
            for i, word in enumerate(doc):
                word.i, word.pos_, word.tag_ = i, ANALYSIS[0][i], ANALYSIS[1][i]
                word.morph = ANALYSIS[2][i]
                word.head = doc[ANALYSIS[3][i] - 1] if ANALYSIS[3][i] else word
                word.dep_ = "ROOT" if word.head is word else ANALYSIS[4][i]
            yield doc


def test_a_spacy_model_gives_its_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Heads from 0 on and ROOT become heads from 1 on and root."""
    _fake_spacy(monkeypatch, ("nsubj", "punct"))

    found, nothing = spacy_model.load_parser("en_ud")([WORDS, []])
    assert _lists(found) == ANALYSIS
    assert nothing is None


def test_words_that_spacy_leaves_without_a_head_hang_from_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sentence has one root."""
    _fake_spacy(monkeypatch, ("nsubj", "punct"))
    monkeypatch.setitem(
        sys.modules[__name__].__dict__,
        "ANALYSIS",
        (*ANALYSIS[:3], [0, 0, 2], ["root", "root", "punct"]),
    )

    (found,) = spacy_model.load_parser("en_ud")([WORDS])
    assert _lists(found)[3:] == ([0, 1, 2], ["root", "parataxis", "punct"])


def test_a_spacy_model_of_another_scheme_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its relations would be read wrongly."""
    _fake_spacy(monkeypatch, ("nsubj", "dobj"))

    with pytest.raises(ParserError, match="dobj"):
        spacy_model.load_parser("en_core_web_sm")


def test_stanza_gives_its_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets words, not text, and downloads nothing."""
    stanza: Any = ModuleType("stanza")
    given: dict[str, Any] = {}

    def pipeline(language: str, **options: Any) -> Any:
        given.update(options)
        rows = [
            SimpleNamespace(upos=upos, xpos=xpos, feats=feats or None, head=head, deprel=deprel)
            for upos, xpos, feats, head, deprel in zip(*ANALYSIS, strict=True)
        ]
        return lambda sentences: SimpleNamespace(
            sentences=[SimpleNamespace(words=rows) for words in sentences if words == WORDS]
        )

    stanza.Pipeline = pipeline
    monkeypatch.setitem(sys.modules, "stanza", stanza)
    nothing, found = stanza_model.load_parser("models")([[], WORDS])
    assert _lists(found) == ANALYSIS
    assert nothing is None
    assert given["tokenize_pretokenized"]
    assert given["download_method"] is None
    assert given["model_dir"] == "models"


@pytest.mark.parametrize(
    ("load", "name"), [(spacy_model.load_parser, "spacy"), (stanza_model.load_parser, "stanza")]
)
def test_a_package_that_lacks_is_named_with_its_extra(
    load: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And how to install it."""
    monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(ParserError, match=rf"penholder\[{name}\]"):
        load("model")
