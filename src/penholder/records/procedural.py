"""The resolutions that no veto could stop, each with what its vote was about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceduralVote:
    """A resolution that was adopted although a permanent member voted against."""

    symbol: str
    about: str  # ends the sentence "it …"
    rule: str  # the article or resolution that makes it so


def procedural_vote_of(row: Mapping[str, str]) -> ProceduralVote:
    """Read one row of procedural_votes.toml."""
    return ProceduralVote(symbol=row["symbol"], about=row["about"], rule=row["rule"])
