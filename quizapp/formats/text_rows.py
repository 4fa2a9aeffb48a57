"""The rows of a table that is a text, each with its line, until it is too much for any table."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from quizapp.formats.basket import LONGEST
from quizapp.formats.rows import MOST_CELLS, MOST_ROWS, TOO_MANY_ROWS
from quizapp.formats.words import LARGEST
from quizapp.kit.errors import InputError, Place

_NO_END: Final = "a cell begins here that never ends; look whether a quotation mark is closed"
_BROKEN: Final = "this table cannot be read from here on; save it again"


def rows_in(text: str, *, delimiter: str, first: int, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins, the first one on line `first`.

    Raises:
        InputError: there are too many rows, or a cell takes in all that follows it.
    """
    csv.field_size_limit(LARGEST)  # Python's own is 131,072, and then it says nothing of what follows
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = first
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                raise InputError(TOO_MANY_ROWS, place=Place(name, line))
            if any(len(cell) > LONGEST and "\n" in cell for cell in cells):
                raise InputError(_NO_END, place=Place(name, line))
            yield line, cells[:MOST_CELLS]
            line = reader.line_num + first
    except csv.Error:
        raise InputError(_BROKEN, place=Place(name, line)) from None
