"""Draft resolutions that the ledger's stories tell of, each with its life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from penholder.model.draft import STAGES
from penholder.model.when import When
from penholder.serve.actor_names import actor_names
from penholder.serve.draft_lines import SAID, last_day
from penholder.serve.event_lines import reported
from penholder.serve.typed import state_known
from penholder.serve.web.asking import Ledger
from penholder.serve.web.charts.lifeline import draw_life
from penholder.serve.web.entries import Entry
from penholder.serve.web.filters import PageNumber, Text, one_of
from penholder.serve.web.pages import Page
from penholder.serve.web.rendering import as_path
from penholder.store.chosen_rows import rows_by_id
from penholder.store.pieces import piece_of
from penholder.store.whole_drafts import drafts_asked, whole_draft

Json = dict[str, Any]

_Stage = Annotated[str, one_of(STAGES, "How far they came.")]


def find_drafts(
    ledger: Ledger,
    stage: _Stage = "",
    subject: Text = None,
    sponsor: Text = None,
    page: PageNumber = 1,
) -> Json:
    """Give drafts, those heard of last in front."""
    wanted = {
        "stage": stage,
        "subject": state_known(subject) if subject else "",
        "sponsor": state_known(sponsor) if sponsor else "",
    }
    piece = piece_of(ledger, drafts_asked(wanted), page)
    found = rows_by_id(ledger, "drafts", (row["id"] for row in piece.rows))
    return {"drafts": [{**one, "day": last_day(one)} for one in found], "piece": piece.told()}


def find_draft(ledger: Ledger, draft_id: str) -> Json:
    """Give a draft with its stages, who says so, the launches that it answers, and its vote on record."""
    return whole_draft(ledger, draft_id)


def _shown(found: Mapping[str, Any]) -> Json:
    days = {stage: found[stage] for stage in STAGES if found[stage]}
    return {
        "life": draw_life({SAID[stage]: day for stage, day in days.items()}),
        "stages": STAGES,
        "said": SAID,
    }


def title(draft: Mapping[str, Any]) -> str:
    """Give what a draft is called: "Draft on North Korea by the United States"."""
    on = f" on {actor_names(draft['subject'])}" if draft["subject"] else ""
    by = f" by {actor_names(draft['sponsor'])}" if draft["sponsor"] else ""
    return f"Draft{on}{by}" if on or by else "Draft of nobody named"


def stage_entries(draft: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield each stage of a draft that has a day: "Draft on North Korea by the United States: circulated"."""
    for stage in STAGES:
        if day := draft[stage]:
            yield Entry(
                path=f"/drafts/{as_path(draft['id'])}#{stage}",
                title=f"{title(draft)}: {SAID[stage]}",
                summary=reported(draft).capitalize() + ".",
                day=day if When(day).days() else None,
                category="draft",
            )


def _entries(found: Mapping[str, Any]) -> Iterator[Entry]:
    for one in found["drafts"]:
        days = When(one["day"]).days() if one["day"] else None
        yield Entry(
            path=f"/drafts/{as_path(one['id'])}",
            title=f"{title(one)}: {SAID[one['stage']]}",
            summary=reported(one).capitalize() + ".",
            day=one["day"] if days else None,
            category="draft",
        )


PAGES = (
    Page(
        path="/drafts",
        template="drafts.html",
        find=find_drafts,
        entries=_entries,
        shown=lambda _: {"title_of": title, "said": SAID, "stages": STAGES},
    ),
    Page(
        path="/drafts/{draft_id:rest}",
        template="draft.html",
        find=find_draft,
        shown=lambda found: _shown(found) | {"title_of": title},
    ),
)
