"""Tags of HTML by what they do to the words inside them."""

from __future__ import annotations

# fmt: off
# Inside a line of words; every other tag begins and ends a block.
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr", "br", "img", "picture",
))
# Without words of a story; their whole subtree is passed over, and the words after it go on.
DROPPED = frozenset((
    "script", "style", "svg", "noscript", "iframe", "template", "button", "select", "textarea", "input", "object",
    "canvas", "audio", "video", "source", "map", "dialog", "nav", "head",
))
# Around a block, in the order of their bits.
AROUND = (
    "article", "main", "aside", "header", "footer", "figure", "figcaption", "li", "table", "blockquote", "form",
    "section", "a", "p",
)
# fmt: on
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Attributes whose words tell what an element is for.
NAMES = ("class", "id", "itemprop", "data-testid", "data-component", "role")
