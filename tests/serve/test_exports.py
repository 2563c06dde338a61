"""Every export keeps to its format, and says what the ledger says."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from base64 import urlsafe_b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.records.launch_sites import find_launch_site
from penholder.records.load import load_records
from penholder.serve.cli import main
from penholder.serve.contract import as_json
from penholder.serve.export_commands import _FORMATS, _NOUNS
from penholder.serve.exporting import export
from penholder.serve.exports.formats import FORMATS
from penholder.serve.exports.telling import claimants
from penholder.serve.launch_places import place_of_site
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.views import VIEWS

LAUNCH = (
    'SEOUL - North Korea fired a ballistic missile from Sunan on May 4, 2022, its "14th" show of force'
    ' this year, the military said.\n\n"We condemn it; it is wrong," said Linda Thomas-Greenfield.'
)
VETO = (
    "China and Russia vetoed a draft resolution, S/2022/431, on North Korea in the UN Security Council"
    " on May 26, 2022. The vote was 13 in favour and two against. Resolution 2397, adopted on 22 November 2017, was the last."
)
UNDATED = "North Korea has fired missiles, <em>said</em> South Korea & Japan's military.\x0b"
STRING, DAY = {"type": "string", "minLength": 1}, {"type": "string", "format": "date"}
URI = {"type": "string", "pattern": "^(urn:uuid:|https?://|ni:///sha-256;)"}


def shape(required: dict[str, Any], **others: Any) -> dict[str, Any]:
    """Give the schema of an object with these keys and no more."""
    return {
        "type": "object",
        "properties": required | others,
        "required": list(required),
        "additionalProperties": False,
    }


SELECTORS = {
    "prefixItems": [
        shape({"type": {"const": "TextPositionSelector"}, "start": {"type": "integer"}, "end": {"type": "integer"}}),
        shape({"type": {"const": "TextQuoteSelector"}, "exact": STRING, "prefix": {"type": "string"}, "suffix": {"type": "string"}}),
    ],
    "minItems": 2, "maxItems": 2,
}  # fmt: skip
ANNOTATION = shape(
    {
        "id": URI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing", "identifying"]},
        "body": {
            "type": "array", "minItems": 1,
            "items": shape({
                "type": {"const": "TextualBody"}, "value": STRING, "format": {"const": "text/plain"},
                "purpose": {"enum": ["classifying", "assessing", "describing", "identifying"]},
            }),
        },
        "target": shape({
            "type": {"const": "SpecificResource"},
            "source": shape({"id": URI, "type": {"const": "Text"}, "hash": {"type": "string", "pattern": "^ni:///sha-256;[\\w-]{43}$"}}),
            "selector": SELECTORS,
        }),
    }
)  # fmt: skip
COLLECTION = shape(
    {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": URI, "type": {"const": "AnnotationCollection"}, "label": STRING, "total": {"type": "integer"},
        "first": shape({
            "id": STRING, "type": {"const": "AnnotationPage"}, "partOf": URI, "startIndex": {"const": 0},
            "items": {"type": "array", "items": ANNOTATION},
        }),
    }
)  # fmt: skip
FEED = shape(
    {
        "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": STRING,
        "items": {"type": "array", "items": shape(
            {"id": STRING, "content_text": STRING, "title": STRING},
            url={"type": "string", "format": "uri"}, date_published={"type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\dT00:00:00Z$"},
            authors={"type": "array", "items": shape({"name": STRING})},
        )},
    }
)  # fmt: skip
POINT = shape(
    {
        "type": {"const": "Point"},
        "coordinates": {
            "prefixItems": [
                {"type": "number", "minimum": 124, "maximum": 131},
                {"type": "number", "minimum": 37, "maximum": 43},
            ],
            "minItems": 2, "maxItems": 2,
        },
    }
)  # fmt: skip
GEO = shape(
    {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": shape({
            "type": {"const": "Feature"}, "id": URI, "geometry": {"anyOf": [{"type": "null"}, POINT]},
            "properties": {"type": "object", "required": ["title", "day", "actor", "site", "place", "record"]},
        })},
    }
)  # fmt: skip
PLOVER = shape(
    {
        "event_id": URI, "event_date": {"type": ["string", "null"], "pattern": "^\\d{4}"},
        "source": {"type": "array", "items": STRING, "minItems": 1}, "target": {"type": "array", "items": STRING},
        "event_type": {"enum": ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]},
        "event_mode": {"type": "null"}, "contexts": {"type": "array"},
        "quad_class": {"enum": ["V-COOP", "M-COOP", "V-CONF", "M-CONF"]},
        "ledger_event": STRING, "stories": {"type": "array", "minItems": 1}, "text": STRING,
    }
)  # fmt: skip
RATING = {"type": "integer", "minimum": 1, "maximum": 5}
REVIEWS = shape(
    {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "items": shape({
            "@type": {"const": "ClaimReview"}, "@id": URI, "datePublished": DAY,
            "author": shape({"@type": {"const": "Person"}, "name": STRING}),
            "claimReviewed": STRING, "reviewBody": STRING,
            "reviewRating": shape({
                "@type": {"const": "Rating"}, "ratingValue": RATING, "bestRating": {"const": 5},
                "worstRating": {"const": 1}, "alternateName": STRING,
            }),
            "itemReviewed": {"type": "object", "required": ["@type", "appearance"]},
        })},
    }
)  # fmt: skip
PACKAGE = shape(
    {
        "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"}, "title": STRING,
        "resources": {"type": "array", "minItems": 1, "items": shape(
            {
                "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"}, "path": STRING, "format": STRING,
                "mediatype": STRING, "bytes": {"type": "integer"}, "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            },
            profile={"const": "tabular-data-resource"}, encoding={"const": "utf-8"},
            schema=shape({"fields": {"type": "array", "items": shape(
                {"name": STRING, "type": {"enum": ["string", "integer", "boolean"]}})}}),
        )},
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger with a launch, a veto and a story without a date."""
    path = tmp_path_factory.mktemp("exports") / "l.db"
    pages = [
        Page(source="a.txt", text=LAUNCH, form="txt", id="launch", date="2022-05-05", title="A; launch, =1+1",
             url="https://example.org/a?b=1&c=2", outlet="The Daily, Ltd."),
        Page(source="b.txt", text=VETO, form="txt", id="veto", date="2022-05-27", title="Two vetoes"),
        Page(source="c.txt", text=UNDATED, form="txt", id="undated"),
    ]  # fmt: skip
    with open_ledger(path) as kept:
        for page in pages:
            checked = check_story(page)
            save_story(kept, checked, as_json(checked))
    return path


def run(*words: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words])


def written(ledger: Path, name: str, noun: str | None = None) -> bytes:
    """Give an export whole."""
    with read_ledger(ledger) as kept:
        return b"".join(export(kept, FORMATS[name], noun))


def check(value: object, schema: dict[str, Any]) -> None:
    """Hold a value against a schema."""
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(value)


def test_the_command_names_every_format_and_view() -> None:
    """What the command offers is what there is."""
    assert tuple(FORMATS) == _FORMATS
    assert tuple(view.name for view in VIEWS) == _NOUNS


def test_json_lines_keep_to_the_contract(ledger: Path) -> None:
    """Each line is a story by the published schema, in the order of their ids."""
    schema = json.loads(run("schema").output)
    lines = [json.loads(line) for line in written(ledger, "jsonl").decode().split("\n")[:-1]]
    for line in lines:
        check(line, schema)

    assert [line["story"]["id"] for line in lines] == ["launch", "undated", "veto"]


@pytest.mark.parametrize("noun", _NOUNS)
def test_csv_has_a_column_for_each_of_the_view(noun: str, ledger: Path) -> None:
    """Every record has as many cells as there are columns."""
    data = written(ledger, "csv", noun).decode()
    first, *rows = list(csv.reader(io.StringIO(data, newline="")))
    view = next(view for view in VIEWS if view.name == noun)

    assert tuple(first) == view.columns
    assert all(len(row) == len(first) for row in rows)
    assert data.endswith("\r\n")


def test_csv_gives_the_words_as_they_are(ledger: Path) -> None:
    """Quotation marks, commas and line ends come back."""
    data = written(ledger, "csv", "stories").decode()
    stories = {row["id"]: row for row in csv.DictReader(io.StringIO(data, newline=""))}

    assert stories["launch"]["text"] == LAUNCH
    assert stories["launch"]["title"] == "A; launch, =1+1"
    assert stories["undated"]["date"] == ""


@pytest.mark.parametrize("noun", _NOUNS)
def test_parquet_says_what_csv_says(noun: str, ledger: Path) -> None:
    """Its reader gives the same columns and rows, with their types."""
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written(ledger, "parquet", noun)))
    data = written(ledger, "csv", noun).decode()
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    view = next(view for view in VIEWS if view.name == noun)
    shown = {None: "", True: "true", False: "false"}

    assert tuple(table.column_names) == view.columns
    types = {"integer": "int64", "boolean": "bool", "string": "string"}
    assert [str(field.type) for field in table.schema] == [
        types[view.type_of(name)] for name in view.columns
    ]
    assert [
        {key: shown[cell] if cell is None or isinstance(cell, bool) else str(cell) for key, cell in row.items()}
        for row in table.to_pylist()
    ] == rows  # fmt: skip


def test_annotations_find_their_words_in_the_text(ledger: Path) -> None:
    """Both selectors of each note give the same words, and the hash is that of the text."""
    collection = json.loads(written(ledger, "annotations"))
    check(collection, COLLECTION)
    notes = collection["first"]["items"]
    texts = {hashlib.sha256(text.encode()).digest(): text for text in (LAUNCH, VETO, UNDATED)}

    assert collection["total"] == len(notes) > 5
    for note in notes:
        digest = urlsafe_b64decode(note["target"]["source"]["hash"].partition(";")[2] + "=")
        place, quote = note["target"]["selector"]
        text = texts[digest]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert len({note["id"] for note in notes}) == len(notes)
    assert {note["target"]["source"]["id"][:6] for note in notes} == {"https:", "ni:///"}


def test_the_calendar_is_read_by_a_calendar(ledger: Path) -> None:
    """It has the launch and the veto as whole days; lines are no longer than 75 bytes."""
    data = written(ledger, "ical")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")

    days = {(str(event["categories"].to_ical().decode()), event["dtstart"].dt.isoformat()) for event in events}  # fmt: skip
    assert {("launch", "2022-05-04"), ("vote", "2022-05-26")} <= days
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all({"UID", "DTSTAMP", "SUMMARY"} <= set(event) for event in events)
    assert any("veto (S/2022/431)" in str(event["summary"]) for event in events)


def test_atom_is_read_by_a_feed_reader(ledger: Path) -> None:
    """The reader finds nothing wrong, and the dated stories, newest first."""
    data = written(ledger, "atom")
    feed = feedparser.parse(data)

    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Two vetoes", "A; launch, =1+1"]
    assert feed.entries[1].link == "https://example.org/a?b=1&c=2"
    assert feed.version == "atom10"
    root = etree.fromstring(data)
    space = "{http://www.w3.org/2005/Atom}"
    for part in (root, *root.findall(f"{space}entry")):
        assert all(part.find(f"{space}{name}") is not None for name in ("id", "title", "updated"))


def test_json_feed_keeps_to_its_version(ledger: Path) -> None:
    """The undated story has no day, and contradicted claims stand in the text."""
    feed = json.loads(written(ledger, "jsonfeed"))
    check(feed, FEED)

    assert [item["title"] for item in feed["items"]][:2] == ["Two vetoes", "A; launch, =1+1"]
    assert "date_published" not in feed["items"][2]


def test_geojson_has_a_point_where_the_site_is_known(ledger: Path) -> None:
    """The launch of 4 May 2022 is at Sunan, longitude first."""
    whole = json.loads(written(ledger, "geojson"))
    check(whole, GEO)
    points = {one["properties"]["day"]: one["geometry"] for one in whole["features"]}

    assert points["2022-05-04"]["coordinates"] == pytest.approx([125.67, 39.22], abs=0.1)


@pytest.mark.parametrize(
    ("actors", "names"),
    [
        ("john-kirby", [("Person", "John Kirby")]),
        ("kim-jong-un", [("Person", "Kim Jong Un")]),
        ("KOR+USA", [("Organization", "South Korea"), ("Organization", "United States")]),
        ("USA/pentagon_spokesperson", [("Person", "United States: pentagon spokesperson")]),
    ],
)
def test_a_claimant_is_a_person_or_an_organization(
    actors: str, names: list[tuple[str, str]]
) -> None:
    """With a name for readers in place of the id."""
    assert [(one["@type"], one["name"]) for one in claimants(actors)] == names


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("Sunchon Airbase", "Sunchon"),
        ("Mupyong-ri, Jagang", "Mupyong-ri"),
        ("Tonghae Satellite Launching Ground", "Tonghae Satellite Launching Ground (Musudan-ri)"),
        ("Uijubu", None),
        ("Hwangju and Nampo", None),
        ("west coast", None),
    ],
)
def test_a_site_is_placed_by_the_town_that_it_names(site: str, name: str | None) -> None:
    """One town, as a whole word."""
    found = find_launch_site(load_records(), site)

    assert (found.name if found else None) == name


def test_most_launches_of_the_record_have_a_point() -> None:
    """200 of 275; the others are known by a coast or a province, or not at all. All points lie in the country."""
    records = load_records()
    places = [place_of_site(one.site, records) for one in records.launches if one.site]
    known = [place for place in places if place]

    assert len(known) >= 200
    assert all(37 < place.lat < 43.1 and 124 < place.lon < 131 for place in known)


def test_an_event_without_a_day_is_coded_too(tmp_path: Path) -> None:
    """A deed of which no day is told stands beside one with a day."""
    words = "Israel protested after Iran test-fired two ballistic missiles."
    rows = [{"text": words, "date": "2016-03-13"}, {"text": LAUNCH, "date": "2022-05-05"}]
    (tmp_path / "s.jsonl").write_text("\n".join(map(json.dumps, rows)))
    place = ["--ledger", str(tmp_path / "l.db")]
    run("read", str(tmp_path / "s.jsonl"), *place)
    events = [json.loads(line) for line in written(tmp_path / "l.db", "plover").splitlines()]

    assert {event["event_date"] is None for event in events} == {True, False}


def test_plover_events_have_their_class(ledger: Path) -> None:
    """A veto rejects, a launch mobilizes, and both are told with their parties."""
    events = [json.loads(line) for line in written(ledger, "plover").splitlines()]
    for event in events:
        check(event, PLOVER)

    veto = next(event for event in events if event["ledger_event"].startswith("veto"))
    assert (veto["event_type"], veto["quad_class"]) == ("REJECT", "V-CONF")
    assert set(veto["source"]) == {"CHN", "RUS"}


def test_only_what_a_person_confirmed_is_a_review(ledger: Path) -> None:
    """Nothing is at first; what is confirmed and then taken back is none again."""
    place = ["--ledger", str(ledger)]
    story = json.loads(run("story", "veto", "--json", *place).output)
    number = next(n for n, one in enumerate(story["claims"]) if one["verdict"] == "contradicted")
    before = json.loads(written(ledger, "claimreview"))
    done = run("confirm", "veto", str(number), "--by", "Anna", "--on", "2026-01-02", *place)
    during = json.loads(written(ledger, "claimreview"))
    back = run("confirm", "veto", str(number), "--withdraw", *place)
    after = json.loads(written(ledger, "claimreview"))
    for graph in (before, during, after):
        check(graph, REVIEWS)

    assert (done.exit_code, back.exit_code) == (0, 0), done.output + back.output
    assert [len(graph["@graph"]) for graph in (before, during, after)] == [0, 1, 0]
    review = during["@graph"][0]
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["author"]["name"] == "Anna"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("confirm", "veto", "99", "--by", "Anna"), 6),
        (("confirm", "none", "0", "--by", "Anna"), 6),
        (("confirm", "veto", "0"), 2),
        (("export", "--format", "csv"), 2),
        (("export", "--format", "atom", "--of", "claims"), 2),
        (("export", "--format", "jsonl", "--to", "/nowhere/at/all.jsonl"), 8),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], code: int, ledger: Path) -> None:
    """The exit code is a documented one, and there is a message."""
    done = run(*words, "--ledger", ledger)

    assert done.exit_code == code, done.output
    assert done.output


@pytest.mark.parametrize(
    ("name", "files"), [("csv", len(VIEWS) - 2), ("parquet", len(VIEWS) - 2), ("jsonl", 1)]
)
def test_a_bulk_export_says_what_its_files_hold(
    name: str, files: int, ledger: Path, tmp_path: Path
) -> None:
    """The description has each file with its size, hash and columns."""
    done = run("export", "--format", name, "--to", tmp_path / "out", "--ledger", ledger)
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    check(package, PACKAGE)

    assert done.exit_code == 0, done.output
    assert len(package["resources"]) == files
    assert len(list((tmp_path / "out").iterdir())) == files + 1
    for one in package["resources"]:
        data = (tmp_path / "out" / one["path"]).read_bytes()
        assert one["bytes"] == len(data)
        assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        if name == "csv":
            fields = [field["name"] for field in one["schema"]["fields"]]
            assert data.decode().split("\r\n")[0].split(",") == fields


def test_a_torn_export_leaves_the_old_file(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up is said, and nothing half-written stays."""
    target = tmp_path / "stories.jsonl"
    target.write_text("old")

    def fill(*_: object) -> object:
        yield b"half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("penholder.serve.exporting.export", fill)
    done = run("export", "--format", "jsonl", "--to", target, "--force", "--ledger", ledger)

    assert (done.exit_code, "No space left" in done.output) == (8, True)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["stories.jsonl"]


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("jsonl", "--to", "out.jsonl"), "out.jsonl"),
        (("csv", "--of", "claims", "--to", "out.csv"), "out.csv"),
        (("csv", "--to", "out"), "out/quotes.csv"),
        (("jsonl", "--to", "out"), "out/datapackage.json"),
    ],
)
def test_a_file_that_is_there_is_not_written_over(
    words: tuple[str, ...], file: str, ledger: Path, tmp_path: Path
) -> None:
    """It stays, none of its neighbours is written, and the message names the way to do it."""
    target = tmp_path / file
    target.parent.mkdir(exist_ok=True)
    target.write_text("old")
    *form, path = words
    asked = ("export", "--format", *form, tmp_path / path, "--ledger", ledger)
    done = run(*asked)

    assert (done.exit_code, target.read_text()) == (8, "old")
    assert f"{target}: the file is there already." in done.output
    assert "--force" in done.output
    assert list(target.parent.iterdir()) == [target]
    assert run(*asked, "--force").exit_code == 0
    assert target.read_text() != "old"


Spoil = Callable[[Any], object]


@pytest.mark.parametrize(
    ("schema", "name", "spoil"),
    [
        (COLLECTION, "annotations", lambda whole: whole["first"]["items"][0].pop("target")),
        (FEED, "jsonfeed", lambda whole: whole["items"][0].pop("id")),
        (GEO, "geojson", lambda whole: whole["features"][0].update(geometry={"type": "Point"})),
    ],
)
def test_the_schemas_refuse_what_is_wrong(
    schema: dict[str, Any], name: str, spoil: Spoil, ledger: Path
) -> None:
    """A part that is missing is seen."""
    whole = json.loads(written(ledger, name))
    spoil(whole)

    assert not Draft202012Validator(schema).is_valid(whole)
