"""Takes the attributes from tags that have hundreds of them: a parser's time grows with the square of their number."""

from __future__ import annotations

import re

# How many attributes no tag of a page has.
_MOST = 300
# An attribute as the standard of HTML cuts it. Each letter is taken once and for all, here and below, or a hostile page
# would take forever.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?"""
# A tag that ends too soon to hold as many, with two letters for each. That it ends is sure after a double quote that opens
# no value, as it does not stand after a "=", where no single quote stands before it. Nearly all tags are such.
_FEW = f"[^>]{{0,{2 * _MOST - 2}}}"
_SHORT = rf"""(?!{_FEW}'){_FEW}+(?:(?<=[^=\s]")|(?<=[^=\s]"/)|(?<=[^=\s]" /))>"""
_TAG = r"<(?P<tag>[A-Za-z][^\s/>]{0,60}+)(?=[\s/])"
_LOADED = rf"{_TAG}(?!{_SHORT})(?:{_ATTRIBUTE}){{{_MOST},}}+".encode()
_LIKELY = re.compile(_LOADED)
# What looks like a tag inside a script is none.
_SURE = re.compile(
    rb"%b|<!--(?:[^-]++|-(?!->))*+|<(?P<raw>(?i:script|style))\b(?:[^<]++|<(?!/(?i:(?P=raw))\b))*+"
    % _LOADED
)

# The same in XML, where values have quotes and hold no "<".
_LOADED_XML = re.compile(
    rb"<[^\s/<>]{1,60}+(?:\s++[^\s=<>]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>]++)){%d,}+"
    % _MOST
)


def has_loads(data: bytes) -> bool:
    """Say whether XML has a tag with more attributes than tags have."""
    return bool(_LOADED_XML.search(data))


def without_loads(source: bytes) -> bytes:
    """Give HTML whose tags have no more attributes than tags have; those with more have none."""
    if not _LIKELY.search(source):
        return source
    return _SURE.sub(lambda match: b"<" + match["tag"] if match["tag"] else match[0], source)
