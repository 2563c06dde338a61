"""Reads the edges of a body: the dateline before it and the agency's credit after it."""

from __future__ import annotations

import re

from penholder.model.span import Span
from penholder.model.story import Caption
from penholder.read.captions import part_credit
from penholder.read.datelines import Dateline, read_dateline
from penholder.tables.load import load_toml

_CREDIT = re.compile(r"\s*\((?P<credit>[^()]{2,60})\)\s*$")


def read_edges(text: str, body: Span) -> tuple[Span, Dateline | None, str | None]:
    """Give the body without its edges, the dateline, and the agency that either names."""
    dateline = read_dateline(body.of(text)[:300])
    start = body.start + (dateline.length if dateline else 0)
    end, credit = without_credit(text, Span(start, body.end))
    return Span(start, end), dateline, (dateline.agency if dateline else None) or credit


def without_credit(text: str, body: Span) -> tuple[int, str | None]:
    """Give where the body ends without its final "(Yonhap)" or "-0-", and the credit."""
    words = body.of(text).rstrip()
    for tail in load_toml("page_words")["end"]["tail"]:
        words = words.removesuffix(tail).rstrip()
    match = _CREDIT.search(words, max(0, len(words) - 70))
    if match and match["credit"] in load_toml("agencies")["names"]:
        return body.start + len(words[: match.start()].rstrip()), match["credit"]
    return body.start + len(words), None


def tail_credit(words: str) -> str | None:
    """Give the agency in brackets at the end of a line."""
    match = _CREDIT.search(words)
    return match["credit"] if match and match["credit"] in load_toml("agencies")["names"] else None


def split_credit(words: str, span: Span) -> Caption:
    """Give a caption without its credit, and the credit; where there is nothing else, its words."""
    bare, credit = part_credit(words)
    return Caption(text=bare or words, spans=(span,), credit=credit)
