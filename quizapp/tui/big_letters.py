"""Text in big letters, made of quadrant blocks: three cells a letter and six rows a line, for the back of a room."""

import textwrap
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Final

from textual.content import Content

from quizapp.tui.safe import joined, shown

if TYPE_CHECKING:
    from PIL.ImageFont import ImageFont

CELLS: Final = 3
"""Cells that a letter is wide."""
ROWS: Final = 6
"""Rows that a line is high."""
MOST_LINES: Final = 2
"""Lines that a question may take (design, 8.9)."""
EDGE: Final = 1
"""A cell at either end of a line, into which its first and last letter may reach."""
_ACROSS, _DOWN = 2 * CELLS, 2 * ROWS
_BLOCKS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""A cell's four quadrants: 1 is the upper left, 2 the upper right, 4 the lower left, 8 the lower right."""
_PLAINER: Final = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "…": "..."}
)
"""Marks that the font lacks, and those that are read as the same."""


class Unfit(Enum):
    """Why a text cannot stand in big letters."""

    LONG = auto()
    """It needs more lines than there are."""
    LETTERS = auto()
    """The font lacks a letter of it."""
    ROOM = auto()
    """What else stands on the screen needs the rows."""


def big_letters(text: str, width: int, *, most: int = MOST_LINES) -> Content | Unfit:
    """The text in big letters, its words wrapped and in the middle of a width in cells; or why that cannot be."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAINER)
    if not all(_in_font(letter) for letter in plain if not letter.isspace()):
        return Unfit.LETTERS
    across = (width - 2 * EDGE) // CELLS
    lines = textwrap.wrap(plain, max(across, 1), break_long_words=False, break_on_hyphens=False)
    if len(lines) > most or any(len(line) > across for line in lines):
        return Unfit.LONG
    return joined(shown(_margin(line, width), (row, "bold")) for line in lines for row in _rows(line))


def _margin(line: str, width: int) -> str:
    return " " * ((width - CELLS * len(line)) // 2 - EDGE)


def _in_font(letter: str) -> bool:
    """The font has what can be seen of Latin-1."""
    return letter.isprintable() and ord(letter) <= 0xFF  # noqa: PLR2004  the last one of Latin-1


def _rows(line: str) -> Iterable[str]:
    """A line of letters as rows of blocks."""
    from PIL import Image, ImageDraw  # 60 ms that only those pay who want big letters

    picture = Image.new("1", (len(line) * _ACROSS + 4 * EDGE, _DOWN))
    pen = ImageDraw.Draw(picture)
    for place, letter in enumerate(line, start=-1):
        # Letter by letter, after a space: else Pillow cuts off what of one reaches into the place of its neighbour.
        pen.text((2 * EDGE + place * _ACROSS, 0), f" {letter}", fill=1, font=_font())
    width, dots = picture.width, [bool(dot) for dot in picture.convert("L").tobytes()]
    for top in range(0, _DOWN, 2):
        upper, lower = dots[top * width : (top + 1) * width], dots[(top + 1) * width : (top + 2) * width]
        cells = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
        yield "".join(_BLOCKS[a + 2 * b + 4 * c + 8 * d] for a, b, c, d in cells)


@cache
def _font() -> "ImageFont":
    """Pillow's built-in bitmap font, a Courier in bold: every letter is six dots wide and eleven high."""
    from PIL import ImageFont

    return ImageFont.load_default_imagefont()
