"""Each page in a real browser: nothing foreign, nothing forbidden, readable by keyboard and by ear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.testclient import TestClient

from penholder.serve.web.app import PAGES

from .places import PLACES

_SERIOUS = {"serious", "critical"}


@pytest.fixture
def looked(browser: Any) -> Iterator[Any]:
    """Give an empty tab."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def complaints(page: Any, url: str) -> list[str]:
    """Open an address, and give each error and each request to elsewhere."""
    host = url.split("/")[2]
    found: list[str] = []
    page.on("console", lambda one: found.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda fault: found.append(str(fault)))
    page.on("request", lambda one: None if one.url.split("/")[2] == host else found.append(one.url))
    page.on("requestfailed", lambda one: found.append(f"failed: {one.url}"))
    assert page.goto(url).status == 200
    return found


def place(client: TestClient, path: str) -> str:
    """Give the address of a page, with an id where it wants one."""
    stories = client.get("/api/stories").json()["stories"]
    drafts = client.get("/api/drafts").json()["drafts"]
    return PLACES[path].format(story=stories[0]["id"], draft=drafts[0]["id"])


@pytest.mark.parametrize("path", [page.path for page in PAGES])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_page_is_whole_and_asks_nobody_else(
    browser: Any, address: str, client: TestClient, path: str, *, script: bool
) -> None:
    """With and without JavaScript: no error, no other host, nothing that the policy stops, no page wider than a phone."""
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": 375, "height": 700}
    )
    page = context.new_page()
    assert complaints(page, f"{address}{place(client, path)}") == []
    assert page.locator("h1").count() == 1
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
    context.close()


@pytest.mark.parametrize("path", [page.path for page in PAGES if page.path != "/sql"])
def test_a_phone_shows_all_without_a_scroll_sideways(
    browser: Any, address: str, client: TestClient, path: str
) -> None:
    """Tables stand stacked and drawings shrink; only the rows of SQL may be as wide as somebody asks."""
    context = browser.new_context(viewport={"width": 375, "height": 700})
    page = context.new_page()
    page.goto(f"{address}{place(client, path)}")
    wider = page.evaluate(
        """() => [...document.querySelectorAll(".wide, pre, svg")]
             .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > 375)
             .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert wider == []
    context.close()


@pytest.mark.parametrize("path", [page.path for page in PAGES])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_can_be_read_by_everyone(
    browser: Any, address: str, client: TestClient, path: str, scheme: str
) -> None:
    """axe-core finds nothing serious, in light and in dark."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    assert page.goto(f"{address}{place(client, path)}").status == 200
    found = Axe().run(page).response["violations"]
    told = [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found
        if one["impact"] in _SERIOUS
    ]
    assert told == []
    context.close()


def marked(page: Any) -> dict[str, str]:
    """Give the words of each mark of a story as the browser has them."""
    found: dict[str, str] = page.evaluate(
        """() => {
          const words = {};
          for (const one of document.querySelectorAll("[data-marks]"))
            for (const mark of one.dataset.marks.split(" "))
              words[mark] = (words[mark] ?? "") + one.textContent;
          return words;
        }"""
    )
    return found


def test_what_is_marked_is_what_is_quoted(looked: Any, address: str, client: TestClient) -> None:
    """Code points against UTF-16: the browser's words of each mark are those of the ledger."""
    for story in client.get("/api/stories").json()["stories"]:
        told = client.get(f"/api/stories/{story['id']}").json()
        looked.goto(f"{address}/stories/{story['id']}")
        words = marked(looked)
        for key, letter in (
            ("statements", "s"),
            ("quotes", "q"),
            ("claims", "c"),
            ("times", "t"),
            ("names", "n"),
        ):
            for place, one in enumerate(told[key]):
                assert words[f"{letter}{place}"] == one["text"]


def test_a_keyboard_goes_from_the_text_to_its_notes(
    looked: Any, address: str, client: TestClient
) -> None:
    """Tab reaches the content first; a number in the text leads to its note, and its card shows by focus."""
    looked.goto(f"{address}{place(client, '/stories/{story_id:rest}')}")
    looked.keyboard.press("Tab")
    assert looked.evaluate("document.activeElement.className") == "skip"
    looked.keyboard.press("Enter")
    for _ in range(30):
        looked.keyboard.press("Tab")
        if looked.evaluate("document.activeElement.matches('a.note')"):
            break
    mark = looked.evaluate("document.activeElement.hash.slice(1)")
    assert looked.locator("#card").is_visible()
    looked.keyboard.press("Escape")
    assert not looked.locator("#card").is_visible()
    looked.keyboard.press("Enter")
    assert looked.evaluate("location.hash") == f"#{mark}"
    assert looked.locator(f"#{mark}").is_visible()
