"""Whatever a page holds, reading it ends, in time that grows with its length, and spans give the words of the page."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from penholder import parts
from penholder.find.parse import use_parser
from penholder.find.parse.parsers import installed
from penholder.model.reading import CheckedStory
from penholder.pipeline import check_story, read_sources
from penholder.read.language import find_foreign
from penholder.read.source_page import Page
from penholder.serve.contract import as_json
from penholder.serve.report import report

PARSERS = ["none", *(["en"] if "en" in installed() else [])]
STORY = (
    "SEOUL - North Korea fired a ballistic missile on May 4, 2022, South Korea's military said. "
    "“It is the 14th test this year,” Kim Song told reporters. Russia and China vetoed the draft. "
)
# What pages are made of, from the plain to the odd.
PIECES = [
    STORY, "North Korea fired a missile", " and ", ". ", "\n", "\r\n", "\r", "\n\n", "\t", "\0", "\ud800", "\udfff\ud83d", "🚀", "🇰🇵",
    "👩‍👩‍👧", "e\u0301", "\u202e", "\u2066", "\u200f", "\ufeff", "\u00ad", "\u2028", "\u0085", "\x0c", "“", "”", '"', "'", "’", "(", ")", "[1]", "—",
    "U.N. Security Council", "S/RES/2397 (2017)", "13-2-0", "1,000,000", "٣ ٤", "Ⅳ", "½", "İ", "ß", "ﬀ", "北朝鮮がミサイルを発射", "북한이 미사일을 발사했다.",
    "La Corée du Nord a tiré un missile.", "Q Why?", "MS. PSAKI: No.", "<p>", "</p>", "<html>", "<!--", "&amp;", "https://un.org/a?b=c", "May 4", "9999-99-99",
    "Wednesday", "the 99999999999999999999th launch", "since 0000", "its first test since 31 February", "x" * 300,
]  # fmt: skip


def _page(text: str, form: str = "txt") -> Page:
    return Page(source="odd", form=form, text=text, date="2022-05-05")


def _spans(told: Any) -> Iterator[Sequence[int]]:
    """Yield every span of an output, wherever it stands."""
    if isinstance(told, dict):
        for key, value in told.items():
            if key in {"span", "body"}:
                yield value
            elif key in {"spans", "boilerplate"}:
                yield from value
            else:
                yield from _spans(value)
    elif isinstance(told, list):
        for value in told:
            yield from _spans(value)


def _is_sound(checked: CheckedStory) -> None:
    """The output can be written, each span lies in the text, and each text is that of its span."""
    told = json.loads(json.dumps(as_json(checked), ensure_ascii=False).encode("utf-8"))
    text = told["story"]["text"]
    assert all(0 <= start <= end <= len(text) for start, end in _spans(told))
    for one in (*told["statements"], *told["quotes"], *told["times"], *told["claims"]):
        assert text[one["span"][0] : one["span"][1]] == one["text"]
    assert report(checked).encode("utf-8")


@pytest.mark.parametrize("parser", PARSERS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25))
@example(["its first test since 31 February", ")", "010I0'|\x1b", "1N\x08I'0|", STORY])
def test_any_text_is_read(parser: str, pieces: list[str]) -> None:
    """No text raises, as text or as HTML; offsets count the characters that came in."""
    text = "".join(pieces)
    with use_parser(parser):
        checked = check_story(_page(text))
        _is_sound(checked)
        _is_sound(check_story(_page(text, "html")))
    assert len(checked.reading.story.text) == len(text)


@settings(deadline=None, max_examples=30)
@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from(PIECES), max_size=9)
    .map("".join)
    .map(lambda one: one.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """A file gives a story or a fault with its name, in whatever form it claims to be."""
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("s.txt", "s.html", "s.jsonl", "s"):
        (folder / name).write_bytes(data)
        for found in read_sources([str(folder / name)]):
            if isinstance(found, CheckedStory):
                _is_sound(found)
            else:
                assert name in str(found)


@pytest.mark.parametrize("parser", PARSERS)
def test_one_character_in_for_one_out(parser: str) -> None:
    """Bidi marks, emoji, NULs and lone surrogates move nothing: the act is found where it stands."""
    odd = "\ufeff\u202e🚀🇰🇵\0\ud800 \r\n\r"
    with use_parser(parser):
        checked = check_story(_page(f"{odd}\n\n{STORY}"))
    text = f"{odd}\n\n{STORY}"
    tests = [one for one in checked.reading.statements if one.kind.value == "weapon_test"]

    assert "fired a ballistic missile" in text[tests[0].span.start : tests[0].span.end]


def _calls(run: Callable[[], object]) -> int:
    """Count the calls of functions, Python's own and C's: work that no other job on the machine changes."""
    count = 0

    def step(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(step)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


REPEATED = {
    "paragraphs": f"{STORY}\n\n", "one paragraph": STORY, "lines": STORY.replace(". ", ".\n"), "mixed line ends": f"{STORY}\r\n\n\r",
    "one sentence": "North Korea fired a missile and Kim said that Russia vetoed it and ", "open quotes": '"North Korea fired a missile" he said "and ',
    "turns": "MS. PSAKI: North Korea fired a missile.\n\nQ Why?\n\n", "names": "Ned Price, Kim Song, Zhang Jun, ", "dates": "May 4, 2022, March 24, Wednesday, ",
    "dots": ". ", "brackets": "(North Korea (fired ", "NULs": "North Korea\0 fired a missile. ",
    "French": "La Corée du Nord a tiré mercredi un missile. ", "both": f"La Corée du Nord a tiré mercredi un missile. {STORY}",
}  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", REPEATED)
def test_twice_the_text_is_twice_the_work(name: str, parser: str) -> None:
    """Calls at most two and a half times as many: with the square of the length they would be four times."""
    piece = REPEATED[name]
    with use_parser(parser):
        check_story(_page(STORY))  # the tables are loaded once
        short, long = (
            _calls(lambda n=n: check_story(_page(piece * n)))  # type: ignore[misc]
            for n in (6_000 // len(piece), 12_000 // len(piece))
        )

    assert long < 2.5 * short


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\n",
        "\r",
        ".",
        "a",
        "a ",
        "é",
        "\0",
        "\u202e",
        "🚀",
        '"',
        "(",
        "1",
        "1-",
        "1,",
        "-",
        "\t\u00a0",
        "e\u0301",
        "A.",
        "<",
        "&",
        "'s ",
    ],
)
def test_filling_takes_no_time(piece: str) -> None:
    """So many signs of one sort, and sixteen times less of them: what patterns do inside counts as well."""

    def seconds(length: int) -> float:
        start = process_time()
        check_story(_page(piece * (length // len(piece)) + "x"))
        return process_time() - start

    with use_parser("none"):
        assert seconds(160_000) < 60 * max(seconds(10_000), 0.01)


@pytest.mark.parametrize("piece", ["\n", "\r\n", "\n ", "date:\n"])
def test_a_date_is_sought_in_time_by_the_length(piece: str) -> None:
    """An undated page of thousands of blank lines, or of lines that might tell a day."""
    page = Page(source="odd", form="txt", text=f"{STORY}{piece * 20_000}")
    start = process_time()
    with use_parser("none"):
        check_story(page)

    assert process_time() - start < 15


@pytest.mark.parametrize(
    "piece",
    ["<script>", "<script ", "<script type='application/ld+json'>", "<!--", "<div>", "&lt;"],
)
def test_broken_markup_takes_time_by_its_length(piece: str, tmp_path: Path) -> None:
    """Sixteen times as many tags that nothing closes take nowhere near 256 times as long, read or passed over."""

    def seconds(number: int) -> float:
        path = tmp_path / "s.html"
        path.write_text("<html><body></b>" + piece * number, "utf-8")
        start = process_time()
        assert len(list(read_sources([str(path)], everything=False))) == 1
        return process_time() - start

    assert seconds(8_000) < 60 * max(seconds(500), 0.01)


def test_a_long_page_is_read_in_little_memory() -> None:
    """General prose of two million characters with a launch at its very end, which is found."""
    prose = "The committee talked about the budget of the harbor and left it as it was for a year. "
    text = prose * 4 + "\n\n"
    text = text * (2_000_000 // len(text)) + STORY
    with use_parser("none"):
        checked = check_story(_page(text))
        tracemalloc.start()
        foreign = find_foreign(text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert foreign == ()
    assert most < 40 * len(text)
    last = [one for one in checked.reading.statements if one.kind.value == "weapon_test"]
    assert last[0].span.start > 1_990_000


@pytest.mark.parametrize("parser", PARSERS)
def test_a_sentence_of_fifty_thousand_words(parser: str) -> None:
    """It is read in pieces; what it says at both ends is found."""
    act = "North Korea fired a ballistic missile"
    text = f"{act} and {'the harbor was quiet and the port was busy and ' * 5_000}{act}"
    with use_parser(parser):
        checked = check_story(_page(text))
    found = [one.span for one in checked.reading.statements if one.kind.value == "weapon_test"]

    assert found[0].start < 100
    assert found[-1].end > len(text) - 100


BOOK = {
    "prose": "The committee spoke with the mayor of the town about the harbor. “It is late,” she said.\n\n",
    "news": f"{STORY}\n\n",
    "names": "President Joe Biden met Prime Minister Fumio Kishida; the leader said it was agreed.\n\n",
    "French": "La Corée du Nord a tiré mercredi un missile vers la mer du Japon, selon Séoul.\n\n",
}


@pytest.mark.parametrize("name", BOOK)
def test_twice_the_parts_are_twice_the_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No part of a long text looks at all of it: the work of 16 parts is about twice that of 8."""
    monkeypatch.setattr(parts, "_PART", 2_000)
    text = f"{STORY}\n\n{BOOK[name] * (32_000 // len(BOOK[name]))}"
    with use_parser("none"):
        check_story(_page(text[:6_000]))
        short, long = (_calls(lambda n=n: check_story(_page(text[:n]))) for n in (16_000, 32_000))  # type: ignore[misc]

    assert long < 2.2 * short


def test_what_is_found_in_parts_stands_where_the_words_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each part gives the offsets of the whole text; links and holders of offices are kept."""
    monkeypatch.setattr(parts, "_PART", 1_000)
    with use_parser("none"):
        checked = check_story(_page(f"{STORY}\n\n" * 20))
        _is_sound(checked)
    reading = checked.reading
    text = reading.story.text
    found = (*reading.mentions, *reading.times, *reading.quotes, *reading.statements)

    assert all(one.span.of(text) == one.text for one in found)
    assert all("Kim" in q.source.of(text) for q in reading.quotes if q.cue == "told" and q.source)
    assert [c.claim for c in checked.claims] == list(reading.claims)
    tests = [s.span.start for s in reading.statements if s.kind.value == "weapon_test"]
    assert tests == sorted(set(tests))
    assert len(tests) == 20
    assert all(reading.statements[place].kind.value != "statement" for place in checked.links)


def test_a_caption_far_from_the_body_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a long page's menus part from the body keeps its place as well."""
    monkeypatch.setattr(parts, "_PART", 500)
    caption = "North Korean leader Kim Jong Un watches a missile test. (KCNA via Reuters)"
    text = f"{STORY}\n\n" + "Menu item\n" * 200 + f"\n{caption}\n\n{caption}\n"
    with use_parser("none"):
        checked = check_story(_page(text))
    kims = [m for m in checked.reading.mentions if m.text == "Kim Jong Un"]

    assert [m.span.of(text) for m in kims] == ["Kim Jong Un"] * 2
    assert kims[0].span.start > 2_000
