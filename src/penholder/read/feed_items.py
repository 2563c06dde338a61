"""A feed and its items, whatever form they came in."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from penholder.read.source_page import writable
from penholder.tables.load import load_toml

# Characters of text from which an item holds its story, and not a summary of it.
_WHOLE = 900
# Characters of HTML that mostly hold as many of text; where they do not, all of it is counted. Then what stands for a
# run of blanks, or in one.
_BEGINNING = 1400
_BLANKS = ("  ", "\n", "\t", "\r", "\xa0")
# Characters at the end of a text in which it says that it goes on elsewhere, and of the HTML that has them.
_LAST, _END = 60, 400
_WHOLE_ADDRESS = re.compile(r"https?://[^/]")
# A tag goes no further than the next one: a text of nothing but "<" takes no longer than another.
TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed; None: the feed does not say."""

    address: str | None
    title: str | None
    time: str | None  # ISO, with the zone that the feed gives
    html: str  # the longest that it has: the story, a summary, or nothing
    id: str | None = None  # what the feed calls it
    has_text: bool = False  # the feed gives it as the story's text, beside or in place of a summary

    @property
    def is_whole(self) -> bool:
        """Say whether the story itself is there, by its length."""
        return is_long(self.html)

    @property
    def is_told(self) -> bool:
        """Say whether it is short, and the feed gives it as the story's text, which is not cut."""
        return self.has_text and not self.is_whole and not is_cut(self.html)

    @property
    def key(self) -> str:
        """Give what the item is known by when the feed comes again."""
        return self.address or self.id or self.title or self.html[:200]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its items, in its own order."""

    title: str | None
    items: tuple[Item, ...]


def is_cut(words: str) -> bool:
    """Say whether HTML ends as a story does that goes on elsewhere."""
    row = load_toml("feed_cuts")["cut"]
    text = html.unescape(TAG.sub(" ", words[-_END:])).strip().casefold()
    return text.endswith(tuple(row["endings"])) or any(
        one in text[-_LAST:] for one in row["phrases"]
    )


def is_long(words: str) -> bool:
    """Say whether HTML holds as much text as a story does."""
    return len(words) >= _WHOLE and (
        _least(words[:_BEGINNING]) >= _WHOLE or len(" ".join(TAG.sub(" ", words).split())) >= _WHOLE
    )


def _least(words: str) -> int:
    """Give how many characters of HTML are read at the least: as many blanks are left out as may stand side by side."""
    text = TAG.sub(" ", words)
    return len(text) - 2 * sum(text.count(blank) for blank in _BLANKS)


def address_of(base: str, link: object, name: object) -> str | None:
    """Give the address of an item: its link as seen from `base`, else its name where that is one."""
    told = text_of(link) or _web_address(name)
    try:
        if told and (not base or _WHOLE_ADDRESS.match(told)):
            urlsplit(told)  # many times as fast as joining
            return told
        return urljoin(base, told) if told else None
    except ValueError:  # a bracket that is not closed
        return None


def _web_address(name: object) -> str | None:
    words = text_of(name)
    return words if words and words.startswith(("http://", "https://")) else None


def title_of(value: object) -> str | None:
    """Give a title without its tags, and with its characters as they are read."""
    return text_of(html.unescape(TAG.sub("", value))) if isinstance(value, str) else None


def text_of(value: object) -> str | None:
    """Give words that a database can keep, or None where there are none."""
    return writable(value).replace("\0", "").strip() or None if isinstance(value, str) else None
