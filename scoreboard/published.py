"""Scores the counts that outlets published: is each found, and by the rule that gives it?"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from annotated import read_lines
from tally import Answer

from penholder.model.claim import CountAsked
from penholder.model.reading import CheckedStory
from penholder.model.verdict import CheckedClaim, Ruling
from penholder.pipeline import check_story
from penholder.read.source_page import Page

# The rules of the counting table by the names of the reference.
RULES = {
    "ballistic_days": "A_bm_days",
    "missile_days": "B_missile_days",
    "shows_of_force": "C_show_of_force",
    "ballistic_missiles": "D_bm_missiles",
    "ballistic_missiles_most": "D2_bm_missiles_max",
    "ballistic_occasions": "E_bm_occasions",
    "missile_rounds_with_sam": "F_missile_rounds_sam",
    "missile_days_with_sam": "F2_missile_days_sam",
    "icbm_us_rok": "G_icbm_us",
    "cruise_days": "H_cruise_days",
    "missiles": "I_missiles_bm_cm",
    "ballistic_and_space_days": "J_bm_slv_days",
    "cns_rows": "K_cns_rows",
    "cns_rows_not_failed": "L_cns_rows_not_failed",
    "irbm": "M_irbm",
    "missiles_with_sam": "N_missiles_all",
}


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the published counts, each wording after one sentence of context."""
    path = shared / "gold" / "published_counts_dev.csv"
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        yield from _peers(row)
        counts = [c for c in _read(row).claims if _is(c, row)]
        yield "published counts found", bool(counts)
        right = _is_right(counts, row)
        yield "published counts found, with the right verdict and rule", bool(counts) and right
        if counts and row["reproduced"] in _TRUE:
            yield (
                "published counts that are right, not called wrong",
                not any(map(_is_wrong, counts)),
            )


# A database of launches counts by one rule: the one that gives most, and that of the best-known one.
_ONE_RULE = {"missile days": "B_missile_days", "rows of the CNS database": "K_cns_rows"}


def _peers(row: Mapping[str, str]) -> Iterator[Answer]:
    """Yield whether one rule alone gives the number: what a single table would answer."""
    given = row["policies_that_give_it"].split(";")
    for name, rule in _ONE_RULE.items():
        yield f"peer: published counts that {name} alone give", rule in given


# How far the reference reproduces a count: these are not wrong.
_TRUE = frozenset({"yes", "approx", "consistent"})


def _is_right(counts: Sequence[CheckedClaim], row: Mapping[str, str]) -> bool:
    """Say whether the verdict is right: by a rule that gives the number, or open where none does.

    "First since" has no rule of the reference: it is right where the reference's remark says so.
    """
    given = set(filter(None, row["policies_that_give_it"].split(";")))
    if row["number_kind"] == "first_since" and row["reproduced"] == "no":
        return not any(c.verdict.ruling is Ruling.SUPPORTED for c in counts)
    if given and row["reproduced"] in _TRUE:
        return any(RULES.get(c.verdict.rule or "") in given for c in counts)
    return not any(map(_is_wrong, counts))


def _is_wrong(checked: CheckedClaim) -> bool:
    return checked.verdict.ruling is Ruling.CONTRADICTED


def wrong_answers(shared: Path) -> Iterator[Answer]:
    """Yield, for each wrong published claim with its words, whether it is seen and not supported."""
    for row in read_lines(shared / "gold" / "stories" / "wrong_claims_dev.jsonl"):
        if not row["words"]:
            continue
        text = row.get("context") or row["words"]
        text = text if row["words"] in text else f"{row['words']}."
        page = Page(source="wrong", form="txt", text=text, date=_day(row["date"]))
        start = text.index(row["words"])
        end = start + len(row["words"])
        claims = [
            c
            for c in check_story(page).claims
            if c.claim.type == row["type"] and c.claim.span.start < end and start < c.claim.span.end
        ]
        yield "wrong claims seen", bool(claims)
        yield (
            "wrong claims not supported",
            all(c.verdict.ruling is not Ruling.SUPPORTED for c in claims),
        )
        if row["verdict"] == "refuted":
            yield (
                "refuted claims contradicted",
                any(c.verdict.ruling is Ruling.CONTRADICTED for c in claims),
            )


def _read(row: Mapping[str, str]) -> CheckedStory:
    day = date.fromisoformat(row["as_of_kst"])
    wording = row["wording"][:1].upper() + row["wording"][1:]
    text = (
        f"SEOUL - North Korea fired a missile on {day:%A}, South Korea's military said. {wording}."
    )
    page = Page(
        source="published",
        form="txt",
        text=text,
        outlet=row["outlet"],
        date=max(_day(row["published"]), row["as_of_kst"]),
    )
    return check_story(page)


def _day(value: str) -> str:
    """Give a day: of a month, the last one that every month has."""
    return value if len(value) == 10 else f"{value}-28"[:10]


def _is(checked: CheckedClaim, row: Mapping[str, str]) -> bool:
    asked = checked.claim.asked
    if row["number_kind"] == "first_since":
        return checked.claim.type == "first_since"
    return isinstance(asked, CountAsked) and asked.number == int(row["number"])
