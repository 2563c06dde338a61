"""The first scan lets every example of tables/relevance.toml through and none of the look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.relevance import is_relevant, why_relevant
from penholder.tables.load import load_toml

TABLE = load_toml("relevance")
RULES = TABLE["rule"]
EXAMPLES = [(rule["id"], words) for rule in RULES for words in rule["examples"]]
NEAR = [words for rule in RULES for words in rule["near"]]


@pytest.mark.parametrize(("rule", "words"), EXAMPLES)
def test_an_example_passes_by_its_rule(rule: str, words: str) -> None:
    """The rule that brings an example lets it through, and no earlier one does."""
    assert why_relevant(words) == rule


@pytest.mark.parametrize("words", NEAR)
def test_a_look_alike_is_passed_over(words: str) -> None:
    """No rule lets a look-alike through."""
    assert why_relevant(words) is None


@pytest.mark.parametrize("words", TABLE["other"]["words"])
def test_what_is_something_else_counts_for_nothing(words: str) -> None:
    """A longer word hides the shorter one in it, beside North Korea and the UN too."""
    assert not is_relevant(f"It was a {words}.")


def test_every_group_is_used() -> None:
    """Each group of words stands in a rule, and each rule names groups that exist."""
    assert {group for rule in RULES for group in rule["all"]} == set(TABLE["words"])


@pytest.mark.parametrize(
    "text",
    [
        "the Security\nCouncil met",
        "the Security \r\nCouncil met",
        "the Security   Council met",
        "the Security\N{NO-BREAK SPACE}Council met",
        "THE SECURITY COUNCIL MET",
        "“Security Council” members",
        "the UN-Security-Council's members",
        "İstanbul hosted the Security Council",
        "\ud800 the Security Council",
        "North\nKorea’s short\N{NON-BREAKING HYPHEN}range missiles",
        "<b>UNSC</b>",
    ],
)
def test_words_are_seen_however_a_page_writes_them(text: str) -> None:
    """Line breaks, hyphens, quotation marks, tags and capitals do not hide them."""
    assert is_relevant(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\N{NO-BREAK SPACE}",
        "Kim Jong Un's nephew's resolutions for the New Year",
        "They left unscathed.",
        "The insecurity councillors felt",
        "North Korea won." + " It rained." * 60 + " The missile museum in Ohio opened.",
    ],
)
def test_parts_of_words_and_far_words_are_not_seen(text: str) -> None:
    """ "unsc" in "unscathed" is no Council, and words far apart are not of one matter."""
    assert not is_relevant(text)
