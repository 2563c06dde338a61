"""What a parser of feeds loses of their items: their times as they are written, and which of them give a text.

It turns times into UTC, where they are of another day, and takes a summary for the text where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

_ITEMS = ("{*}item", "{*}entry")
# The earlier times tell when a story was published, the later ones when it was changed.
_TEXTS, _SUMMARIES = ("encoded", "content", "body"), ("description", "summary")
_TIMES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")


@dataclass(frozen=True, slots=True)
class Told:
    """What an item says of itself; None: it gives no time."""

    time: str | None
    has_text: bool  # beside, or in place of, a summary


UNTOLD = Told(time=None, has_text=False)


def told_of(data: bytes) -> tuple[Told, ...]:
    """Give what each item of a feed in XML says, in its order; nothing where it is malformed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return ()
    if root is None:
        return ()
    return tuple(_told(item) for item in root.iter(*_ITEMS))


def _told(item: etree._Element) -> Told:
    said = {_local(child): child for child in reversed(item)}
    times = ((said[name].text or "").strip() for name in _TIMES if name in said)
    texts = (_words(said[name]) for name in _TEXTS if name in said)
    summaries = {_words(said[name]) for name in _SUMMARIES if name in said}
    text = next(filter(None, texts), "")
    return Told(next(filter(None, times), None), has_text=bool(text) and text not in summaries)


def _words(element: etree._Element) -> str:
    return "".join(element.itertext()).strip()


def _local(element: etree._Element) -> str:
    """Give the name of an element without its namespace; that of pictures and films is left out."""
    if not isinstance(element.tag, str) or "/mrss" in element.tag:
        return ""
    return element.tag.rpartition("}")[2]
