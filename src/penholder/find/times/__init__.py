"""Finds the words of a story that say when, and their TIMEX3 values."""

from penholder.find.times.finder import find_times

__all__ = ["find_times"]
