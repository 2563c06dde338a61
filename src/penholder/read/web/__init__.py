"""Fetches pages and feeds: for commands alone, never for the server."""
