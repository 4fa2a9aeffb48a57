"""A workbook with a row for each question; the same columns as CSV."""

from typing import Final

from quizapp.formats.apart import take_apart
from quizapp.formats.keeps import losses_of
from quizapp.formats.parcel import Packed, Taken
from quizapp.formats.rows import COLUMNS, row_of
from quizapp.formats.words import lined
from quizapp.formats.workbook import written
from quizapp.model.item import Bank

_WIDTHS: Final = (18, 10, 44, 30, 40, 20, 40, 10, 10, 10, 40, 50, 30)


def pack(bank: Bank, *, seed: str = "") -> Packed:
    """The bank as a workbook."""
    rows = [[lined(cell).strip() for cell in row_of(item, bank.article).values()] for item in bank.items]
    losses = tuple(loss for item in bank.items for loss in losses_of(item, name="xlsx"))
    return Packed(written([COLUMNS, *rows], sheet="Questions", widths=_WIDTHS), losses)


def take(content: bytes, *, name: str) -> Taken:
    """Every row of a workbook's first sheet.

    Raises:
        InputError: it is no workbook, has no column for the questions, or takes too long or too much memory.
        DiskError: the reader cannot be started.
    """
    return take_apart("xlsx_reading", content, name=name)
