"""Statements become a ledger of events."""
