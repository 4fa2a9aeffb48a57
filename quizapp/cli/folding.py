"""Lines for a terminal are broken at spaces: it would break them itself, in the middle of a word."""

import os
import re
from collections.abc import Iterator
from typing import Final, TextIO
from unicodedata import combining, east_asian_width

_PARTS: Final = re.compile(r" *[^ ]+| +$")
"""Each word with the spaces before it, so that what stands in columns keeps them."""
_WIDE: Final = "WF"
_DEEPEST: Final = 8
"""Cells that further lines are moved in at most; in a narrow window more would leave no room."""


def folded(text: str, stream: TextIO) -> str:
    """Text as it is written to a stream: in lines of the terminal's width, and as it is where there is none."""
    columns = _columns(stream)
    return "\n".join(_fold(line, columns) for line in text.split("\n")) if columns else text


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        return 0


def _fold(line: str, columns: int) -> str:
    if len(line) * 2 <= columns:  # also if every letter took two cells
        return line
    return "\n".join(fold(line, columns))


def fold(line: str, columns: int) -> Iterator[str]:
    """The lines that one is broken into; each after the first begins as far in as the first does.

    A word that is longer than a line is left for the terminal to break: a path can be copied whole then.
    """
    deep = min(len(line) - len(line.lstrip(" ")), _DEEPEST, columns // 2)
    done, used = "", 0
    for part in _PARTS.findall(line):
        cells = _cells(part)
        if done.strip() and used + cells > columns:
            yield done
            done, used = " " * deep, deep
            part = part.lstrip(" ")  # noqa: PLW2901  the spaces at which the line is broken
            cells = _cells(part)
        done, used = done + part, used + cells
    yield done


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in _WIDE else 1 for one in text)
