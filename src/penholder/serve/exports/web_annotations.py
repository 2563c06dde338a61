"""W3C Web Annotation: statements, quotes and claims as notes on a story's text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from penholder.serve.exports.names import hash_name, urn
from penholder.store.stories import dicts_of
from penholder.store.views import CLAIMS, QUOTES, STATEMENTS, STORIES

Json = dict[str, Any]

# Characters before and after the words, by which they are found in a copy of the text.
_AROUND = 32
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"hash": "http://purl.org/dc/terms/identifier"}]


def write(ledger: Connection) -> Iterator[str]:
    """Yield one collection, with all notes on its one page."""
    stories = {story["id"]: story for story in dicts_of(ledger, STORIES)}
    parts = chain(
        (_note("statement", one, stories) for one in dicts_of(ledger, STATEMENTS)),
        (_note("quote", one, stories) for one in dicts_of(ledger, QUOTES)),
        (_note("claim", one, stories) for one in dicts_of(ledger, CLAIMS)),
    )
    notes = list(parts)
    whole = urn("annotations", *(story["text_sha256"] for story in stories.values()))
    page = {
        "id": f"{whole}#page", "type": "AnnotationPage", "partOf": whole, "startIndex": 0,
        "items": notes,
    }  # fmt: skip
    collection = {
        "@context": _CONTEXT, "id": whole, "type": "AnnotationCollection",
        "label": "What stories say, by penholder", "total": len(notes), "first": page,
    }  # fmt: skip
    yield json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _note(noun: str, part: Json, stories: dict[str, Json]) -> Json:
    story = stories[part["story"]]
    motivation = "assessing" if noun == "claim" else "identifying"
    return {
        "id": urn(noun, part["story"], part["place"]),
        "type": "Annotation",
        "motivation": motivation,
        "body": [
            {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
            for value, purpose in _bodies(noun, part)
        ],
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": story["url"] or hash_name(story["text_sha256"]),
                "type": "Text",
                "hash": hash_name(story["text_sha256"]),
            },
            "selector": _selectors(part, story["text"]),
        },
    }


def _selectors(part: Json, text: str) -> list[Json]:
    """Give where the words stand, by their place and by themselves with what stands around them."""
    start, stop = part["start"], part["stop"]
    return [
        {"type": "TextPositionSelector", "start": start, "end": stop},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:stop],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[stop : stop + _AROUND],
        },
    ]


def _bodies(noun: str, part: Json) -> Iterator[tuple[str, str]]:
    """Yield what is noted, and to what purpose."""
    if noun == "claim":
        yield part["type"], "classifying"
        yield part["verdict"], "assessing"
        yield part["reason"], "describing"
    elif noun == "quote":
        yield part["kind"], "classifying"
        if part["speaker_name"]:
            yield part["speaker_name"], "identifying"
    else:
        yield part["kind"], "classifying"
        if part["actor"]:
            yield part["actor"], "identifying"
