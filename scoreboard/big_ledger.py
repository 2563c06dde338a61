"""Makes a ledger as large as a team's after years: 100,000 events and 1,000,000 statements, of made-up sentences.

    python scoreboard/big_ledger.py LEDGER [--stories 50000]

The ledger is a file, or an empty database of PostgreSQL by its address. Nothing in it was read: the rows are made as reading makes them, so that pages and questions can be timed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger
from penholder.store.rows import claim_rows, quote_rows, version_row
from penholder.store.tables import (
    CLAIMS,
    DRAFTED,
    DRAFTS,
    EVENTS,
    ORIGINS,
    QUOTES,
    STATEMENTS,
    STORY_VERSIONS,
)

PER_STORY, PER_EVENT = 20, 10
_FIRST = date(2006, 1, 1)
_DAYS = 7000
_OUTLETS = [f"Outlet {number}" for number in range(200)]
_STATES = [
    "PRK",
    "USA",
    "KOR",
    "JPN",
    "CHN",
    "RUS",
    "GBR",
    "FRA",
    "UNSC",
    "UN",
    "IRN",
    "ISR",
    "IND",
    "BRA",
]
_PEOPLE = [f"speaker-{number}" for number in range(3000)]
_KINDS = (
    ["statement"] * 10
    + ["weapon_test"] * 4
    + ["condemn", "call_on", "meeting", "pledge", "veto", "vote"]
)
_POSITIONS = [None] * 8 + ["condemn", "call_for_dialogue", "call_for_sanctions"]
_CLAIMS = ("presidency", "member", "count", "first", "tally")
_VERDICTS = ["supported"] * 12 + ["undecided"] * 4 + ["not_covered"] * 3 + ["contradicted"]
_WORDS = (
    "North Korea fired a ballistic missile toward the sea",
    "the United States condemned the launch in strong terms",
    "the Security Council met behind closed doors",
    "China and Russia called for dialogue with Pyongyang",
    "the draft resolution would tighten sanctions on oil",
    "officials in Seoul said the missile flew some 600 kilometers",
)


def main() -> None:
    """Make the ledger."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "ledger", help="a file, or the address of an empty database of PostgreSQL"
    )
    arguments.add_argument("--stories", type=int, default=50_000)
    given = arguments.parse_args()
    chance = random.Random(2397)  # noqa: S311 - the same ledger each time
    head = _head()
    with open_ledger(given.ledger) as ledger:
        for first in range(0, given.stories, 1000):
            with ledger.engine.begin() as connection:
                for number in range(first, min(first + 1000, given.stories)):
                    _save(connection, number, given.stories, head, chance)
            print(f"\r{first + 1000:,} stories", end="", flush=True)
        with ledger.engine.begin() as connection:
            _save_events(connection, given.stories, chance)
            connection.exec_driver_sql("ANALYZE")
    print()


def _head() -> dict[str, Any]:
    """Give a story by the contract, to be filled with other sentences."""
    text = "The Security Council met on North Korea on May 26, 2022."
    return as_json(check_story(Page(source="-", text=text, form="txt", published="2022-05-26")))


def _save(
    connection: Connection, number: int, stories: int, head: dict[str, Any], chance: random.Random
) -> None:
    told = _story(number, head, chance)
    version = {
        "key": f"made-{number}",
        "sequence": 1,
        "seen": "2026-01-01T00:00:00Z",
        "current": True,
    }
    (no,) = connection.execute(
        insert(STORY_VERSIONS), version | version_row(told)
    ).inserted_primary_key or (0,)
    connection.execute(
        insert(ORIGINS), {"version": no, "origin": f"made-{number // 3 * 3}", "reason": None}
    )
    events = stories * PER_STORY // PER_EVENT
    rows = [{"version": no, **row} for row in _statements(told, number, events, stories, chance)]
    connection.execute(insert(STATEMENTS), rows)
    connection.execute(insert(QUOTES), [{"version": no, **row} for row in quote_rows(told)])
    connection.execute(insert(CLAIMS), [{"version": no, **row} for row in claim_rows(told)])


def _story(number: int, head: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    sentences = [
        f"{chance.choice(_WORDS)}, report {number * PER_STORY + place}"
        for place in range(PER_STORY)
    ]
    text = ". ".join(sentences) + "."
    day = (_FIRST + timedelta(days=number * _DAYS // 50_000)).isoformat()
    ends = [0]
    for sentence in sentences:
        ends.append(ends[-1] + len(sentence) + 2)
    spans = [
        [start, start + len(sentence)] for start, sentence in zip(ends, sentences, strict=False)
    ]
    story = head["story"] | {
        "id": f"made-{number}", "source": f"made.jsonl:{number}", "url": f"https://news.example/{number}",
        "outlet": chance.choice(_OUTLETS), "title": f"{sentences[0]} and more", "text": text,
        "body": [0, len(text)], "boilerplate": [],
        "date": head["story"]["date"] | {"value": day, "basis": "stated"},
    }  # fmt: skip
    said = list(zip(spans, sentences, strict=True))
    return {
        "story": story,
        "names": [_name(one, chance) for one in said],
        "statements": [_statement(one, day, chance) for one in said],
        "quotes": [_quote(one, chance) for one in said[:8]],
        "times": [],
        "claims": [_claim(one, chance) for one in said[:5]],
        "aftermath": [],
    }


def _name(said: tuple[list[int], str], chance: random.Random) -> dict[str, Any]:
    (start, _), sentence = said
    word = sentence.split()[0]
    who = chance.choice(_STATES)
    return {"span": [start, start + len(word)], "text": word, "id": who, "name": who, "how": "name"}


def _statement(said: tuple[list[int], str], day: str, chance: random.Random) -> dict[str, Any]:
    actor = chance.choice(_STATES)
    return {
        "kind": chance.choice(_KINDS), "actor": [{"id": actor, "name": actor}], "target": [],
        "when": {"value": day, "text": None}, "polarity": "asserted", "attributed_to": None,
        "detail": {"weapon": chance.choice(["ballistic", "cruise", "icbm"])}, "plover": None, "row": "made",
        "span": said[0], "text": said[1],
    }  # fmt: skip


def _quote(said: tuple[list[int], str], chance: random.Random) -> dict[str, Any]:
    who = chance.choice(_PEOPLE)
    speaker = {"id": who, "name": who.title(), "office": None}
    return {"span": said[0], "text": said[1], "speaker": speaker, "cue": "said", "kind": "indirect", "source": None, "reported_by": None}  # fmt: skip


def _claim(said: tuple[list[int], str], chance: random.Random) -> dict[str, Any]:
    return {
        "span": said[0], "text": said[1], "type": chance.choice(_CLAIMS), "asked": {}, "said_by": None,
        "verdict": chance.choice(_VERDICTS), "reason": "Made up, to be timed.", "rows": [], "rule": None, "row": None,
    }  # fmt: skip


def _statements(
    told: dict[str, Any], number: int, events: int, stories: int, chance: random.Random
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a story's statements, each of an event of its days; some events have many."""
    near = number * events // stories
    for place, one in enumerate(told["statements"]):
        event = min(
            events - 1, max(0, near + round(chance.triangular(-40, 40, 0) / 4) * 4 + place % 4)
        )
        yield {
            "kind": one["kind"], "actor": one["actor"][0]["id"], "target": "", "day": one["when"]["value"],
            "polarity": "asserted", "attributed_to": None, "weapon": one["detail"]["weapon"], "system": None, "number": None,
            "ordinal": None, "outcome": None, "symbol": None, "tally": None, "plover": None, "thread": f"made {event}",
            "said_when": one["when"]["value"], "event": f"event-{event}", "reason": "Made up.", "record": None,
            "stage": None, "draft_number": None, "sponsor": None, "subject": None, "answers": None, "answer_cue": None, "position": chance.choice(_POSITIONS), "position_on": "PRK",
            "published": one["when"]["value"],
            "place": place, "start": one["span"][0], "stop": one["span"][1], "text": one["text"],
        }  # fmt: skip


def _save_events(connection: Connection, stories: int, chance: random.Random) -> None:
    events = stories * PER_STORY // PER_EVENT
    rows = []
    for number in range(events):
        day = (_FIRST + timedelta(days=number * _DAYS // events)).isoformat()
        kind, actor = chance.choice(_KINDS), chance.choice(_STATES)
        rows.append(
            {
                "id": f"event-{number}",
                "thread": f"made {number}",
                "kind": kind,
                "actor": actor,
                "day": day,
            }
        )
    connection.execute(insert(EVENTS), rows)
    drafts = [
        {
            "id": f"draft-{number}", "sponsor": "USA", "subject": "PRK", "symbol": "", "stage": "circulated",
            "circulated": (_FIRST + timedelta(days=number)).isoformat(),
        }
        for number in range(events // 20)
    ]  # fmt: skip
    connection.execute(insert(DRAFTS), drafts)
    parts = [
        {"statement": number * 7 + 1, "draft": f"draft-{number}", "reason": "Made up."}
        for number in range(len(drafts))
    ]
    connection.execute(insert(DRAFTED), parts)


if __name__ == "__main__":
    main()
