"""Stats: figures, charts, and the way to a question's source."""

from pathlib import Path

import pytest

from builders import FakeClock, make_bank
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.source import SourceSheet
from quizapp.tui.screens.stats import StatsPage
from quizapp.tui.screens.study import Study
from quizapp.usecases.report import today
from quizapp.usecases.workspace import Workspace
from stage import (
    SIZES,
    choice_bank,
    ferry_bank,
    live_through,
    make_app,
    press,
    screen_rows,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)


def _lived(folder: Path) -> Workspace:
    """Three weeks of answers, four of five right."""
    clock = FakeClock()
    workspace = workspace_with(folder / "data", ferry_bank(), make_bank(), clock=clock)
    live_through(workspace, clock, [lambda number: number % 5 > 0] * 21)
    return workspace


async def test_what_is_remembered_is_told_with_a_sentence_for_each_chart(tmp_path: Path) -> None:
    """Figures, heat map, forecast, hardest and articles are there, each in words as well."""
    app = make_app(_lived(tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert isinstance(app.screen, StatsPage)
        text = screen_text(app)
        for words in ("remembered", "day streak", "are solid", "answers on", "this week", "Hardest", "expected"):
            assert words in text
        assert "The Sandey Ferry of 1907" in text


async def test_the_range_changes_and_stops_at_its_ends(tmp_path: Path) -> None:
    """H is shorter, l longer; past the ends nothing happens."""
    app = make_app(_lived(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert "last 6 months" in screen_text(app)
        await press(pilot, "h", "h")
        assert "last 3 months" in screen_text(app)
        await press(pilot, "l", "l", "l")
        assert "last year" in screen_text(app)


async def test_a_hard_question_opens_in_its_source(tmp_path: Path) -> None:
    """Tab to the list, enter, and the evidence is on the screen; esc comes back."""
    app = make_app(_lived(tmp_path))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "t", "tab", "enter")
        assert isinstance(app.screen, SourceSheet)
        await press(pilot, "escape", "q")
        assert isinstance(app.screen, LibraryPage)


async def test_nothing_answered_says_what_will_be_here(tmp_path: Path) -> None:
    """No chart of nothing."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert "this page fills up" in screen_text(app)


async def test_practice_is_one_key_away_and_moves_no_card(tmp_path: Path) -> None:
    """P asks the article under the cursor; afterwards as much is due as before."""
    workspace = _lived(tmp_path)
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        before = today(workspace).due
        await press(pilot, "p")
        assert isinstance(app.screen, Study)
        await press(pilot, "f4", "q", "q")
    assert today(workspace).due == before


async def test_one_article_is_chosen_by_its_name_and_left_again(tmp_path: Path) -> None:
    """Slash and some letters; the figures are its own, and esc gives those of all back before it leaves the page."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", ferry_bank(), make_bank(), clock=clock)
    live_through(workspace, clock, [bool])
    app = make_app(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        every = screen_text(app)
        await press(pilot, "slash", *"sandey", "enter")
        assert "Stats  The Sandey Ferry of 1907, last 6 months" in screen_text(app)
        assert "The harbour bell" not in screen_text(app)
        await press(pilot, "escape")
        assert screen_text(app) == every
        await press(pilot, "slash", *"harbour", "enter", "q", "q")
        assert isinstance(app.screen, LibraryPage)


async def test_an_article_opens_from_its_bar(tmp_path: Path) -> None:
    """Enter comes into the list, enter again shows the figures of what is marked; the mark stays in sight."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", ferry_bank(), make_bank(), clock=clock)
    live_through(workspace, clock, [bool])
    app = make_app(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "t", "enter")
        assert "▸ " in screen_text(app)
        marked = next(row for row in screen_rows(app) if "▸" in row)
        await press(pilot, "j")
        other = next(row for row in screen_rows(app) if "▸" in row)
        assert other != marked
        await press(pilot, "enter")
        title = other.split("%")[1].strip()
        assert f"Stats  {title}" in screen_text(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_word_of_a_figure_is_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    """What has no room is said shorter."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", choice_bank(120), clock=clock)
    live_through(workspace, clock, [bool])
    app = make_app(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert "…" not in "".join(screen_rows(app)[:6])
        assert "solid" in "".join(screen_rows(app)[:6])
