"""Tells which states a draft is about: by the table of draft subjects, else by its titles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from penholder.find.phrases import any_of
from penholder.records.load import Records, Vote
from penholder.tables.load import load_csv, load_toml

# Votes that make a dossier: fewer are single complaints and admissions to the UN.
_DOSSIER = 8


@cache
def states_of(records: Records, vote: Vote) -> frozenset[str]:
    """Give the states that a vote was about; empty where its titles name none."""
    listed = _listed(records).get((vote.draft, vote.date))
    return listed or states_in(f"{vote.subject} | {vote.agenda}")


@cache
def states_in(title: str) -> frozenset[str]:
    """Give the states that a title names, itself or by the name of a dossier."""
    pattern, states = _lexicon()
    found = (states[_key(match[0])] for match in pattern.finditer(title))
    return frozenset(state for named in found for state in named)


def is_other(records: Records, vote: Vote, subject: tuple[str, ...]) -> bool:
    """Say whether a vote is surely about other states than those that a story names."""
    about = states_of(records, vote)
    told = {state for state in subject if _has_dossier(records, state)}
    return bool(about and told) and not about & told


@cache
def votes_by_state(records: Records) -> Mapping[str, tuple[Vote, ...]]:
    """Give the votes that were about each state, in the order of the record."""
    votes: dict[str, list[Vote]] = {}
    for vote in records.votes:
        for state in states_of(records, vote):
            votes.setdefault(state, []).append(vote)
    return {state: tuple(about) for state, about in votes.items()}


def _has_dossier(records: Records, state: str) -> bool:
    """Say whether the Council has voted on a state more than a few times: others draft or speak."""
    return len(votes_by_state(records).get(state, ())) >= _DOSSIER


def war_of(states: tuple[str, ...]) -> str | None:
    """Give the day a state's war began, from which its vetoes are counted as a rule."""
    wars = {row["state"]: row.get("war") for row in load_toml("dossiers")["dossier"]}
    return next((wars[state] for state in states if wars.get(state)), None)


@cache
def _listed(records: Records) -> Mapping[tuple[str, str], frozenset[str]]:
    return {(one.draft, one.date): frozenset(one.about) for one in records.draft_subjects}


@cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    """Give one pattern for all names in titles; of two that fit, the longer is taken."""
    states: dict[str, frozenset[str]] = {}
    for words, state in (*_names(), *_titles()):
        states[_key(words)] = states.get(_key(words), frozenset()) | {state}
    return re.compile(_open_ended(any_of(states))), states


def _open_ended(pattern: str) -> str:
    """Let "Palestin" begin "Palestinian"."""
    return pattern.removesuffix(r"(?!\w)")


def _names() -> list[tuple[str, str]]:
    """Give the names of states that titles use: no short forms like "US" or "the North"."""
    rows = ((row["id"], f"{row['name']}|{row['names']}".split("|")) for row in load_csv("states"))
    named = ((name, state) for state, names in rows for name in names)
    long = [(name, state) for name, state in named if len(name) > 3 and "." not in name]
    return [pair for pair in long if not pair[0].startswith("the ")]


def _titles() -> list[tuple[str, str]]:
    rows = load_toml("dossiers")["dossier"]
    return [(words, row["state"]) for row in rows for words in row["titles"]]


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-]+", words))
