"""Reads a paper that a page prints whole: "… released the following press statement on Sunday:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.find.clauses import trimmed_blanks
from penholder.find.phrases import any_of
from penholder.find.speech.grammar import words_of
from penholder.find.subjects import Names, subject_of
from penholder.model.actor import Actor, ActorKind
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span
from penholder.tables.load import load_toml

# What agencies print below a paper: "-0-", "-30-".
_END = re.compile(r"\s*-\d+-\s*$")
# Characters from which on a printed paper is one: shorter ones are a line that is quoted.
_SHORTEST = 200


def find_papers(names: Names, paragraphs: Sequence[Span]) -> Iterator[Quote]:
    """Yield the paper that a paragraph announces with a colon: all that follows it."""
    for index, lead in enumerate(paragraphs[:-1]):
        match = _lead().search(names.text, lead.start, lead.end)
        if match is None or names.text[paragraphs[index + 1].start] in '“"':
            continue
        span = _paper(names.text, Span(paragraphs[index + 1].start, paragraphs[-1].end))
        if span.end - span.start >= _SHORTEST:
            yield Quote(
                span=span,
                text=span.of(names.text),
                speaker=_issuer(names, lead, match),
                cue=match["verb"].casefold(),
                kind=QuoteKind.DIRECT,
            )
        return


def _paper(text: str, span: Span) -> Span:
    end = _END.search(text, span.start, span.end)
    return trimmed_blanks(text, Span(span.start, end.start() if end else span.end))


def _issuer(names: Names, lead: Span, match: re.Match[str]) -> Actor | None:
    """Give who issued it: the first person named before the verb, else its subject."""
    before = names.within(lead.start, match.start())
    subject = subject_of(names, lead, Span(match.start("verb"), match.end("verb")))
    people = [m for m in before if m.actor.kind is ActorKind.PERSON and m.how == "name"]
    return next((mention.actor for mention in (*people, *subject)), None)


@cache
def _lead() -> re.Pattern[str]:
    """Give the pattern of a paragraph that announces a paper."""
    verbs = any_of(load_toml("speech_words")["paper"]["verbs"])
    papers = any_of(words_of("papers"))
    return re.compile(
        rf"(?P<verb>{verbs})\s+(?:\w+\s+)?the\s+following\s+(?:\w+\s+)?{papers}[^:]{{0,250}}:\s*$",
        re.IGNORECASE,
    )
