"""Reads pages that were saved as mail: MHTML of browsers, and messages (EML)."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, BinaryIO

from penholder.errors import SourceError
from penholder.read.decode import decode
from penholder.read.source_page import MAX_BYTES, Found, Page, empty, too_large, writable
from penholder.read.walls import find_wall

# Characters of a header that are read: the time that its parts take grows with the square of their number.
_HEADER = 2000


if TYPE_CHECKING:
    Policy = policy.EmailPolicy[EmailMessage]
else:
    Policy = policy.EmailPolicy


class _Bounded(Policy):
    """Reads the beginning of each header."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_HEADER]


# A message has pictures and other files beside its words.
_LARGEST = 4 * MAX_BYTES


def read_mail(where: str, stream: BinaryIO) -> Iterator[Found]:
    """Yield the page of a saved page or a message: its first part in HTML, else its text."""
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        yield too_large(where)
        return
    if not data.strip():
        yield empty(where)
        return
    try:
        yield _page(where, message_from_bytes(data, policy=_Bounded()))
    except SourceError as error:
        yield error
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError) as fault:
        yield SourceError(
            where, fault=f"the message cannot be read ({fault})", remedy="Save it as .html"
        )


def _page(where: str, message: EmailMessage) -> Found:
    part = _part(message, "text/html") or _part(message, "text/plain")
    if part is None:
        raise SourceError(where, fault="the message holds no words", remedy="Save it as .html")
    if not (data := _bytes(part)).strip():
        raise SourceError(where, fault="the message holds no words", remedy="Save it as .html")
    text = decode(where, data)
    html = part.get_content_type() == "text/html"
    wall = find_wall(where, text) if html else None
    return wall or Page(
        source=where,
        text=writable(text),
        form="html" if html else "txt",
        url=_header(message, "Snapshot-Content-Location") or _header(part, "Content-Location"),
        title=_header(message, "Subject"),
        date=None if html else _day(message),
        outlet=None if html else parseaddr(str(message["From"] or ""))[0] or None,
    )


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    parts = (part for part in message.walk() if part.get_content_type() == kind)
    return next((part for part in parts if not part.is_attachment()), None)


def _bytes(part: EmailMessage) -> bytes:
    """Give the words as bytes; UTF-8 where the part names a charset that fits."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    charset = part.get_content_charset()
    try:
        return data.decode(charset).encode() if charset else data
    except (LookupError, UnicodeDecodeError):
        return data


def _header(message: EmailMessage, name: str) -> str | None:
    value = str(message[name] or "").strip()
    return writable(value) or None


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
