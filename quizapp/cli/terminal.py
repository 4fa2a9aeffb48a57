"""What the process is connected to: a screen to draw on, or lines to read and write."""

import os
import select
import sys
from io import BufferedReader
from typing import BinaryIO, Final, cast

from quizapp.kit.errors import TerminalError

LONGEST_ANSWER: Final = 2_000
"""Bytes of one answer that are read; the rest of the line is passed over."""

_NO_TERMINAL: Final = (
    "no terminal and no input to read answers from; run quizapp in a terminal, or pipe answers into it"
)


def has_screen() -> bool:
    """Whether a full-screen app can draw and hear keys here."""
    if sys.stdin is None or sys.stdout is None:
        return False
    if os.environ.get("TEXTUAL_DRIVER"):  # textual-serve draws in a browser, through pipes
        return True
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in {"", "dumb"}


class Lines:
    """Answers typed or piped in, line by line.

    Raises:
        TerminalError: standard input or output is closed, or the input is at its end before any line.
    """

    def __init__(self) -> None:
        if sys.stdin is None or sys.stdout is None:
            raise TerminalError(_NO_TERMINAL)
        self._stream: BinaryIO = sys.stdin.buffer
        self._typed = sys.stdin.isatty()
        self._heard = self._typed
        if not self._typed and _at_end(self._stream):
            raise TerminalError(_NO_TERMINAL)

    def next(self) -> str | None:
        """The next line without its end, or None when there are no more.

        Raises:
            TerminalError: not one line came, and nobody is typing.
        """
        data = self._stream.readline(LONGEST_ANSWER)
        if data and not data.endswith(b"\n"):
            self._skip_rest()
        if not data and not self._heard:
            raise TerminalError(_NO_TERMINAL)
        self._heard = True
        return data.decode("utf-8", "replace").strip() if data else None

    @property
    def typed(self) -> bool:
        """Whether a person is typing, who ends the prompt's line with enter."""
        return self._typed

    def _skip_rest(self) -> None:
        while (more := self._stream.readline(LONGEST_ANSWER)) and not more.endswith(b"\n"):
            pass


def _at_end(stream: BinaryIO) -> bool:
    """Whether there is nothing to read and never will be; a pipe that is silent so far is not at its end."""
    try:
        ready, _, _ = select.select([stream], [], [], 0)
        return bool(ready) and not cast("BufferedReader", stream).peek(1)
    except (OSError, ValueError):
        return True
