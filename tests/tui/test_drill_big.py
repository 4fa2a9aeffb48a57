"""A drill's question in big letters: where it fits, never at the cost of an answer, and with a reason where not."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from builders import FakeClock
from quizapp.model.item import GAP, ChoiceItem, Distractor, Item
from quizapp.tui.screens.drill import DrillPage
from quizapp.tui.screens.drill_pause import Pause
from quizapp.tui.shell import QuizApp
from stage import (
    CHOICE,
    GAPS,
    MATCHING,
    MULTIPLE,
    NUMBER,
    ORDERING,
    SHORT,
    TRUE_FALSE,
    ferry_bank,
    live_through,
    make_app,
    press,
    screen_rows,
    screen_text,
    settle,
    workspace_with,
)

LARGE = (120, 40)
LEAST = (100, 34)
BLOCKS = set("▘▝▖▞▛▗▚▜▙▟")
"""Quadrants that nothing else on the screen is drawn with."""
BRIEF = "What moved the county to act?"


def app_with(folder: Path, *items: Item) -> QuizApp:
    """An app whose library has these questions and a little history."""
    clock = FakeClock()
    workspace = workspace_with(folder / "data", ferry_bank(*items), clock=clock)
    live_through(workspace, clock, [bool])
    return make_app(workspace)


def is_big(app: QuizApp) -> bool:
    """Whether anything is drawn in quadrants."""
    return bool(BLOCKS & set(screen_text(app)))


async def opened(pilot: Pilot[None]) -> DrillPage:
    """The drill by its usual rules."""
    await settle(pilot)
    await press(pilot, "d", "enter")
    page = pilot.app.screen
    assert isinstance(page, DrillPage)
    if isinstance(page.focused, Input):
        await press(pilot, "escape")
    return page


async def test_z_draws_the_question_big_and_again_as_usual(tmp_path: Path) -> None:
    """The first and the last row make room, and come back; keys go on working meanwhile."""
    app = app_with(tmp_path, replace(CHOICE, stem=BRIEF))
    async with app.run_test(size=LEAST) as pilot:
        await opened(pilot)
        assert "z Big text" in screen_text(app)
        await press(pilot, "z")
        assert is_big(app)
        assert BRIEF not in screen_text(app)
        assert "quizapp ›" not in screen_text(app)
        assert "? Help" not in screen_text(app)
        assert "z brings the other rows back" in screen_text(app)
        await press(pilot, "z")
        assert not is_big(app)
        assert BRIEF in screen_text(app)
        assert "quizapp ›" in screen_rows(app)[0]
        await press(pilot, "z", "space")
        assert not is_big(app)
        assert "From the article" in screen_text(app)
        assert "? Help" in screen_text(app)


BRIEF_GAPS = replace(GAPS, stem=f"The {GAP} had a right to a {GAP}.")
KINDS = [replace(CHOICE, stem=BRIEF), replace(TRUE_FALSE, stem="It was the price of bread."), SHORT, BRIEF_GAPS, NUMBER]


@pytest.mark.parametrize("size", [LEAST, LARGE], ids=str)
@pytest.mark.parametrize("item", [*KINDS, MULTIPLE, ORDERING, MATCHING], ids=lambda item: item.kind)
async def test_big_letters_cost_no_answer_its_place(tmp_path: Path, item: Item, size: tuple[int, int]) -> None:
    """Whatever is asked, every option and field is whole on the screen, big letters or not."""
    app = app_with(tmp_path, replace(item, stem=item.stem if len(item.stem) < 60 else BRIEF))
    async with app.run_test(size=size) as pilot:
        page = await opened(pilot)
        await press(pilot, "z")
        drill = page.query_one("#drill")
        assert drill.virtual_size.height <= drill.size.height
        for widget in drill.children:
            assert not widget.display or widget.region.bottom <= drill.region.bottom
        question = page.playing.question if page.playing else None
        assert question is not None
        assert all(option in screen_text(app) for option in question.options)


async def test_many_answers_need_their_rows(tmp_path: Path) -> None:
    """Six options leave no room for two lines at 100×34: that is said, and the question stays as it was."""
    others = tuple(Distractor(text=f"Something else {number}", why="It is not said.") for number in range(5))
    many: ChoiceItem = replace(CHOICE, stem=f"And so {BRIEF[0].lower()}{BRIEF[1:]}", distractors=others)
    app = app_with(tmp_path, many)
    async with app.run_test(size=LEAST) as pilot:
        await opened(pilot)
        await press(pilot, "z")
        assert not is_big(app)
        assert "no room for big letters" in screen_text(app)
        await pilot.resize_terminal(*LARGE)
        await settle(pilot)
        assert is_big(app)


@pytest.mark.parametrize(
    ("stem", "reason"), [("Why so? " * 20, "too long for big letters"), ("Who was Łukasz?", "lack a letter")]
)
async def test_what_cannot_be_big_says_why(tmp_path: Path, stem: str, reason: str) -> None:
    """The question stays in usual letters."""
    app = app_with(tmp_path, replace(CHOICE, stem=stem.strip()))
    async with app.run_test(size=LARGE) as pilot:
        await opened(pilot)
        await press(pilot, "z")
        assert not is_big(app)
        assert reason in screen_text(app)
        assert stem[:15] in screen_text(app)


async def test_a_small_window_says_what_it_would_need(tmp_path: Path) -> None:
    """One row too few is too few; and a window that shrinks brings the usual letters back, and the rows with them."""
    app = app_with(tmp_path, replace(CHOICE, stem=BRIEF))
    async with app.run_test(size=(100, 33)) as pilot:
        await opened(pilot)
        await press(pilot, "z")
        assert not is_big(app)
        assert "Big letters need a window of 100×34; this one is 100×33." in screen_text(app)
        await pilot.resize_terminal(*LARGE)
        await press(pilot, "z")
        assert is_big(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not is_big(app)
        assert "? Help" in screen_rows(app)[-1]


async def test_big_letters_stay_for_the_next_question(tmp_path: Path) -> None:
    """They are chosen once a drill; where one does not fit, the one after it does again."""
    stems = (BRIEF, "Which of all the things that happened in the spring of that long year moved it to act at last?")
    items = [replace(CHOICE, id=f"c{n}", fact=f"f{n}", stem=stem) for n, stem in enumerate(stems)]
    app = app_with(tmp_path, *items)
    async with app.run_test(size=LARGE) as pilot:
        page = await opened(pilot)
        await press(pilot, "z")
        seen = []
        for _ in items:
            question = page.playing.question if page.playing else None
            assert question is not None
            seen.append((question.item.stem, is_big(app)))
            await press(pilot, "space", "space")
        assert dict(seen) == {stems[0]: True, stems[1]: False}


async def test_the_pause_has_big_letters_too(tmp_path: Path) -> None:
    """Z in the pause goes on with them, and the clock stands meanwhile."""
    app = app_with(tmp_path, replace(CHOICE, stem=BRIEF))
    async with app.run_test(size=LARGE) as pilot:
        await opened(pilot)
        await press(pilot, "q")
        assert isinstance(app.screen, Pause)
        await press(pilot, "z")
        await settle(pilot)
        assert isinstance(app.screen, DrillPage)
        assert is_big(app)


async def test_in_a_field_z_is_a_letter(tmp_path: Path) -> None:
    """Nothing that is typed is taken for a key."""
    app = app_with(tmp_path, SHORT)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await press(pilot, "d", "enter", "z")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "z"
        assert not is_big(app)


async def test_big_letters_need_no_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR they are drawn all the same."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_with(tmp_path, replace(CHOICE, stem=BRIEF))
    async with app.run_test(size=LARGE) as pilot:
        await opened(pilot)
        await press(pilot, "z")
        assert is_big(app)
