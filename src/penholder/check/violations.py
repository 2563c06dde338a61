"""Checks whether an act breaches what resolutions prohibit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from penholder.check.answers import not_covered, undecided
from penholder.check.words import paragraphs
from penholder.model.claim import ViolationAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.launches import Clock, launches_between
from penholder.records.load import Records
from penholder.records.prohibitions import Breach, Prohibition, breach_by, first_ban

# Acts that resolutions name. Cruise missiles and artillery they do not, but some of their words
# ("any other provocation") may be read to cover them: that stays open.
_NAMED = frozenset(
    {"ballistic", "icbm", "irbm", "mrbm", "srbm", "slbm", "hypersonic", "slv", "nuclear", "missile"}
)


def check_violation(asked: ViolationAsked, day: str | None, records: Records) -> Verdict:
    """Name the paragraphs in force on the day that prohibit the act, if their text was read here.

    A day before the first of them makes the words wrong of an act that later ones name.
    """
    if asked.kinds[:1] == ("trade",):
        return _of_trade(asked, asked.when or day, records)
    if asked.actor != "PRK":
        return not_covered("The record of prohibitions covers North Korea alone.")
    days = When(asked.when or day or "").days()
    if days is None or not asked.kinds:
        return undecided("The story does not say which act is meant, or when.")
    return _of_weapons(asked, days, records)


def _of_weapons(asked: ViolationAsked, days: tuple[date, date], records: Records) -> Verdict:
    kinds = [kind for kind in asked.kinds if kind in _NAMED] or _fired(asked, days, records)
    if not kinds:
        return undecided(f"No paragraph that was read here names {' or '.join(asked.kinds)}.")
    breach = breach_by(records, kinds, days[0].isoformat())
    rows = _of_symbols(breach.read, asked.symbols)
    if rows:
        return _prohibited(rows, breach)
    if asked.symbols or breach_by(records, kinds, days[1].isoformat()).prohibited:
        told = "None of the paragraphs that were read here prohibits it by name on that day."
        return undecided(told, _rows(breach.unread))
    first = first_ban(records, kinds)
    told = f"No resolution prohibited it on {days[0]}"
    if first is None:
        return undecided(f"{told}, and none that was read here does.")
    ruling = Ruling.CONTRADICTED if asked.sure else Ruling.UNDECIDED
    reason = f"{told}; the first was {first.symbol} of {first.adopted}."
    return Verdict(ruling=ruling, reason=reason, rows=(first.row,))


def _fired(asked: ViolationAsked, days: tuple[date, date], records: Records) -> list[str]:
    """Give what the record has for "a projectile" of a day, where every launch of that day was of a kind that is named."""
    if days[0] != days[1] or asked.kinds[0] not in _VAGUE:
        return []
    launches = launches_between(records, days[0], days[0], Clock.LOCAL)
    named = [sorted(launch.kinds & _NAMED) for launch in launches]
    return [kind for kinds in named for kind in kinds] if all(named) else []


# Words that leave open what flew.
_VAGUE = frozenset({"projectile"})


def _of_symbols(rows: Sequence[Prohibition], symbols: Sequence[str]) -> list[Prohibition]:
    """Keep the paragraphs of the resolutions that are named, all where none is."""
    return [
        row for row in rows if not symbols or any(row.symbol.startswith(f"{s} ") for s in symbols)
    ]


def _prohibited(rows: Sequence[Prohibition], breach: Breach) -> Verdict:
    loose = " if the missiles were ballistic" if breach.if_ballistic else ""
    binding = [row for row in rows if row.verb == "decides"]
    words = f" Decided under Chapter VII: {paragraphs(binding)}." if binding else ""
    return Verdict(
        ruling=Ruling.SUPPORTED,
        reason=f"Prohibited{loose} by {paragraphs(rows)}.{words}",
        rows=_rows(rows),
    )


def _rows(prohibitions: Sequence[Prohibition]) -> tuple[Row, ...]:
    return tuple(one.row for one in prohibitions)


def _of_trade(asked: ViolationAsked, when: str | None, records: Records) -> Verdict:
    """Name the paragraphs on what is traded; what other states do stays open."""
    days = When(when or "").days()
    until = days[1].isoformat() if days else "9999"
    items = asked.kinds[1:]
    rows = [m for m in records.measures if m.item in items and m.adopted <= until]
    if not rows:
        return undecided(
            "The story names no trade that the record has a paragraph on.",
            (Row("coverage", "measures"),),
        )
    told = "; ".join(f"{one.symbol} paragraph {one.para} {one.verb} {one.told}" for one in rows)
    keys = tuple(one.row for one in rows)
    banned = {one.item for one in rows if one.read and one.verb == "bans"}
    if asked.actor == "PRK" and set(items) <= banned:
        return Verdict(ruling=Ruling.SUPPORTED, reason=f"{told}.", rows=keys)
    return undecided(f"{told}. Whether the act falls under it the record cannot tell.", keys)
