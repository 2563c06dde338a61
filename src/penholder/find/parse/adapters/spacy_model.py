"""Parses with a spaCy model that was trained on Universal Dependencies: `spacy:MODEL`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from penholder.errors import ParserError
from penholder.find.parse.adapters.missing import argument_lacks, package
from penholder.find.parse.parsers import Analysis, Parser

# Relations that spaCy's own English models have and Universal Dependencies has not.
_OTHER_SCHEME = frozenset({"dobj", "pobj", "prep", "nsubjpass", "attr"})


def load_parser(argument: str) -> Parser:
    """Give a parser of the model (a package or a folder) that `argument` names.

    Raises:
        ParserError: spaCy or the model is not installed, or its relations are of another scheme.
    """
    if not argument:
        raise argument_lacks("spacy", "spacy:MODEL")
    spacy = package("spacy")
    try:
        model = spacy.load(argument, exclude=["ner", "lemmatizer"])
    except OSError as fault:
        raise ParserError(
            f"parser spacy:{argument}",
            fault=str(fault).rstrip("."),
            remedy="Install a model trained on Universal Dependencies",
        ) from fault
    _check_scheme(model, argument)

    def parse(sentences: Sequence[Sequence[str]]) -> list[Analysis | None]:
        docs = (_doc(spacy, model, words) for words in sentences)
        return [_analysis(doc) if len(doc) else None for doc in model.pipe(docs)]

    return parse


def _check_scheme(model: Any, argument: str) -> None:
    foreign = _OTHER_SCHEME & set(model.get_pipe("parser").labels)
    if foreign:
        raise ParserError(
            f"parser spacy:{argument}",
            fault=f'its relation "{min(foreign)}" is none of Universal Dependencies',
            remedy="Give a model that was trained on a treebank of Universal Dependencies",
        )


def _doc(spacy: Any, model: Any, words: Sequence[str]) -> Any:
    """Give a document of one sentence with these words."""
    starts = [not place for place in range(len(words))]
    return spacy.tokens.Doc(model.vocab, words=list(words), sent_starts=starts)


def _analysis(doc: Any) -> Analysis:
    """Give the analysis; where words were left without a head, they hang from the first of them."""
    roots = [word.i for word in doc if word.head.i == word.i]
    top = roots[0] + 1
    hanging = dict.fromkeys(roots[1:], (top, "parataxis")) | {roots[0]: (0, "root")}
    told = [hanging.get(word.i, (word.head.i + 1, word.dep_)) for word in doc]
    return (
        [word.pos_ for word in doc],
        [word.tag_ for word in doc],
        [str(word.morph) for word in doc],
        [head for head, _ in told],
        [relation for _, relation in told],
    )
