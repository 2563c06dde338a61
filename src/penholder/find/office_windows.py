"""Reads the days since somebody took office: "since Yoon took office"."""

from __future__ import annotations

import re

from penholder.find.found import Found
from penholder.find.window import Window, last_day
from penholder.model.claim import IN_OFFICE
from penholder.model.span import Span

# "Since the Yoon government took office", "since Trump's inauguration": when that was, the record
# knows and this stage does not.
_IN_OFFICE = re.compile(
    r"\bsince\s+(?:(?:the|new|current|then|U\.S\.|US|South\s+Korean|conservative|liberal)\s+)*"
    r"(?:President\s+|Prime\s+Minister\s+)?(?P<who>[A-Z][\w\-]+(?:\s[A-Z][\w\-]+){0,2})"
    r"(?:['’]s\s+(?:inauguration|return\s+to\s+(?:office|power|the\s+White\s+House))\b"
    r"|\s+(?:administration|government)['’]s\s+(?:inauguration|launch)\b"
    r"|(?:['’]s)?\s+(?:administration\s+|government\s+|presidency\s+)?"
    r"(?:took\s+office|was\s+inaugurated|came\s+to\s+power|was\s+launched|was\s+sworn\s+in|"
    r"returned\s+to\s+(?:office|power|the\s+White\s+House)|assumed\s+(?:office|power)|took\s+power|"
    r"became\s+(?:(?:the\s+)?[\w.]+(?:\s[\w.]+)?(?:['’]s)?\s+)?(?:president|prime\s+minister|leader))\b)"
)
# "Since the inauguration of the Moon government", "since the start of the Biden administration".
_OF_OFFICE = re.compile(
    r"\bsince\s+the\s+(?:inauguration|swearing-in|launch|start|beginning|return)\s+of\s+(?:the\s+)?"
    r"(?:(?:new|current|U\.S\.|US|South\s+Korean)\s+)*(?:President\s+|Prime\s+Minister\s+|(?P<whose>))?"
    r"(?P<who>[A-Z][\w\-]+(?:\s[A-Z][\w\-]+){0,2})(?(whose)\s+(?:administration|government|presidency)\b)"
)


def since_office(found: Found, stretch: Span, anchor: str | None) -> Window | None:
    """Give the days since somebody took office, where a stretch says so; who did is in its value."""
    match = _IN_OFFICE.search(found.text, stretch.start, stretch.end) or _OF_OFFICE.search(
        found.text, stretch.start, stretch.end
    )
    if match is None:
        return None
    end = last_day(anchor)
    return Window(
        span=Span(*match.span()),
        value=f"{IN_OFFICE}{match['who']}",
        start=None,
        end=end.isoformat() if end else None,
    )
