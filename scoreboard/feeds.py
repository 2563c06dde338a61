"""Measures how fast feeds are read, beside feedparser in the same run.

python scoreboard/feeds.py [ITEMS]

The feed is made here: each item has a story of some two thousand characters, with names of characters in it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import fastfeedparser
import feedparser

from penholder.read.feeds import parse_feed

_STORY = (
    "<p>The Security Council&#8217;s members met &amp; differed on what to do about the launch.</p>"
    * 24
)
_ITEM = (
    "<item><title>Report {at}</title><link>https://example.org/{at}</link><guid>{at}</guid>"
    "<pubDate>Thu, 05 May 2022 06:12:00 +0900</pubDate><description>They met.</description>"
    "<content:encoded><![CDATA[{story}]]></content:encoded></item>"
)


def main() -> int:
    """Print milliseconds for a feed, and the ratio."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    items = "".join(_ITEM.format(at=at, story=_STORY) for at in range(number))
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    data = f"{head}<title>The desk</title>{items}</channel></rss>".encode()
    ours = _time("penholder", lambda: parse_feed("feed.xml", data))
    _time("fastfeedparser", lambda: fastfeedparser.parse(data))
    peer = _time("feedparser", lambda: feedparser.parse(data))
    print(
        f"penholder is {peer / ours:.0f} times as fast as feedparser, on {len(data) / 1e6:.1f} MB, {number} items"
    )
    return 0


def _time(name: str, work: Callable[[], object]) -> float:
    best = min(_once(work) for _ in range(3))
    print(f"{name}: {1000 * best:,.1f} ms")
    return best


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
