"""Reads the consolidated UN sanctions list (XML). Entities are refused: nothing outside the file is read."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from penholder.records.imports.cast import undated
from penholder.records.imports.days import read_day
from penholder.records.imports.listings import Listing
from penholder.records.imports.members import Seats
from penholder.records.imports.opened import Opened
from penholder.records.imports.reading import Entry, Fault, Reading, Refusal, reading

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read_sanctions_list(file: Opened, _: Seats, step: Callable[[int], None]) -> Reading:
    """Read every individual and entity on the list.

    Raises:
        SourceError: the file is no whole XML, or it declares entities of its own.
    """
    root = _root(file)
    found = [_listing(file.place(_line(one)), one) for one in root.iter("INDIVIDUAL", "ENTITY")]
    step(len(found))
    if not found:
        raise file.broken("the list has no entries")
    made = read_day(str(root.get("dateGenerated", ""))) or ""
    return reading("sanctions_list", len(found), found, made=made)


def _root(file: Opened) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(file.data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise file.broken(f"this is no whole XML ({fault})") from fault
    # The UN's list has no document type; one that declares entities may point anywhere.
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise file.broken(
            "the file declares a document type or an external entity, and is not read",
            "Download the list from the UN's own site",
        )
    return root


def _line(one: etree._Element) -> int:
    return one.sourceline if isinstance(one.sourceline, int) else 0


def _listing(place: str, one: etree._Element) -> Entry | Refusal:
    name = " ".join(filter(None, (_text(one, tag) for tag in _NAMES)))
    reference, written = _text(one, "REFERENCE_NUMBER"), _text(one, "LISTED_ON")
    listed = read_day(written)
    if not reference or not name:
        told = reference or name or "an entry"
        return Refusal(
            place=place, name=told, fault=Fault.PART, reason="no name or no reference number"
        )
    if listed is None:
        return undated(place, reference, written)
    kind = one.tag.lower()
    aliases = [_text(alias, "ALIAS_NAME") for alias in one.iter(f"{one.tag}_ALIAS")]
    value = Listing(
        reference=reference,
        name=name,
        aliases=tuple(filter(None, aliases)),
        kind=kind,
        regime=_text(one, "UN_LIST_TYPE"),
        listed=listed,
    )
    return Entry(place=place, value=value)


def _text(one: etree._Element, tag: str) -> str:
    return " ".join((one.findtext(tag) or "").split())
