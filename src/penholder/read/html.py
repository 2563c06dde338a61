"""Reads HTML: the text of a page, paragraph by paragraph, and what its metadata says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from penholder.model.span import Span
from penholder.model.story import Caption
from penholder.read.dates import read_date

_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|span|br|article|a)\b[^>]*>", re.IGNORECASE)
_JSON_LD = re.compile(r"<script[^<>]*?application/ld\+json[^<>]*>", re.IGNORECASE)
_END_OF_SCRIPT = re.compile(r"</script\s*>", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Blog)?(?:Article|Posting)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """The text of a page and what its metadata says; None: the page does not say."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    caption_texts: tuple[str, ...] = ()

    def captions(self, text: str) -> tuple[Caption, ...]:
        """Give the page's captions that stand in `text`."""
        found = ((words, text.find(words)) for words in self.caption_texts)
        return tuple(
            Caption(text=words, spans=(Span(start, start + len(words)),))
            for words, start in found
            if start >= 0
        )


def is_html(text: str) -> bool:
    """Say whether a text is HTML: two tags or more near its beginning."""
    return len(_TAG.findall(text[:3000])) >= 2


def read_html(source: str) -> HtmlPage:
    """Give the text and metadata of a page; what cannot be parsed gives an empty text."""
    from lxml import html as lxml_html  # noqa: PLC0415  a compiled library
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8", "ignore"), parser=_parser())
    except (LxmlError, ValueError):
        return HtmlPage(text="")
    meta = _meta(tree)
    article = _article(source)
    captions = tuple(filter(None, (_words(node) for node in tree.iter("figcaption"))))
    title = _text(article.get("headline")) or meta.get("og:title") or _first(tree, "h1")
    return HtmlPage(
        text=_page_text(source, tree, title, captions),
        title=title,
        date=read_date(
            _text(article.get("datePublished")) or meta.get("article:published_time") or ""
        ),
        url=meta.get("og:url"),
        outlet=_name(article.get("publisher")) or meta.get("og:site_name"),
        byline=_name(article.get("author")) or meta.get("author"),
        language=(tree.get("lang") or "")[:2].casefold() or None,
        caption_texts=captions,
    )


def _parser() -> Any:
    from lxml import html as lxml_html  # noqa: PLC0415

    return lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)


def _page_text(source: str, tree: Any, title: str | None, captions: tuple[str, ...]) -> str:
    """Build the text: title, captions, then the paragraphs of the body, a blank line between."""
    body = [part for part in _body(source, tree) if part not in (title, *captions)]
    return "\n\n".join([part for part in (title, *captions) if part] + body)


def _body(source: str, tree: Any) -> list[str]:
    from trafilatura import extract  # noqa: PLC0415  slow to import

    try:
        found = extract(source, include_comments=False, include_tables=False, favor_precision=True)
    except Exception:  # noqa: BLE001  a fault of the library on an odd page must not stop the reading
        found = None
    if found:
        return [" ".join(line.split()) for line in found.splitlines() if line.strip()]
    return [words for node in tree.iter("p") if (words := _words(node))]


def _article(source: str) -> Mapping[str, Any]:
    """Give the news article of the page's JSON-LD, or an empty mapping."""
    for words in _data_scripts(source):
        try:
            data = json.loads(words)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if any(_ARTICLE.search(str(kind)) for kind in _listed(node.get("@type"))):
                return node
    return {}


def _data_scripts(source: str) -> Iterator[str]:
    """Yield what stands in each script of JSON-LD; one that does not end is none."""
    done = 0
    while start := _JSON_LD.search(source, done):
        end = _END_OF_SCRIPT.search(source, start.end())
        if end is None:
            return
        yield source[start.end() : end.start()]
        done = end.end()


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from _nodes(item.get("@graph"))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    names = [_text(item.get("name") if isinstance(item, dict) else item) for item in _listed(value)]
    return ", ".join(filter(None, names)) or None


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key, value = node.get("property") or node.get("name"), node.get("content")
        if key and value:
            found.setdefault(key.casefold(), " ".join(value.split()))
    return found


def _first(tree: Any, tag: str) -> str | None:
    return next((words for node in tree.iter(tag) if (words := _words(node))), None)


def _words(node: Any) -> str:
    return " ".join(node.text_content().split())
