"""Scores the grammar of sentences from raw text, as the shared task CoNLL 2018 did.

Words are aligned by their characters. A word's head is right where both words and both heads are
aligned; relations count without their subtypes. The share is the F1 over the treebank's words and those
of the parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

from tally import Answer
from treebank_text import Paragraph, paragraphs_of
from treebanks import Sentence, read_treebank
from words import treebank_path

from penholder.find.parse import parse_sentences
from penholder.find.sentences import split_sentences
from penholder.model.parse import Parse
from penholder.model.span import Span
from penholder.model.story import Story, StoryId

TREEBANKS = ("gum-test", "ewt-test")
# Of a word: its place, class, feature string, the place of its head (None: the root), its relation.
Row = tuple[Span, str, str, Span | None, str]


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the grammar, on paragraphs and on sentences that are given."""
    for name in TREEBANKS:
        paragraphs = list(paragraphs_of(read_treebank(treebank_path(shared, name))))
        text, there, starts = _joined(paragraphs)
        given = [_moved(span, start) for p, start in starts for span, _ in p.sentences]
        cut = [
            _moved(span, start)
            for paragraph, start in starts
            for span in split_sentences(paragraph.text, Span(0, len(paragraph.text)))
        ]
        yield from _compared(f"{name}, raw text", there, _parsed(text, cut))
        yield from _compared(f"{name}, sentences given", there, _parsed(text, given))


def speed(shared: Path) -> float:
    """Give the words that are cut and parsed in a second of one core."""
    paragraphs = list(paragraphs_of(read_treebank(treebank_path(shared, "gum-dev"))))
    text, there, starts = _joined(paragraphs)
    spans = [_moved(span, start) for p, start in starts for span, _ in p.sentences]
    _parsed(text, spans[:20])
    start = process_time()
    _parsed(text + " ", spans)  # another text, so that no parse is known
    return len(there) / (process_time() - start)


def _joined(
    paragraphs: Sequence[Paragraph],
) -> tuple[str, list[Row], list[tuple[Paragraph, int]]]:
    """Give the treebank as one text, its words, and where each paragraph begins."""
    rows: list[Row] = []
    starts, pieces = [], []
    place = 0
    for paragraph in paragraphs:
        starts.append((paragraph, place))
        for span, sentence in paragraph.sentences:
            rows += _gold(sentence, place + span.start)
        pieces.append(paragraph.text)
        place += len(paragraph.text) + 2
    return "\n\n".join(pieces), rows, starts


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _gold(sentence: Sentence, start: int) -> Iterator[Row]:
    spans = [Span(start + word.start, start + word.end) for word in sentence.words]
    for span, word in zip(spans, sentence.words, strict=True):
        head = spans[word.head - 1] if word.head else None
        yield span, word.upos, word.feats.strip("_"), head, word.deprel


def _parsed(text: str, spans: Sequence[Span]) -> list[Row]:
    story = Story(id=StoryId("treebank"), source="-", text=text, body=Span(0, len(text)))
    return [row for parse in parse_sentences(story, spans) if parse for row in _rows(parse)]


def _rows(parse: Parse) -> Iterator[Row]:
    for token in parse.tokens:
        head = parse.head_of(token)
        yield token.span, token.upos, token.feats, head.span if head else None, token.deprel


def _compared(name: str, there: Sequence[Row], found: Sequence[Row]) -> Iterator[Answer]:
    gold, mine = ({row[0]: row for row in rows} for rows in (there, found))
    for one, other in ((gold, mine), (mine, gold)):
        for span, row in one.items():
            same = other.get(span)
            yield f"UPOS, {name}", same is not None and same[1] == row[1]
            yield f"features, {name}", same is not None and same[2] == row[2]
            headed = same is not None and same[3] == row[3]
            yield f"UAS, {name}", headed
            related = same is not None and _plain(same[4]) == _plain(row[4])
            yield f"LAS, {name}", headed and related


def _plain(relation: str) -> str:
    return relation.partition(":")[0]
