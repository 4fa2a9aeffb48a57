"""Standard error is talk: notes, errors and progress, each line made safe."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from quizapp.cli.folding import folded
from quizapp.kit.errors import BankError, InputError, QuizappError
from quizapp.kit.text import one_line

BAR_CELLS: Final = 24
"""Width of the progress bar; with its label and figures it fits 60 columns."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def tell(text: str) -> None:
    """Print one line for the person; silence when nobody can hear it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(folded(one_line(text), sys.stderr) + "\n")
        sys.stderr.flush()
    except OSError:
        return  # the terminal is gone; there is nobody left to tell


def report(error: QuizappError) -> None:
    """Say what went wrong: one line, or one a finding for a bank."""
    lines = error.lines() if isinstance(error, BankError) else [str(error)]
    for line in lines:
        tell(line)


def in_turn(inputs: Sequence[Given], action: Callable[[Given], Made]) -> tuple[list[Made], int]:
    """Do one thing to each input and return what came out, with the exit code.

    Of several inputs a bad one is reported and the others are still done; the only one raises its error.
    """
    if len(inputs) == 1:
        return [action(inputs[0])], 0
    made: list[Made] = []
    code = 0
    for given in inputs:
        try:
            made.append(action(given))
        except QuizappError as error:
            report(error)
            code = InputError.exit_code
    return made, code


class Bar:
    """A one-line progress bar on a terminal; nothing at all in a pipe."""

    def __init__(self, label: str) -> None:
        self._label = one_line(label, limit=24)
        self._drawn = 0
        self._shown = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, done: int, total: int) -> None:
        """Draw `done` of `total`."""
        full = BAR_CELLS * done // total if total else BAR_CELLS
        bar = "━" * full + "─" * (BAR_CELLS - full)
        self._draw(f"{self._label}  {bar}  {done} of {total}")

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._draw("")

    def _draw(self, line: str) -> None:
        if not self._shown:
            return
        try:
            sys.stderr.write("\r" + line.ljust(self._drawn) + ("" if line else "\r"))
            sys.stderr.flush()
        except OSError:
            self._shown = False
        self._drawn = len(line)
