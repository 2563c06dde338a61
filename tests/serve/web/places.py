"""An address of each page, over the ledger of our own stories, and every place in addresses where words may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from penholder.serve.web.app import PAGES
from penholder.serve.web.feeds import FEEDS

# By the page's path: a page without an address here is not tested, and a test says so.
PLACES: dict[str, str] = {
    "/": "/",
    "/everything": "/everything",
    "/stories": "/stories",
    "/stories/{story_id:rest}": "/stories/{story}",
    "/events": "/events?kind=weapon_test",
    "/events/{event_id:rest}": "/events/weapon_test-PRK-2022-05-25",
    "/launches": "/launches?year=2022",
    "/launches/{launch_id}": "/launches/KP-2022-03-24-1",
    "/counts": "/counts?from=2022-01-01&to=2022-12-31",
    "/drafts": "/drafts",
    "/drafts/{draft_id:rest}": "/drafts/{draft}",
    "/votes": "/votes?year=2022&outcome=vetoed",
    "/votes/id/{vote_id}": "/votes/id/1",
    "/votes/{symbol:rest}": "/votes/S/2022/431",
    "/vetoes": "/vetoes",
    "/would-pass": "/would-pass?yes=13&against=CHN&against=RUS&on=2022-05-26",
    "/council": "/council",
    "/council/members/{member}": "/council/members/JPN",
    "/council/{when}": "/council/2022-05",
    "/claims": "/claims?verdict=contradicted",
    "/people": "/people?position=call_for_dialogue",
    "/people/{person:rest}": "/people/nikki-haley",
    "/search": "/search?words=missile",
    "/sql": "/sql?question=select+kind,+count(*)+from+statements+group+by+kind",
}


def word_places(described: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each place for a word by the description of the API: the path before it, and the path after it."""
    for path, told in described.items():
        page = path.removeprefix("/api").replace("/front", "/")
        if "get" not in told:
            continue
        if "{" in path:
            before, _, after = page.replace("}", "{").split("{")
            yield before, after
            yield f"/api{before}", after
            continue
        feeds = FEEDS if any(one.path == page and one.entries for one in PAGES) else ()
        for one in told["get"].get("parameters", []):
            yield f"{page}?{one['name']}=", ""
            yield from ((f"{path.removeprefix('/api')}{feed}?{one['name']}=", "") for feed in feeds)
