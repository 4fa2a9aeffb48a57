"""However a sitting ends, the answers are on disk and the terminal is as it was."""

import signal
from collections.abc import Callable
from typing import Any

import pytest

from screen import Terminal

Open = Callable[..., Terminal]
Stats = Callable[[], dict[str, Any]]

PROMPTLY = 5.0
"""Seconds in which a program that is told to end has ended; it takes 0.3, the rest is for loaded machines."""

LEFT_BEHIND = [b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?25h"]
"""The normal screen, no mouse reports, a visible cursor."""


def answer_the_first(window: Terminal) -> None:
    """Give an answer and see its feedback, so that it is acknowledged."""
    window.wait_for("1 of 5", "Choose")
    window.insist("1", "From the article", "Grade")


def test_a_kill_between_answer_and_next_question_loses_nothing(open_window: Open, stats: Stats, bell: str) -> None:
    """An answer that was acknowledged survives kill -9, and the sitting goes on where it was."""
    window = open_window("study", bell)
    answer_the_first(window)
    window.send(signal.SIGKILL)
    assert window.wait_for_end() == -signal.SIGKILL
    assert stats()["answers"] == 1
    open_window("study", bell).wait_for("2 of 5")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"])
def test_a_signal_leaves_the_terminal_as_it_was(
    number: signal.Signals, code: int, open_window: Open, stats: Stats, bell: str
) -> None:
    """A program that is told to end gives the screen, the mouse and the line editor back, and has stored the answer."""
    window = open_window("study", bell)
    answer_the_first(window)
    drawn = len(window.seen)
    window.send(number)
    assert window.wait_for_end(PROMPTLY) == code
    assert window.is_cooked
    assert not [sequence for sequence in LEFT_BEHIND if sequence not in window.seen[drawn:]]
    assert stats()["answers"] == 1


def test_a_closed_window_ends_the_app_and_keeps_the_answer(open_window: Open, stats: Stats, bell: str) -> None:
    """Closing the terminal's window is a way to leave like any other."""
    window = open_window("study", bell)
    answer_the_first(window)
    window.close()
    window.process.wait(PROMPTLY)
    assert stats()["answers"] == 1


def test_leaving_by_the_keys_ends_with_0(open_window: Open, stats: Stats, bell: str) -> None:
    """Q goes back a step, q on the library leaves; nothing is asked and nothing is lost."""
    window = open_window("study", bell)
    answer_the_first(window)
    window.insist("q", "Library")
    assert window.leave() == 0
    assert window.is_cooked
    assert stats()["answers"] == 1


@pytest.mark.parametrize("arguments", [("study", "--plain"), ("study",), ()], ids=" ".join)
def test_a_terminal_that_cannot_draw_gets_lines(arguments: tuple[str, ...], open_window: Open, stats: Stats) -> None:
    """A dumb terminal is asked line by line, without one escape sequence, and control-C keeps what was answered."""
    window = open_window(*arguments, env={"TERM": "dumb"})
    window.wait_for("Question 1 of ", "Your choice, 1–4:")
    window.press("1\n")
    window.wait_for("Answer: ", "From the article, paragraph", "Enter ")
    window.press("\x03")
    assert window.wait_for_end() == 130
    assert b"\x1b" not in window.seen
    assert stats()["answers"] == 1
