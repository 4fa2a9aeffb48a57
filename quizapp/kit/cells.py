"""Texts as cells of a table that spreadsheets open."""

import re
from typing import Final

from quizapp.kit.text import one_line

_FORMULA: Final = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet takes for the beginning of a formula; a quotation mark before it keeps text text (OWASP)."""


def text_cell(value: str) -> str:
    """A text as a spreadsheet takes it for text, on one line."""
    safe = one_line(value)
    return f"'{safe}" if _FORMULA.match(safe) else safe
