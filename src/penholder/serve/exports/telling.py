"""How events and stories are told in the formats that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from penholder.check.words import name_of, sentence
from penholder.model.when import When
from penholder.store.stories import dicts_of
from penholder.store.views import CLAIMS
from penholder.tables.load import load_csv, load_toml

_DEEDS = {
    "weapon_test": "weapon test",
    "vote": "vote",
    "adoption": "adoption",
    "veto": "veto",
    "draft_resolution": "draft resolution",
}


def headline(event: Mapping[str, Any]) -> str:
    """Give an event in a few words: "North Korea: weapon test (ballistic)"."""
    actors = " and ".join(map(_name, event["actor"].split()))
    deed = _DEEDS.get(event["kind"], event["kind"].replace("_", " "))
    known = event["symbol"] or event["weapon"]
    return sentence(f"{actors}: {deed}{f' ({known})' if known else ''}")


def claimants(actors: str) -> list[dict[str, str]]:
    """Give who said something by schema.org, a person or an organization: "john-kirby", "KOR+USA"."""
    return [
        {"@type": "Person" if one.islower() or "/" in one else "Organization", "name": _called(one)}
        for one in actors.split("+")
    ]


def _called(actor: str) -> str:
    """Give a name for an id: "John Kirby" for "john-kirby", "United States: spokesperson" for a nameless office."""
    state, _, office = actor.partition("/")
    if actor.islower():
        people = {
            row["name"].casefold().replace(" ", "-"): row["name"] for row in load_csv("people")
        }
        return people.get(actor) or " ".join(part.capitalize() for part in actor.split("-"))
    name = sentence(_name(state))
    return f"{name}: {office.replace('_', ' ')}" if office else name


def _name(actor: str) -> str:
    """Give the name of a state or body; other ids stay as they are."""
    bodies = {row["id"]: row["name"] for row in reversed(load_toml("bodies")["body"])}
    return bodies.get(actor) or name_of(actor)


def is_day(value: str | None) -> bool:
    """Say whether a date is one day, and not a month or a range."""
    days = When(value).days() if value else None
    return days is not None and days[0] == days[1] and value == days[0].isoformat()


def verdicts(ledger: Connection) -> dict[str, str]:
    """Give each story's claims in a sentence, then each that the record contradicts."""
    claims: dict[str, list[dict[str, Any]]] = {}
    for claim in dicts_of(ledger, CLAIMS):
        claims.setdefault(claim["story"], []).append(claim)
    return {story: _verdicts(found) for story, found in claims.items()}


def _verdicts(claims: list[dict[str, Any]]) -> str:
    counts = Counter(claim["verdict"].replace("_", " ") for claim in claims)
    lines = ["Claims: " + ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))]
    lines += (
        f'Contradicted: "{" ".join(claim["text"].split())}" {claim["reason"]}'
        for claim in claims
        if claim["verdict"] == "contradicted"
    )
    return "\n".join(lines)
