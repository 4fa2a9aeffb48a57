"""Workbooks (.xlsx): text cells written, never formulas; foreign ones read within bounds, their formulas never run."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from datetime import UTC, datetime
from typing import Final

from quizapp.formats.rows import inert
from quizapp.formats.words import legal
from quizapp.kit.errors import InputError, Place

UNPACKED: Final = 100 * 2**20
"""Bytes that a workbook may unpack to."""

_PARTS: Final = 1_000
_ROWS: Final = 20_000
_COLUMNS: Final = 40
_LONGEST: Final = 32_767
"""Characters that a cell holds."""

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
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
    NotImplementedError,
)


def written(rows: Iterable[Sequence[str | int]], *, sheet: str, widths: Sequence[int] = ()) -> bytes:
    """A workbook of one sheet; the same rows give the same bytes."""
    import xlsxwriter  # 60 ms that reading does without

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": _MADE})
    page = book.add_worksheet(sheet)
    wrapped = {"text_wrap": True, "valign": "top"}
    usual, guarded = book.add_format(wrapped), book.add_format(wrapped | {"quote_prefix": True})
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(number, column, cell, usual)
            elif cell:
                page.write_string(number, column, legal(cell)[:_LONGEST], guarded if inert(cell) != cell else usual)
    book.close()
    return content.getvalue()


def cells_of(content: bytes, *, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row of the first sheet with its number; a formula is what its program last made of it.

    Raises:
        InputError: it is no workbook, or unpacks to too much.
    """
    import openpyxl  # 100 ms that writing does without

    _check_size(content, name=name)
    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # openpyxl warns of decorations that it does not keep, and prints
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            page = book.worksheets[0]
            rows = [
                (number, ["" if cell is None else str(cell) for cell in row])
                for number, row in enumerate(page.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True), 1)
            ]
    except _BROKEN as error:
        raise InputError(f"this is no readable workbook ({error})", place=Place(name)) from None
    yield from rows


def holds(content: bytes, words: bytes) -> bool:
    """Whether the texts of a workbook begin with something that holds these words."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book, book.open("xl/sharedStrings.xml") as strings:
            return words in strings.read(65_536)
    except _BROKEN:
        return False


def _check_size(content: bytes, *, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = book.infolist()
    except _BROKEN:
        raise InputError("this is no workbook", place=Place(name)) from None
    # zipfile never reads more of a part than it declares
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise InputError(f"this workbook unpacks to more than {UNPACKED // 2**20} MiB", place=Place(name))
