"""Cuts a sentence into the stretch that one verb governs."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml

_MARKS = r"[;:“”\"]|\s--?\s|\s[–—]\s?"

# "…, also firing its first ICBM": a participle after a comma opens a clause of its own.
_PARTICIPLE = r",\s+(?:also\s+|then\s+|later\s+)?(?!includ)(?=[a-z]{3,}ing\s)"


@cache
def _boundary() -> re.Pattern[str]:
    table = load_toml("clauses")
    after_comma, bare = any_of(table["after_comma"]), any_of(table["bare"])
    return re.compile(
        rf"{_MARKS}|,\s+{after_comma}|{_PARTICIPLE}|\s{bare}\s(?=\S+\s+\S+)", re.IGNORECASE
    )


def clause_around(text: str, sentence: Span, trigger: Span) -> Span:
    """Give the clause of a sentence that a trigger stands in."""
    start, end = sentence.start, sentence.end
    for match in _boundary().finditer(text, sentence.start, sentence.end):
        if match.end() <= trigger.start:
            start = match.end()
        elif match.start() >= trigger.end:
            end = match.start()
            break
    return trimmed(text, Span(min(start, trigger.start), max(end, trigger.end)))


def trimmed(text: str, span: Span) -> Span:
    """Give the span without blanks, commas and full stops at its ends."""
    return _without(text, span, " \t\r\n\u00a0,;:", " \t\r\n\u00a0,;:.")


def trimmed_blanks(text: str, span: Span) -> Span:
    """Give the span without blanks at its ends."""
    return _without(text, span, " \t\r\n\u00a0", " \t\r\n\u00a0")


def _without(text: str, span: Span, before: str, after: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in before:
        start += 1
    while end > start and text[end - 1] in after:
        end -= 1
    return Span(start, end)
