"""Parses sentences of a story, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from penholder.find.parse.parsers import Analysis, chosen, load_parser
from penholder.find.tokens import find_tokens
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.model.story import Story


def parse_sentences(story: Story, spans: Iterable[Span]) -> list[Parse]:
    """Give the parse of each sentence, in the order of `spans`; [] where no parser is installed.

    All sentences go through the parser together, and none twice.
    """
    parser = chosen()
    if not parser:
        return []
    wanted, known = list(spans), _known(story.text, parser)
    new = [span for span in dict.fromkeys(wanted) if span not in known]
    known.update(zip(new, _parsed(story.text, new, parser), strict=True))
    return [known[span] for span in wanted]


@lru_cache(maxsize=8)
def _known(text: str, parser: str) -> dict[Span, Parse]:  # noqa: ARG001
    """Give the parses of a text so far: several finders ask for the same sentences."""
    return {}


def _parsed(text: str, spans: Sequence[Span], parser: str) -> list[Parse]:
    words = [find_tokens(text, span) for span in spans]
    full = [i for i, found in enumerate(words) if found]
    forms = [[word.of(text) for word in words[i]] for i in full]
    analyses = dict(zip(full, load_parser(parser)(forms) if forms else (), strict=True))
    return [
        _parse(text, span, words[i], analyses[i]) if i in analyses else Parse(span=span, tokens=())
        for i, span in enumerate(spans)
    ]


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
