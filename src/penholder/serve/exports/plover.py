"""Events by the PLOVER ontology, as JSON Lines: who did what to whom, when, by which stories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from penholder.model.code import Code
from penholder.serve.exports.names import urn
from penholder.store.stories import dicts_of
from penholder.store.views import STATEMENTS

# PLOVER's four classes of deeds, from words to force.
_CLASSES = {
    "V-COOP": (Code.AGREE, Code.CONSULT, Code.SUPPORT),
    "M-COOP": (Code.COOPERATE, Code.AID, Code.YIELD),
    "V-CONF": (Code.REQUEST, Code.ACCUSE, Code.REJECT, Code.THREATEN),
    "M-CONF": (Code.PROTEST, Code.SANCTION, Code.MOBILIZE, Code.COERCE, Code.ASSAULT),
}
_CLASS_OF = {code: name for name, codes in _CLASSES.items() for code in codes}

# Day, event, code, actor and target; None: the story does not say.
Key = tuple[str | None, str, str, str | None, str | None]


def write(ledger: Connection) -> Iterator[str]:
    """Yield a line for each event, code and pair of parties; what is not coded is left out."""
    events: dict[Key, list[dict[str, Any]]] = {}
    for one in dicts_of(ledger, STATEMENTS):
        if one["event"] and one["plover"]:
            key = (one["day"], one["event"], one["plover"], one["actor"], one["target"])
            events.setdefault(key, []).append(one)
    for key in sorted(events, key=lambda key: [part or "" for part in key]):
        yield json.dumps(_event(key, events[key]), ensure_ascii=False) + "\n"


def _event(key: Key, told: list[dict[str, Any]]) -> dict[str, Any]:
    day, event, code, actor, target = key
    return {
        "event_id": urn("plover", *(part or "" for part in key)),
        "event_date": day,  # may be a month, or a range; None: no story says when
        "source": (actor or "").split(),
        "target": (target or "").split(),
        "event_type": code,
        "event_mode": None,  # penholder reads none
        "contexts": ["weapons"] if event.startswith("weapon_test") else [],
        "quad_class": _CLASS_OF[Code(code)],
        "ledger_event": event,
        "stories": sorted({one["story"] for one in told}),
        "text": told[0]["text"],
    }
