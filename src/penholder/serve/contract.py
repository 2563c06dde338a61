"""The output contract: one JSON object per story."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from penholder.find.codes import code_of
from penholder.find.times.zones import on_writers_clock
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.claim import Asked
from penholder.model.code import Code
from penholder.model.quote import Quote
from penholder.model.reading import CheckedStory, Link, Stood
from penholder.model.span import Span
from penholder.model.statement import Statement
from penholder.model.story import Story
from penholder.model.verdict import CheckedClaim
from penholder.model.when import TimeExpression

_Told = Callable[[Actor], dict[str, Any]]


def as_json(checked: CheckedStory) -> dict[str, Any]:
    """Give a checked story as JSON values; spans are half-open offsets in code points of text."""
    reading = checked.reading
    told = partial(_actor, checked.stood)
    return {
        "story": _story(reading.story),
        "statements": [
            _statement(one, told, code_of(one, reading.mentions), checked.links.get(place))
            for place, one in enumerate(reading.statements)
        ],
        "quotes": [_quote(one, told, reading.story.text) for one in reading.quotes],
        "names": [name_json(one, one.span.of(reading.story.text)) for one in reading.mentions],
        "times": [_time(one, reading.story.dateline_place) for one in reading.times],
        "claims": [_claim(one, told) for one in checked.claims],
        "aftermath": list(checked.aftermath),
    }


def name_json(mention: Mention, words: str) -> dict[str, Any]:
    """Give the words of a span that name somebody, their article with them: a group with its members."""
    actor = mention.actor
    told = {"span": _span(mention.span), "text": words, "id": actor.id, "name": actor.name}
    members = {"members": list(actor.members)} if actor.members else {}
    return {**told, "how": mention.how, **members}


def _time(time: TimeExpression, writers_place: str | None) -> dict[str, Any]:
    return {
        "span": _span(time.span),
        "text": time.text,
        "value": time.value,
        "kind": time.kind,
        "mod": time.mod,
        "zone": time.zone,
        "utc": time.utc,
        "writers": on_writers_clock(time.utc, writers_place),
    }


def _story(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "source": story.source,
        "url": story.url,
        "outlet": story.outlet,
        "title": story.title,
        "captions": [
            {"text": c.text, "credit": c.credit, "spans": [_span(s) for s in c.spans]}
            for c in story.captions
        ],
        "dateline": {"place": story.dateline_place},
        "credit": story.credit,
        "byline": story.byline,
        "date": {
            "value": story.date.value,
            "precision": story.date.precision,
            "basis": story.date.basis.value,
            "reasons": list(story.date.reasons),
            "page_says": story.date.page_says,
        },
        "published_at": story.published_at,
        "updated_at": story.updated_at,
        "language": story.language,
        "foreign": [{"span": _span(f.span), "language": f.language} for f in story.foreign],
        "text": story.text,
        "body": _span(story.body),
        "boilerplate": [_span(span) for span in story.boilerplate],
    }


def _statement(
    statement: Statement, told: _Told, code: Code | None, link: Link | None
) -> dict[str, Any]:
    when = statement.when
    record = {"record": _link(link)} if link else {}
    return {
        "kind": statement.kind.value,
        "actor": [told(actor) for actor in statement.actor],
        "target": [told(actor) for actor in statement.target],
        "when": {"value": when.value if when else None, "text": when.text if when else None},
        "polarity": statement.polarity.value,
        "attributed_to": told(statement.attributed_to) if statement.attributed_to else None,
        "detail": dict(statement.detail) | record,
        "plover": code.value if code else None,
        "row": statement.rule,
        "span": _span(statement.span),
        "text": statement.text,
    }


def _link(link: Link) -> dict[str, str]:
    return {"table": link.row.table, "key": link.row.key, "day": link.day, "note": link.note}


def _quote(quote: Quote, told: _Told, text: str) -> dict[str, Any]:
    speaker = quote.speaker
    named = told(speaker) | {"office": speaker.office} if speaker else None
    reporter = quote.reported_by
    return {
        "span": _span(quote.span),
        "text": quote.text,
        "speaker": named or {"id": None, "name": None, "office": None},
        "cue": quote.cue,
        "kind": quote.kind.value,
        "source": quote.source.of(text) if quote.source else None,
        "reported_by": told(reporter) if reporter else None,
    }


def _claim(checked: CheckedClaim, told: _Told) -> dict[str, Any]:
    claim, verdict = checked.claim, checked.verdict
    return {
        "span": _span(claim.span),
        "text": claim.text,
        "type": claim.type.value,
        "asked": _asked(claim.asked),
        "said_by": told(claim.said_by) if claim.said_by else None,
        "verdict": verdict.ruling.value,
        "reason": verdict.reason,
        "rows": [{"table": row.table, "key": row.key} for row in verdict.rows],
        "rule": verdict.rule,
        "row": claim.rule,
    }


def _asked(asked: Asked) -> dict[str, Any]:
    """Give what was understood; the type of the claim says which keys there are."""
    said = asdict(asked)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in said.items()}


def _actor(stood: Mapping[ActorId, Sequence[Stood]], actor: Actor) -> dict[str, Any]:
    """Give an actor: a group with its members where they are known, an office with who held it."""
    told: dict[str, Any] = {"id": actor.id, "name": actor.name}
    by_record = stood.get(actor.id, ())
    if actor.kind is ActorKind.OFFICE and by_record:
        told["holder"] = {"id": by_record[0].id, "name": by_record[0].name}
    if members := actor.members or tuple(one.id for one in by_record if "holder" not in told):
        told["members"] = list(members)
    return told


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
