"""Who studies: asked when there is more than one learner, and changed from the command palette."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from builders import FakeClock, right_response
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.study import Study
from quizapp.tui.screens.who import NameField, Who
from quizapp.usecases.report import stats
from quizapp.usecases.study import open_sitting
from quizapp.usecases.workspace import Workspace, history_file
from stage import (
    CHOICE,
    SIZES,
    ferry_bank,
    make_app,
    place_of,
    press,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)
HOSTILE = "[red]Ana[/] \x1b]0;t\x07\u202egnp"


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


def family(folder: Path, clock: FakeClock, names: Iterable[str]) -> Workspace:
    """Learners who answered one question each, one day after the other; the workspace is nobody's in particular."""
    workspace = workspace_with(folder / "data", ferry_bank(CHOICE), clock=clock)
    for name in names:
        answer_one(workspace.of(name))
        clock.pass_by(days=1)
    return workspace


def answer_one(workspace: Workspace) -> None:
    """One answer of a learner's."""
    open_sitting(workspace, bank=ferry_bank(CHOICE)).answer(right_response(CHOICE), seconds=3)


@pytest.mark.parametrize("names", [("me",), ("ana",), ()])
async def test_nobody_is_asked_where_there_is_one_learner(
    tmp_path: Path, clock: FakeClock, names: tuple[str, ...]
) -> None:
    """Nor where there is none yet."""
    app = make_app(family(tmp_path, clock, names), ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert not isinstance(app.screen, Who)
        assert app.workspace.learner == "me"


async def test_nobody_is_asked_who_was_named(tmp_path: Path, clock: FakeClock) -> None:
    """--learner says it all, and the name stands in the top row."""
    app = make_app(family(tmp_path, clock, ("me", "ana")).of("ana"))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, LibraryPage)
        assert "Library  ana" in screen_text(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_digit_opens_a_history(tmp_path: Path, clock: FakeClock, size: tuple[int, int]) -> None:
    """Everyone is listed by name with what they did; the chosen one's answers are the ones that are kept."""
    app = make_app(family(tmp_path, clock, ("me", "Zoë", "ana")), ask_who=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Who studies?" in text
        assert text.index("1   ana") < text.index("2   me") < text.index("3   Zoë") < text.index("somebody new")
        assert "1 answer · 3 days ago" in text
        await press(pilot, "3")
        assert "Library  Zoë" in screen_text(app)
        assert "You study as Zoë." in screen_text(app)
        clock.pass_by(days=30)
        await press(pilot, "s", "1", "space")
    assert [stats(app.workspace.of(name)).answers for name in ("me", "Zoë", "ana")] == [1, 2, 1]


@pytest.mark.parametrize(
    ("keys", "learner"),
    [
        (("escape",), "me"),
        (("q",), "me"),
        (("enter",), "me"),
        (("up", "enter"), "ana"),
        (("down", "space"), "zoe"),
        (("9",), None),
    ],
    ids=str,
)
async def test_keys_choose(tmp_path: Path, clock: FakeClock, keys: tuple[str, ...], learner: str | None) -> None:
    """The mark is on whoever studied last, who goes on where nobody chooses; a digit of nobody does nothing."""
    app = make_app(family(tmp_path, clock, ("zoe", "ana", "me")), ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert isinstance(app.screen, Who) == (learner is None)
        assert app.workspace.learner == (learner or "me")


async def test_whoever_studied_last_goes_on(tmp_path: Path, clock: FakeClock) -> None:
    """Also where that is not the learner of a machine that one person uses."""
    app = make_app(family(tmp_path, clock, ("me", "zoe")), ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "escape")
        assert app.workspace.learner == "zoe"


async def test_the_mouse_chooses(tmp_path: Path, clock: FakeClock) -> None:
    """One click."""
    app = make_app(family(tmp_path, clock, ("me", "ana")), ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await pilot.click(offset=place_of(app, "ana"))
        await settle(pilot)
        assert "Library  ana" in screen_text(app)


async def test_somebody_new_types_a_name(tmp_path: Path, clock: FakeClock) -> None:
    """The first answer makes the history; a name without anything to read is refused, and esc goes back to the list."""
    app = make_app(family(tmp_path, clock, ("me", "ana")), ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "n", "q", "1", "escape")
        assert isinstance(app.screen, Who)
        await press(pilot, "n")
        app.screen.query_one(NameField).value = "   "
        await press(pilot, "enter")
        assert "A name has at least one letter or digit" in screen_text(app)
        app.screen.query_one(NameField).value = ""
        await press(pilot, *"Bo Li", "enter")
        assert "Library  Bo Li" in screen_text(app)
        assert not history_file(app.workspace.data_dir, "Bo Li").exists()
        await press(pilot, "s", "1")
        assert isinstance(app.screen, Study)
    assert stats(app.workspace.of("Bo Li")).answers == 1


async def test_the_palette_changes_the_learner(tmp_path: Path, clock: FakeClock) -> None:
    """In the middle of a sitting, whose answers are kept; whoever studies is marked, also before a first answer."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE), clock=clock)
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1", "ctrl+p", *"somebody", "enter")
        assert isinstance(app.screen, Who)
        assert "▸ 1   me" in screen_text(app)
        await press(pilot, "n", *"ana", "enter")
        assert isinstance(app.screen, LibraryPage)
        assert "Library  ana" in screen_text(app)
        await press(pilot, "ctrl+p", *"somebody", "enter")
        assert "▸ 1   ana" in screen_text(app)
        assert "0 answers" in screen_text(app)
        await press(pilot, "2")
        assert app.workspace.learner == "me"
    assert stats(workspace).answers == 1


async def test_somebody_else_is_new_here_again(tmp_path: Path, clock: FakeClock) -> None:
    """Without any bank of one's own, the first screen and the first explanations come back."""
    workspace = Workspace(tmp_path / "data", clock=clock)
    answer_one(workspace)
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"somebody", "enter", "n", *"ana", "enter")
        assert "Welcome  ana" in screen_text(app)
        assert app.new_here


async def test_names_are_text_and_nothing_else(tmp_path: Path, clock: FakeClock) -> None:
    """Markup, escapes and overrides in a name are seen; it opens a history in the folder, and no other."""
    app = make_app(family(tmp_path, clock, (HOSTILE, "../../etc", "张三", "李四")), ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert all(name in text for name in ("../../etc", "张三", "李四"))
        assert "\x1b" not in text
        assert "\u202e" not in text
        for _ in range(4):
            await press(pilot, "ctrl+p", *"somebody", "enter") if not isinstance(app.screen, Who) else None
            await press(pilot, "down", "enter")
            assert app.workspace.has_history
    assert len(list((tmp_path / "data").glob("history*.db"))) == 4


async def test_a_spoiled_history_is_listed_and_not_chosen(tmp_path: Path, clock: FakeClock) -> None:
    """The others can study; the doctor says more."""
    workspace = family(tmp_path, clock, ("me", "ana"))
    history_file(workspace.data_dir, "bad").write_bytes(b"no history at all")
    app = make_app(workspace, ask_who=True)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "! cannot be used" in screen_text(app)
        await press(pilot, "2")
        assert "quizapp doctor" in screen_text(app)
        await press(pilot, "1")
        assert app.workspace.learner == "ana"


async def test_the_question_waits_for_room(tmp_path: Path, clock: FakeClock) -> None:
    """In a window that is too small nothing is asked before there is room."""
    app = make_app(family(tmp_path, clock, ("me", "ana")), ask_who=True)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert "more room" in screen_text(app)
        await pilot.resize_terminal(*USUAL)
        await settle(pilot)
        assert "Who studies?" in screen_text(app)


async def test_many_learners_scroll(tmp_path: Path, clock: FakeClock) -> None:
    """More than nine have no digit, and the cursor stays in sight."""
    app = make_app(family(tmp_path, clock, [f"pupil {number:02}" for number in range(20)]), ask_who=True)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        assert "▸     pupil 19" in screen_text(app)
        await press(pilot, "g", "enter")
        assert app.workspace.learner == "pupil 00"
