"""What paragraphs of resolutions ask of North Korea, and which of them a launch or test breaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.launches import Launch
    from penholder.records.load import Records

# The acts that paragraphs prohibit by name, and the kinds of weapon (tables/weapons.toml) that
# each covers. A satellite launcher is no ballistic missile, but it uses the technology.
_BALLISTIC = frozenset({"ballistic", "icbm", "irbm", "mrbm", "srbm", "slbm", "hypersonic"})
_COVERED = {
    "ballistic missile": _BALLISTIC,
    "ballistic missile technology": _BALLISTIC | {"slv"},
    "nuclear test": frozenset({"nuclear"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition:
    """What a paragraph of a resolution asks of the DPRK, in our own words."""

    symbol: str
    adopted: str
    para: str
    verb: str
    act: str
    kinds: str
    charter: str
    read: str  # "yes": the text was read here; "no": it was not, and carries no verdict alone
    bans: tuple[str, ...]  # acts that the paragraph prohibits by name
    condemns: tuple[str, ...]  # local days of the launches and tests that it condemns

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("prohibitions", f"{self.symbol} para {self.para}")

    @property
    def article(self) -> str:
        """Give the part of the Charter that its resolution invokes, in words."""
        if self.charter == "VII/41":
            return "Charter, Chapter VII, Article 41"
        return "without Chapter VII"

    def prohibits(self, kinds: Collection[str]) -> bool:
        """Say whether it prohibits by name an act with weapons of such kinds."""
        return any(not _COVERED[ban].isdisjoint(kinds) for ban in self.bans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """The paragraphs in force on a day that prohibit an act by name, oldest first."""

    day: str
    read: tuple[Prohibition, ...]
    unread: tuple[Prohibition, ...]  # their text was not read here: shown, and no ground alone
    condemned: tuple[Prohibition, ...]  # what the Council said of the act afterwards
    if_ballistic: bool  # only "a missile" is known: they hold if it was a ballistic one

    @property
    def prohibited(self) -> bool:
        """Say whether a paragraph that was read here prohibits the act."""
        return bool(self.read)


def breach_by(records: Records, kinds: Collection[str], day: str) -> Breach:
    """Give what an act with weapons of such kinds breaches on a local day ("2022-03-24").

    A resolution of that date does not count: New York is up to fourteen hours behind, so the
    Council votes after the day is over in Korea.
    """
    loose, meant = set(kinds) == _ANY, _meant(kinds)
    rows = [row for row in records.prohibitions if row.adopted < day[:10] and row.prohibits(meant)]
    return Breach(
        day=day,
        read=tuple(row for row in rows if row.read == "yes"),
        unread=tuple(row for row in rows if row.read != "yes"),
        condemned=(),
        if_ballistic=loose and bool(rows),
    )


def first_ban(records: Records, kinds: Collection[str]) -> Prohibition | None:
    """Give the oldest paragraph that prohibits an act with weapons of such kinds."""
    meant = _meant(kinds)
    return next((row for row in records.prohibitions if row.prohibits(meant)), None)


_ANY = frozenset({"missile"})


def _meant(kinds: Collection[str]) -> Collection[str]:
    """Take "a missile" for a ballistic one: no other is prohibited."""
    return {"ballistic"} if set(kinds) == _ANY else set(kinds)


def breach_of(records: Records, launch: Launch) -> Breach:
    """Give what a launch or test of the record breaches, and which paragraphs condemned it.

    A launch whose day is not sure is judged by the first day that it could bear.
    """
    first = launch.days()[0].isoformat()
    found = breach_by(records, launch.kinds, first)
    condemned = tuple(row for row in records.prohibitions if first in row.condemns)
    return Breach(
        day=launch.date_local,
        read=found.read,
        unread=found.unread,
        condemned=tuple(row for row in condemned if _same_act(row, launch)),
        if_ballistic=found.if_ballistic,
    )


def _same_act(row: Prohibition, launch: Launch) -> bool:
    """Say whether a paragraph that condemns an act of the day means this kind of act."""
    return ("nuclear test" in row.kinds) == (launch.kind == "NUKE") or "technology" in row.kinds


def prohibition_of(row: Mapping[str, str]) -> Prohibition:
    """Read one row of prohibitions.csv."""
    return Prohibition(
        symbol=row["symbol"],
        adopted=row["adopted"],
        para=row["para"],
        verb=row["verb"],
        act=row["act"],
        kinds=row["kinds"],
        charter=row["charter"],
        read=row["read"],
        bans=tuple(ban for ban in row["bans"].split("; ") if ban),
        condemns=tuple(row["condemns"].split()),
    )
