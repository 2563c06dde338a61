"""Newer sources that users download: read, weighed against the record, kept beside it."""
