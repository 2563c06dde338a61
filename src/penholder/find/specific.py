"""Tells whether a noun names one certain test: "Saturday's launch", "its sixth nuclear test"."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.around import Around
from penholder.find.day_behind import befell, has_day_behind
from penholder.find.numbers import ordinal_pattern
from penholder.find.phrases import any_of
from penholder.tables.load import load_toml

# "Round of missile launches": many, but one event.
_ROUND = re.compile(r"round\s", re.IGNORECASE)
# "North Korea's latest nuclear test": at most three words between.
_OWNING = re.compile(r"['’]s?\s+(?:[\w\-.]+\s+){0,3}")
# Characters after "by" within which a name begins: "the isolated North".
_NEAR = 20


def is_specific(around: Around) -> bool:
    """Say whether a noun names one certain test: by a day, an ordinal, "its" or "latest", or by whose it is."""
    trigger = around.trigger.span
    start = max(around.sentence.start, trigger.start - 60)
    many = around.text[trigger.start : trigger.end + 1].endswith("s")
    lead = around.text[start : trigger.start]
    if many and not _ROUND.match(around.text, trigger.start):  # "Saturday's launches": of one day
        return bool(_of_day().search(lead)) or has_day_behind(around.text, trigger.end)
    told = _specific().search(lead) or has_day_behind(around.text, trigger.end)
    return bool(told) or _is_of_a_tester(around, start) or _befell(around)


def _befell(around: Around) -> bool:
    """Say whether a test is told to have taken place, or how it ended: "a missile test failed"."""
    parse, word = around.parse, around.word
    head = parse.head_of(word) if parse and word and word.relation == "nsubj" else None
    return head is not None and befell(head.form)


def _is_of_a_tester(around: Around, start: int) -> bool:
    """Say whether the words around a test tell whose it is: "North Korea's nuclear test", "a nuclear test by Iran"."""
    text, trigger = around.text, around.trigger.span
    before = around.names.within(start, trigger.start)
    if any(_OWNING.fullmatch(text, m.span.end, trigger.start) for m in before):
        return True
    by = _certain_after().match(text, trigger.end)
    return by is not None and bool(around.names.within(by.end(), by.end() + _NEAR))


@cache
def _certain_after() -> re.Pattern[str]:
    words = any_of(load_toml("acts")["classes"]["certain_after"])
    return re.compile(rf"\s+{words}\s+", re.IGNORECASE)


@cache
def _of_day() -> re.Pattern[str]:
    days = any_of(load_toml("acts")["classes"]["day"])
    return re.compile(rf"{days}['’]s\s+(?:[\w\-]+\s+){{0,3}}$")


@cache
def _specific() -> re.Pattern[str]:
    classes = load_toml("acts")["classes"]
    words, days = any_of(classes["certain"]), any_of(classes["day"])
    return re.compile(
        rf"(?:\b{ordinal_pattern()}\b|{words})(?:\s+[\w\-.’']+){{0,4}}\s+$"
        rf"|\b(?:[a-z]{{3,9}}\.?\s+\d{{1,2}}|\d{{1,2}}(?::\d\d)?\s+[ap]\.?m\.?)\s+$"  # "Sept. 3 nuclear test"
        rf"|{days}(?:['’]s)?\s+(?:[\w\-]+\s+)?$",  # "January nuclear test"
        re.IGNORECASE,
    )
