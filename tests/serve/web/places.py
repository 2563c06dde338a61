"""An address of each page, over the ledger of our own stories."""

from __future__ import annotations

# By the page's path: a page without an address here is not tested, and a test says so.
PLACES: dict[str, str] = {
    "/": "/",
    "/stories": "/stories",
    "/stories/{story_id:path}": "/stories/{story}",
    "/claims": "/claims?verdict=contradicted",
    "/people": "/people",
    "/people/{person:path}": "/people/nikki-haley",
    "/search": "/search?words=missile",
    "/sql": "/sql?question=select+kind,+count(*)+from+statements+group+by+kind",
}
