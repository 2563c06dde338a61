"""Gives the words around a verb that say whether it happened, from the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from penholder.find.syntax.predicates import predicate_above
from penholder.model.parse import Parse, Token
from penholder.tables.load import load_toml

_HELPERS = ("aux", "advmod", "mark", "cop", "det", "amod")


def group_of(parse: Parse, word: Token) -> str:
    """Give the auxiliaries, adverbs and governing verbs of a word up to it, as the text orders them.

    "China, which it said did not plan to condemn": "did not plan to".
    """
    told = {t.id: t for t in _group(parse, word) if t.id < word.id or t.form.casefold() == "if"}
    return " ".join(t.form for _, t in sorted(told.items())) + " "


def is_conditional(parse: Parse, word: Token) -> bool:
    """Say whether a word stands in a clause that "if" or "unless" opens."""
    chain = (word, *parse.above(word))
    for one in chain:
        marks = parse.children_of(one, "mark", "advmod")
        if any(m.form.casefold() in _conditions() and m.id <= one.id for m in marks):
            return True
        if one.deprel in {"ccomp", "parataxis", "acl:relcl", "root"}:
            return False
    return False


def _group(parse: Parse, word: Token) -> Iterator[Token]:
    yield from _helpers(parse, word)
    head = parse.head_of(word)
    if head is None:
        return
    if word.relation == "conj":
        yield from _of_conjunct(parse, word, head)
    elif word.relation in {"xcomp"} or (
        word.relation in {"advcl", "acl", "obl"} and _governs(head)
    ):
        yield head
        yield from _group(parse, head)
    elif word.upos in {"NOUN", "PROPN"} and word.relation in {"nsubj", "obj", "nmod", "obl"}:
        above = predicate_above(parse, word)
        if above and _makes(above):
            yield above
            yield from _group(parse, above)


def _of_conjunct(parse: Parse, word: Token, head: Token) -> Iterator[Token]:
    """Give what a verb shares with the one that "and" joins it to: "will meet and discuss"."""
    own = parse.children_of(word, "aux", "nsubj")
    if own or word.xpos not in {"VB", "VBN", "VBG"}:
        return
    yield from (t for t in _group(parse, head) if t.xpos in {"MD", "TO"} or t.upos == "VERB")


def _helpers(parse: Parse, word: Token) -> Iterator[Token]:
    for child in parse.children_of(word, *_HELPERS):
        if child.deprel == "mark" and child.form.casefold() not in {"to", *_conditions()}:
            continue
        yield child


def _governs(head: Token) -> bool:
    return head.form.casefold() in _words("governors")


def _makes(head: Token) -> bool:
    return head.form.casefold() in _words("occurs")


def _conditions() -> frozenset[str]:
    return _words("conditions")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("clauses")[name])
