"""Statements that the grammar of a sentence tells from look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.parse import has_parser
from penholder.find.reading import find_all
from penholder.read.page import read_page
from penholder.read.source_page import Page

pytestmark = pytest.mark.skipif(not has_parser(), reason="no parser is installed")


def statements(text: str) -> list[str]:
    """Give kind and actors of each statement of a story."""
    page = Page(source="row.txt", form="txt", text=f"SEOUL - {text}", date="2022-05-05")
    told = find_all(read_page(page)).statements
    return [f"{one.kind} {'+'.join(actor.id for actor in one.actor)}" for one in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran test-fired a ballistic missile on Monday.", ["weapon_test IRN"]),
        ("Washington condemned Pyongyang for its launch of a space launch vehicle.", ["condemn USA", "weapon_test PRK"]),
        ("The launch of the Minuteman III missile was the second missile launch this month.", ["weapon_test USA"]),
        ("South Korea's military said in a statement that the sea was calm.", ["statement KOR-MIL"]),
        ("The U.S. draft resolutions were blocked by China or Russia, both permanent members of the Security Council.", ["veto CHN+RUS"]),
        ("\"I condemn the launch,\" said Antonio Guterres, the U.N. secretary-general.", ["condemn antonio-guterres"]),
        ("Donald Trump praised Xi Jinping after their meetings in Florida.", ["statement donald-trump", "meeting donald-trump+xi-jinping"]),
        ("The United States told the Council to send a message to North Korea over its missiles.", []),
    ],
)  # fmt: skip
def test_who_does_what_is_told_by_grammar(text: str, expected: list[str]) -> None:
    """The kinds and actors are those a reader gives, and no test is made of other words."""
    found = statements(text)

    assert [one for one in found if one in expected or one.startswith("weapon_test")] == expected


def test_a_name_that_runs_on_into_its_verb_acts() -> None:
    """Bold print swallows the blank after a leader's name."""
    text = "On that day Kim Jong Unaffirmed that his government would widen its trade with the Russian Federation."

    assert statements(text) == ["pledge kim-jong-un"]


def readings(text: str) -> list[str]:
    """Give kind, actors and polarity of each statement of a sentence."""
    page = Page(source="row.txt", form="txt", text=text, date="2022-05-05")
    told = find_all(read_page(page)).statements
    return [f"{s.kind} {'+'.join(a.id for a in s.actor)} {s.polarity}" for s in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“This is a stream of lies,” said Britain's UN ambassador Barbara Woodward about Ukraine's remarks.", "statement barbara-woodward asserted"),
        ("As Secretary of State Rex Tillerson demanded, the tests stopped.", "call_on rex-tillerson asserted"),
        ("It comes as Donald Trump's envoy for the talks, Stephen Biegun, visits Japan.", "meeting stephen-biegun asserted"),
        ("António Guterres blamed Israel for bombing a school in Gaza.", "other ISR asserted"),
        ("China's deputy envoy Geng Shuang did not condemn the attacks.", "condemn geng-shuang negated"),
        ("North Korea is banned from launching ballistic missiles or carrying out nuclear tests.", "weapon_test PRK negated"),
        ("It would be North Korea's first test of an ICBM since its November 2017 test.", "weapon_test PRK asserted"),
        ("The United States urged the Security Council to condemn the launch.", "condemn UNSC planned"),
        ("It is possible that North Korea tested a new missile.", "weapon_test PRK hypothetical"),
        ("Seoul has denied sending drones to Pyongyang.", "statement KOR negated"),
        ("The Security Council will meet on Monday at the request of France and Japan after they accused Iran of testing a missile.", "condemn FRA+JPN asserted"),
        ("Russia vetoed a draft that Japan and the United States had proposed to the Security Council.", "draft_resolution JPN+USA asserted"),
        ("North Korea moved its launchers, and Seoul and Washington said that the country is preparing to test a medium-range missile.", "weapon_test PRK planned"),
        ("South Korea's weather agency felt a quake in the part of North Korea where the country conducted a nuclear test.", "weapon_test PRK asserted"),
        ("Pressure on China over North Korea has grown since the regime conducted two ICBM tests in July.", "weapon_test PRK asserted"),
        ("South Korea said it fired eight missiles on Monday in response to North Korea's launch.", "weapon_test KOR asserted"),
        ("The United States criticized North Korea's satellite launch as a covert test of ballistic missile technology.", "weapon_test PRK asserted"),
        ("Should North Korea launch a missile over Guam, the interceptors may fail.", "weapon_test PRK hypothetical"),
        ("The Security Council failed to act when Russia vetoed a US-drafted resolution.", "draft_resolution USA asserted"),
        ("Nikki Haley said the United States would propose new sanctions on North Korea and warned that time was short.", "warn nikki-haley asserted"),
        ("Donald Trump will stop in Hawaii, where he will receive a briefing on North Korea.", "meeting donald-trump planned"),
        ("Yonhap quoted Kim Jong Un as saying that the launch was a success.", "statement kim-jong-un asserted"),
    ],
)  # fmt: skip
def test_an_act_has_its_actor_and_its_polarity(text: str, expected: str) -> None:
    """Among what a sentence tells is the act as a reader would give it."""
    assert expected in readings(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("France and Japan condemned the strikes on Ukraine.", "other"),
        ("A letter from Iran was received by the Security Council.", "meeting"),
        ("The United States has what it needs for the talks.", "meeting"),
        (
            "“Peace will come,” wrote three scholars of the University of Tokyo on North Korea.",
            "statement PRK",
        ),
        ("North Korea threatened to attack South Korea.", "other"),
        (
            "Washington opened talks with Seoul after the test of a Musudan missile.",
            "weapon_test USA",
        ),
        (
            "The United States vetoed the proposed resolution on Gaza in the Security Council.",
            "draft",
        ),
        ("Russia vetoed a United Nations Security Council draft resolution on Mali.", "draft"),
        (
            "China has blocked a United Nations Security Council statement condemning the coup in Myanmar.",
            "condemn",
        ),
        ("The mayor of Seoul warned that the North could strike.", "warn"),
        ("Supporters of Ukraine condemned the veto by Russia.", "condemn"),
        (
            "An analyst who studies North Korea at a London think tank said the test failed.",
            "statement",
        ),
        ("A spokesman for the family in Tehran said Iran had killed him.", "statement"),
    ],
)
def test_what_a_word_only_looks_like_is_left(text: str, wrong: str) -> None:
    """A condemned strike is no strike of those who condemn it, and the like."""
    assert not [one for one in readings(text) if one.startswith(wrong)]
