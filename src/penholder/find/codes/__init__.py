"""Says which PLOVER root code the words of a sentence or a statement stand for."""

from penholder.find.codes.deeds import Deed, read_deed
from penholder.find.codes.reader import read_code
from penholder.find.codes.statements import code_of

__all__ = ["Deed", "code_of", "read_code", "read_deed"]
