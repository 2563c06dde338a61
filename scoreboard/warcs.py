"""Measures how fast web archives are read, beside peers in the same run.

python scoreboard/warcs.py ../shared

The pages of gold/pages are packed into an archive, gzipped record by record. Records per second: penholder's reader
(which holds each record until the next one begins as it should), FastWARC and warcio by themselves. Pages per second
that do not matter: penholder's scan, and resiliparse making plain text of the same bytes. Then the memory after a tenth
of an archive of ten times the size, and at its end. The peers are to be installed for it: warcio, resiliparse.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from damaged_warcs import _record as packed

from penholder.find.relevance import is_relevant
from penholder.read.sources import find_pages
from penholder.read.warc_records import read_records


def main() -> int:
    """Print the rates and ratios."""
    pages = _pages(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        records = [gzip.compress(packed(f"https://example.org/{at}", page)) for at, page in enumerate(pages)]  # fmt: skip
        path.write_bytes(b"".join(records))
        ours = _rate("penholder", len(pages), lambda: _drain(path))
        _rate("FastWARC", len(pages), lambda: _fastwarc(path))
        warcio = _rate("warcio", len(pages), lambda: _warcio(path))
        print(f"penholder reads records {ours / warcio:.1f} times as fast as warcio")
        scan = _rate("scan of pages", len(pages), lambda: [is_relevant(page) for page in pages])
        plain = _rate("resiliparse, plain text", len(pages), lambda: _plain(pages))
        print(f"penholder drops pages {scan / plain:.2f} times as fast")
        _memory(path, records)
    return 0


def _pages(shared: Path) -> Sequence[str]:
    with gzip.open(shared / "gold" / "pages" / "fundus_parsers_256.jsonl.gz", "rt") as rows:
        return [json.loads(row)["html"].encode("utf-8", "replace").decode() for row in rows]


def _rate(name: str, number: int, work: Callable[[], object]) -> float:
    """Print and give the best of three rates."""
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = max(best, number / (time.perf_counter() - start))
    print(f"{name}: {best:,.0f}/s")
    return best


def _drain(path: Path) -> None:
    with path.open("rb") as file:
        for _ in read_records(file):
            pass


def _fastwarc(path: Path) -> None:
    from fastwarc.warc import ArchiveIterator

    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            record.reader.read()


def _warcio(path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            record.content_stream().read()


def _plain(pages: Sequence[str]) -> None:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    for page in pages:
        extract_plain_text(HTMLTree.parse_from_bytes(page.encode()))


def _memory(path: Path, records: Sequence[bytes]) -> None:
    with path.open("wb") as file:
        for _ in range(10):
            file.writelines(records)
    for at, _ in enumerate(find_pages([str(path)]), start=1):
        if at in (len(records), 10 * len(records)):
            used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{at:,} pages found: {used:,.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
