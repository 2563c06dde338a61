"""The ledger's tables, the same for SQLite and PostgreSQL.

People ask the views (`views.py`), which are named for the nouns; these tables hold what the views show.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from penholder.model.draft import STAGES

# The Alembic revisions; the last one makes these tables, and a test compares both.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
HEAD = REVISIONS[-1]

# Characters of an actor, a hundred states together, from which on PostgreSQL counts it without an index.
LONG_ACTOR = 500
SHORT_ACTOR = f"length(actor) < {LONG_ACTOR}"
# Sorted by code points, so that both databases give the same order.
_WORDS = Text().with_variant(Text(collation="C"), "postgresql")

TABLES = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "fk": "%(table_name)s_%(column_0_name)s_known",
        "pk": "%(table_name)s_key",
    }
)


def _words(name: str, *, needed: bool = False) -> Column[str]:
    return Column(name, _WORDS, nullable=not needed)


def _index(name: str) -> Index:
    # PostgreSQL's usual index takes no value beyond 2.7 KB, and an id can be anything.
    return Index(None, name, postgresql_using="hash")


def _of_version() -> tuple[Column[int], ...]:
    """Give the columns that every part of a story has in front."""
    version = ForeignKey("story_versions.no", ondelete="CASCADE")
    return (
        Column("no", Integer, primary_key=True),
        Column("version", Integer, version, nullable=False),
        Column("place", Integer, nullable=False),  # in the order of reading
    )


def _words_at() -> tuple[Column[int], Column[int], Column[str]]:
    """Give the half-open span in code points of the story's text, and its words."""
    start, stop = Column("start", Integer, nullable=False), Column("stop", Integer, nullable=False)
    return start, stop, _words("text", needed=True)


# Every text that a story had; one of each key is current, and that alone has parts.
STORY_VERSIONS = Table(
    "story_versions",
    TABLES,
    Column("no", Integer, primary_key=True),
    _words("key", needed=True),  # what makes two texts versions of one story
    _words("source", needed=True),
    Column("sequence", Integer, nullable=False),  # in which the texts of a key came, from 1
    Column("current", Boolean, nullable=False, server_default=false()),
    _words("seen", needed=True),  # when the source was written, UTC: "2026-11-25T22:49:22.123456Z"
    _words("id", needed=True),
    _words("url"),
    _words("outlet"),
    _words("title"),
    _words("date"),
    _words("basis", needed=True),
    _words("language", needed=True),
    _words("text", needed=True),
    _words("text_sha256", needed=True),
    _words("told", needed=True),  # the story by the output contract, its text left out
    _words("print"),  # by which copies of it are known
    UniqueConstraint("key", "sequence"),
    _index("id"),
    _index("outlet"),
)

STATEMENTS = Table(
    "story_statements",
    TABLES,
    *_of_version(),
    _words("kind", needed=True),
    _words("actor", needed=True),  # several are joined by blanks
    _words("target", needed=True),
    _words("day"),
    _words("polarity", needed=True),
    _words("attributed_to"),
    _words("weapon"),
    _words("system"),
    _words("number"),
    _words("ordinal"),
    _words("outcome"),
    _words("symbol"),
    _words("tally"),
    _words("plover"),
    _words("thread"),  # within which it can be of one event with others; NULL: it tells of none
    _words("said_when"),  # the day with its part: "2022-05-04TMO"
    _words("event"),  # NULL until its thread is merged, and where it is of no single event
    _words("reason"),  # why it is of that event
    _words("record"),  # "launches KP-2022-05-04-1"
    _words("stage"),  # of a draft resolution; NULL: it tells of none
    Column("draft_number", Integer),  # which draft of its story it is of
    _words("sponsor"),
    _words("subject"),
    Column("answers", Integer),  # where the statement of the launch begins that it answers
    _words("answer_cue"),  # the words between: "over", "in response to"
    _words("position"),  # what is stood for: "call_for_dialogue"; several are joined by blanks
    _words("position_on"),  # the states that it is on, joined by blanks
    _words("published"),  # the day of the story, by which lists are sorted
    *_words_at(),
    UniqueConstraint("version", "place"),
    _index("event"),
    _index("thread"),
    # All that is counted of an actor, so that no row is read for it; PostgreSQL's usual index takes no value of any length.
    Index(
        None,
        *("actor", "kind", "polarity", "position", "day", "published"),
        postgresql_where=text(SHORT_ACTOR),
    ),
    _index("actor").ddl_if(dialect="postgresql"),
    # Few statements report a row of the record: an index of all would seem to find too much to be used.
    Index(
        None,
        "record",
        postgresql_using="hash",
        postgresql_where=text("record IS NOT NULL"),
        sqlite_where=text("record IS NOT NULL"),
    ),
    Index(None, "kind", "day"),
)

# What a person can correct beside the day and who acted.
CORRECTABLE = ("weapon", "system", "number", "outcome", "symbol", "tally")

# What happened, as the statements of all stories tell it together.
EVENTS = Table(
    "merged_events",
    TABLES,
    Column("id", _WORDS, primary_key=True),
    _words("thread", needed=True),
    _words("kind", needed=True),
    _words("actor", needed=True),
    _words("day"),
    *map(_words, CORRECTABLE),  # as a person corrected them, else NULL
    _words("corrected"),  # which columns a person corrected, joined by blanks
    _words(
        "latest"
    ),  # its day, else that of the first story that tells of it: by this, events are sorted
    _index("thread"),
)

# Ids that an event had with fewer stories.
ALIASES = Table(
    "event_aliases",
    TABLES,
    Column("alias", _WORDS, primary_key=True),
    _words("event", needed=True),
    _index("event"),
)

# Of each current version the first story with the same text. Who merges writes here alone, who saves never.
ORIGINS = Table(
    "story_origins",
    TABLES,
    Column(
        "version", Integer, ForeignKey("story_versions.no", ondelete="CASCADE"), primary_key=True
    ),
    _words("origin", needed=True),
    _words("reason"),
    _index("origin"),
)

# Of each story whose origin is known what further ones are compared with. Who merges writes here alone.
HELD = Table(
    "held_stories",
    TABLES,
    Column(
        "version", Integer, ForeignKey("story_versions.no", ondelete="CASCADE"), primary_key=True
    ),
    _words("key", needed=True),
    _words("day"),
    Column("print", LargeBinary, nullable=False),
    Column("first", Integer, nullable=False),  # the first version with the same text
    Column(
        "kin", Integer, nullable=False
    ),  # the lowest number of the texts that share much with it
    Column(
        "background", LargeBinary, nullable=False
    ),  # those of its runs that different texts have
    Index(None, "day"),
)
# What two texts share, by their versions, the lower one first.
SHARES = Table(
    "text_shares",
    TABLES,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    Column("share", Double, nullable=False),
)
# Versions that came, went or were read again since the origins were found. Who saves writes here, who merges takes them.
CHANGED = Table(
    "changed_stories", TABLES, Column("version", Integer, primary_key=True, autoincrement=False)
)

# Draft resolutions, as the statements of all stories tell of them together. Who merges writes here alone.
DRAFTS = Table(
    "merged_drafts",
    TABLES,
    Column("id", _WORDS, primary_key=True),
    _words("sponsor", needed=True),
    _words("subject", needed=True),
    _words("symbol", needed=True),
    _words("stage", needed=True),
    *map(_words, STAGES),  # the day of each
)
DRAFTED = Table(
    "drafted_statements",
    TABLES,
    Column(
        "statement",
        Integer,
        ForeignKey("story_statements.no", ondelete="CASCADE"),
        primary_key=True,
    ),
    _words("draft", needed=True),
    _words("reason", needed=True),
    _index("draft"),
)
DRAFT_ALIASES = Table(
    "draft_aliases",
    TABLES,
    Column("alias", _WORDS, primary_key=True),
    _words("draft", needed=True),
)

# Threads whose statements have changed since they were merged.
UNMERGED = Table("unmerged_threads", TABLES, Column("thread", _WORDS, primary_key=True))

QUOTES = Table(
    "story_quotes",
    TABLES,
    *_of_version(),
    _words("kind", needed=True),
    _words("speaker"),
    _words("speaker_name"),
    _words("office"),
    _words("cue"),
    _words("published"),  # the day of the story, by which lists are sorted
    *_words_at(),
    UniqueConstraint("version", "place"),
    _index("speaker"),
)

CLAIMS = Table(
    "story_claims",
    TABLES,
    *_of_version(),
    _words("type", needed=True),
    _words("said_by"),
    _words("verdict", needed=True),
    _words("reason", needed=True),
    _words("rule"),
    _words("published"),  # the day of the story, by which lists are sorted
    *_words_at(),
    UniqueConstraint("version", "place"),
)

# A person looked at a claim and agrees with the verdict.
CONFIRMATIONS = Table(
    "confirmations",
    TABLES,
    Column("no", Integer, primary_key=True),
    _words("story", needed=True),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    _words("text", needed=True),
    _words("verdict", needed=True),
    _words("confirmed_by", needed=True),
    _words("confirmed_on", needed=True),
    UniqueConstraint("story", "start", "stop"),
)

# What people decided about events, and until when.
CORRECTIONS = Table(
    "event_corrections",
    TABLES,
    Column("no", Integer, primary_key=True),
    _words("act", needed=True),  # merge, split, correct, reject
    _words("event"),
    _words("event_thread"),
    _words("other"),  # the event that is merged into it
    _words("other_thread"),
    _words("field"),
    _words("value"),
    _words("note", needed=True),
    _words("made_by", needed=True),
    _words("made_at", needed=True),  # UTC: "2026-11-25T22:49:22Z"
    _words("withdrawn_by"),
    _words("withdrawn_at"),
)

# The statements that a correction is about, by which it finds them when stories are read anew.
CORRECTED_PLACES = Table(
    "corrected_places",
    TABLES,
    Column("no", Integer, primary_key=True),
    Column("correction", Integer, ForeignKey("event_corrections.no"), nullable=False),
    _words("part", needed=True),  # event, other, chosen
    _words("story", needed=True),
    Column("start", Integer, nullable=False),
    _words("text", needed=True),
    _index("correction"),
)

# Addresses that were visited: feeds, their items, pages.
VISITS = Table(
    "visited_addresses",
    TABLES,
    Column("address", _WORDS, primary_key=True),
    _words("outcome", needed=True),
    _words("visited_at", needed=True),
    _words("etag"),
    _words("modified"),
    _words("stamp"),
    Column("failures", Integer, nullable=False, server_default="0"),
)

# By which lists are shown newest first; the last column is the day.
_NEWEST = (
    (STORY_VERSIONS, "current", "date"),
    (STATEMENTS, "position", "published"),
    (CLAIMS, "published"),
    (CLAIMS, "verdict", "published"),
    (CLAIMS, "type", "published"),
    (EVENTS, "day"),
    (EVENTS, "kind", "day"),
    (EVENTS, "latest"),
    (EVENTS, "kind", "latest"),
)


def _index_newest(table: Table, *columns: str) -> None:
    """Add an index that SQLite reads backwards, where what has no day comes last; PostgreSQL would have it come first."""
    *same, day = (table.c[name] for name in columns)
    Index(None, *same, day).ddl_if(dialect="sqlite")
    Index(None, *same, day.desc().nulls_last()).ddl_if(dialect="postgresql")


for _table, *_columns in _NEWEST:
    _index_newest(_table, *_columns)

PARTS = (STATEMENTS, QUOTES, CLAIMS)
# What a copy of the ledger takes over; events are merged anew.
COPIED = (STORY_VERSIONS, *PARTS, CONFIRMATIONS, CORRECTIONS, CORRECTED_PLACES)
