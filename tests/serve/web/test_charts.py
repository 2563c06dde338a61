"""Charts keep their words on the paper, and never tell a stretch shorter than it is."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html

from penholder.serve.web.charts.lifeline import WIDTH, draw_life
from penholder.serve.web.charts.spans import draw_spans
from penholder.serve.web.charts.year import CELL, Dated, calendar, timeline


def test_a_term_that_began_before_the_chart_keeps_its_years() -> None:
    """It is drawn from the chart's first year, and told from its own."""
    mexico = {"id": "MEX", "name": "Mexico"}
    (one,) = draw_spans([(mexico, [(2009, 2010)])], 2010, 2025).rows[0].stretches
    (whole,) = draw_spans([(mexico, [(2010, 2010)])], 2010, 2025).rows[0].stretches
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
    months = shown.xpath("//svg[contains(@aria-label, 'Calendar')]/@aria-label")
    assert months[0] == "Calendar of Jan 2022"
    assert len(months) == 12
    links = shown.xpath("//svg[contains(@aria-label, 'Calendar')]//a/@href")
    ids = set(shown.xpath("//@id"))
    assert "#on-2022-11-02" in links
    assert all(link.startswith("/launches/KP-") or link[1:] in ids for link in links)


def _launch(first: date, last: date) -> Dated:
    return Dated(id="one", label="one", row="srbm", first=first, last=last)


def test_a_month_begins_on_its_weekday() -> None:
    """1 March 2022 was a Tuesday: the second place of the first week; February 2021 fills four weeks."""
    march = calendar(2022, [])[2].cells
    assert (march[0].day, march[0].y) == (date(2022, 3, 1), 0)
    assert march[0].x == march[7].x == CELL
    assert len({cell.y for cell in calendar(2021, [])[1].cells}) == 4


def test_a_day_that_is_not_known_is_a_stretch_on_its_row() -> None:
    """A launch of some day in May is drawn over the month, in no day of the calendar, and on no other row."""
    may = _launch(date(2022, 5, 1), date(2022, 5, 31))
    (spot,) = timeline(2022, "srbm", [may])
    assert spot.until > spot.x
    assert timeline(2022, "icbm", [may]) == ()
    assert not any(cell.things for month in calendar(2022, [may]) for cell in month.cells)


def test_the_months_of_the_wheel_lead_to_the_council_of_then(client: TestClient) -> None:
    """Each month by its president; a date that is typed is shown, with who presides in it."""
    shown = html.fromstring(client.get("/council?when=2022-05-26").text)
    assert "/council/2022-02" in shown.xpath("//svg//a/@href")
    assert "United States presides in May 2022" in shown.xpath("string(//p[@class='answer'])")
    assert client.get("/council?when=2022-13").status_code == 422
