"""Parses with Stanza: `stanza`, or `stanza:FOLDER` for models that lie elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from penholder.find.parse.adapters.missing import package
from penholder.find.parse.parsers import Analysis, Parser


def load_parser(argument: str) -> Parser:
    """Give a parser of Stanza's English models, which must have been downloaded before.

    Raises:
        ParserError: Stanza is not installed.
    """
    folder = {"model_dir": argument} if argument else {}
    pipeline = package("stanza").Pipeline(
        "en",
        processors="tokenize,pos,lemma,depparse",
        tokenize_pretokenized=True,
        download_method=None,
        verbose=False,
        **folder,
    )

    def parse(sentences: Sequence[Sequence[str]]) -> list[Analysis | None]:
        full = [list(words) for words in sentences if words]
        found = iter(pipeline(full).sentences if full else ())
        return [_analysis(next(found).words) if words else None for words in sentences]

    return parse


def _analysis(words: Sequence[Any]) -> Analysis:
    return (
        [word.upos for word in words],
        [word.xpos or "" for word in words],
        [word.feats or "" for word in words],
        [word.head for word in words],
        [word.deprel for word in words],
    )
