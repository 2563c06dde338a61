"""Copies and rewritings of one text have one origin, however many outlets carry them."""
