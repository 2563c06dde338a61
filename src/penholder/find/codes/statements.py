"""Reads the code of a statement: that of its kind, else that of its words, as its polarity turns it."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.find.codes.learning import CODES
from penholder.find.codes.reader import read_code
from penholder.model.actor import Actor, Mention
from penholder.model.code import Code
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.tables.load import load_toml

# A saying is no act between two parties, and what is only imagined is no event.
_NONE = frozenset({StatementKind.STATEMENT})


def code_of(statement: Statement, mentions: Sequence[Mention]) -> Code | None:
    """Give what the actor does to the target by the story's words, or None where that is open."""
    if statement.kind in _NONE or statement.polarity is Polarity.HYPOTHETICAL:
        return None
    codes = tuple(map(Code, load_toml("codes")["kinds"].get(statement.kind.value, ())))
    if len(codes) == 1:
        return _turned(codes[0], statement.polarity)
    source, target = (
        _place(statement, actors, mentions) for actors in (statement.actor, statement.target)
    )
    return read_code(statement.text, source, target, codes or CODES)


def _turned(code: Code, polarity: Polarity) -> Code | None:
    if polarity is Polarity.ASSERTED:
        return code
    turned = load_toml("codes")[polarity.value].get(code.value)
    if turned is None:
        return code if polarity is Polarity.PLANNED else None
    return Code(turned)


def _place(
    statement: Statement, actors: Sequence[Actor], mentions: Sequence[Mention]
) -> Span | None:
    """Give where the statement's words first name one of the actors, counted from their start."""
    ids = {actor.id for actor in actors}
    start = statement.span.start
    inside = (one.span for one in mentions if one.actor.id in ids)
    found = [span for span in inside if statement.span.covers(span)]
    return min((Span(one.start - start, one.end - start) for one in found), default=None)
