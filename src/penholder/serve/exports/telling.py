"""How events and stories are told in the formats that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from penholder.check.words import sentence
from penholder.model.when import When
from penholder.serve.actor_names import actor_name
from penholder.store.stories import dicts_of
from penholder.store.views import CLAIMS

_DEEDS = {
    "weapon_test": "weapon test",
    "vote": "vote",
    "adoption": "adoption",
    "veto": "veto",
    "draft_resolution": "draft resolution",
}


def headline(event: Mapping[str, Any]) -> str:
    """Give an event in a few words: "North Korea: weapon test (ballistic)"."""
    actors = " and ".join(map(actor_name, event["actor"].split()))
    deed = _DEEDS.get(event["kind"], event["kind"].replace("_", " "))
    known = event["symbol"] or event["weapon"]
    return sentence(f"{actors}: {deed}{f' ({known})' if known else ''}")


def claimants(actors: str) -> list[dict[str, str]]:
    """Give who said something by schema.org, a person or an organization: "john-kirby", "KOR+USA"."""
    return [
        {
            "@type": "Person" if one.islower() or "/" in one else "Organization",
            "name": actor_name(one),
        }
        for one in actors.split("+")
    ]


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
