"""The stretches between quotation marks: pronouns in them are the speaker's, not the reporter's."""

from __future__ import annotations

import re

from penholder.model.span import Span

_QUOTED = re.compile(r"“[^”\n]*(?:”|$|\n)|\"[^\"\n]*(?:\"|$|\n)", re.MULTILINE)


def quoted_stretches(text: str, body: Span) -> list[Span]:
    """Give the stretches between quotation marks, straight or curly, within a paragraph."""
    return [Span(m.start(), m.end()) for m in _QUOTED.finditer(text, body.start, body.end)]
