"""What can go wrong, and what the reader can do about it.

PenholderError              exit code
├── SourceError             3    a page, file or folder cannot be read
├── LedgerError             5    the ledger cannot be opened, read or written
│   └── NoLedgerError       5    nothing was read into it yet
├── RecordError             7    a row of the record contradicts itself
├── TableError              7    a row of a word table is broken
├── NotFoundError           6    nothing in the ledger or the record has that name
├── OutputError             8    the answer cannot be written
├── ParserError             9    the parser that was asked for cannot be had
├── QueryError              10   a question in SQL is refused, or wrong
├── ServeError              11   the page cannot be served
└── BusyError               12   others are asking already

Exit codes beside these: 0 all was done, 1 a defect of penholder's own, 2 the command line is wrong,
4 some sources were read and some were not, or somebody broke off.
"""


class PenholderError(Exception):
    """Something went wrong that the reader can act on: where, what is wrong, what to do."""

    exit_code = 1

    def __init__(self, where: str, *, fault: str, remedy: str) -> None:
        """Keep the three parts; the message is all of them in one line."""
        super().__init__(f"{where or '(empty)'}: {fault}. {remedy}")
        self.where = where
        self.fault = fault
        self.remedy = remedy


class SourceError(PenholderError):
    """A page, file or folder cannot be read."""

    exit_code = 3


class QuestionError(PenholderError):
    """What is asked contradicts itself."""

    exit_code = 2


class LedgerError(PenholderError):
    """The ledger cannot be opened, read or written."""

    exit_code = 5


class NoLedgerError(LedgerError):
    """There is no ledger yet: nothing was read into it."""


class NotFoundError(PenholderError):
    """Nothing in the ledger or the record has that name."""

    exit_code = 6


class RecordError(PenholderError):
    """A row of the record contradicts itself or is missing a part."""

    exit_code = 7


class TableError(PenholderError):
    """A row of a word table is broken."""

    exit_code = 7


class OutputError(PenholderError):
    """The answer cannot be written: the disk is full, or the file is closed."""

    exit_code = 8


class ParserError(PenholderError):
    """The parser that was asked for cannot be had."""

    exit_code = 9


class QueryError(PenholderError):
    """A question in SQL is refused, or wrong."""

    exit_code = 10


class ServeError(PenholderError):
    """The page cannot be served: its port is taken, or what it needs is not installed."""

    exit_code = 11


class BusyError(PenholderError):
    """Others are asking already."""

    exit_code = 12
