"""Keys that arrive in one read edit a field in the order in which they were pressed."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from quizapp.tui.screens.add import AddPage
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.study import Study
from quizapp.tui.widgets.fields import Field
from stage import GAPS, SHORT, burst, ferry_bank, make_app, press, screen_text, settle, workspace_with

USUAL = (100, 30)
SLIPS = (
    ((*"fery", "backspace", *"ry"), "ferry"),
    ((*"erry", "home", "f"), "ferry"),
    ((*"fery", "left", "r"), "ferry"),
    ((*"boat ferr", "ctrl+u", *"ferry"), "ferry"),
    ((*"xferry", "home", "delete", "end", "!"), "ferry!"),
    ((*"the ferrz", "ctrl+w", *"ferry"), "the ferry"),
)


@pytest.mark.parametrize(("keys", "text"), SLIPS, ids=[text + str(n) for n, (_, text) in enumerate(SLIPS)])
async def test_a_slip_is_mended_where_it_was_made(tmp_path: Path, keys: tuple[str, ...], text: str) -> None:
    """In the field of an answer, in a search, and in the box of a text."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(SHORT, GAPS)), start="study")
    keys = tuple("space" if key == " " else key for key in keys)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Study)
        await burst(pilot, *keys)
        assert isinstance(app.focused, Field)
        assert app.focused.value == text
        await press(pilot, "escape", "q")
        assert isinstance(app.screen, LibraryPage)
        await burst(pilot, "slash")
        await burst(pilot, *keys)
        assert isinstance(app.focused, Input)
        assert app.focused.value == text
        await press(pilot, "escape", "a")
        assert isinstance(app.screen, AddPage)
        if "ctrl+u" not in keys:  # which in a text of several lines is another thing
            await burst(pilot, *keys)
            assert isinstance(app.focused, TextArea)
            assert app.focused.text == text


async def test_what_is_sent_is_what_was_mended(tmp_path: Path) -> None:
    """The whole answer with its enter in one read: right, and nothing is lost that came before it."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(SHORT)), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await burst(pilot, *"Fery", "backspace", *"ry", "space", *"Bord", "left", "left", "a", "enter")
        assert "Correct" in screen_text(app)
