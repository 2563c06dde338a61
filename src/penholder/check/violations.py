"""Checks whether an act breaches what resolutions prohibit."""

from __future__ import annotations

from penholder.check.answers import not_covered, undecided
from penholder.check.words import paragraphs
from penholder.model.claim import ViolationAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records

_BALLISTIC = frozenset(
    {"ballistic", "icbm", "irbm", "mrbm", "srbm", "slbm", "hypersonic", "missile"}
)
_KINDS = {"slv": "ballistic missile technology", "nuclear": "nuclear test"}


def check_violation(asked: ViolationAsked, day: str | None, records: Records) -> Verdict:
    """Name the paragraphs in force that prohibit the act, if their text was read here."""
    when = asked.when or day
    if asked.kinds[:1] == ("trade",):
        return _of_trade(asked, when, records)
    if asked.actor != "PRK":
        return not_covered("The record of prohibitions covers North Korea alone.", _EDGES)
    kind = "ballistic missile" if _BALLISTIC & set(asked.kinds) else None
    kind = kind or next((_KINDS[k] for k in asked.kinds if k in _KINDS), None)
    if kind is None or when is None:
        return undecided("The story does not say which act is meant, or when.", _EDGES)
    rows = [
        p
        for p in records.prohibitions
        if kind in p.kinds
        and p.verb in {"decides", "demands"}
        and p.adopted <= when
        and p.read == "yes"
    ]
    if not rows:
        told = "No paragraph that was read here prohibits this act on that day."
        return undecided(told, _EDGES)
    loose = " if the missiles were ballistic" if set(asked.kinds) == {"missile"} else ""
    return Verdict(
        ruling=Ruling.SUPPORTED,
        reason=f"Prohibited{loose} by {paragraphs(rows)}.",
        rows=tuple(p.row for p in rows),
    )


_EDGES = (Row("coverage", "prohibitions"),)


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
