"""The times of a feed's items as they are written: a parser of feeds turns them into UTC, where they are of another day."""

from __future__ import annotations

from lxml import etree

_ITEMS = ("{*}item", "{*}entry")
# The earlier ones tell when a story was published, the later ones when it was changed.
_TIMES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")


def times_of(data: bytes) -> tuple[str | None, ...]:
    """Give the time of each item of a feed in XML, in its order; none where it is malformed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return ()
    if root is None:
        return ()
    return tuple(_time(item) for item in root.iter(*_ITEMS))


def _time(item: etree._Element) -> str | None:
    told = {_local(child): (child.text or "").strip() for child in reversed(item)}
    return next((told[name] for name in _TIMES if told.get(name)), None)


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
