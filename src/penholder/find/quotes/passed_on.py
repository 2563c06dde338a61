"""Who passes on what somebody else said: "Yonhap reported, citing the JCS", "according to KCNA, Kim said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.quotes.speakers import speaker_named
from penholder.find.speech import Attribution
from penholder.find.subjects import Names
from penholder.model.actor import Actor
from penholder.model.span import Span

# Characters between a word of speech and "citing" in one sentence.
NEAR = 60
_CITING = re.compile(r",?\s+(?:while\s+)?(?:citing|quoting)\s+(?:the\s+)?$")
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?P<source>[^,.;\n]{2,60}),\s+(?:the\s+)?$")
# 'Kim called it "a success," KCNA said': after the quotation mark.
_SAID = re.compile(r"\s+(?:said|says|reported|reports|added)\b")
_MARKS = re.compile(r"[,\"”’']*\s+(?:the\s+)?")


def cited_by(names: Names, one: Attribution, told: Sequence[Attribution]) -> Span | None:
    """Give the words that name whom a reporter cites: "Yonhap reported, citing the JCS"."""
    for other in told:
        near = abs(other.cue.start - one.cue.end) < NEAR or 0 < one.cue.start - other.cue.end < NEAR
        if other.word == "citing" and other.source == one.source and near and other.contents:
            span = other.contents[0]
            return span if speaker_named(names, span) else None
    return None


def passer_of(names: Names, one: Attribution) -> Actor | None:
    """Give who passes on what one says, where the words around tell it and no verb of its own."""
    if one.source is None:
        return None
    return _citing(names, one.source) or _according(names, one.source) or _said_after(names, one)


def _citing(names: Names, source: Span) -> Actor | None:
    """Give who cites: "Yonhap, citing the JCS, said"."""
    lead = _CITING.search(names.text, max(0, source.start - 40), source.start)
    if lead is None:
        return None
    before = names.within(max(0, lead.start() - 60), lead.start())
    return next((m.actor for m in before[-1:] if m.span.end >= lead.start() - 1), None)


def _according(names: Names, source: Span) -> Actor | None:
    lead = _ACCORDING.search(names.text, max(0, source.start - 90), source.start)
    return speaker_named(names, Span(*lead.span("source"))) if lead else None


def _said_after(names: Names, one: Attribution) -> Actor | None:
    """Give who passes on a fragment: 'Kim called it "a success," KCNA said'."""
    if not one.fragment or not one.contents:
        return None
    end = one.contents[-1].end
    marks = _MARKS.match(names.text, end)
    if marks is None:
        return None
    following = names.within(end, marks.end() + 1)
    return next((m.actor for m in following[:1] if _SAID.match(names.text, m.span.end)), None)
