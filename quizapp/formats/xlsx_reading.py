"""Workbooks with a row for each question, as anybody makes them; runs apart."""

from dataclasses import replace

from quizapp.formats.parcel import Taken
from quizapp.formats.rows import taken
from quizapp.formats.workbook_reading import cells_of


def read(content: bytes) -> Taken:
    """Every row of a workbook's first sheet.

    Raises:
        InputError: it is no workbook, or has no column for the questions.
    """
    found = taken(cells_of(content))
    return replace(found, items=tuple(replace(said, place=f"row {said.line}") for said in found.items))
