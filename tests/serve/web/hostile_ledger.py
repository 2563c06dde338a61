"""A ledger with a payload in every text that it can hold, one payload to each story, event and draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, Text, insert, select, update

from penholder.store.ledger import open_ledger
from penholder.store.tables import (
    ALIASES,
    CLAIMS,
    CONFIRMATIONS,
    CORRECTIONS,
    DRAFT_ALIASES,
    DRAFTED,
    DRAFTS,
    EVENTS,
    ORIGINS,
    QUOTES,
    STATEMENTS,
    STORY_VERSIONS,
    VISITS,
)

# What a page would run if it forgot to escape: in elements, attributes, addresses, scripts and styles.
PAYLOADS = tuple(json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8")))

_STORY = "China and Russia vetoed a US-drafted resolution on North Korea on May 26, 2022."
_DAY = "2022-05-26"
_DATED = {"published": _DAY}
_MORE = (
    "The Council “failed this test”, the U.S. ambassador told reporters."
    " Japan held the presidency of the Security Council in May 2022."
)
# Columns by which pages find, order and join, and those that hold what else was read: all others get payloads.
_NEEDED = {
    "story_versions": {"key", "source", "id", "date", "text", "text_sha256", "told", "print"},
    "story_statements": {"event", "thread", "record", "published", "text"},
    "story_quotes": {"published", "text"},
    "story_claims": {"verdict", "published", "text"},
    "merged_events": {"id", "day"},
    "merged_drafts": {"id", "vetoed"},
}
# What of a story by the contract is no one's words: by these it is drawn.
_DRAWN = {"span", "spans", "body", "boilerplate", "text", "verdict", "table"}


def make_hostile(path: Path, keep: Callable[[Path], None]) -> None:
    """Make the ledger; `keep` reads a file of stories into it."""
    source = path.with_suffix(".jsonl")
    for before in ("", "The Council met. "):  # so that each story has two versions
        lines = [_line(number, payload, before) for number, payload in enumerate(PAYLOADS)]
        source.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        keep(source)
    with open_ledger(path) as ledger, ledger.engine.begin() as connection:
        for number, payload in enumerate(PAYLOADS):
            _fill(connection, number, payload)


def id_of(number: int) -> str:
    """Give the id of the story with a payload, which its event and its draft have too."""
    return f"{PAYLOADS[number]} {number}"


def _line(number: int, payload: str, before: str) -> dict[str, str]:
    told = f"{before}{_STORY} “{payload}”, said U.S. envoy Linda Thomas-Greenfield. {_MORE}\n"
    return {"id": id_of(number), "title": f"{before}{payload}", "outlet": payload, "text": told}


def _fill(connection: Connection, number: int, payload: str) -> None:
    held = STORY_VERSIONS.c
    mine = select(held.no, held.told).where(held.id == id_of(number)).order_by(held.current)
    rows = connection.execute(mine).all()
    for place, row in enumerate(rows):
        words = f"{payload} {place}"  # each version its own
        told = json.dumps(_filled(json.loads(row.told), words), ensure_ascii=False)
        _change(connection, STORY_VERSIONS, row.no, words, {"told": told, "date": _DAY})
    version = rows[-1].no  # the current one, which alone has parts
    id_ = id_of(number)
    record = (f"votes {payload}", f"launches {payload}", "votes 2781")[number % 3]
    told = STATEMENTS.c
    parts = connection.execute(select(told.no, told.start).where(told.version == version)).all()
    for place, part in enumerate(parts):
        kind = payload if place else "weapon_test"  # which the others answer
        more = {"event": id_, "record": record, "stage": "vetoed", "kind": kind}
        _change(connection, STATEMENTS, part.no, payload, {**more, "answers": parts[0].start})
        connection.execute(insert(DRAFTED), {"statement": part.no, "draft": id_, "reason": payload})
    for table, more in ((QUOTES, _DATED), (CLAIMS, {**_DATED, "verdict": "contradicted"})):
        for part in connection.execute(select(table.c.no).where(table.c.version == version)):
            _change(connection, table, part.no, payload, more)
    connection.execute(update(ORIGINS), {"reason": payload})
    _add(connection, EVENTS, payload, {"id": id_, "day": _DAY})
    _add(connection, DRAFTS, payload, {"id": id_, "stage": "vetoed", "vetoed": _DAY})
    _add(connection, ALIASES, payload, {"alias": f"{payload} before {number}", "event": id_})
    _add(connection, DRAFT_ALIASES, payload, {"alias": f"{payload} before {number}", "draft": id_})
    _add(connection, CORRECTIONS, payload, {"event": id_})
    _add(connection, CONFIRMATIONS, payload, {"start": number, "stop": number})
    _add(connection, VISITS, payload, {"address": id_of(number)})


def _change(
    connection: Connection, table: Table, no: int, payload: str, more: dict[str, Any]
) -> None:
    values = dict.fromkeys(_hostile_columns(table), payload) | more
    connection.execute(update(table).where(table.c.no == no).values(**values))


def _add(connection: Connection, table: Table, payload: str, more: dict[str, Any]) -> None:
    connection.execute(insert(table), dict.fromkeys(_hostile_columns(table), payload) | more)


def _hostile_columns(table: Table) -> list[str]:
    """Give the columns of words that are not needed; a column that is added later is among them."""
    needed = _NEEDED.get(table.name, set())
    return [one.name for one in table.c if isinstance(one.type, Text) and one.name not in needed]


def _filled(told: Any, payload: str) -> Any:
    """Give a story by the contract with the payload for each of its words."""
    if isinstance(told, dict):
        return {key: one if key in _DRAWN else _filled(one, payload) for key, one in told.items()}
    if isinstance(told, list):
        return [_filled(one, payload) for one in told]
    return payload if isinstance(told, str) else told
