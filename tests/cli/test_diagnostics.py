"""Standard error: one safe line a message, and several inputs done in turn."""

import io
import sys

import pytest

from quizapp.cli.diagnostics import Bar, in_turn, report, tell
from quizapp.kit.errors import BankError, DiskError, Finding, InputError, Place


class Screen(io.StringIO):
    """Standard error when it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def halved(number: int) -> int:
    if number % 2:
        raise DiskError(f"{number} is odd")
    return number // 2


def test_a_bad_input_among_several_is_reported_and_the_rest_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    """One bad file costs its own result and the exit code, nothing else."""
    assert in_turn([2, 3, 4], halved) == ([1, 2], InputError.exit_code)
    assert capsys.readouterr().err == "3 is odd\n"


def test_the_only_input_raises_its_own_error() -> None:
    """With one input the exit code is that of what went wrong."""
    with pytest.raises(DiskError):
        in_turn([3], halved)


def test_a_message_is_one_line_without_a_control(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a message quotes, it is one line and the terminal obeys none of it."""
    tell("one\ntwo \x1b[31mred\x07 \u202e")
    assert capsys.readouterr().err == "one two ␛[31mred␇ ⟨202E⟩\n"


def test_a_bank_is_reported_line_by_line_up_to_twenty(capsys: pytest.CaptureFixture[str]) -> None:
    """All findings are counted, the first twenty shown."""
    report(BankError(tuple(Finding(Place("b.yaml", line, 1), "odd") for line in range(1, 31))))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "b.yaml:1:1: odd"
    assert len(lines) == 21
    assert lines[-1] == "… and 10 more"


def test_nobody_listening_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed standard error silences talk and stops nothing."""
    monkeypatch.setattr(sys, "stderr", None)
    tell("anyone?")
    bar = Bar("Reading")
    bar(1, 2)
    bar.clear()


def test_a_bar_is_drawn_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress is one line over and over, and leaves nothing behind."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    bar = Bar("Writing questions")
    bar(1, 4)
    bar(4, 4)
    bar.clear()
    drawn = screen.getvalue().split("\r")
    assert "1 of 4" in drawn[1]
    assert "━" * 24 + "  4 of 4" in drawn[2]
    assert not drawn[3].strip()
    assert "\n" not in screen.getvalue()
    assert "\x1b" not in screen.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Screen()])
def test_a_bar_is_silent_in_a_pipe_and_on_a_dumb_terminal(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not a screen gets no progress at all."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "stderr", stream)
    bar = Bar("Writing questions")
    bar(1, 4)
    bar.clear()
    assert stream.getvalue() == ""
