"""Sanctions: since when on whom, by which resolutions, on what and on how many names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from penholder.model.verdict import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """Sanctions of the Council on a state, or on groups in it."""

    state: str
    symbol: str
    adopted: str
    ended: str | None  # None: still in force
    ended_by: str  # the resolution that ended it; "": none did, it ran out or awaited an event
    begun_read: bool  # False: the first day is not that of the resolution, or others came before
    ended_read: bool  # False: the last day was not compared with a resolution
    note: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("sanctions_regimes", f"{self.state}/{self.symbol}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionGroup:
    """Resolutions on a state that are counted together, and by what rule."""

    state: str
    basis: str
    symbols: tuple[str, ...]  # "S/RES/1718"

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("resolution_groups", f"{self.state}/{self.basis}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How many names a resolution put on the sanctions list itself."""

    symbol: str
    adopted: str
    individuals: int
    entities: int
    read: bool  # False: not compared with a text, so it carries no verdict alone

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("listings", self.symbol)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a paragraph bans, caps or limits."""

    symbol: str
    adopted: str
    para: str
    item: str  # of tables/measures.toml
    verb: str  # bans | caps | limits
    figure: int | None
    told: str
    read: bool

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("measures", f"{self.symbol} para {self.para} {self.item}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilBody:
    """A body that a resolution set up."""

    body: str  # of tables/measures.toml
    name: str
    symbol: str
    adopted: str
    ended: str | None
    read: bool

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("council_bodies", self.body)


def regime_of(row: Mapping[str, str]) -> Regime:
    """Read one row of sanctions_regimes.csv."""
    words = {key: row[key] for key in ("state", "symbol", "adopted", "ended_by", "note")}
    return Regime(
        ended=row["ended"] or None,
        begun_read=row["begun_read"] == "yes",
        ended_read=row["ended_read"] == "yes",
        **words,
    )


def group_of(row: Mapping[str, str]) -> ResolutionGroup:
    """Read one row of resolution_groups.csv."""
    return ResolutionGroup(
        state=row["state"],
        basis=row["basis"],
        symbols=tuple(f"S/RES/{number}" for number in row["symbols"].split()),
    )


def listing_of(row: Mapping[str, str]) -> Listing:
    """Read one row of listings.csv."""
    return Listing(
        symbol=row["symbol"],
        adopted=row["adopted"],
        individuals=int(row["individuals"]),
        entities=int(row["entities"]),
        read=row["read"] == "yes",
    )


def measure_of(row: Mapping[str, str]) -> Measure:
    """Read one row of measures.csv."""
    words = {key: row[key] for key in ("symbol", "adopted", "para", "item", "verb", "told")}
    figure = int(row["figure"]) if row["figure"] else None
    return Measure(figure=figure, read=row["read"] == "yes", **words)


def body_of(row: Mapping[str, str]) -> CouncilBody:
    """Read one row of council_bodies.csv."""
    words = {key: row[key] for key in ("body", "name", "symbol", "adopted")}
    return CouncilBody(ended=row["ended"] or None, read=row["read"] == "yes", **words)
