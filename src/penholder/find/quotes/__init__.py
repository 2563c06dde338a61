"""Finds what people say in a story, in their words or the reporter's."""

from penholder.find.quotes.finder import find_quotes

__all__ = ["find_quotes"]
