"""The drill's screens: set up, asked, passed on, buzzed, corrected, stopped and gone on with, and what came of it."""

import csv
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from builders import FakeClock
from quizapp.model.item import Bank, GatheredItem, MatchingItem
from quizapp.tui.charts import big_rows
from quizapp.tui.screens.drill import DrillPage
from quizapp.tui.screens.drill_final import DrillFinal
from quizapp.tui.screens.drill_misses import DrillMisses
from quizapp.tui.screens.drill_pause import Pause
from quizapp.tui.screens.drill_setup import DrillSetup
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.fields import Field
from quizapp.usecases.drill import Phase, Playing, go_on
from quizapp.usecases.workspace import Workspace
from stage import (
    MATCHING,
    MULTIPLE,
    ORDERING,
    SHORT,
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

SIZE = (100, 30)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until it is told."""
    return FakeClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Workspace:
    """A library of choices alone, with a little history so that the app opens with it."""
    return studied(tmp_path, choice_bank(6), clock)


def studied(folder: Path, bank: Bank, clock: FakeClock) -> Workspace:
    """A library of one bank of which a question was answered."""
    workspace = workspace_with(folder / "data", bank, clock=clock)
    live_through(workspace, clock, [bool])
    return workspace


async def opened(pilot: Pilot[None], *keys: str) -> DrillPage:
    """The drill after these keys in its set-up."""
    await settle(pilot)
    for key in ("d", *keys, "enter"):
        await press(pilot, key)
    await settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, DrillPage)
    return page


def playing_of(page: DrillPage) -> Playing:
    """The game that a page shows."""
    assert page.playing is not None
    return page.playing


def digit(page: DrillPage, *, right: bool) -> str:
    """The key of a right or of a wrong option."""
    question = playing_of(page).question
    assert question is not None
    key = getattr(question.item, "key", "")
    return str(next(n for n, option in enumerate(question.options, 1) if (option == key) is right))


async def test_enter_alone_begins_a_drill_and_enter_and_space_go_through_it(workspace: Workspace) -> None:
    """Everything in the set-up has a usual answer; a right one earns ten points, and the source is shown."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot)
        question = playing_of(page).question
        assert question is not None
        assert page.copies() == (("Copy this question", question.item.stem),)
        await press(pilot, digit(page, right=True))
        assert playing_of(page).state.scores == (10,)
        rows = "\n".join(screen_rows(app))
        assert "Right!" in rows
        assert "From the article" in rows
        await press(pilot, "space")
        assert playing_of(page).state.place == 1
        await press(pilot, "space")
        assert "Nobody answered." in "\n".join(screen_rows(app))


async def test_a_wrong_answer_is_offered_to_the_next_team(workspace: Workspace) -> None:
    """With passing on: the next team may say no, and then the one after it is asked."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "right", "j", "j", "j", "j", "j", "right")
        assert [player.name for player in playing_of(page).rules.players] == ["Owls", "Foxes", "Hares", "Moles"]
        await press(pilot, digit(page, right=False))
        assert "Foxes, do you want it?" in "\n".join(screen_rows(app))
        await press(pilot, "n")
        assert "Hares, do you want it?" in "\n".join(screen_rows(app))
        await press(pilot, "y")
        assert "Hares, your turn" in "\n".join(screen_rows(app))
        await press(pilot, digit(page, right=True))
        assert playing_of(page).state.scores == (0, 0, 10, 0)
        assert "Right, Hares!" in "\n".join(screen_rows(app))


async def test_whoever_buzzes_first_answers_and_the_host_corrects(workspace: Workspace) -> None:
    """First the team's number, then the answer's; o, plus and minus set right what the host heard otherwise."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "right", "right")
        assert "Who is first? The digits are the teams' numbers now." in screen_text(app)
        assert all(f" {number} {team}" in screen_text(app) for number, team in enumerate(("▲ Owls", "◆ Foxes"), 1))
        assert "1–4 Team" in screen_text(app)
        assert not any(figure in screen_text(app) for figure in big_rows(4))
        await press(pilot, "3")
        assert "Hares, your answer: the digits are the answers' numbers now." in screen_text(app)
        assert "1 ▲ Owls" not in screen_text(app)
        assert "1–4 Choose" in screen_text(app)
        assert all(figure in screen_text(app) for figure in big_rows(4))
        await press(pilot, digit(page, right=False))
        assert playing_of(page).state.scores == (0, 0, 0, 0)
        await press(pilot, "o")
        assert playing_of(page).state.scores == (0, 0, 10, 0)
        await press(pilot, "plus")
        await press(pilot, "plus")
        await press(pilot, "minus")
        assert playing_of(page).state.scores == (0, 0, 20, 0)
        for _ in range(5):
            await press(pilot, "u")
        assert playing_of(page).state.phase is Phase.ASKED


async def test_the_clock_stands_while_anything_lies_over_the_question(workspace: Workspace, clock: FakeClock) -> None:
    """Help and pause stop it; it goes on from the same second, and time that was given counts."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "j", "j", "j", "right", "right")
        assert playing_of(page).limit == 30
        clock.pass_by(seconds=12)
        await press(pilot, "question_mark")
        clock.pass_by(seconds=500)
        await press(pilot, "escape")
        await settle(pilot)
        assert playing_of(page).state.elapsed == 12
        clock.pass_by(seconds=3)
        await press(pilot, "q")
        assert isinstance(app.screen, Pause)
        assert "0:15" in "\n".join(screen_rows(app))
        clock.pass_by(seconds=60)
        await press(pilot, "m")
        await settle(pilot)
        clock.pass_by(seconds=40)
        await press(pilot, digit(page, right=True))
        assert playing_of(page).state.tries[-1].seconds == 55
        assert playing_of(page).state.scores == (10,)


async def test_an_answer_after_its_time_earns_nothing(workspace: Workspace, clock: FakeClock) -> None:
    """Time up is said, and the answer comes too late."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "j", "j", "j", "right", "right", "right")
        clock.pass_by(seconds=16)
        await press(pilot, digit(page, right=True))
        assert playing_of(page).state.scores == (0,)
        assert "Too late" in "\n".join(screen_rows(app))


@pytest.mark.parametrize(("seconds", "limit"), [("30", 30), ("45", 45), ("", None)])
async def test_the_set_up_begins_with_the_usual_time(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, seconds: str, limit: int | None
) -> None:
    """What was chosen once for every drill is chosen there, also a time that is none of the four."""
    monkeypatch.setenv("QUIZAPP_DRILL_SECONDS", seconds)
    workspace.read_settings_anew()
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot)
        assert playing_of(page).limit == limit


async def test_the_last_five_seconds_are_told(workspace: Workspace, clock: FakeClock) -> None:
    """The number turns bold and reverse, a word says why; at zero it says what can be done, and not before."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "j", "j", "j", "right", "right")
        for gone, shown, last in ((24.9, "0:06", False), (0.1, "0:05", True), (4.9, "0:01", True)):
            clock.pass_by(seconds=gone)
            page.tick()
            await settle(pilot)
            assert is_reversed(app, shown) is last
            assert ("last seconds" in screen_text(app)) is last
            assert "Time is up" not in screen_text(app)
        clock.pass_by(seconds=0.1)
        page.tick()
        await settle(pilot)
        assert is_reversed(app, "0:00")
        assert "Time is up. space shows the answer, m gives 30 seconds more." in screen_text(app)
        await press(pilot, "m")
        assert not is_reversed(app, "0:30")


def is_reversed(app: QuizApp, text: str) -> bool:
    """Whether a text stands on the screen in bold and reverse."""
    segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    style = next(segment.style for segment in segments if text in segment.text)
    return bool(style and style.bold and style.reverse)


@pytest.mark.parametrize(("sound", "rung"), [("on", [0, 1, 1, 1, 2]), ("off", [0] * 5)])
async def test_the_bell_rings_once_at_zero_where_it_is_wanted(
    workspace: Workspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, sound: str, rung: list[int]
) -> None:
    """Neither before zero nor again after it, nor after a pause; more time that runs out is rung for anew."""
    monkeypatch.setenv("QUIZAPP_DRILL_SOUND", sound)
    workspace.read_settings_anew()
    bells: list[None] = []
    monkeypatch.setattr("textual.app.App.bell", lambda _: bells.append(None))
    heard = []
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "j", "j", "j", "right", "right")
        for gone, keys in ((29.9, ()), (0.2, ()), (1.0, ("q", "space")), (5.0, ("m",)), (40.0, ())):
            clock.pass_by(seconds=gone)
            page.tick()
            page.tick()
            heard.append(len(bells))
            await press(pilot, *keys)
    assert heard == rung


async def test_taking_a_step_back_gives_no_time_back(workspace: Workspace, clock: FakeClock) -> None:
    """More time and a corrected score are taken back while the clock goes on; an answer taken back begins it anew."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "j", "j", "j", "right", "right")
        clock.pass_by(seconds=12)
        await press(pilot, "m", "plus", "u", "u")
        assert page.left == 18
        await press(pilot, digit(page, right=False), "u")
        assert page.left == 30


async def test_a_drill_that_was_stopped_goes_on(workspace: Workspace) -> None:
    """B stops for later, r in the set-up goes on at the same question with the same scores."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot)
        await press(pilot, digit(page, right=True))
        await press(pilot, "space")
        await press(pilot, "q")
        await press(pilot, "b")
        await settle(pilot)
        assert isinstance(app.screen, LibraryPage)
        await press(pilot, "d")
        await settle(pilot)
        assert "stopped at question 2" in "\n".join(screen_rows(app))
        await press(pilot, "r")
        await settle(pilot)
        again = app.screen
        assert isinstance(again, DrillPage)
        assert playing_of(again).state.scores == (10,)
        assert playing_of(again).state.place == 1


async def test_the_end_tells_who_won_and_writes_a_row_for_each_answer(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drill that is ended shows the ranking and every answer; c asks where the table goes; u takes the end back."""
    monkeypatch.chdir(tmp_path)
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "right")
        await press(pilot, digit(page, right=False))
        await press(pilot, "space")
        await press(pilot, digit(page, right=True))
        await press(pilot, "q")
        await press(pilot, "x")
        await settle(pilot)
        assert isinstance(app.screen, DrillFinal)
        rows = "\n".join(screen_rows(app))
        assert "Foxes win!" in rows
        assert "0 of 1 knew" in rows
        await press(pilot, "c")
        path = Path(app.screen.query_one(Input).value)
        assert path.parent == tmp_path
        await press(pilot, "enter")
        assert f"2 rows in {path}".replace(" ", "") in "".join("".join(screen_rows(app)).split())
        table = list(csv.DictReader((tmp_path / path.name).read_text("utf-8-sig").splitlines()))
        assert [(row["player"], row["outcome"]) for row in table] == [("Owls", "wrong"), ("Foxes", "right")]
        await press(pilot, "u")
        await settle(pilot)
        assert isinstance(app.screen, DrillPage)


async def test_all_who_share_the_first_place_are_named(workspace: Workspace) -> None:
    """However many they are; and what was cut off is no question that nobody knew."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "right")
        await press(pilot, "q", "x")
        assert "Owls, Foxes, Hares and Moles have no points" in screen_text(app)
        assert "knew" not in screen_text(app)


async def test_the_set_up_knows_how_many_questions_there_are(workspace: Workspace) -> None:
    """Six are all that the bank has; ten are no promise that it could keep."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "d")
        assert "All there are: 6 questions, about 2 minutes." in screen_text(app)


async def test_what_was_missed_is_gone_through_with_its_source(workspace: Workspace) -> None:
    """From the end, enter: the least known first, each with its key, its sentence and who said what; then the end."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot, "right", "j", "j", "j", "j", "j", "right")
        stems = []
        for answers in ((True,), (False, True), (False, False, False, False)):
            await press(pilot, *(["space"] if stems else []))
            question = playing_of(page).question
            assert question is not None
            stems.append(question.item.stem)
            for right in answers:
                await press(pilot, "y", digit(page, right=right))
        await press(pilot, "q", "x")
        assert "Go through the 2 missed questions" in screen_text(app)
        await press(pilot, "enter")
        least, less = (stems[2], "0 of 4 knew"), (stems[1], "1 of 2 knew")
        for (stem, knew), key in ((least, "space"), (less, "left"), (least, "l"), (less, "v"), (less, "space")):
            assert isinstance(app.screen, DrillMisses)
            for told in (stem, knew, "The price of bread", "From the article", "✗ wrong"):
                assert told in screen_text(app)
            assert app.screen.copies() == (("Copy this question", stem),)
            await press(pilot, key, *(["escape"] if key == "v" else []))
        assert isinstance(app.screen, DrillFinal)
        await press(pilot, "j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DrillSetup)


async def test_where_all_was_known_there_is_nothing_to_go_through(workspace: Workspace) -> None:
    """The end offers what it has; enter does the marked thing."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot)
        await press(pilot, digit(page, right=True), "q", "x")
        assert "Everything was known." in screen_text(app)
        assert "missed question" not in screen_text(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, DrillSetup)


async def test_a_class_list_that_is_none_is_told_of_in_a_sentence(workspace: Workspace, tmp_path: Path) -> None:
    """The form stays, the field has the cursor, and a list that can be read begins the drill with its extra time."""
    (tmp_path / "class.txt").write_text("Ann\nBen, +30 s\n", "utf-8")
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in ("d", "right", "right", "right", "enter"):
            await press(pilot, key)
        assert isinstance(app.screen, DrillSetup)
        field = app.screen.query_one(Input)
        assert field.has_focus
        field.value = str(tmp_path / "class.txt")
        await press(pilot, "enter")
        await settle(pilot)
        page = app.screen
        assert isinstance(page, DrillPage)
        assert [(player.name, player.extra) for player in playing_of(page).rules.players] == [("Ann", 0), ("Ben", 30)]


@pytest.mark.parametrize("item", [MULTIPLE, ORDERING, MATCHING], ids=lambda item: item.kind)
async def test_what_is_picked_is_sent_with_enter(item: GatheredItem, tmp_path: Path, clock: FakeClock) -> None:
    """Several answers, an order, pairs: the digits pick, enter checks, and what was right earns its share."""
    app = make_app(studied(tmp_path, ferry_bank(item), clock), start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot)
        question = playing_of(page).question
        assert question is not None
        keys = (pair.answer for pair in item.pairs) if isinstance(item, MatchingItem) else item.keys
        for key in keys:
            await press(pilot, str(question.options.index(key) + 1))
        await press(pilot, "enter")
        assert playing_of(page).state.scores == (10,)
        assert "Right!" in "\n".join(screen_rows(app))


async def test_every_kind_of_question_can_be_drilled(tmp_path: Path, clock: FakeClock) -> None:
    """Typed, picked and judged ones alike: shown, gone on from, to the very end, with nothing of it scheduled."""
    workspace = studied(tmp_path, ferry_bank(), clock)
    before = workspace.history.read(lambda transaction: transaction.execute("SELECT * FROM cards").fetchall())
    app: QuizApp = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        page = await opened(pilot)
        for _ in range(60):
            if not isinstance(app.screen, DrillPage):
                break
            await press(pilot, "escape") if page.focused is not None else None
            await press(pilot, "space")
        await settle(pilot)
        assert isinstance(app.screen, DrillFinal)
    assert workspace.history.read(lambda transaction: transaction.execute("SELECT * FROM cards").fetchall()) == before
    with pytest.raises(Exception, match="no drill to go on with"):
        go_on(workspace)


async def test_a_field_that_was_left_says_how_to_come_back(tmp_path: Path, clock: FakeClock) -> None:
    """The key row and the line under the field name the key, and it does that."""
    app = make_app(studied(tmp_path, ferry_bank(SHORT), clock), start="home")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        assert "enter checks" in screen_text(app)
        await press(pilot, "escape")
        assert "enter goes back into the field" in screen_text(app)
        assert "Into the field" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.focused, Field)
        assert "enter checks" in screen_text(app)


async def told_names(pilot: Pilot[None], names: list[str], *keys: str) -> DrillPage:
    """A drill of teams with these names, after these keys in its set-up; the last of them has 70 points."""
    await settle(pilot)
    await press(pilot, "d", "right", *keys)
    field = pilot.app.screen.query_one(Input)
    field.focus()
    field.value = ", ".join(names)
    await press(pilot, "enter")
    page = pilot.app.screen
    assert isinstance(page, DrillPage)
    assert [player.name for player in playing_of(page).rules.players] == names
    playing_of(page).correct(len(names) - 1, 7)
    await page.show()
    await settle(pilot)
    return page


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=str)
@pytest.mark.parametrize("mode", [(), ("right",)], ids=["turns", "buzz"])
async def test_everybody_sees_his_score(workspace: Workspace, size: tuple[int, int], mode: tuple[str, ...]) -> None:
    """Eight teams are all on the screen, each with its points, while a question is asked and when it is answered."""
    names = [f"{name}’s long team" for name in ("Ann", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hal")]
    app = make_app(workspace, start="home")
    async with app.run_test(size=size) as pilot:
        await told_names(pilot, names, *mode)
        for answer in ((), ("space",)):
            await press(pilot, *answer)
            rows = screen_text(app)
            points = [re.search(rf"{name[:4]}[^▲◆●■★▼]*?  (\d+)", rows) for name in names]
            assert [found and found[1] for found in points] == ["0"] * 7 + ["70"]


async def test_a_class_is_seen_whole_where_the_drill_stands_still(workspace: Workspace) -> None:
    """Of more players than have room it is said how many there are besides; the pause has them all, by pages."""
    names = [f"{number:02}th.pupil S" for number in range(1, 31)]
    app = make_app(workspace, start="home")
    async with app.run_test(size=(80, 24)) as pilot:
        await told_names(pilot, names)
        seen = [name for name in names if f" {name[:5]}" in screen_text(app)]
        assert 20 < len(seen) < 30
        assert f"and {30 - len(seen)} more" in screen_text(app)
        await press(pilot, "q")
        told = screen_text(app)
        for _ in range(4):
            await press(pilot, "pagedown")
            told += screen_text(app)
        assert all(name in told for name in names)
        assert re.search(r"30th.pupil S +70", told)


async def test_a_class_is_called_by_its_first_names(workspace: Workspace) -> None:
    """Twenty-eight are all seen beside the question at 80×24, none cut; two of one name have a letter of the last."""
    firsts = ("Anna", "Ben", "Chloe", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jon", "Kit", "Lea", "Max", "Ned")
    names = [f"{first} {last}" for last in ("Brown", "Clark") for first in firsts[: 14 if last == "Brown" else 2]]
    names += [f"{first}a Lane" for first in firsts[2:]]
    app = make_app(workspace, start="home")
    async with app.run_test(size=(80, 24)) as pilot:
        await told_names(pilot, names)
        text = screen_text(app)
        called = ["Anna B.", "Ben B.", "Anna C.", "Ben C.", *firsts[2:], *(f"{first}a" for first in firsts[2:])]
        assert len(called) == 28
        assert [name for name in called if not re.search(rf"[ ▸]{re.escape(name)}  \d", text)] == []


async def test_the_end_of_a_drill_with_a_class_begins_with_who_won(workspace: Workspace) -> None:
    """The ranking is longer than the window, and what the keys do stands below it."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=(80, 24)) as pilot:
        await told_names(pilot, [f"pupil {number:02}" for number in range(1, 25)])
        await press(pilot, "space", "space", "q", "x")
        await settle(pilot)
        assert isinstance(app.screen, DrillFinal)
        await pilot.wait_for_scheduled_animations()
        await settle(pilot)
        assert "pupil 24 win!" in screen_text(app)


async def test_a_class_without_a_list_is_asked_for_one(workspace: Workspace) -> None:
    """Nobody has to guess what stands in it, before or after the first try."""
    app = make_app(workspace, start="home")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in ("d", "right", "right", "right"):
            await press(pilot, key)
        assert "one name a line" in screen_text(app)
        assert "pass to the next student" in screen_text(app)
        await press(pilot, "enter")
        assert "! name the file of the class: one name a line" in screen_text(app)
