"""The grammar of sentences, by whatever parser is installed."""

from penholder.find.parse.parsers import has_parser, parser_is_missing, use_parser
from penholder.find.parse.sentences import parse_sentences

__all__ = ["has_parser", "parse_sentences", "parser_is_missing", "use_parser"]
