"""Turns a checked story into the rows of the ledger's tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from penholder.merge.reports import thread_of
from penholder.model.reading import CheckedStory

Values = Mapping[str, object]
Told = Mapping[str, Any]  # a story by the output contract

_DETAILS = ("weapon", "system", "number", "ordinal", "outcome", "symbol", "tally")
_OF_DRAFT = ("stage", "sponsor", "subject", "answer_cue")
_OF_POSITION = ("position", "position_on")
_PLACES = {"draft": "draft_number", "answers": "answers"}


# How JSON writes a NUL.
_NUL = "\\u0000"


def writable(told: Told) -> Told:
    """Give a story as both databases can keep it: PostgreSQL has no NUL; offsets stay as they are."""
    return _without_nul(told) if _NUL in json.dumps(told, ensure_ascii=False) else told


def _without_nul(told: Any) -> Any:
    if isinstance(told, str):
        return told.replace("\0", "\ufffd")
    if isinstance(told, Mapping):
        return {key: _without_nul(value) for key, value in told.items()}
    return [_without_nul(one) for one in told] if isinstance(told, list | tuple) else told


def version_row(told: Told) -> dict[str, object]:
    """Give what `story_versions` holds of a story itself, without its place among the versions."""
    story = told["story"]
    text = story["text"]
    kept = {**told, "story": {**story, "text": ""}}
    return {
        "id": story["id"],
        "source": story["source"],
        "url": story["url"],
        "outlet": story["outlet"],
        "title": story["title"],
        "date": story["date"]["value"],
        "basis": story["date"]["basis"],
        "language": story["language"],
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "told": json.dumps(kept, ensure_ascii=False),
    }


def told_of(kept: str, text: str) -> dict[str, Any]:
    """Give the story by the contract, from what was kept of it and its text."""
    told: dict[str, Any] = json.loads(kept)
    told["story"]["text"] = text
    return told


def statement_rows(checked: CheckedStory, told: Told) -> Iterator[Values]:
    """Yield the rows of `story_statements`; several actors are joined by blanks."""
    threads = [thread_of(one) for one in checked.reading.statements]
    for place, (one, thread) in enumerate(zip(told["statements"], threads, strict=True)):
        when, record = one["when"]["value"], one["detail"].get("record")
        yield {
            "kind": one["kind"],
            "actor": _ids(one["actor"]),
            "target": _ids(one["target"]),
            "day": when.split("T")[0] if when else None,
            "polarity": one["polarity"],
            "attributed_to": _id(one["attributed_to"]),
            **{name: one["detail"].get(name) for name in _DETAILS},
            "plover": one["plover"],
            "thread": thread,
            "said_when": when,
            "record": f"{record['table']} {record['key']}" if record else None,
            **{name: one["detail"].get(name) for name in (*_OF_DRAFT, *_OF_POSITION)},
            **{column: _number(one["detail"].get(name)) for name, column in _PLACES.items()},
            **_at(one, place),
        }


def quote_rows(told: Told) -> Iterator[Values]:
    """Yield the rows of `story_quotes`."""
    for place, one in enumerate(told["quotes"]):
        speaker = one["speaker"]
        yield {
            "kind": one["kind"],
            "speaker": speaker["id"],
            "speaker_name": speaker["name"],
            "office": speaker["office"],
            "cue": one["cue"],
            **_at(one, place),
        }


def claim_rows(told: Told) -> Iterator[Values]:
    """Yield the rows of `story_claims`."""
    for place, one in enumerate(told["claims"]):
        yield {
            **{name: one[name] for name in ("type", "verdict", "reason", "rule")},
            "said_by": _id(one["said_by"]),
            **_at(one, place),
        }


def _at(one: Told, place: int) -> dict[str, object]:
    start, stop = one["span"]
    return {"place": place, "start": start, "stop": stop, "text": one["text"]}


def _number(written: str | None) -> int | None:
    return int(written) if written else None


def _id(actor: Told | None) -> str | None:
    return actor["id"] if actor else None


def _ids(actors: Sequence[Told]) -> str:
    return " ".join(actor["id"] for actor in actors)
