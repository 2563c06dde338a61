"""Keeps every text that a story had, and what people confirmed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urldefrag, urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_OLD = ("stories", "statements", "quotes", "claims")


def upgrade() -> None:
    """Make the new tables, fill them from the old ones, and drop these."""
    _make_tables()
    connection = op.get_bind()
    old = sa.MetaData()
    old.reflect(connection, only=_OLD)
    new = sa.MetaData()
    new.reflect(connection, only=["story_versions", *(f"story_{name}" for name in _OLD[1:])])
    for story in connection.execute(sa.select(old.tables["stories"])).mappings().all():
        _move(connection, old, new, dict(story))
    threads = "SELECT DISTINCT thread FROM story_statements WHERE thread IS NOT NULL"
    connection.execute(sa.text(f"INSERT INTO unmerged_threads {threads}"))
    for name in reversed(_OLD):
        op.drop_table(name)


def _make_tables() -> None:
    op.create_table(
        "story_versions",
        sa.Column("no", sa.Integer, nullable=False),
        *_needed("key source"),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, server_default=sa.false(), nullable=False),
        *_needed("seen id"),
        *_open("url outlet title date"),
        *_needed("basis language text text_sha256 told"),
        sa.PrimaryKeyConstraint("no", name="story_versions_key"),
        sa.UniqueConstraint("key", "sequence", name="story_versions_key_sequence_once"),
    )  # fmt: skip
    op.create_index("story_versions_by_id", "story_versions", ["id"], postgresql_using="hash")
    _make_part(
        "story_statements",
        *(*_needed("kind actor target"), *_open("day"), *_needed("polarity")),
        *_open("attributed_to weapon system number ordinal outcome symbol tally plover"),
        *_open("thread said_when event reason record"),
    )
    _index("story_statements", "event")
    _index("story_statements", "thread")
    _make_events()
    _make_part("story_quotes", *_needed("kind"), *_open("speaker speaker_name office cue"))
    _make_part("story_claims", *_needed("type"), *_open("said_by"), *_needed("verdict reason"), *_open("rule"))  # fmt: skip
    op.create_table(
        "confirmations",
        sa.Column("no", sa.Integer, nullable=False),
        *_needed("story"),
        *_places("start stop"),
        *_needed("text verdict confirmed_by confirmed_on"),
        sa.PrimaryKeyConstraint("no", name="confirmations_key"),
        sa.UniqueConstraint("story", "start", "stop", name="confirmations_story_start_stop_once"),
    )


def _make_events() -> None:
    op.create_table(
        "merged_events",
        *_needed("id thread kind actor"),
        *_open("day"),
        sa.PrimaryKeyConstraint("id", name="merged_events_key"),
    )
    _index("merged_events", "thread")
    op.create_table(
        "event_aliases",
        *_needed("alias event"),
        sa.PrimaryKeyConstraint("alias", name="event_aliases_key"),
    )
    _index("event_aliases", "event")
    op.create_table(
        "unmerged_threads",
        *_needed("thread"),
        sa.PrimaryKeyConstraint("thread", name="unmerged_threads_key"),
    )


def _index(table: str, column: str) -> None:
    op.create_index(f"{table}_by_{column}", table, [column], postgresql_using="hash")


def _needed(names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _WORDS, nullable=False) for name in names.split()]


def _open(names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _WORDS) for name in names.split()]


def _places(names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names.split()]


def _make_part(name: str, *columns: sa.Column[str]) -> None:
    op.create_table(
        name,
        *_places("no version place"),
        *columns,
        *_places("start stop"),
        *_needed("text"),
        sa.PrimaryKeyConstraint("no", name=f"{name}_key"),
        sa.ForeignKeyConstraint(
            ["version"], ["story_versions.no"], name=f"{name}_version_known", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("version", "place", name=f"{name}_version_place_once"),
    )


def _move(
    connection: sa.Connection, old: sa.MetaData, new: sa.MetaData, story: Mapping[str, Any]
) -> None:
    told = json.loads(story["json"])
    versions = new.tables["story_versions"]
    key = _key(story, told["story"].get("url"))
    taken = connection.execute(sa.select(versions.c.no).where(versions.c.key == key)).first()
    row = _whole(story, told, f"id {story['id']}" if taken else key)
    whole = sa.insert(versions).values(**row)
    (version,) = connection.execute(whole).inserted_primary_key or (None,)
    for name, shape in (("statements", _statement), ("quotes", _quote), ("claims", _claim)):
        parts = old.tables[name]
        mine = sa.select(parts).where(parts.c.story == story["id"]).order_by(parts.c.place)
        for part in connection.execute(mine).mappings().all():
            kept: dict[str, Any] = {key: part[key] for key in part if key not in {"story", "end"}}
            kept |= shape(told[name][part["place"]]) | {"stop": part["end"], "version": version}
            connection.execute(sa.insert(new.tables[f"story_{name}"]).values(**kept))


def _key(story: Mapping[str, Any], url: str | None) -> str:
    """Give what makes later texts versions of this one: its address, its file, else its id."""
    key = _long_key(story, url)
    if len(key) <= 200:
        return key
    return f"{key.partition(' ')[0]} sha256:{hashlib.sha256(key.encode()).hexdigest()}"


def _long_key(story: Mapping[str, Any], url: str | None) -> str:
    if url and _names_a_page(url):
        return f"url {urldefrag(url).url.rstrip('/')}"
    heap = re.search(r"^-$|:\d+$", story["source"])
    return f"id {story['id']}" if heap else f"file {story['source']}"


def _names_a_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _whole(story: Mapping[str, Any], told: dict[str, Any], key: str) -> dict[str, Any]:
    inner = told["story"]
    text, url = inner["text"], inner.get("url")
    kept = {**told, "story": {**inner, "text": ""}}
    return {
        **{name: story[name] for name in ("id", "source", "outlet", "title", "date", "basis")},
        "key": key,
        "sequence": 1,
        "current": True,
        "seen": "",  # not kept then
        "url": url,
        "language": inner["language"],
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "told": json.dumps(kept, ensure_ascii=False),
    }


def _statement(told: dict[str, Any]) -> dict[str, Any]:
    names = ("weapon", "system", "number", "outcome", "symbol", "tally")
    kept = {name: told["detail"].get(name) for name in names} | {"plover": told.get("plover")}
    return kept | {"thread": _thread(told), "said_when": told["when"]["value"], "event": None}


def _thread(told: dict[str, Any]) -> str | None:
    """Give the thread as it was told then: the event's id without its day."""
    is_done = told["polarity"] == "asserted" and told["kind"] not in {"statement", "other"}
    if not (is_done and told["actor"] and told["when"]["value"]):
        return None
    sort = "-nuclear" if told["detail"].get("weapon") == "nuclear" else ""
    who = "+".join(sorted({actor["id"] for actor in told["actor"]}))
    council = told["kind"] in {"vote", "veto", "adoption"}
    return f"{told['kind']}{sort}-{'UNSC' if council else who}"


def _quote(told: dict[str, Any]) -> dict[str, Any]:
    return {"speaker_name": told["speaker"]["name"]}


def _claim(told: dict[str, Any]) -> dict[str, Any]:
    said_by = told.get("said_by")
    return {"said_by": said_by["id"] if said_by else None, "rule": told.get("rule")}
