"""What the look-up of breaches answers: the paragraphs that a launch or test goes against."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.errors import NotFoundError
from penholder.model.when import When
from penholder.records.launches import Launch, launches_between
from penholder.records.load import Prohibition, Records
from penholder.records.prohibitions import Breach, breach_by, breach_of
from penholder.serve.lookups import Json
from penholder.tables.load import load_toml


def breaches_of(records: Records, named: str) -> list[Json]:
    """Give what a launch breaches, by its id, or all launches of a local day.

    Raises:
        NotFoundError: no launch has that id, and none is known on that day.
    """
    launches = _launches(records, named)
    if not launches:
        remedy = f"Write KP-2022-03-24-1 or 2022-03-24. {records.coverage['launches'].told}"
        raise NotFoundError(named, fault="no launch or test is recorded", remedy=remedy)
    return [_breach(breach_of(records, one), _about(one)) for one in launches]


def breach_of_kind(records: Records, kind: str, day: str) -> Json:
    """Give what an act with a kind of weapon would breach on a day.

    Raises:
        NotFoundError: no kind of weapon has that name, or the day is not covered.
    """
    kinds = {kind for row in load_toml("weapons")["weapon"] for kind in row["kinds"]}
    if kind not in kinds:
        raise NotFoundError(
            kind, fault="no kind of weapon", remedy=f"The kinds are {' '.join(sorted(kinds))}"
        )
    covered, days = records.coverage["prohibitions"], When(day).days()
    if days is None or not covered.covers(*days):
        raise NotFoundError(day, fault="the day is not covered", remedy=covered.told)
    return _breach(breach_by(records, {kind}, day), f"{kind} on {day}")


def _launches(records: Records, named: str) -> tuple[Launch, ...]:
    if named.upper().startswith("KP-"):
        return tuple(one for one in records.launches if one.event_id == named.upper())
    days = When(named).days()
    return launches_between(records, *days) if days else ()


def _about(launch: Launch) -> str:
    what = launch.system or launch.cls
    return (
        f"{launch.event_id}, {what}, {launch.site}" if launch.site else f"{launch.event_id}, {what}"
    )


def _breach(breach: Breach, about: str) -> Json:
    return {
        "about": about, "day": breach.day, "prohibited": breach.prohibited, "if_ballistic": breach.if_ballistic,
        "paragraphs": [_paragraph(row) for row in breach.read],
        "not_read": [_paragraph(row) for row in breach.unread],
        "condemned_by": [_paragraph(row) for row in breach.condemned],
    }  # fmt: skip


def _paragraph(row: Prohibition) -> Json:
    return {
        "symbol": row.symbol, "paragraph": row.para, "adopted": row.adopted, "verb": row.verb,
        "act": row.act, "charter": row.article, "read": row.read == "yes",
    }  # fmt: skip


def tell_breach(found: Json) -> Iterator[str]:
    """Yield what it breaches, paragraph by paragraph; those whose text was not read are marked."""
    yield found["about"]
    loose = " if it was a ballistic missile" if found["if_ballistic"] else ""
    if found["prohibited"]:
        yield f"  Prohibited{loose} by:"
    elif found["not_read"]:
        yield "  No paragraph that was read here prohibits it."
    else:
        yield "  No paragraph that was in force prohibits it by name."
    yield from (_tell_paragraph(row, "") for row in found["paragraphs"])
    yield from (_tell_paragraph(row, "text not read here: ") for row in found["not_read"])
    for row in found["condemned_by"]:
        yield f"  The Council condemned it in {row['symbol']}, paragraph {row['paragraph']}."


def _tell_paragraph(row: Json, mark: str) -> str:
    where = f"{row['symbol']} paragraph {row['paragraph']}"
    return f"    {mark}{where} {row['verb']}: {row['act']} ({row['charter']})"
