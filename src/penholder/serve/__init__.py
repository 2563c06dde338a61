"""Answers: the command line."""
