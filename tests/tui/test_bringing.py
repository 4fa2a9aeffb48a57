"""Export and import in the app: it says what will happen, asks, and keeps what was here."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import FakeClock
from quizapp.tui.screens.backup_file import BackupFile
from quizapp.tui.screens.confirm import Confirm
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.settings import SettingsPage
from quizapp.usecases.everything import here
from quizapp.usecases.keeping import back_up
from quizapp.usecases.workspace import Workspace
from stage import choice_bank, live_through, make_app, press, screen_text, settle, workspace_with

USUAL = (100, 30)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Nine questions and a day of four answers; the app is opened in a folder of its own."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", choice_bank(9), clock=clock)
    live_through(workspace, clock, [bool])
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return workspace


async def _palette(pilot: Pilot[None], words: str) -> None:
    await press(pilot, "ctrl+p", *("space" if letter == " " else letter for letter in words), "enter")


async def test_a_backup_is_brought_back_after_a_question(workspace: Workspace) -> None:
    """From the palette: how many answers it has and how many there are; no leaves them, yes brings it."""
    back_up(workspace)
    live_through(workspace, FakeClock(workspace.clock.now()), [bool])
    workspace.history.close()
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await _palette(pilot, "import a backup")
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, Confirm)
        assert "It has 4 answers, you have 8 answers now." in screen_text(app)
        await press(pilot, "n")
        assert here(workspace).answers == 8
        await _palette(pilot, "import a backup")
        await press(pilot, "down", "enter", "y")
        assert isinstance(app.screen, LibraryPage)
        assert "4 answers brought back. What was here is in" in screen_text(app)
        assert here(workspace).answers == 4
        await _palette(pilot, "import a backup")
        assert "8 answers, made before a restore" in screen_text(app)


async def test_everything_goes_out_and_comes_back_from_the_settings(workspace: Workspace, tmp_path: Path) -> None:
    """Your data: one file where it is wanted; its path is typed and completed; all is as it was."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "G", "k", "enter", "enter")
        assert isinstance(app.screen, SettingsPage)
        assert "4 answers and 1 article: all in" in screen_text(app)
        (file,) = (tmp_path / "desk").iterdir()
        await press(pilot, "g", "l")
        assert workspace.settings_file.exists()
        await press(pilot, "G", "enter", "enter")
        assert isinstance(app.screen, BackupFile)
        await press(pilot, *"qui", "enter")
        assert isinstance(app.screen, Confirm)
        assert f"Bring back everything in {file.name}?" in screen_text(app)
        await press(pilot, "y")
        assert isinstance(app.screen, LibraryPage)
        assert "4 answers and 1 article brought back." in screen_text(app)
        await press(pilot, "s")
        assert "What was here" not in screen_text(app)


async def test_a_file_that_is_none_is_told(workspace: Workspace, tmp_path: Path) -> None:
    """What was typed is looked into before anything is asked."""
    (tmp_path / "desk" / "x.zip").write_bytes(b"PK\x03\x04")
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await _palette(pilot, "import a backup")
        await press(pilot, "enter", *"x.zip", "enter")
        assert isinstance(app.screen, LibraryPage)
        assert "a damaged one" in screen_text(app)


async def test_esc_leaves_the_file_field(workspace: Workspace) -> None:
    """Nothing is brought; q is typed."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await _palette(pilot, "import a backup")
        await press(pilot, "enter", "q")
        assert isinstance(app.screen, BackupFile)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryPage)
