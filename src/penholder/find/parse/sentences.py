"""Parses sentences of a story, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from penholder.errors import ParserError
from penholder.find.parse.parsers import Analysis, chosen, load_parser
from penholder.find.parse.trees import depths
from penholder.find.parse.words import form_of, read_words
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.model.story import Story


def parse_sentences(story: Story, spans: Iterable[Span]) -> list[Parse | None]:
    """Give the parse of each sentence, in the order of `spans`; None: the parser has none of it.

    All sentences go through the parser together, and none twice. Where no parser is installed, all
    are None.

    Raises:
        ParserError: the parser that was asked for cannot be had, or gives something that is no tree.
    """
    wanted, parser = list(spans), chosen()
    if not parser:
        return [None] * len(wanted)
    known = _known(story.text, parser)
    new = [span for span in dict.fromkeys(wanted) if span not in known]
    if new:
        known.update(zip(new, _parsed(story.text, new, parser), strict=True))
    return [known[span] for span in wanted]


@lru_cache(maxsize=8)
def _known(text: str, parser: str) -> dict[Span, Parse | None]:  # noqa: ARG001
    """Give the parses of a text so far: several finders ask for the same sentences."""
    return {}


def _parsed(text: str, spans: Sequence[Span], parser: str) -> Iterator[Parse | None]:
    words = [read_words(text, span) for span in spans]
    forms = [[form_of(text, word) for word in found] for found in words]
    for span, found, analysis in zip(spans, words, load_parser(parser)(forms), strict=True):
        if analysis and found and not depths(analysis[3]):
            raise ParserError(
                f"parser {parser}",
                fault=f'its heads of "{span.of(text)}" are no tree with one root',
                remedy="Mend the parser, or read without one: --parser none",
            )
        yield _parse(text, span, found, analysis) if analysis and found else None


def _parse(text: str, span: Span, words: Sequence[Span], analysis: Analysis) -> Parse:
    rows = enumerate(zip(words, *analysis, strict=True), 1)
    return Parse(
        span=span,
        tokens=tuple(
            Token(
                id=i, form=word.of(text), start=word.start, end=word.end,
                upos=upos, xpos=xpos, feats=feats, head=head, deprel=deprel,
            )
            for i, (word, upos, xpos, feats, head, deprel) in rows
        ),
    )  # fmt: skip
