"""schema.org ClaimReview: the claims whose verdict a person has confirmed, and no others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from penholder.serve.exports.names import urn
from penholder.serve.exports.telling import claimants
from penholder.store.confirmations import confirmed_claims

# From 1, false, to 5, true.
_RATINGS = {
    "contradicted": (1, "Contradicted by the record"),
    "supported": (5, "Supported by the record"),
}


def write(ledger: Connection) -> Iterator[str]:
    """Yield one graph with all reviews."""
    reviews = [_review(one) for one in confirmed_claims(ledger)]
    graph = {"@context": "https://schema.org", "@graph": reviews}
    yield json.dumps(graph, ensure_ascii=False, indent=1) + "\n"


def _review(claim: dict[str, Any]) -> dict[str, Any]:
    value, name = _RATINGS[claim["verdict"]]
    return {
        "@type": "ClaimReview",
        "@id": urn("review", claim["story"], claim["start"], claim["stop"]),
        "datePublished": claim["confirmed_on"],
        "author": {"@type": "Person", "name": claim["confirmed_by"]},
        "claimReviewed": " ".join(claim["text"].split()),
        "reviewBody": claim["reason"],
        "reviewRating": {
            "@type": "Rating", "ratingValue": value, "bestRating": 5, "worstRating": 1,
            "alternateName": name,
        },
        "itemReviewed": _item(claim),
    }  # fmt: skip


def _item(claim: dict[str, Any]) -> dict[str, Any]:
    where = {"@type": "NewsArticle", "headline": claim["title"], "url": claim["url"]}
    outlet = [{"@type": "Organization", "name": claim["outlet"]}] if claim["outlet"] else []
    authors = claimants(claim["said_by"]) if claim["said_by"] else outlet
    item = {
        "@type": "Claim",
        "datePublished": claim["date"],
        "author": authors[0] if len(authors) == 1 else authors,
        "appearance": {key: value for key, value in where.items() if value},
    }
    return {key: value for key, value in item.items() if value}
