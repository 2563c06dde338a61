"""Parsers of others, as penholder reads them."""
