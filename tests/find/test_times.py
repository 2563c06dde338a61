"""What times are worth in a story: by the verbs around, the date told last, and whose clock is named."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from penholder.find.times.anchor import Anchor
from penholder.find.times.direction import Direction, direction_of
from penholder.find.times.finder import find_in, find_telling
from penholder.find.times.history import is_history
from penholder.find.times.rows import compiled, starts_of
from penholder.find.times.words import number_of
from penholder.find.times.zones import on_writers_clock
from penholder.model.span import Span
from penholder.tables.load import load_toml

THURSDAY = Anchor(date(2022, 5, 5))
DIRECTIONS = load_toml("time_direction")


def values(text: str, anchor: Anchor = THURSDAY) -> list[tuple[str, str]]:
    """Give each time of a text with its value."""
    return [(time.text, time.value) for time in find_in(text, Span(0, len(text)), anchor)]


def way(text: str, words: str) -> Direction:
    """Give the direction of the words in a text."""
    start = text.index(words)
    return direction_of(text, Span(start, start + len(words)), Span(0, len(text)))


@pytest.mark.parametrize("text", DIRECTIONS["ahead"]["examples"])
def test_a_verb_that_looks_ahead_puts_friday_ahead(text: str) -> None:
    """Plans, dues and deadlines lie ahead."""
    assert way(text, "Friday") is Direction.AHEAD


@pytest.mark.parametrize("text", DIRECTIONS["ahead"]["near"])
def test_a_look_alike_of_a_plan_lies_behind(text: str) -> None:
    """What was done is no plan."""
    assert way(text, "Friday") is not Direction.AHEAD


@pytest.mark.parametrize("text", DIRECTIONS["leaning"]["examples"])
def test_a_word_that_leans_ahead_decides_where_no_verb_does(text: str) -> None:
    """What is due by Friday lies ahead."""
    assert way(text, "Friday") is Direction.AHEAD


@pytest.mark.parametrize("text", DIRECTIONS["leaning"]["near"])
def test_a_verb_goes_before_what_leans_ahead(text: str) -> None:
    """What was held by Friday lies behind."""
    assert way(text, "Friday") is not Direction.AHEAD


@pytest.mark.parametrize("text", [one for row in DIRECTIONS["happened"] for one in row["examples"]])
def test_what_is_talked_of_with_its_day_lies_behind(text: str) -> None:
    """A meeting to come discusses what has happened."""
    assert way(text, "Friday") is Direction.BEHIND


@pytest.mark.parametrize("text", [one for row in DIRECTIONS["happened"] for one in row["near"]])
def test_what_is_awaited_lies_ahead(text: str) -> None:
    """What is prepared or planned has not happened, and a launch of something else need not have."""
    assert way(text, "Friday") is Direction.AHEAD


@pytest.mark.parametrize("text", DIRECTIONS["behind"]["examples"])
def test_a_past_verb_puts_friday_behind(text: str) -> None:
    """What was done or said lies behind."""
    assert way(text, "Friday") is Direction.BEHIND


@pytest.mark.parametrize("text", DIRECTIONS["behind"]["near"])
def test_a_present_verb_tells_nothing(text: str) -> None:
    """The present goes with both sides."""
    assert way(text, "Friday") is Direction.OPEN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Council will vote on Monday.", "2022-05-09"),
        ("The Council voted on Monday.", "2022-05-02"),
        ("Monday's vote at the U.N. Council failed.", "2022-05-02"),
        ("It could reach the mainland, but Monday's launch failed.", "2022-05-02"),
        ("Drills are set to begin on June 6.", "2022-06-06"),
        ("It fired an ICBM on March 24.", "2022-03-24"),
        ("It last tested a nuclear device in September.", "2021-09"),
        ("The summit is to be held in November.", "2022-11"),
        ("The mandate of the panel expires on April 30.", "2022-04-30"),
        ("Parliament voted on Dec. 12.", "2021-12-12"),
        ("North Korea fired a missile early Friday.", "2022-05-06"),
        ("It said so last Friday.", "2022-04-29"),
        ("On Saturday, the minister said that no state would yield.", "2022-04-30"),
        ("Until Saturday, they had not answered.", "2022-04-30"),
        ("The envoy could not be reached on Saturday.", "2022-04-30"),
        ("A new envoy was named, effective June 1.", "2022-06-01"),
        ("It was tested last Dec. 20.", "2021-12-20"),
    ],
)
def test_verbs_tell_the_week_and_the_year(text: str, value: str) -> None:
    """A weekday, a month and a day without a year take the side that the verb tells."""
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fired on March 24. Two days later it fired again.", "2022-03-26"),
        ("It fired on March 24. The following month it paraded.", "2022-04"),
        ("It fired on March 24. The day before, drills ended.", "2022-03-23"),
        ("It tested in September 2017. Later that year it fired an ICBM.", "2017"),
        ("It was adopted on 3 March 2016. That evening China spoke.", "2016-03-03TEV"),
        ("Trade fell in the third quarter of 2017 from a year earlier.", "2016-Q3"),
        ("Two years ago talks broke down.", "2020"),
        (
            "It was received on May 3 after a summit last June. That evening it dined.",
            "2022-05-03TEV",
        ),
        ("It was tested on April 6-7.", "2022-04-07"),
        ("The chart has 2 and 3 missiles.", ""),
    ],
)
def test_some_times_count_from_the_date_told_last(text: str, found: str) -> None:
    """ "Later" and "the following" look back in the text, "ago" to the story's day."""
    assert (values(text) or [("", "")])[-1][1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fired on Sunday morning local time", [("Sunday morning local time", "2022-05-01TMO")]),
        ("at 5:30 p.m. local time (0830 GMT)", [("5:30 p.m. local time (0830 GMT)", "2022-05-05T17:30+09:00")]),
        ("at 11 a.m. Seoul time", [("11 a.m. Seoul time", "2022-05-05T11:00+09:00")]),
        ("at 25:30 it is no clock", []),
    ],
)  # fmt: skip
def test_the_clock_of_the_event_is_kept(text: str, found: list[tuple[str, str]]) -> None:
    """The time stays that of the place, with its offset where the words tell it."""
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("at 5:20 a.m. Seoul time (4:20 p.m. EDT)", "2022-05-04T16:20-04:00"),
        ("at 2030 GMT (5:30 a.m. local time)", "2022-05-06T05:30+09:00"),
        ("at 4:20 p.m. EDT (0520 in Seoul) and 3 p.m. KST (2 p.m. local time)", "2022-05-05T14:00+08:00"),
        ("at 5:20 a.m. Seoul time (sunrise was at 5:31 a.m.)", "2022-05-05T05:31"),
        ("at 5:20 a.m. Seoul time (3:15 p.m. EDT)", "2022-05-05T15:15-04:00"),
    ],
)  # fmt: skip
def test_a_clock_in_brackets_is_the_same_moment_by_another_clock(text: str, second: str) -> None:
    """It may be of the day before or after there; a clock that cannot be that moment keeps the story's day."""
    assert values(text)[-1][1] == second


def test_whose_clock_is_kept_beside_the_value() -> None:
    """ "Local time" names the clock of the event, not the writer's."""
    text = "It was fired at 8:40 a.m. local time on Thursday."
    times = list(find_in(text, Span(0, len(text)), THURSDAY))

    assert [(time.value, time.zone) for time in times] == [("2022-05-05T08:40", "local time")]


@pytest.mark.parametrize(
    ("text", "place", "utc", "writers"),
    [
        ("at 5:30 p.m. KST on Thursday", "WASHINGTON", "2022-05-05T08:30Z", "2022-05-05T04:30-04:00"),
        ("at 8 a.m. Seoul time on Thursday", "NEW YORK", "2022-05-04T23:00Z", "2022-05-04T19:00-04:00"),
        ("at 9 a.m. EST Jan. 7, 2022", "Geneva, Switzerland", "2022-01-07T14:00Z", "2022-01-07T15:00+01:00"),
        ("at 0830 GMT", "Atlantis", "2022-05-05T08:30Z", None),
        ("at 0830 GMT", None, "2022-05-05T08:30Z", None),
        ("at 8:40 a.m. local time", "SEOUL", None, None),
        ("on Thursday", "SEOUL", None, None),
    ],
)  # fmt: skip
def test_the_writers_clock_is_kept_beside_that_of_the_event(
    text: str, place: str | None, utc: str | None, writers: str | None
) -> None:
    """A moment whose offset is known is also told in UTC and by the dateline's clock."""
    (time,) = find_in(text, Span(0, len(text)), THURSDAY)

    assert (time.utc, on_writers_clock(time.utc, place)) == (utc, writers)


def test_every_zone_is_one_that_exists() -> None:
    """The IANA database knows each zone of the table."""
    names = {name for table in load_toml("zones").values() for name in table.values()}

    assert {name for name in names if not ZoneInfo(name)} == set()


def test_a_moment_is_told_by_two_clocks_in_an_undated_story() -> None:
    """The day that one clock names is enough for the other."""
    text = "It was fired at 5:20 a.m. KST on May 5, 2022 (4:20 p.m. EDT)."

    assert [value for _, value in values(text, Anchor(None))] == [
        "2022-05-05T05:20+09:00",
        "2022-05-04T16:20-04:00",
    ]


def test_an_undated_story_keeps_what_it_leaves_open() -> None:
    """Without a day the weekday, the month and the week stay open; what names its year does not."""
    text = "On Monday it said that in May, as in June 2016, a test was held this week."

    assert values(text, Anchor(None)) == [
        ("Monday", "XXXX-WXX-1"),
        ("May", "XXXX-05"),
        ("June 2016", "2016-06"),
        ("this week", "XXXX-WXX"),
    ]


WAR = (
    "On 25 June 1950 the North crossed the parallel. In September UN troops landed at Incheon. "
    "In 1951 talks began. In October they moved. On 27 July 1953 the armistice was signed at "
    "Panmunjom. In 1954 a conference met. In 1958 the Chinese army left. In 1968 a ship was "
    "seized in January."
)


def test_a_story_leaves_out_what_tells_nothing() -> None:
    """Words that only point, and lengths by the clock, are no times of a story; gaps between events are."""
    text = (
        "It flew for 71 minutes. It is now known, and will soon be again in the future, that it fell "
        "ten minutes after an alarm. One day it will fly for three days."
    )
    told = [time.text for time in find_telling(text, Span(0, len(text)), THURSDAY)]

    assert told == ["ten minutes after", "three days"]
    assert len(values(text)) == 7


def test_a_history_counts_months_from_the_year_told_last() -> None:
    """Bare months of a tale from long ago belong to the year that it has come to."""
    found = dict(values(WAR))

    assert (found["September"], found["October"], found["January"]) == (
        "1950-09",
        "1951-10",
        "1968-01",
    )


def test_news_with_some_old_years_is_no_history() -> None:
    """Background years do not make a story a history while it speaks of its own days."""
    news = "It said on Monday what it said on Tuesday. Last year and this year it said so. " + WAR

    assert is_history(WAR, Span(0, len(WAR)), THURSDAY)
    assert not is_history(news, Span(0, len(news)), THURSDAY)


@pytest.mark.parametrize(
    ("words", "number"),
    [("two", "2"), ("twenty-four", "24"), ("2 1/2", "2.5"), ("several", "X"), ("a dozen", "12"), ("half a dozen", "6")],
)  # fmt: skip
def test_numbers_of_times_are_read(words: str, number: str) -> None:
    """Words that name no figure stay open."""
    assert number_of(words) == number


@pytest.mark.parametrize("row", load_toml("times")["time"], ids=lambda row: str(row["read"]))
def test_a_row_names_the_words_with_which_its_examples_begin(row: dict[str, object]) -> None:
    """What the pattern alone finds in the examples begins with a word that the row names."""
    assert isinstance(row["examples"], dict)
    starts = set(starts_of(str(row["starts"])))
    pattern = compiled(str(row["pattern"]), cased=bool(row.get("cased")))
    for words in row["examples"]:
        match = pattern.search(words)
        first = match[0].lstrip("'’(").casefold() if match else ""
        word = "#" if first[:1].isdigit() else first.replace("-", " ").split(" ")[0].strip(".,’'")

        assert match is None or word in starts or word.removesuffix("s") in starts, words


def test_a_time_that_no_calendar_has_is_left_out() -> None:
    """The 31st of a short month is no day."""
    assert values("on September 31, 2017") == [("2017", "2017")]
