"""Puts together what many stories tell of each draft resolution."""
