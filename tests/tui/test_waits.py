"""What takes longer than a moment says what is done, with a number that is true (design, 9)."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import TextArea

from builders import FakeClock
from quizapp.model.item import Bank
from quizapp.tui.screens.covered import CoveredPage
from quizapp.tui.screens.edit import EditPage
from quizapp.tui.screens.writing import WritingPage
from quizapp.usecases.adding import Adding
from stage import CHOICE, FERRY, SIZES, OwnLibrary, ferry_bank, make_app, press, screen_text, settle, workspace_with


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_while_the_model_is_opened_the_seconds_are_counted(
    tmp_path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    """Nothing is read yet, and no bar could tell how long it takes; the words have one row, however long it takes."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE), clock=clock)
    app = make_app(workspace, start="study")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        page = WritingPage(Adding(workspace, FERRY))
        await app.push_screen(page)
        clock.pass_by(seconds=103)
        page.look()
        await settle(pilot)
        assert "▸ Getting ready to read, 103 s" in screen_text(app)


class SlowLibrary(OwnLibrary):
    """A library on a disk that takes its time."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.found = Event()

    def bank(self, slug: str) -> Bank:
        """The bank, once it is found."""
        self.found.wait(10)
        return super().bank(slug)


async def test_a_source_that_is_read_again_says_so_from_the_start(tmp_path: Path, clock: FakeClock) -> None:
    """The page is never empty."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE), clock=clock)
    slug = next(iter(workspace.library.entries())).slug
    app = make_app(workspace, start="study")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        library = workspace.__dict__["library"] = SlowLibrary(tmp_path / "data" / "questions")
        page = CoveredPage(slug)
        await app.push_screen(page)
        clock.pass_by(seconds=4)
        page.tell_progress()
        await pilot.pause()
        assert "Getting ready to read, 4 s" in screen_text(app)
        await app.pop_screen()
        library.found.set()
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_question_is_seen_whole_where_it_is_edited(tmp_path: Path, size: tuple[int, int]) -> None:
    """At once, without moving the focus first."""
    stem = "According to the article, why did the storm of that spring hit Sandey harder than it did other people"
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(replace(CHOICE, stem=stem))), start="study")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert isinstance(app.screen, EditPage)
        box = app.screen.query_one("#stem", TextArea)
        assert "people" in screen_text(app)
        assert box.virtual_size.height <= box.size.height
