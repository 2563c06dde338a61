"""Finds who is named in a story: states, bodies, groups, offices and people."""

from penholder.find.names.finder import find_names
from penholder.find.names.lexicon import actor_of_state, body_named
from penholder.find.names.references import find_references

__all__ = ["actor_of_state", "body_named", "find_names", "find_references"]
