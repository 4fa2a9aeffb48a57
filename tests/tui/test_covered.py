"""The source of a bank: every sentence with its mark, and what is asked of it or why not."""

from pathlib import Path

import pytest

from builders import FakeClock
from quizapp.tui.shell import QuizApp
from stage import (
    BREAD,
    CHOICE,
    ferry_bank,
    live_through,
    make_app,
    place_of,
    press,
    screen_text,
    settle,
    workspace_with,
)

pytestmark = pytest.mark.model


def library_app(folder: Path) -> QuizApp:
    """The app of somebody with one bank of one question and a day of answers."""
    clock = FakeClock()
    workspace = workspace_with(folder / "data", ferry_bank(CHOICE), clock=clock)
    live_through(workspace, clock, [bool])
    return make_app(workspace)


async def test_the_source_tells_what_is_asked_and_why_not(tmp_path: Path) -> None:
    """The cursor begins at what could not be asked; moving tells the questions of another sentence."""
    app = library_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "1 of 10 asked" in screen_text(app)
        assert "✗ needs another sentence: " in screen_text(app)
        assert "stands alone" not in screen_text(app)  # what the code calls it
        await pilot.click(offset=place_of(app, BREAD[:40]))
        await settle(pilot)
        assert "1 question" in screen_text(app)
        assert CHOICE.stem in screen_text(app)
        before = screen_text(app)
        await press(pilot, "right_square_bracket")
        assert "Not asked" in screen_text(app)
        assert screen_text(app) != before
        await press(pilot, "G")
        assert "far larger than" in screen_text(app)
        await press(pilot, "g", "k")
        assert "In the spring of 1907" in screen_text(app)
        await press(pilot, "q")
        assert "Library" in screen_text(app)


async def test_review_is_one_key_away(tmp_path: Path) -> None:
    """What is missing can be written by hand at once."""
    app = library_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "r")
        assert "Review questions" in screen_text(app)


async def test_a_bank_that_is_gone_is_told(tmp_path: Path) -> None:
    """Somebody deleted its file while the library was open."""
    app = library_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for path in (tmp_path / "data" / "questions").iterdir():
            path.unlink()
        await press(pilot, "v")
        assert "! " in screen_text(app)
        await press(pilot, "q")
        assert "Library" in screen_text(app)
