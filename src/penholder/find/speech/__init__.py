"""Finds who says what by which word, from the words of a story alone: no names are needed yet."""

from penholder.find.speech.attributions import Attribution, find_attributions

__all__ = ["Attribution", "find_attributions"]
