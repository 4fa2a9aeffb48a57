"""Workbooks (.xlsx) as we write them: text cells, never a formula."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from quizapp.formats.rows import inert
from quizapp.formats.words import legal

_LONGEST: Final = 32_767
"""Characters that a cell holds."""

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)


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
