"""Workbooks with a row for each question, as anybody makes them; runs apart."""

from quizapp.formats.parcel import Taken
from quizapp.formats.rows import taken
from quizapp.formats.workbook_reading import cells_of


def read(content: bytes) -> Taken:
    """Every row of a workbook's first sheet.

    Raises:
        InputError: it is no workbook, or has no column for the questions.
    """
    return taken(cells_of(content))
