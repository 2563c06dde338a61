"""An address of each page, over the ledger of our own stories."""

from __future__ import annotations

# By the page's path: a page without an address here is not tested, and a test says so.
PLACES: dict[str, str] = {
    "/": "/",
    "/stories": "/stories",
    "/stories/{story_id:path}": "/stories/{story}",
    "/events": "/events?kind=weapon_test",
    "/events/{event_id:path}": "/events/weapon_test-PRK-2022-05-25",
    "/launches": "/launches?year=2022",
    "/launches/{launch_id}": "/launches/KP-2022-03-24-1",
    "/counts": "/counts?from=2022-01-01&to=2022-12-31",
    "/drafts": "/drafts",
    "/drafts/{draft_id:path}": "/drafts/{draft}",
    "/votes": "/votes?year=2022&outcome=vetoed",
    "/votes/id/{vote_id}": "/votes/id/1",
    "/votes/{symbol:path}": "/votes/S/2022/431",
    "/vetoes": "/vetoes",
    "/would-pass": "/would-pass?yes=13&against=CHN&against=RUS&on=2022-05-26",
    "/council": "/council",
    "/council/members/{member}": "/council/members/JPN",
    "/council/{when}": "/council/2022-05",
    "/claims": "/claims?verdict=contradicted",
    "/people": "/people?position=call_for_dialogue",
    "/people/{person:path}": "/people/nikki-haley",
    "/search": "/search?words=missile",
    "/sql": "/sql?question=select+kind,+count(*)+from+statements+group+by+kind",
}
