"""Workbooks of other programs, row by row; their formulas are never run. Runs apart."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stdout
from itertools import islice
from typing import Any, Final

import openpyxl

from quizapp.formats.archive import check_entries
from quizapp.formats.basket import MOST
from quizapp.formats.rows import FORMULA, MOST_ROWS
from quizapp.kit.errors import InputError

UNPACKED: Final = 100 * 2**20
"""Bytes that a workbook may unpack to."""

_FORMULA_TYPE: Final = "f"
_COLUMNS: Final = 100
_HEADINGS: Final = 20
"""Rows above the questions; Kahoot's template has eight."""
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ArithmeticError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    SyntaxError,
    RuntimeError,
)
"""What openpyxl raises of workbooks that are damaged, encrypted or in no encoding."""


def cells_of(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row of the first sheet with its number; a formula is what its program last made of it, else FORMULA.

    Raises:
        InputError: it is no workbook, or unpacks to too much.
    """
    _check_size(content)
    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # openpyxl warns of decorations that it does not keep, and prints
            yield from _rows(content)
    except _BROKEN:
        raise InputError(
            "this workbook is too broken or too large to be read; save it again as .xlsx, or as .csv"
        ) from None


def _rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything; where there are formulas, they are read once more as what they last were."""
    rows: dict[int, list[Any]] = {}
    formulas: dict[int, list[int]] = {}
    for number, row in _sheet(content, data_only=False):
        rows[number] = [FORMULA if cell.data_type == _FORMULA_TYPE else cell.value for cell in row]
        if FORMULA in rows[number]:
            formulas[number] = [column for column, value in enumerate(rows[number]) if value == FORMULA]
    for number, row in _sheet(content, data_only=True) if formulas else ():
        for column in formulas.get(number, ()):
            if column < len(row) and row[column].value is not None:
                rows[number][column] = row[column].value
    for number, values in rows.items():
        yield number, ["" if value is None else str(value) for value in values]


def _sheet(content: bytes, *, data_only: bool) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows of the first sheet with their numbers, until there are more than any reader takes."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
    if not book.worksheets:
        raise ValueError("there is no sheet")
    page = book.worksheets[0]
    page.reset_dimensions()  # what a file says of its size is not believed
    filled = ((number, row[:_COLUMNS]) for number, row in enumerate(_bounded(page.iter_rows()), 1) if row)
    yield from islice(filled, MOST + _HEADINGS)


def _bounded(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows, empty ones too; a row with a number that no program gives would be a promise of centuries of them."""
    yield from islice(rows, MOST_ROWS)
    if next(rows, None) is not None:
        raise ValueError("there is a row after the last one")


def _check_size(content: bytes) -> None:
    check_entries(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            unpacked = sum(part.file_size for part in book.infolist())
    except _BROKEN:
        raise InputError("this is no workbook") from None
    if unpacked > UNPACKED:  # zipfile never reads more of a part than it declares
        raise InputError(f"this workbook unpacks to more than {UNPACKED // 2**20} MiB; split it into parts")
