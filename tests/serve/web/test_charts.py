"""Charts keep their words on the paper, and never tell a stretch shorter than it is."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from penholder.serve.web.charts.lifeline import WIDTH, draw_life
from penholder.serve.web.charts.spans import draw_spans


def test_a_term_that_began_before_the_chart_keeps_its_years() -> None:
    """It is drawn from the chart's first year, and told from its own."""
    (one,) = draw_spans([("Mexico", [(2009, 2010)])], 2010, 2025).stretches
    (whole,) = draw_spans([("Mexico", [(2010, 2010)])], 2010, 2025).stretches
    assert (one.first, one.last) == (2009, 2010)
    assert (one.x, one.width) == (whole.x, whole.width)


def test_the_terms_of_a_council_stand_in_a_table(client: TestClient) -> None:
    """Every stretch of the chart, with the years of the whole term."""
    shown = html.fromstring(client.get("/council/2022-05").text)
    rows = shown.xpath("//section[@aria-labelledby='terms']//tbody/tr")
    told = {row.xpath("string(th)"): row.xpath("string(td)") for row in rows}
    assert told["Mexico"] == "2009 to 2010, 2021 to 2022"
    assert len(told) == 10


@pytest.mark.parametrize(
    "days",
    [
        {"put to the vote": "2022-05-26"},
        {"announced": "2022-05-11", "circulated": "2022-05", "put to the vote": "2022-05-26"},
    ],
)
def test_the_words_of_a_life_stay_on_the_paper(days: dict[str, str]) -> None:
    """The longest are some 180 wide, half of them on each side."""
    knots = draw_life(days).knots
    assert len(knots) == len(days)
    assert all(90 <= knot.x <= knot.until <= WIDTH - 90 for knot in knots)


def test_each_launch_of_a_day_can_be_reached_from_the_calendar(client: TestClient) -> None:
    """A day with one leads to it, a day with several to their rows."""
    shown = html.fromstring(client.get("/launches?year=2022").text)
    links = shown.xpath("//svg[contains(@aria-label, 'Calendar')]//a/@href")
    ids = set(shown.xpath("//@id"))
    assert "#on-2022-11-02" in links
    assert all(link.startswith("/launches/KP-") or link[1:] in ids for link in links)
