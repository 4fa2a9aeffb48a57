"""Review questions: every key, the mouse, and what stands in the file afterwards."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import FakeClock, make_bank
from quizapp.kit.errors import InputError
from quizapp.model.item import Bank, Status
from quizapp.tui.screens.changed import Changed
from quizapp.tui.screens.confirm import Confirm
from quizapp.tui.screens.edit import EditPage
from quizapp.tui.screens.kinds import Kinds
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.review import ReviewPage
from quizapp.tui.screens.source import SourceSheet
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.usecases.library import load_bank
from stage import (
    CHOICE,
    CLOZE,
    NUMBER,
    SHORT,
    SIZES,
    choice_bank,
    ferry_bank,
    make_app,
    place_of,
    press,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)
WIDE = (120, 40)
REMARKED = replace(SHORT, id="told", fact="told", stem="What did the Ferry Board get?", key="Ferry Board")


def bank_in(folder: Path) -> Bank:
    """What the file holds."""
    return load_bank(folder / "data" / "questions" / "ferry.yaml")


def statuses(folder: Path) -> str:
    """One letter a question: n(ew), k(ept), d(ropped)."""
    return "".join(item.status[0] for item in bank_in(folder).items)


def app_with(folder: Path, *items: object) -> QuizApp:
    """The app on a library whose one bank has these items."""
    return make_app(workspace_with(folder / "data", ferry_bank(*items)))  # type: ignore[arg-type]  # items


async def opened(pilot: Pilot[None]) -> ReviewPage:
    """Go to Review from the library."""
    await settle(pilot)
    await press(pilot, "r")
    page = pilot.app.screen
    assert isinstance(page, ReviewPage)
    return page


async def test_keep_and_drop_go_on_and_are_on_disk(tmp_path: Path) -> None:
    """Y and n decide, write and go on; u takes several steps back, one at a time."""
    app = app_with(tmp_path, CHOICE, CLOZE, NUMBER)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        assert "0 kept  ·  0 dropped  ·  3 to check" in screen_text(app)
        await press(pilot, "y")
        assert "2 of 3" in screen_text(app)
        assert statuses(tmp_path) == "knn"
        await press(pilot, "n")
        assert statuses(tmp_path) == "kdn"
        await press(pilot, "u")
        assert "Undone: dropped “Flour came by" in screen_text(app)
        await press(pilot, "u", "u")
        assert "Nothing to undo yet" in screen_text(app)
        assert statuses(tmp_path) == "nnn"


async def test_what_was_imported_says_from_where(tmp_path: Path) -> None:
    """A file and a place, as they stand in the bank; what was not imported says nothing."""
    app = app_with(tmp_path, replace(CHOICE, origin="ferry.gift, line [/]"), CLOZE)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        assert "imported from  ferry.gift, line [/]" in screen_text(app)
        await press(pilot, "y")
        assert "imported from" not in screen_text(app)


async def test_when_all_is_checked_enter_studies(tmp_path: Path) -> None:
    """The end says what came of it, and what is dropped is not asked."""
    app = app_with(tmp_path, CHOICE, CLOZE)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewPage)
        await press(pilot, "y", "n")
        assert "All checked: 1 kept, 1 dropped. enter studies them now" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Study)
        assert "1 of 1" in screen_text(app)


async def test_moving_moves_the_source(tmp_path: Path) -> None:
    """j, k, g and G go from question to question; the evidence and its paragraph go along."""
    app = app_with(tmp_path, CHOICE, CLOZE, NUMBER)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        assert "Source  ¶3 of 5 · also question 2" in screen_text(app)
        await press(pilot, "G")
        assert "Source  ¶5 of 5" in screen_text(app)
        await press(pilot, "k")
        assert "2 of 3" in screen_text(app)
        await press(pilot, "g", "j", "j", "j")
        assert "3 of 3" in screen_text(app)
        await press(pilot, "pagedown", "pageup")
        assert "3 of 3" in screen_text(app)


async def test_the_next_to_check_is_one_key_away(tmp_path: Path) -> None:
    """] and [ pass over what is decided."""
    app = app_with(tmp_path, CHOICE, CLOZE, NUMBER)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press(pilot, "j", "y", "g", "]")
        assert "3 of 3" in screen_text(app)
        await press(pilot, "[")
        assert "1 of 3" in screen_text(app)


async def test_space_keeps_what_has_no_remark(tmp_path: Path) -> None:
    """Space is the obvious next thing: keep, or look at the next one where something is remarked."""
    app = app_with(tmp_path, CHOICE, REMARKED, CLOZE)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press(pilot, "space")
        assert "! the question gives the answer away" in screen_text(app)
        await press(pilot, "space")
        assert "3 of 3" in screen_text(app)
        await press(pilot, "space", "y")
        assert statuses(tmp_path) == "kkk"
        await press(pilot, "g", "space")
        assert "2 of 3" in screen_text(app)


async def test_the_rest_is_kept_after_a_question(tmp_path: Path) -> None:
    """Y asks, with the mark on no; what has a remark is left."""
    app = app_with(tmp_path, CHOICE, REMARKED, CLOZE)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press(pilot, "Y")
        assert isinstance(app.screen, Confirm)
        assert "Keep the 2 with no remarks?" in screen_text(app)
        assert "1 question with a remark will be left" in screen_text(app)
        await press(pilot, "enter")
        assert statuses(tmp_path) == "nnn"
        await press(pilot, "Y", "y")
        assert statuses(tmp_path) == "knk"
        await press(pilot, "Y")
        assert "Every question that is left has a remark" in screen_text(app)
        await press(pilot, "u")
        assert statuses(tmp_path) == "nnn"


async def test_the_mouse_does_it_all(tmp_path: Path) -> None:
    """Buttons, rows of the list and hints can be clicked."""
    app = app_with(tmp_path, CHOICE, CLOZE, NUMBER)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.click(offset=place_of(app, "How many kilo"))
        await settle(pilot)
        assert "3 of 3" in screen_text(app)
        await pilot.click(offset=place_of(app, "y Keep"))
        await settle(pilot)
        assert statuses(tmp_path) == "nnk"
        await pilot.click(offset=place_of(app, "n Drop"))
        await settle(pilot)
        assert statuses(tmp_path) == "dnk"
        await pilot.click(offset=place_of(app, "u Undo"))
        await settle(pilot)
        assert statuses(tmp_path) == "nnk"
        await pilot.click(offset=place_of(app, "Y Keep rest"))
        await settle(pilot)
        await pilot.click(offset=place_of(app, "Keep them"))
        await settle(pilot)
        assert statuses(tmp_path) == "kkk"
        await pilot.click(offset=place_of(app, "e Edit"))
        await settle(pilot)
        assert isinstance(app.screen, EditPage)


async def test_the_list_is_there_where_there_is_room(tmp_path: Path) -> None:
    """At 116 columns the list comes and takes the focus; when it goes, the question has it."""
    app = app_with(tmp_path, CHOICE, CLOZE)
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        assert page.focused is not None
        assert page.focused.id == "questions"
        await press(pilot, "j", "n")
        assert "– Gap" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert page.focused is not None
        assert page.focused.id == "question"
        await press(pilot, "k")
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert page.focused.id == "questions"


async def test_the_whole_source_can_be_opened(tmp_path: Path) -> None:
    """V opens it, esc comes back."""
    app = app_with(tmp_path, CHOICE)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, SourceSheet)
        await press(pilot, "escape", "q")
        assert isinstance(app.screen, LibraryPage)


async def test_a_file_that_changed_is_not_written_over(tmp_path: Path) -> None:
    """It is said; the own version can be kept beside it, and the file is read again."""
    app = app_with(tmp_path, CHOICE, CLOZE)
    path = tmp_path / "data" / "questions" / "ferry.yaml"
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        edited = path.read_text(encoding="utf-8").replace("finally moved", "moved")
        path.write_text(edited, encoding="utf-8")
        await press(pilot, "y")
        assert isinstance(app.screen, Changed)
        await press(pilot, "escape")
        assert path.read_text(encoding="utf-8") == edited
        await press(pilot, "y", "enter")
        assert "Your version is in" in screen_text(app)
        assert load_bank(path.with_name("ferry.yaml.yours")).items[0].status is Status.KEPT
        assert "What moved the county" in screen_text(app)
        path.write_text(edited.replace("crossing to Sandey in 1907", "crossing"), encoding="utf-8")
        await press(pilot, "y", "r")
        assert "Read again." in screen_text(app)
        await press(pilot, "y")
        assert statuses(tmp_path) == "kn"


async def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is decided that is not on disk."""
    app = app_with(tmp_path, CHOICE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        monkeypatch.setattr("os.fsync", full)
        await press(pilot, "y")
        assert "cannot write here" in screen_text(app)
        assert "1 to check" in screen_text(app)


async def test_the_palette_names_every_bank(tmp_path: Path) -> None:
    """Review questions of … is a command."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(), make_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"review bell", "enter")
        assert isinstance(app.screen, ReviewPage)
        assert "The harbour bell" in screen_text(app)
        await press(pilot, "ctrl+p", *"copy this", "enter")
        assert "Copied." in screen_text(app)


async def test_a_bank_without_questions_says_how_to_write_one(tmp_path: Path) -> None:
    """Never a blank pane; a chooses the kind of the first question."""
    workspace = workspace_with(tmp_path / "data", Bank(article=ferry_bank().article, items=()))
    app = make_app(workspace, start="review", bank="ferry")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "No questions yet." in screen_text(app)
        await press(pilot, "y", "e", "j", "a")
        assert isinstance(app.screen, Kinds)
        await press(pilot, "escape", "a", "j", "enter")
        assert isinstance(app.screen, EditPage)
        assert "a new question" in screen_text(app)


async def test_a_bank_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Over the library the reason is on the screen; alone the app ends with it."""
    workspace = workspace_with(tmp_path / "data", ferry_bank())
    app = make_app(workspace)

    def refuse() -> None:
        raise InputError("this bank is gone")

    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await app.push_screen(ReviewPage(refuse))  # type: ignore[arg-type]  # it never returns
        await settle(pilot)
        assert "this bank is gone" in screen_text(app)
        await press(pilot, "y", "q")
        assert isinstance(app.screen, LibraryPage)
    alone = make_app(workspace, start="review", bank="nothing")
    async with alone.run_test(size=USUAL) as pilot:
        await settle(pilot)
    assert (alone.return_code, "has no bank" in alone.last_words) == (3, True)


async def test_what_was_just_written_can_be_gone_over(tmp_path: Path) -> None:
    """The clock and the library are those of the app, wherever Review is opened from."""
    clock = FakeClock()
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE), clock=clock), start="review", bank="ferry")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReviewPage)
        await press(pilot, "y", "q")
        assert isinstance(app.screen, LibraryPage)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_marks_of_the_checks_are_explained(tmp_path: Path, size: tuple[int, int]) -> None:
    """Where their words have no room, marks alone would be a riddle."""
    app = make_app(workspace_with(tmp_path / "data", choice_bank(3)))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.review(app.workspace.library.entries()[0].slug)
        await settle(pilot)
        assert "✓✓✓✓ !" in screen_text(app)
        assert "✓ check holds  ! remark  ✗ fails" in screen_text(app)
