"""Happenings with a date or a distance in time: "invaded on 24 February", "first congress in five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.claim_types.firsts import comparator_of
from penholder.find.clauses import trimmed
from penholder.find.found import Found
from penholder.find.hints import Needs, may_match, needs_of, seen_in
from penholder.find.phrases import blanks
from penholder.model.actor import ActorId
from penholder.model.claim import Claim, ClaimType, HappeningAsked
from penholder.model.span import Span
from penholder.model.when import TimeExpression
from penholder.tables.load import load_toml

_GAP = re.compile(r"P\d+[DWMY]$")
_ON = re.compile(
    r"(?:\s+[\w’']+){0,2}?,?\s+(?:(?:back\s+)?(?:in|on)|(?:early|late|earlier|later)\s+in)\s+(?:the\s+)?$"
)
_AFTER = re.compile(r".*\b(?:after|since|into)\s+(?:the\s+|its\s+|their\s+|his\s+)?$", re.DOTALL)
_FIRST = re.compile(r"\bfirst\s+(?:[\w'’\-]+\s+){0,2}$")
_IN = re.compile(r"\s+(?:in|for)\s+(?:the\s+(?:past|last)\s+)?$")
_BREAK = re.compile(r"[^.;]{0,40}\bafter\s+(?:a|an|its|their)\s+$")
_LULL = re.compile(r"[\s\-]+(?:long\s+)?(?:hiatus|gap|pause|break|lull|interval|absence)\b")
# Characters around a happening in which its time stands.
_REACH = 60
# … and characters from "six years after" to it.
_LEAD = 20


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """A row of tables/happenings.toml, compiled."""

    id: str
    pattern: re.Pattern[str]
    needs: Needs  # what a story must hold for a match
    state: ActorId | None
    unless_after: tuple[str, ...]
    unique: bool


def find_happenings(found: Found) -> Iterator[Claim]:
    """Yield each claim that dates a happening of the table, or measures time from it."""
    named = {m.actor.state or m.actor.id for m in found.names.mentions}
    body = found.story.body
    seen = seen_in(found.text, body.start, body.end)
    for row in happening_rows():
        if (row.state and row.state not in named) or not may_match(row.needs, seen):
            continue
        for match in row.pattern.finditer(found.text, body.start, body.end):
            if found.text[match.end() :].lstrip().startswith(row.unless_after or ("\0",)):
                continue
            yield from _claims(found, row, Span(*match.span()))


@cache
def happening_rows() -> tuple[HappeningRow, ...]:
    """Give the rows of the table in its order."""
    return tuple(_row(row) for row in load_toml("happenings")["happening"])


def _row(row: Mapping[str, Any]) -> HappeningRow:
    pattern = re.compile(rf"(?<!\w)(?:{blanks(row['pattern'])})(?!\w)")
    state = row.get("state")
    unless = tuple(row.get("unless_after", ()))
    named = ActorId(state) if state else None
    needs = needs_of("happening", row["id"])
    return HappeningRow(row["id"], pattern, needs, named, unless, row.get("unique", False))


def _claims(found: Found, row: HappeningRow, words: Span) -> Iterator[Claim]:
    """Yield what is said of one mention: when it was, or how long it lies back."""
    sentence = found.sentence_at(words.start)
    for time in found.times_within(sentence):
        if asked := _asked(found, row, words, time):
            span = trimmed(found.text, _stretch(found, words, time, asked))
            first = asked.relation == "first_in"
            yield Claim(
                span=span,
                text=span.of(found.text),
                type=ClaimType.FIRST_SINCE if first else ClaimType.OTHER,
                asked=asked,
                said_by=found.speaker_at(span),
                rule=row.id,
            )


def _asked(
    found: Found, row: HappeningRow, words: Span, time: TimeExpression
) -> HappeningAsked | None:
    told = found.story.date.value
    if time.kind == "duration" and _GAP.match(time.value):
        relation = _relation(found.text, words, time.span)
        if relation is None:
            return None
        when = _own_year(found, words) if relation == "break" else told
        return HappeningAsked(
            happening=row.id,
            unique=row.unique,
            relation="after" if relation == "after" else "first_in",
            when=when,
            gap=time.value,
            comparator=comparator_of(time),
        )
    follows = words.end <= time.span.start <= words.end + _REACH
    if time.kind != "date" or not follows or not _dates(found.text, words, time):
        return None
    return HappeningAsked(happening=row.id, unique=row.unique, relation="on", when=time.value)


def _dates(text: str, words: Span, time: TimeExpression) -> bool:
    return bool(_ON.fullmatch(text, words.end, time.span.start)) and not time.value.endswith("_REF")


def _relation(text: str, words: Span, time: Span) -> str | None:
    """Say how a duration goes with a happening: before it, after its "first", after a break."""
    if time.end <= words.start:
        near = words.start - time.end <= _LEAD
        return "after" if near and _AFTER.fullmatch(text, time.start, words.start) else None
    if _IN.fullmatch(text, words.end, time.start):
        return "first" if _FIRST.search(text, max(0, words.start - 40), words.start) else None
    broken = _BREAK.fullmatch(text, words.end, time.start) and _LULL.match(text, time.end)
    return "break" if broken else None


def _own_year(found: Found, words: Span) -> str | None:
    """Give the time right after a happening: "held a congress in 2016 after …"."""
    after = found.times_within(Span(words.end, words.end + _REACH))
    return next((t.value for t in after if t.kind == "date" and _dates(found.text, words, t)), None)


def _stretch(found: Found, words: Span, time: TimeExpression, asked: HappeningAsked) -> Span:
    start, end = min(words.start, time.span.start), max(words.end, time.span.end)
    lull = _LULL.match(found.text, end)
    end = lull.end() if lull else end
    if asked.relation == "first_in":
        lead = _FIRST.search(found.text, max(0, words.start - 40), words.start)
        start = lead.start() if lead else start
    return Span(start, end)
