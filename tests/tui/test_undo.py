"""Undo goes back step by step, also after what was done has been left (design, 1.4 and 16)."""

from pathlib import Path

import pytest

from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.results import ResultsPage
from quizapp.tui.screens.review import ReviewPage
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.usecases.report import stats
from quizapp.usecases.workspace import Workspace
from stage import choice_bank, make_app, press, screen_text, settle, workspace_with

SIZE = (100, 30)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A library of four choices."""
    return workspace_with(tmp_path / "data", choice_bank(4))


@pytest.fixture
def app(workspace: Workspace) -> QuizApp:
    """The app in the first question."""
    return make_app(workspace, start="study")


def bank_text(tmp_path: Path) -> str:
    """What the bank's file holds."""
    return next((tmp_path / "data" / "questions").glob("*.yaml")).read_text("utf-8")


async def test_a_session_that_was_left_is_taken_back_from_the_library(app: QuizApp, workspace: Workspace) -> None:
    """Each step brings its question back, and further steps are taken back there."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", " ", "b", "q")
        assert isinstance(app.screen, LibraryPage)
        await press(pilot, "u")
        assert isinstance(app.screen, Study)
        assert "Undone: later for “Question" in screen_text(app)
        assert "2 of 4" in screen_text(app)
        await press(pilot, "q", "u")
        assert " on “Question 1" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: your answer to “Question 1" in screen_text(app)
        assert stats(workspace).answers == 0
        await press(pilot, "u")
        assert "Nothing to undo yet" in screen_text(app)


async def test_a_review_that_was_left_is_taken_back_from_the_library(app: QuizApp, tmp_path: Path) -> None:
    """A drop and a keep, one after the other; the file is as it was before."""
    before = bank_text(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "q", "r", "n", "y", "q")
        assert "dropped" in bank_text(tmp_path)
        await press(pilot, "u")
        assert "Undone: kept “Question 2" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: dropped “Question 1" in screen_text(app)
        assert isinstance(app.screen, LibraryPage)
        assert bank_text(tmp_path) == before
        await press(pilot, "u")
        assert "Undone: your answer to “Question 1" in screen_text(app)


async def test_a_review_takes_back_what_an_earlier_one_did(app: QuizApp, tmp_path: Path) -> None:
    """The page that was opened again shows the question as it was; a session's step is left to the Library."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "q", "r", "n", "q", "r")
        assert "1 dropped" in screen_text(app)
        await press(pilot, "u")
        assert isinstance(app.screen, ReviewPage)
        assert "Undone: dropped “Question 1" in screen_text(app)
        assert "0 dropped" in screen_text(app)
        await press(pilot, "u")
        assert "Nothing to undo here yet" in screen_text(app)
        await press(pilot, "n", "u", "n")
        assert "1 dropped" in screen_text(app)
        assert "dropped" in bank_text(tmp_path)


async def test_an_edit_is_taken_back_after_what_came_later(app: QuizApp, tmp_path: Path) -> None:
    """Not only where it was the last thing: answers in between are taken back first."""
    before = bank_text(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "e", *"Now: ", "ctrl+s", "4", " ", "u", "u")
        assert "Undone: your answer to “Now: Question" in screen_text(app)
        await press(pilot, "u")
        assert "Undone: the edit of" in screen_text(app)
        assert "Now:" not in bank_text(tmp_path)
        assert "Now: Question" not in screen_text(app)
        assert bank_text(tmp_path) == before


async def test_an_edit_is_taken_back_from_the_library(app: QuizApp, tmp_path: Path) -> None:
    """And the session that is gone on with asks the question as it was."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "e", *"Now: ", "ctrl+s", "q", "u")
        assert "Undone: the edit of" in screen_text(app)
        assert "Now:" not in bank_text(tmp_path)
        await press(pilot, "u")
        assert isinstance(app.screen, Study)
        assert "Now: Question" not in screen_text(app)


async def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(app: QuizApp, tmp_path: Path) -> None:
    """It is said that this step stays; the one before it can still be taken back."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "q", "r", "n", "q")
        file = next((tmp_path / "data" / "questions").glob("*.yaml"))
        file.write_text(file.read_text("utf-8").replace("The price of bread", "The price of corn"), "utf-8")
        await press(pilot, "u")
        assert "This can no longer be undone" in screen_text(app)
        assert "dropped" in bank_text(tmp_path)
        await press(pilot, "u")
        assert "Undone: your answer to" in screen_text(app)


async def test_the_end_of_a_session_is_taken_back_from_the_library(app: QuizApp) -> None:
    """Also when its results were left."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *["4", " "] * 4)
        assert isinstance(app.screen, ResultsPage)
        await press(pilot, "q", "u")
        assert isinstance(app.screen, Study)
        assert "Undone: " in screen_text(app)


async def test_the_library_is_not_silent_where_there_is_nothing(workspace: Workspace) -> None:
    """U says so."""
    workspace.data_dir.joinpath("history.db").touch()
    app = make_app(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert "Nothing to undo yet" in screen_text(app)
