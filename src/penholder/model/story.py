"""A story: one page, cleaned and dated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from penholder.model.span import Span

StoryId = NewType("StoryId", str)


class Basis(StrEnum):
    """Where a story's date comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDate:
    """The day of publication (local to the outlet), with the reasons for it."""

    value: str | None  # "2022-05-05", "2022-05", "2022"; None: unknown
    precision: str | None  # day | month | year
    basis: Basis
    reasons: tuple[str, ...] = ()
    page_says: str | None = None  # another day, that the page states and its reader did not take


UNDATED = StoryDate(value=None, precision=None, basis=Basis.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands under a photograph; `spans` holds each time it is printed."""

    text: str
    spans: tuple[Span, ...]
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A stretch of a story in another language than English, which is not read."""

    span: Span
    language: str  # ISO 639-1; "mis": one that cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One page, cleaned. All spans anywhere index `text`."""

    id: StoryId
    source: str  # the file, "file.jsonl:12", or "-"
    text: str
    body: Span
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    captions: tuple[Caption, ...] = ()
    dateline_place: str | None = None  # "WASHINGTON", as printed
    credit: str | None = None  # the agency, as printed: "Yonhap"
    byline: str | None = None
    date: StoryDate = UNDATED
    published_at: str | None = None  # as exact as the page says: "2022-05-04T10:00:00+09:00"
    updated_at: str | None = None
    language: str = "und"  # of most of the body, ISO 639-1; "und": cannot be told
    foreign: tuple[Foreign, ...] = ()
    boilerplate: tuple[Span, ...] = ()

    @property
    def body_text(self) -> str:
        """Give the words of the body."""
        return self.body.of(self.text)
