"""A page becomes a story."""
