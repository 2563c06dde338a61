"""What sanctions ban or cap, and which body of the Council was set up when."""

from __future__ import annotations

import re

from penholder.find.claim_types.resolution_words import (
    COUNCIL,
    LIST,
    LISTERS,
    Words,
    about,
    day_of,
)
from penholder.find.council_scene import is_about_a_vote, symbol_in
from penholder.find.measures import body_in, items_in
from penholder.find.numbers import read_number
from penholder.model.claim import ResolutionAsked
from penholder.model.span import Span

# A parliament's ban.
_LAW = re.compile(r"\b(?:laws?|bills?|legislation)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?P<number>\d[\d,.]*|one|two|three|four|five)\s*(?P<million>million)?\s+(?:barrels|tons|tonnes|months)",
    re.IGNORECASE,
)
# The day of a body's founding stands right behind the verb: not that of its report or its meeting.
_SET_UP_ON = re.compile(r"\s*(?:by|in|on|under|through|with|after)\b", re.IGNORECASE)
_BANS = re.compile(r"ban|prohibit|bar|outlaw", re.IGNORECASE)
# The sanctions that the sentences before have told.
_THE_SANCTIONS = re.compile(
    r"\b(?:the|these|new|latest|fresh)\s+(?:new\s+)?(?:sanctions|measures|restrictions|text)\b",
    re.IGNORECASE,
)


def read_measure(words: Words) -> ResolutionAsked | None:
    """Give what a resolution is said to ban or cap."""
    items = items_in(words.match["object"])
    councils = COUNCIL.search(words.all) or _THE_SANCTIONS.search(words.all)
    if not items or not councils or not _speaks_of_sanctions(words):
        return None
    if _LAW.search(words.all) or (not COUNCIL.search(words.all) and LISTERS.search(words.all)):
        return None
    return ResolutionAsked(
        fact="measure",
        symbol=symbol_in(words.found.text, words.sentence),
        when=day_of(words),
        subject=about(words),
        number=_figure(words.match["object"]),
        value=" ".join(("bans" if _BANS.match(words.match["verb"]) else "limits", *items)),
    )


def _speaks_of_sanctions(words: Words) -> bool:
    return is_about_a_vote(words.found, words.sentence) or bool(LIST.search(words.all))


def read_body(words: Words) -> ResolutionAsked | None:
    """Give the body that is said to have been set up."""
    body = body_in(words.group("body") or "") or _panel(words)
    tail = words.match["tail"]
    symbol = symbol_in(tail, Span(0, len(tail)))
    when = day_of(words) if _SET_UP_ON.match(tail) else None
    if body is None or not (symbol or when):
        return None
    return ResolutionAsked(fact="body", symbol=symbol, when=when, subject=about(words), value=body)


def read_body_ended(words: Words) -> ResolutionAsked | None:
    """Give the body whose mandate is said to have ended."""
    body = body_in(words.group("body") or "") or _panel(words)
    when = day_of(words)
    if body is None or when is None:
        return None
    return ResolutionAsked(
        fact="body_ended", symbol=None, when=when, subject=about(words), value=body
    )


def _panel(words: Words) -> str | None:
    """Take "the panel" for the one on North Korea where the sentences speak of it."""
    named = (words.group("body") or "").casefold().endswith("panel")
    return "panel_1718" if named and "PRK" in about(words) else None


def _figure(words: str) -> int | None:
    match = _FIGURE.search(words)
    if match is None:
        return None
    digits = match["number"].replace(",", "")
    try:
        value = float(digits) if digits[0].isdigit() else float(read_number(digits) or 0)
    except ValueError:
        return None
    return round(value * (1_000_000 if match["million"] else 1))
