"""The views that people ask, named for the nouns: stories, statements, quotes, claims, events and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from penholder.model.draft import STAGES
from penholder.store.tables import CORRECTABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view: its columns in order, those that sort it, and what it selects."""

    name: str
    columns: tuple[str, ...]
    order: tuple[str, ...]
    select: str

    def type_of(self, column: str) -> str:
        """Give a column's type by the words of Frictionless Data: integer, boolean or string."""
        if column == "current":
            return "boolean"
        counted = column in _NUMBERS or (self.name, column) in _NUMBERED
        return "integer" if counted else "string"


_NUMBERED = frozenset({("versions", "number"), ("corrections", "number")})
# `number` of a statement is what its words say: "several" is no number.
_NUMBERS = frozenset(
    {"place", "start", "stop", "stories", "statements", "outlets", "origins", "failures"}
)


def _part(name: str, columns: str) -> View:
    """Give the view of one part of the current stories."""
    listed = ("story", "place", *columns.split(), "start", "stop", "text")
    picked = ", ".join(f"part.{column}" for column in listed[1:])
    select = (
        f"SELECT whole.id AS story, {picked} FROM story_{name} AS part"  # noqa: S608
        " JOIN story_versions AS whole ON whole.no = part.version WHERE whole.current"
    )
    return View(name=name, columns=listed, order=("story", "place"), select=select)


# What statements agree on; NULL where they differ, for the ledger takes no side.
_AGREED = ("weapon", "system", "number", "outcome", "symbol", "tally", "record")


def _agreed(column: str) -> str:
    """Give what a person decided, else what all statements agree on."""
    agreed = f"CASE WHEN count(DISTINCT told.{column}) = 1 THEN min(told.{column}) END"
    return f"{f'coalesce(one.{column}, {agreed})' if column in CORRECTABLE else agreed} AS {column}"


def _events() -> View:
    agreed = ", ".join(map(_agreed, _AGREED))
    own = ", ".join(f"one.{name}" for name in ("id", "kind", "actor", "day", "corrected", *CORRECTABLE))  # fmt: skip
    select = (
        "SELECT one.id, one.kind, one.actor, one.day,"  # noqa: S608
        f" {agreed}, count(DISTINCT teller.id) AS stories, count(*) AS statements,"
        " count(DISTINCT coalesce(teller.outlet, teller.id)) AS outlets,"
        " count(DISTINCT coalesce(first.origin, teller.id)) AS origins, one.corrected"
        " FROM merged_events AS one JOIN story_statements AS told ON told.event = one.id"
        " JOIN story_versions AS teller ON teller.no = told.version"
        " LEFT JOIN story_origins AS first ON first.version = told.version"
        f" GROUP BY {own}"
    )
    columns = (
        "id",
        "kind",
        "actor",
        "day",
        *_AGREED,
        "stories",
        "statements",
        "outlets",
        "origins",
        "corrected",
    )
    return View(name="events", columns=columns, order=("coalesce(day, '')", "id"), select=select)


def _of_kinds(name: str, columns: str, *kinds: str) -> View:
    """Give the events of some kinds."""
    listed = ("id", "day", "actor", *columns.split(), "record", "stories", "statements")
    among = ", ".join(f"'{kind}'" for kind in kinds)
    picked = ", ".join(listed)
    select = f"SELECT {picked} FROM events WHERE kind IN ({among})"  # noqa: S608
    return View(name=name, columns=listed, order=("coalesce(day, '')", "id"), select=select)


def _drafts() -> View:
    own = ", ".join(
        f"one.{name}" for name in ("id", "sponsor", "subject", "symbol", "stage", *STAGES)
    )
    select = (
        f"SELECT {own}, {_agreed('record')}, count(DISTINCT teller.id) AS stories,"  # noqa: S608
        " count(*) AS statements, count(DISTINCT coalesce(teller.outlet, teller.id)) AS outlets,"
        " count(DISTINCT coalesce(first.origin, teller.id)) AS origins"
        " FROM merged_drafts AS one JOIN drafted_statements AS part ON part.draft = one.id"
        " JOIN story_statements AS told ON told.no = part.statement"
        " JOIN story_versions AS teller ON teller.no = told.version"
        f" LEFT JOIN story_origins AS first ON first.version = told.version GROUP BY {own}"
    )
    listed = ("id", "sponsor", "subject", "symbol", "stage", *STAGES, "record", "stories", "statements", "outlets", "origins")  # fmt: skip
    last = ", ".join(reversed(STAGES))
    return View(name="drafts", columns=listed, order=(f"coalesce({last}, '')", "id"), select=select)


STAGES_TOLD = View(
    name="stages",
    columns=(
        "draft",
        "stage",
        "polarity",
        "day",
        "story",
        "outlet",
        "place",
        "event",
        "reason",
        "start",
        "stop",
        "text",
    ),
    order=("draft", "story", "place"),
    select="SELECT part.draft, told.stage, told.polarity, told.day, teller.id AS story, teller.outlet,"
    " told.place, told.event, part.reason, told.start, told.stop, told.text"
    " FROM drafted_statements AS part JOIN story_statements AS told ON told.no = part.statement"
    " JOIN story_versions AS teller ON teller.no = told.version WHERE teller.current",
)
ANSWERS = View(
    name="answers",
    columns=(
        "launch",
        "kind",
        "actor",
        "polarity",
        "day",
        "event",
        "draft",
        "story",
        "outlet",
        "place",
        "cue",
        "start",
        "stop",
        "text",
    ),
    order=("coalesce(launch, '')", "story", "place"),
    select="SELECT test.event AS launch, told.kind, told.actor, told.polarity, told.day, told.event,"
    " part.draft, teller.id AS story, teller.outlet, told.place, told.answer_cue AS cue,"
    " told.start, told.stop, told.text FROM story_statements AS told"
    " JOIN story_statements AS test ON test.version = told.version AND test.start = told.answers"
    " AND test.kind = 'weapon_test' JOIN story_versions AS teller ON teller.no = told.version"
    " LEFT JOIN drafted_statements AS part ON part.statement = told.no"
    " WHERE teller.current AND test.event IS NOT NULL",
)
_STORY = ("id", "source", "url", "outlet", "title", "date", "basis", "language", "text_sha256", "text")  # fmt: skip
_VERSION = ("story", "number", "current", "id", "source", "seen", "title", "date", "text_sha256", "text")  # fmt: skip

_CORRECTION = ("number", "act", "event", "other", "field", "value", "note", "made_by", "made_at", "withdrawn_by", "withdrawn_at")  # fmt: skip

STORIES = View(
    name="stories",
    columns=_STORY,
    order=("coalesce(date, '')", "id"),
    select=f"SELECT {', '.join(_STORY)} FROM story_versions WHERE current",  # noqa: S608
)


def _aged(of: str = "") -> str:
    """Give the window of a story's versions: oldest first, the one that stands last."""
    order = f"{of}current, {of}seen, coalesce({of}date, ''), {of}source, {of}sequence"
    return f"(PARTITION BY {of}key ORDER BY {order})"


# A version is left out where the next one has the same words: a copy of the page in another file.
VERSIONS = View(
    name="versions",
    columns=_VERSION,
    order=("story", "number"),
    select="SELECT story, row_number() OVER aged AS number, current, id, source, seen, title, date,"  # noqa: S608
    " text_sha256, text FROM (SELECT now.id AS story, one.*, lead(one.text_sha256) OVER aged AS next_text,"
    " lead(coalesce(one.title, '')) OVER aged AS next_title"
    " FROM story_versions AS one JOIN story_versions AS now ON now.key = one.key AND now.current"
    f" WINDOW aged AS {_aged('one.')}) AS told WHERE next_text IS NULL"
    " OR next_text <> text_sha256 OR next_title <> coalesce(title, '')"
    f" WINDOW aged AS {_aged()}",
)
STATEMENTS = _part(
    "statements",
    "kind actor target day polarity attributed_to weapon system number ordinal outcome symbol tally"
    " plover event reason record position position_on",
)
QUOTES = _part("quotes", "kind speaker speaker_name office cue")
CLAIMS = _part("claims", "type said_by verdict reason rule")
EVENTS = _events()

# In an order in which each can be made: later ones ask earlier ones.
VIEWS = (
    STORIES,
    VERSIONS,
    STATEMENTS,
    QUOTES,
    CLAIMS,
    EVENTS,
    View(
        name="aliases",
        columns=("alias", "event"),
        order=("alias",),
        select="SELECT alias, event FROM event_aliases UNION ALL SELECT alias, draft FROM draft_aliases",
    ),
    View(
        name="copies",
        columns=("origin", "story", "outlet", "date", "reason"),
        order=("origin", "coalesce(date, '')", "story"),
        select="SELECT kept.origin, whole.id AS story, whole.outlet, whole.date, kept.reason"
        " FROM story_origins AS kept JOIN story_versions AS whole ON whole.no = kept.version"
        " WHERE whole.current",
    ),
    View(
        name="corrections",
        columns=_CORRECTION,
        order=("number",),
        select=f"SELECT no AS number, {', '.join(_CORRECTION[1:])} FROM event_corrections",  # noqa: S608
    ),
    View(
        name="visits",
        columns=("address", "outcome", "visited_at", "stamp", "failures"),
        order=("address",),
        select="SELECT address, outcome, visited_at, stamp, failures FROM visited_addresses",
    ),
    _of_kinds("launches", "weapon system number outcome", "weapon_test"),
    _drafts(),
    STAGES_TOLD,
    ANSWERS,
    _of_kinds("votes", "kind symbol tally", "vote", "adoption", "veto"),
    _of_kinds("vetoes", "symbol tally", "veto"),
)


def view_named(name: str) -> View:
    """Give a view by its name."""
    return next(view for view in VIEWS if view.name == name)


def make_views(connection: Connection) -> None:
    """Make every view anew; they hold nothing of their own."""
    for statement in _statements():
        connection.execute(text(statement))


def _statements() -> Iterator[str]:
    yield from (f"DROP VIEW IF EXISTS {view.name}" for view in reversed(VIEWS))
    yield from (f"CREATE VIEW {view.name} AS {view.select}" for view in VIEWS)
