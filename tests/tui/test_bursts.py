"""Keys that arrive together: none reaches a question, or the grades of one, before it could be seen."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from textual.events import Paste

from builders import FakeClock
from quizapp.model.item import Item, TypedItem
from quizapp.tui.screens.drill import DrillPage
from quizapp.tui.screens.results import ResultsPage
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.fields import Field
from quizapp.usecases.drill import Phase
from quizapp.usecases.report import stats
from quizapp.usecases.workspace import Workspace
from stage import (
    CHOICE,
    CLOZE,
    GAPS,
    GATHERED,
    NUMBER,
    SHORT,
    TRUE_FALSE,
    burst,
    choice_bank,
    ferry_bank,
    live_through,
    make_app,
    press,
    screen_text,
    settle,
    workspace_with,
)

WAIT: Final = 0.25
SIZE: Final = (100, 30)
KINDS: Final[dict[str, Item]] = {
    item.id: replace(item, id=f"second-{item.id}", fact=f"second-{item.fact}")
    for item in (CHOICE, TRUE_FALSE, CLOZE, GAPS, NUMBER, SHORT, *GATHERED)
}
TAILS: Final = (" ", "132 km ", ("enter", "enter", "f4"), ("2", "b", "f2", "u", "y", "space"))
"""What may follow the key that goes on, in the same read."""


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


def app_on(folder: Path, clock: FakeClock, *items: Item) -> tuple[QuizApp, Workspace]:
    """The app in the first of some questions, with the usual quarter of a second."""
    workspace = workspace_with(folder / "data", ferry_bank(*items), clock=clock)
    return make_app(workspace, start="study", grade_wait=WAIT), workspace


@pytest.mark.parametrize("tail", TAILS, ids=str)
@pytest.mark.parametrize("item", KINDS.values(), ids=KINDS)
async def test_what_comes_with_a_grade_does_not_reach_the_next_question(
    tmp_path: Path, clock: FakeClock, item: Item, tail: Iterable[str]
) -> None:
    """Whatever kind it is, it stands there unanswered, with nothing typed, picked or put off; then it is answered."""
    app, workspace = app_on(tmp_path, clock, CHOICE, item)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        clock.pass_by(seconds=1)
        await press(pilot, "1")
        clock.pass_by(seconds=1)
        await burst(pilot, "1", *tail)
        page = app.screen
        assert isinstance(page, Study)
        assert page.question is not None
        assert page.question.item == item
        assert page.feedback is None
        assert not page.hinted
        assert page.picks is None or not page.picks.any
        if isinstance(item, TypedItem):
            assert page.card.fields.empty
            assert isinstance(app.focused, Field)
        clock.pass_by(seconds=1)
        await press(pilot, "f4")
        assert "Here it is" in screen_text(app)
        clock.pass_by(seconds=1)
        await press(pilot, "space")
        assert isinstance(app.screen, ResultsPage)
    assert stats(workspace).answers == 2


@pytest.mark.parametrize("tail", TAILS, ids=str)
@pytest.mark.parametrize("item", [CHOICE, TRUE_FALSE, CLOZE, NUMBER, SHORT], ids=lambda item: item.id)
async def test_what_comes_with_an_answer_neither_changes_nor_grades_it(
    tmp_path: Path, clock: FakeClock, item: Item, tail: Iterable[str]
) -> None:
    """The answer is what stood before the key that gave it; nothing is graded, overruled or gone on from."""
    given = ("toll", "enter") if isinstance(item, TypedItem) else ("1",)
    letters = [*given[0], given[1]] if isinstance(item, TypedItem) else list(given)
    app, workspace = app_on(tmp_path, clock, item, replace(CHOICE, id="next", fact="next"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        clock.pass_by(seconds=1)
        await burst(pilot, *letters, *tail, "o", "4")
        page = app.screen
        assert isinstance(page, Study)
        assert page.feedback is not None
        assert page.feedback.question.item == item
        if isinstance(item, TypedItem):
            assert page.given == ("toll",)
        assert app.focused is None
    assert stats(workspace).answers == 1


async def test_a_paste_does_not_reach_a_field_before_it_is_seen(tmp_path: Path, clock: FakeClock) -> None:
    """What was pasted for the question before is not the answer to this one."""
    app, _ = app_on(tmp_path, clock, CHOICE, KINDS["board"])
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        clock.pass_by(seconds=1)
        await press(pilot, "1")
        clock.pass_by(seconds=1)
        await press(pilot, "1")
        app.post_message(Paste("Ferry Board"))
        await settle(pilot)
        assert isinstance(app.focused, Field)
        assert app.focused.value == ""


async def test_an_enter_on_an_empty_field_does_not_make_it_deaf(tmp_path: Path, clock: FakeClock) -> None:
    """It is told what enter does next; letters go into the field as before."""
    app, _ = app_on(tmp_path, clock, SHORT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        clock.pass_by(seconds=1)
        await press(pilot, "enter", "x")
        assert isinstance(app.focused, Field)
        assert app.focused.value == "x"


async def test_what_comes_with_a_drills_key_does_not_reach_what_follows(tmp_path: Path, clock: FakeClock) -> None:
    """Two spaces show one answer, two digits answer one question, and the next is there unanswered."""
    workspace = workspace_with(tmp_path / "data", choice_bank(4), clock=clock)
    live_through(workspace, clock, [bool])
    app = make_app(workspace, grade_wait=WAIT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "d", "enter")
        page = app.screen
        assert isinstance(page, DrillPage)
        assert page.playing is not None
        for keys, phase, number in ((("1", " ", " "), Phase.SHOWN, 1), ((" ", " ", "1", " "), Phase.ASKED, 2)):
            clock.pass_by(seconds=1)
            await burst(pilot, *keys)
            assert page.playing.question is not None
            assert (page.playing.state.phase, page.playing.question.number) == (phase, number)
