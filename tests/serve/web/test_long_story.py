"""A long story is shown in parts, none of which is heavy and which together are the whole."""

from __future__ import annotations

import json
from pathlib import Path

from fastapi.testclient import TestClient
from lxml import html

from penholder.serve.web.app import make_app
from penholder.serve.web.site import Site
from penholder.store.places import LedgerPlace

from .conftest import keep

# As dense as stories come: each line has a claim, statements, a quote, a day and names.
_LINE = (
    "On May {day}, 2022, China and Russia vetoed a US-drafted resolution on North Korea, “{day} steps too far,” "
    "Chinese Ambassador Zhang Jun told the Security Council, and South Korea condemned the missile launch of May 4.\n"
)
_LARGEST = 200_000  # bytes of a page


def test_a_long_text_that_is_checked_on_the_spot_is_shown_in_parts(tmp_path: Path) -> None:
    """Each under 200 KB with the text in the box, and together the whole."""
    text = "".join(_LINE.format(day=1 + number % 30) for number in range(45))
    site = Site(place=LedgerPlace(str(tmp_path / "l.db")))
    shown, number = [], 0
    with TestClient(make_app(site), base_url="http://localhost") as client:
        while not shown or f'value="{number + 1}">After' in shown[-1]:
            number += 1
            told = client.post("/check", data={"text": text, "part": str(number)})
            assert len(told.content) < _LARGEST
            shown.append(told.text)
    texts = [html.fromstring(one).find_class("story-text")[0].text_content() for one in shown]
    assert len(shown) > 1
    assert "".join(texts).split() == text.split()


def test_no_part_is_heavy_and_no_word_is_left_out(tmp_path: Path) -> None:
    """Under 200 KB each, and all the words of the story in their order; a mark's address shows its part."""
    text = "".join(_LINE.format(day=1 + number % 30) for number in range(300))
    source = tmp_path / "long.jsonl"
    source.write_text(json.dumps({"id": "long", "text": text}) + "\n", "utf-8")
    keep(tmp_path / "l.db", [str(source)])
    site = Site(place=LedgerPlace(str(tmp_path / "l.db")))
    with TestClient(make_app(site), base_url="http://localhost") as client:
        told = client.get("/api/stories/long").json()
        parts = [client.get(f"/stories/long?part={n + 1}") for n in range(told["shown"]["of"])]
        last = client.get(f"/stories/long?at=s{len(told['statements']) - 1}")
    shown = [html.fromstring(one.text).find_class("story-text")[0].text_content() for one in parts]
    assert "".join(shown) == told["story"]["text"]
    assert len(parts) > 1
    assert max(len(one.content) for one in parts) < _LARGEST
    assert f'id="s{len(told["statements"]) - 1}"' in last.text
