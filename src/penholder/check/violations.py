"""Checks whether an act breaches what resolutions prohibit."""

from __future__ import annotations

from penholder.check.answers import not_covered, undecided
from penholder.check.words import paragraphs
from penholder.model.claim import ViolationAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.records.load import Records

_BALLISTIC = frozenset(
    {"ballistic", "icbm", "irbm", "mrbm", "srbm", "slbm", "hypersonic", "missile"}
)
_KINDS = {"slv": "ballistic missile technology", "nuclear": "nuclear test"}


def check_violation(asked: ViolationAsked, day: str | None, records: Records) -> Verdict:
    """Name the paragraphs in force that prohibit the act, if their text was read here."""
    when = asked.when or day
    if asked.actor != "PRK":
        return not_covered("The record of prohibitions covers North Korea alone.")
    kind = "ballistic missile" if _BALLISTIC & set(asked.kinds) else None
    kind = kind or next((_KINDS[k] for k in asked.kinds if k in _KINDS), None)
    if kind is None or when is None:
        return undecided("The story does not say which act is meant, or when.")
    rows = [
        p
        for p in records.prohibitions
        if kind in p.kinds
        and p.verb in {"decides", "demands"}
        and p.adopted <= when
        and p.read == "yes"
    ]
    if not rows:
        return undecided("No paragraph that was read here prohibits this act on that day.")
    loose = " if the missiles were ballistic" if set(asked.kinds) == {"missile"} else ""
    return Verdict(
        ruling=Ruling.SUPPORTED,
        reason=f"Prohibited{loose} by {paragraphs(rows)}.",
        rows=tuple(p.row for p in rows),
    )
