"""Scores the cuts between words and between sentences, beside those of others where installed.

A word or sentence is right where both its ends are; the share is the F1 of those that the treebank has
and those that were cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tally import Answer
from treebank_text import paragraphs_of
from treebanks import read_treebank

from penholder.find.sentences import split_sentences
from penholder.find.tokens import find_tokens
from penholder.model.span import Span

TREEBANKS = ("gum-dev", "gum-test", "ewt-dev", "ewt-test")
HARD = Path("gold") / "language" / "sentences_hard_news.txt"
Cutter = Callable[[str], Iterator[Span]]


def treebank_path(shared: Path, name: str) -> Path:
    """Give the file of a treebank."""
    return shared / "treebanks" / f"{name}.conllu.xz"


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on words and sentences."""
    for who, cut in word_cutters():
        for name in TREEBANKS:
            yield from _words(shared, name, f"{who}words, {name}", cut)
    for who, cut in sentence_cutters():
        yield from _hard(shared, f"{who}lines of hard sentences", cut)
        for name in TREEBANKS:
            yield from _sentences(shared, name, f"{who}sentences, {name}", cut)


def word_cutters() -> Iterator[tuple[str, Cutter]]:
    """Yield what cuts words, with what stands before its scores."""
    yield "", lambda text: iter(find_tokens(text, Span(0, len(text))))
    if find_spec("spacy"):
        spacy = import_module("spacy").blank("en")
        yield "peer spaCy: ", lambda text: (Span(t.idx, t.idx + len(t)) for t in spacy(text))


def sentence_cutters() -> Iterator[tuple[str, Cutter]]:
    """Yield what cuts sentences, with what stands before its scores."""
    yield "", lambda text: split_sentences(text, Span(0, len(text)))
    if find_spec("spacy"):
        spacy = import_module("spacy").blank("en")
        spacy.add_pipe("sentencizer")
        yield (
            "peer spaCy: ",
            lambda text: (Span(s.start_char, s.end_char) for s in spacy(text).sents),
        )
    if find_spec("pysbd"):
        pysbd = import_module("pysbd").Segmenter(language="en", clean=False, char_span=True)
        yield "peer pySBD: ", lambda text: (Span(s.start, s.end) for s in pysbd.segment(text))


def f1(name: str, there: set[Span], found: set[Span]) -> Iterator[Answer]:
    """Yield for each one of both sides whether the other has it: the share of hits is the F1."""
    yield from ((name, one in found) for one in there)
    yield from ((name, one in there) for one in found)


def _words(shared: Path, name: str, question: str, cut: Cutter) -> Iterator[Answer]:
    for sentence in read_treebank(treebank_path(shared, name)):
        there = {Span(word.start, word.end) for word in sentence.words}
        found = {one for one in cut(sentence.text) if one.of(sentence.text).strip()}
        yield from f1(question, there, found)


def _sentences(shared: Path, name: str, question: str, cut: Cutter) -> Iterator[Answer]:
    for paragraph in paragraphs_of(read_treebank(treebank_path(shared, name))):
        there = {span for span, _ in paragraph.sentences}
        yield from f1(question, there, set(_bare(paragraph.text, cut)))


def _hard(shared: Path, question: str, cut: Cutter) -> Iterator[Answer]:
    for line in (shared / HARD).read_text("utf-8").splitlines():
        sentences = line.split("‖")
        text = " ".join(sentences)
        yield question, [one.of(text) for one in _bare(text, cut)] == sentences


def _bare(text: str, cut: Cutter) -> Iterator[Span]:
    """Yield the sentences without the blanks at their ends, which peers count in."""
    for one in cut(text):
        words = one.of(text)
        start = one.start + len(words) - len(words.lstrip())
        yield Span(start, max(start, one.start + len(words.rstrip())))
