"""What a parser of feeds loses of their items: times as they are written, which give a text, and where links lead.

It turns times into UTC, where they are of another day, takes a summary for the text where there is none, and the first
link for that to the story.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from penholder.read.feed_links import has_bases, link_of

_ITEMS = ("{*}item", "{*}entry")
# The earlier times tell when a story was published, the later ones when it was changed.
_TEXTS, _SUMMARIES = ("encoded", "content", "body"), ("description", "summary")
_TIMES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_WANTED = frozenset((*_TEXTS, *_SUMMARIES, *_TIMES))
# Long texts that are packed as they are, the last of which may have no end: a number stands for each, for the parser
# goes through them letter by letter.
_PACKED = re.compile(rb"<!\[CDATA\[([^\]]{1000,}+(?:\](?!\]>)[^\]]*+)*+)(?:\]\]>|\Z)")


@dataclass(frozen=True, slots=True)
class Told:
    """What an item says of itself; None: it gives no time."""

    time: str | None
    has_text: bool  # beside, or in place of, a summary
    link: str | None = (
        None  # the one to the story, where a feed has several or tells from where it is seen
    )


UNTOLD = Told(time=None, has_text=False)


def told_of(data: bytes) -> tuple[Told, ...]:
    """Give what each item of a feed in XML says, in its order; nothing where it is malformed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(_without_packed(data), parser)
    except etree.XMLSyntaxError:
        return ()
    if root is None:
        return ()
    bases = has_bases(data)
    return tuple(_told(item, link_of(item, has_bases=bases)) for item in root.iter(*_ITEMS))


def _without_packed(data: bytes) -> bytes:
    """Give a feed with a number for each long text that is packed; the same text has the same number."""
    numbers: dict[bytes, int] = {}

    def number(match: re.Match[bytes]) -> bytes:
        return b"<![CDATA[%d]]>" % numbers.setdefault(match[1].strip(), len(numbers))

    return _PACKED.sub(number, data)


def _told(item: etree._Element, link: str | None) -> Told:
    said: dict[str, etree._Element] = {}
    for child in item:
        if (name := _local(child.tag)) and name not in said:
            said[name] = child
    times = ((said[name].text or "").strip() for name in _TIMES if name in said)
    return Told(next(filter(None, times), None), has_text=_has_text(said), link=link)


def _has_text(said: Mapping[str, etree._Element]) -> bool:
    texts = (_words(said[name]) for name in _TEXTS if name in said)
    text = next(filter(None, texts), None)
    summaries = (_words(said[name]) for name in _SUMMARIES if name in said)
    return text is not None and text not in summaries


def _words(element: etree._Element) -> str:
    words = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return words.strip()


@lru_cache(maxsize=256)
def _local(tag: object) -> str:
    """Give the name of what is looked at, without its namespace; that of pictures and films is left out."""
    name = str(tag).rpartition("}")[2]
    return name if name in _WANTED and "/mrss" not in str(tag) else ""
