"""Draft resolutions of the ledger: all of them in a list, and one with its life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    func,
    select,
    text,
)

from penholder.errors import NotFoundError
from penholder.model.draft import ENDS, STAGES
from penholder.store.chosen_rows import has_among
from penholder.store.tables import DRAFT_ALIASES, DRAFTED, DRAFTS, STATEMENTS
from penholder.store.views import view_named

_LAUNCHES = "SELECT DISTINCT launch FROM answers WHERE draft = :draft ORDER BY launch"  # of the launches that it answers


def list_drafts(ledger: Connection, wanted: dict[str, str]) -> Sequence[dict[str, Any]]:
    """Give the rows of the view `drafts`; wanted: a stage, a state that one is about or that drafted it."""
    order = ", ".join(view_named("drafts").order)
    rows = ledger.execute(text(f"SELECT * FROM drafts ORDER BY {order}")).mappings()  # noqa: S608
    found = (dict(row) for row in rows)
    return [row for row in found if all(value in row[key].split() for key, value in wanted.items())]


def whole_draft(ledger: Connection, named: str) -> dict[str, Any]:
    """Give a draft by its id or an alias: its columns, `aliases`, `launches` that it answers, and `told`.

    Raises:
        NotFoundError: the ledger has no such draft.
    """
    alias = select(DRAFT_ALIASES.c.draft).where(DRAFT_ALIASES.c.alias == named).scalar_subquery()
    asked = select(DRAFTS.c.id).where(DRAFTS.c.id.in_([named, alias]))
    id_ = ledger.execute(asked.order_by(DRAFTS.c.id != named)).scalar()
    if id_ is None:
        raise NotFoundError(
            named, fault="the ledger has no such draft", remedy="See `penholder drafts`"
        )
    mine = {"draft": id_}
    row = ledger.execute(text("SELECT * FROM drafts WHERE id = :draft"), mine).mappings().one()
    told = text("SELECT * FROM stages WHERE draft = :draft ORDER BY story, place")
    names = select(DRAFT_ALIASES.c.alias).where(DRAFT_ALIASES.c.draft == id_)
    return {
        **row,
        "aliases": list(ledger.execute(names.order_by(DRAFT_ALIASES.c.alias)).scalars()),
        "launches": list(ledger.execute(text(_LAUNCHES), mine).scalars()),
        "told": [dict(one) for one in ledger.execute(told, mine).mappings()],
    }


def open_drafts(ledger: Connection, since: str, most: int) -> list[dict[str, Any]]:
    """Give the drafts that have not come to their end and were heard of since a day, those heard of last in front.

    A draft is heard of on the day of its last stage; one without a day, when the last story of it was written.
    """
    told = DRAFTED.join(STATEMENTS, DRAFTED.c.statement == STATEMENTS.c.no)
    last = select(func.max(STATEMENTS.c.published)).select_from(told)
    written = last.where(DRAFTED.c.draft == DRAFTS.c.id).scalar_subquery()
    days = (DRAFTS.c[stage] for stage in reversed(STAGES) if stage not in ENDS)
    heard = func.coalesce(*days, written)
    asked = select(DRAFTS).where(DRAFTS.c.stage.not_in(ENDS), heard >= since)
    rows = ledger.execute(asked.order_by(heard.desc(), DRAFTS.c.id).limit(most))
    return [dict(row) for row in rows.mappings()]


def drafts_asked(wanted: Mapping[str, str]) -> Select[Any]:
    """Ask for the ids of drafts by `stage`, `subject` and `sponsor`, those heard of last in front."""
    heard = func.coalesce(*(DRAFTS.c[stage] for stage in reversed(STAGES)), "")
    named = [
        has_among(DRAFTS.c[key], value) if key != "stage" else DRAFTS.c.stage == value
        for key, value in wanted.items()
        if value
    ]
    return select(DRAFTS.c.id).where(*named).order_by(heard.desc(), DRAFTS.c.id)
