"""Reads what a page says of itself: JSON-LD, meta elements, links and the root's language."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story)$")
# JSON-LD nests at most this deep before it is no description of a page.
_DEPTH = 6
_TAGS = re.compile(r"<[^<>]{1,300}>")
_MADE_BY_TEMPLATE = re.compile(r"^(?:\{\{|\[object|null$|undefined$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of itself; None or empty: it does not say."""

    headlines: tuple[str, ...] = ()  # the most trusted first
    shared: str | None = None  # the headline that the page gives to those who link to it
    window: str | None = None  # what stands above the window: <title>
    descriptions: tuple[str, ...] = ()
    body: str | None = None  # JSON-LD articleBody
    published: tuple[str, ...] = ()  # times as written, the most trusted first
    updated: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None  # ISO 639-1
    captions: tuple[str, ...] = ()  # of the pictures that JSON-LD names


def read_metadata(tree: Any) -> Metadata:
    """Give the metadata of a parsed page; broken parts count as not there."""
    told = _elements(tree)
    articles = list(_articles(told["script"]))
    meta = _meta(told["meta"])
    window = next((_text(" ".join(node.itertext())) for node in told["title"]), None)
    return Metadata(
        headlines=_unique(
            [_text(one.get("headline")) for one in articles]
            + _named(meta, "og:title", "twitter:title", "dc.title", "parsely-title")
            + [window]
        ),
        shared=meta.get("og:title"),
        window=window,
        descriptions=_unique(
            [_text(one.get("description")) for one in articles]
            + _named(meta, "og:description", "description", "twitter:description")
        ),
        body=max((_text(one.get("articleBody")) or "" for one in articles), key=len, default="")
        or None,
        published=_unique(
            [_text(one.get("datePublished")) for one in articles] + _named(meta, *_PUBLISHED)
        ),
        updated=_unique(
            [_text(one.get("dateModified")) for one in articles] + _named(meta, *_UPDATED)
        ),
        authors=_first_names(articles, "author", "creator")
        or _unique(
            one for one in _named(meta, "author", "article:author") if one and "/" not in one
        ),
        outlet=next(iter(_first_names(articles, "publisher")), None)
        or next(iter(_named(meta, "og:site_name", "application-name")), None),
        url=_canonical(told["link"]) or next(iter(_named(meta, "og:url")), None),
        language=_language(tree, meta),
        captions=_unique([words for one in articles for words in _captions(one.get("image"))]),
    )


_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "iso-8601-publish-date",
    "last-modified",
)
_UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "iso-8601-modified-date",
)


def _elements(tree: Any) -> Mapping[str, list[Any]]:
    """Give the elements that are asked, by tag: one way through the page for all."""
    told: dict[str, list[Any]] = {"script": [], "meta": [], "link": [], "title": []}
    for node in tree.iter(*told):
        told[node.tag].append(node)
    return told


def _articles(scripts: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the articles of the JSON-LD, those with a headline and a date first."""
    nodes = [node for script in scripts for node in _nodes_of(script)]
    found = [node for node in nodes if _is_article(node)]
    yield from sorted(found, key=lambda node: -sum(key in node for key in _TELLING))


_TELLING = ("headline", "datePublished", "articleBody", "author")


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(_ARTICLE.search(str(kind)) for kind in _listed(node.get("@type")))


def _nodes_of(script: Any) -> Iterator[Mapping[str, Any]]:
    if "ld+json" not in (script.get("type") or "") or not script.text:
        return
    try:
        data = json.loads(script.text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _nodes(data, _DEPTH)


def _nodes(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    for item in _listed(data) if depth else ():
        if isinstance(item, dict):
            yield item
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _nodes(item.get(key), depth - 1)
        elif isinstance(item, list):
            yield from _nodes(item, depth - 1)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _first_names(articles: Iterable[Mapping[str, Any]], *keys: str) -> tuple[str, ...]:
    """Give the names under the first of the keys that holds any."""
    found = (_names(one.get(key)) for one in articles for key in keys)
    return _unique(next((names for names in found if names), []))


def _names(value: Any) -> list[str]:
    """Give the names of persons or organisations, however they are wrapped."""
    items = [item.get("name") if isinstance(item, dict) else item for item in _listed(value)]
    return [name for item in items for one in _listed(item) if (name := _text(one))]


def _captions(value: Any) -> list[str]:
    return [
        words
        for item in _listed(value)
        if isinstance(item, dict)
        for key in ("caption", "description")
        if (words := _text(item.get(key)))
    ]


def _text(value: Any) -> str | None:
    """Give the words of a value without tags and entities, or None."""
    if not isinstance(value, str):
        return None
    if "<" in value:
        value = _TAGS.sub(" ", value)
    words = " ".join((html.unescape(value) if "&" in value else value).split())
    return None if not words or _MADE_BY_TEMPLATE.match(words) else words


def _meta(elements: Iterable[Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in elements:
        value = _text(node.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if value and (key := node.get(attribute)):
                found.setdefault(key.casefold(), value)
    return found


def _named(meta: Mapping[str, str], *keys: str) -> list[str | None]:
    return [meta[key] for key in keys if key in meta]


def _canonical(links: Iterable[Any]) -> str | None:
    for link in links:
        if (link.get("rel") or "").casefold() == "canonical" and link.get("href"):
            return str(link.get("href")).strip() or None
    return None


def _language(tree: Any, meta: Mapping[str, str]) -> str | None:
    told = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    told = told or meta.get("og:locale") or meta.get("content-language") or ""
    code = re.match(r"[A-Za-z]{2}(?=$|[-_])", told.strip())
    return code[0].casefold() if code else None


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
