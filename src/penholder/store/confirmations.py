"""What people confirmed: that a claim's verdict is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from penholder.errors import NotFoundError
from penholder.store.tables import CLAIMS, CONFIRMATIONS, STORY_VERSIONS

_CONFIRMED = frozenset({"supported", "contradicted"})
# A confirmation holds as long as the same words have the same verdict.
_HOLDS = (
    "SELECT claims.*, stories.title, stories.url, stories.outlet, stories.date,"
    " confirmations.confirmed_by, confirmations.confirmed_on"
    " FROM claims JOIN stories ON stories.id = claims.story"
    " JOIN confirmations ON confirmations.story = claims.story"
    " AND confirmations.start = claims.start AND confirmations.stop = claims.stop"
    " AND confirmations.text = claims.text AND confirmations.verdict = claims.verdict"
    " ORDER BY claims.story, claims.place"
)


def confirm_claim(ledger: Connection, story: str, place: int, who: str, day: str) -> str:
    """Keep that a person agrees with a claim's verdict, and give the verdict.

    Raises:
        NotFoundError: there is no such claim, or the record does not decide it.
    """
    claim = _claim(ledger, story, place)
    if claim["verdict"] not in _CONFIRMED:
        raise NotFoundError(
            f"{story} {place}",
            fault=f"the verdict is {claim['verdict'].replace('_', ' ')}: nothing to confirm",
            remedy="Confirm claims that the record supports or contradicts",
        )
    withdraw_claim(ledger, story, place)
    kept = {key: claim[key] for key in ("start", "stop", "text", "verdict")}
    row = {"story": story, "confirmed_by": who, "confirmed_on": day, **kept}
    ledger.execute(insert(CONFIRMATIONS).values(**row))
    return str(claim["verdict"])


def withdraw_claim(ledger: Connection, story: str, place: int) -> None:
    """Forget that a claim was confirmed.

    Raises:
        NotFoundError: there is no such claim.
    """
    claim, held = _claim(ledger, story, place), CONFIRMATIONS.c
    mine = (held.story == story, held.start == claim["start"], held.stop == claim["stop"])
    ledger.execute(delete(CONFIRMATIONS).where(*mine))


def confirmed_claims(ledger: Connection) -> Iterator[dict[str, Any]]:
    """Yield the claims that were confirmed with the verdict that they have today."""
    for row in ledger.execute(text(_HOLDS)).mappings():
        yield dict(row)


def _claim(ledger: Connection, story: str, place: int) -> dict[str, Any]:
    whole = CLAIMS.join(STORY_VERSIONS, CLAIMS.c.version == STORY_VERSIONS.c.no)
    asked = select(CLAIMS).select_from(whole).where(
        STORY_VERSIONS.c.current, STORY_VERSIONS.c.id == story, CLAIMS.c.place == place
    )  # fmt: skip
    row = ledger.execute(asked).mappings().first()
    if row is None:
        raise NotFoundError(
            f"{story} {place}",
            fault="the ledger has no such claim",
            remedy=f"See `penholder story {story}`",
        )
    return dict(row)
