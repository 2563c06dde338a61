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

from penholder.find.codes import code_of, read_deed
from penholder.find.reading import find_all
from penholder.model.reading import Reading
from penholder.model.span import Span
from penholder.read.page import read_page
from penholder.read.source_page import Page

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
    """Yield whether the sentence's words, or one of its statements, have its code."""
    learnt = [one.marked.text for one in read_sentences(shared)]
    rows = read_lines(shared / "gold" / "events" / "domain_subset.jsonl")
    known = alike_to([row["text"] for row in rows], learnt)
    for place, row in enumerate(rows):
        there = {code for event in row["events"] if (code := _root(event))}
        if place in known or not there:
            continue
        reading = _read(row)
        told = {code for one in reading.statements if (code := code_of(one, reading.mentions))}
        whole = Span(0, len(reading.story.text))
        deed = read_deed(reading.story.text, whole, reading.mentions)
        yield "PLOVER probes, right by the sentence's words", bool(deed and deed.code in there)
        yield "PLOVER probes, right by a statement", bool(there & told)
        yield from (("PLOVER codes of statements that are the probe's", c in there) for c in told)


def _root(event: dict[str, Any]) -> str | None:
    code, scheme = str(event["code"]), str(event["scheme"])
    if scheme.startswith("PLOVER"):
        return _RENAMED.get(code, code)
    return _CAMEO.get(code[:2]) if "pentaclass" not in scheme else None


def _read(row: dict[str, Any]) -> Reading:
    page = Page(source="probe", form="txt", id=row["id"], text=row["text"], date="2015-01-01")
    return find_all(read_page(page))
