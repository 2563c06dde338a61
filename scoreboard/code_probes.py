"""Scores the PLOVER codes of statements on sentences about weapons and the Council from other sets.

Sentences that the weights were learnt from, and their like, are left out; of the others those count
that have a root code, in PLOVER's own words or in CAMEO's numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotated import read_lines
from codes import alike_to, read_sentences
from tally import Answer

from penholder.find.codes import code_of
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.sources import Page

# PLOVER's roots for CAMEO's; 01, a public statement, has none.
_CAMEO = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE",
    "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
# The roots of PLOVER's first draft by their later names.
_RENAMED = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD", "RETREAT": "YIELD",
}  # fmt: skip


def answers(shared: Path) -> Iterator[Answer]:
    """Yield whether a statement has the sentence's code, and whether a code is the sentence's."""
    learnt = [one.text for one in read_sentences(shared)]
    rows = read_lines(shared / "gold" / "events" / "domain_subset.jsonl")
    known = alike_to([row["text"] for row in rows], learnt)
    for place, row in enumerate(rows):
        there = {code for event in row["events"] if (code := _root(event))}
        if place in known or not there:
            continue
        told = _codes_in(row)
        yield "PLOVER codes, probes with the right code told", bool(there & set(told))
        yield from (("PLOVER codes told that are the probe's", one in there) for one in told)


def _root(event: dict[str, Any]) -> str | None:
    code, scheme = event["code"], event["scheme"]
    if scheme.startswith("PLOVER"):
        return _RENAMED.get(code, code)
    return _CAMEO.get(code[:2]) if "pentaclass" not in scheme else None


def _codes_in(row: dict[str, Any]) -> list[str]:
    page = Page(source="probe", form="txt", id=row["id"], text=row["text"], date="2015-01-01")
    reading = find_all(read_page(page))
    codes = (code_of(one, reading.mentions) for one in reading.statements)
    return [code.value for code in codes if code]
