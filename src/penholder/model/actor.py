"""Those who act and speak: states, bodies, groups, offices and people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from penholder.model.span import Span

# States: ISO 3166 alpha-3 ("PRK"). Bodies and groups: upper-case codes from tables/bodies.toml
# ("UNSC", "UN", "P5"). Offices without a name: "USA/un_ambassador". People: "ned-price". Groups that a
# story forms itself: their members' ids, "JPN+KOR+USA", or whose they are, "JPN/allies".
ActorId = NewType("ActorId", str)


class ActorKind(StrEnum):
    """What sort of actor a mention names."""

    STATE = "state"
    BODY = "body"
    GROUP = "group"
    OFFICE = "office"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts, as one story names it."""

    id: ActorId
    name: str
    kind: ActorKind
    office: str | None = None  # "State Department Press Secretary"; None: the story does not say
    state: ActorId | None = None  # the state that a person, office or body acts for
    members: tuple[ActorId, ...] = ()  # of a group; empty: the words do not say who they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words that name an actor: "Pyongyang", "the department spokesperson", "he"."""

    span: Span
    text: str
    actor: Actor
    how: str = (
        "name"  # name | adjective | role | pronoun | group | reference ("its", "the country")
    )
