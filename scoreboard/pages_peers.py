"""Reads pages with other tools: PYTHON scoreboard/pages_peers.py, pages as JSON Lines on stdin.

Run by pages.py with a Python that has trafilatura, readability-lxml, resiliparse and newspaper4k. It prints one line
a tool: its bodies and titles by page, and the seconds of the processor that they took.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

LIMIT = 20  # seconds a page: trafilatura never comes back from some

Reading = tuple[str, str | None]  # body and title


class _TooLongError(Exception):
    """A tool took more than its time."""


def main() -> None:
    """Read each page with each tool."""
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGALRM, _stop)
    pages = [json.loads(line) for line in sys.stdin]
    for name, load in TOOLS.items():
        read = load()
        read("<html><body><p>The tool reads its tables.</p></body></html>")
        start = process_time()
        found = {page["id"]: _limited(read, page["html"]) for page in pages}
        print(json.dumps({"tool": name, "seconds": process_time() - start, "found": found}))


def _stop(*_: object) -> None:
    raise _TooLongError


def _limited(read: Callable[[str], Reading], html: str) -> Reading:
    signal.alarm(LIMIT)
    try:
        return read(html)
    except Exception:  # noqa: BLE001  whatever a tool stumbles over, it found nothing
        return "", None
    finally:
        signal.alarm(0)


def _trafilatura(**how: Any) -> Callable[[], Callable[[str], Reading]]:
    def load() -> Callable[[str], Reading]:
        from trafilatura import bare_extraction

        def read(html: str) -> Reading:
            found: Any = bare_extraction(html, include_comments=False, with_metadata=True, **how)
            return (found.text or "", found.title) if found else ("", None)

        return read

    return load


def _readability() -> Callable[[str], Reading]:
    from lxml import html as lxml_html
    from readability import Document

    def read(html: str) -> Reading:
        document = Document(html)
        tree: Any = lxml_html.fromstring(document.summary())
        return " ".join(tree.itertext()), document.short_title()

    return read


def _resiliparse() -> Callable[[str], Reading]:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(html: str) -> Reading:
        tree = HTMLTree.parse(html)
        return extract_plain_text(tree, main_content=True), tree.title

    return read


def _newspaper() -> Callable[[str], Reading]:
    import newspaper

    def read(html: str) -> Reading:
        article = newspaper.Article("https://example.org/story", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return article.text, article.title

    return read


TOOLS: dict[str, Callable[[], Callable[[str], Reading]]] = {
    "trafilatura": _trafilatura(),
    "trafilatura, precision": _trafilatura(favor_precision=True, include_tables=False),
    "readability-lxml": _readability,
    "resiliparse": _resiliparse,
    "newspaper4k": _newspaper,
}

if __name__ == "__main__":
    main()
