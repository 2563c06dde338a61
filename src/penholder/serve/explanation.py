"""Tells the explanation of a story: for people in lines, for programs in JSON values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from penholder.find.codes import code_of
from penholder.find.parse import has_parser
from penholder.model.actor import Actor, Mention
from penholder.model.parse import Parse, Token
from penholder.model.reading import CheckedStory
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement
from penholder.model.when import TimeExpression
from penholder.serve.contract import name_json
from penholder.serve.explaining import Explained, explain_story
from penholder.tables.load import load_toml

_WIDTH = 96


def explanation(checked: CheckedStory) -> str:
    """Give the lines for people."""
    told = list(explain_story(checked))
    if not told:
        return "SENTENCES\n  None said anything about the Council or weapons tests.\n"
    lines = ["SENTENCES", *(line for one in told for line in _lines(one))]
    if not has_parser():
        lines += ["", "  No parser is installed, so no sentence was parsed: docs/parsers.md."]
    return "\n".join(lines) + "\n"


def explanation_json(checked: CheckedStory) -> list[dict[str, Any]]:
    """Give the JSON values, an object for each sentence."""
    return [_json(one) for one in explain_story(checked)]


def _lines(one: Explained) -> Iterator[str]:
    yield ""
    yield _folded(_one_line(one.text), "  ", "  ")
    yield from _told("names", (f'{m.actor.name} ("{_one_line(m.text)}")' for m in one.names))
    yield from _told("times", map(_of_time, one.times))
    for statement in one.statements:
        yield from _told("says", _of_statement(statement, one.names))
    for quote in one.quotes:
        cue = f'by "{quote.cue}"' if quote.cue else "by its place"
        yield from _told("quotes", [_name(quote.speaker), quote.kind.value, cue])
    for checked in one.claims:
        claim = checked.claim
        yield from _told("claims", [claim.type.value, row_of(claim.rule), checked.verdict.ruling])
    if one.parse:
        yield "      parse"
        yield from (f"        {line}" for line in tree(one.parse))


def _of_time(time: TimeExpression) -> str:
    clock = f" by {time.zone}" if time.zone else ""
    return f'"{_one_line(time.text)}" = {time.value}{clock}'


def _of_statement(statement: Statement, names: Sequence[Mention]) -> Iterator[str]:
    yield f"{statement.kind} by {', '.join(actor.name for actor in statement.actor) or 'nobody named'}"
    yield row_of(statement.rule)
    if statement.polarity is not Polarity.ASSERTED:
        yield statement.polarity
    if code := code_of(statement, names):
        yield f"PLOVER {code}"


def row_of(rule: str | None) -> str:
    """Give where the row of that id stands, or that none does: "acts.toml fire_weapon"."""
    for table, part in (("acts", "act"), ("claims", "claim"), ("happenings", "happening")):
        if any(row["id"] == rule for row in load_toml(table)[part]):
            return f"{table}.toml {rule}"
    return f"no row, {rule}" if rule else "no row"


def tree(parse: Parse) -> Iterator[str]:
    """Yield a line for each word, set in below the word that it hangs from."""
    depths: dict[int, int] = {0: -1}
    waiting = [parse.root] if parse.root else []
    while waiting:
        token = waiting.pop()
        depths[token.id] = depths[token.head] + 1
        yield f"{'  ' * depths[token.id]}{token.form}  {token.deprel}, {token.upos}"
        waiting += reversed(parse.children_of(token))


def _name(actor: Actor | None) -> str:
    return actor.name if actor else "nobody named"


def _told(name: str, parts: Iterable[str]) -> Iterator[str]:
    if told := "; ".join(parts):
        yield _folded(told, f"      {name:<8}", " " * 14)


def _folded(words: str, first: str, later: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent=first, subsequent_indent=later)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _words(one: Explained, mention: Mention) -> str:
    """Give the words of a name in its sentence; one that goes on behind it as it is known."""
    start, end = mention.span.start - one.span.start, mention.span.end - one.span.start
    return one.text[start:end] if end <= len(one.text) else mention.text


def _json(one: Explained) -> dict[str, Any]:
    return {
        "span": _span(one.span),
        "names": [name_json(mention, _words(one, mention)) for mention in one.names],
        "times": [_span(time.span) for time in one.times],
        "statements": [_span(statement.span) for statement in one.statements],
        "quotes": [_span(quote.span) for quote in one.quotes],
        "claims": [_span(checked.claim.span) for checked in one.claims],
        "parse": [_token(token) for token in one.parse.tokens] if one.parse else None,
    }


def _token(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "span": _span(token.span),
        "upos": token.upos,
        "xpos": token.xpos,
        "head": token.head,
        "deprel": token.deprel,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
