"""The library, and the first run from Welcome to it."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot

from builders import FakeClock, make_bank, right_response
from quizapp.bank.writer import write_bank
from quizapp.kit.errors import StudyDataError
from quizapp.model.aim import Among, Practice
from quizapp.model.memory import Rating
from quizapp.tui.screens.add import AddPage
from quizapp.tui.screens.damaged import Damaged
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.results import ResultsPage
from quizapp.tui.screens.shelf import shelf_of
from quizapp.tui.screens.study import Study
from quizapp.tui.screens.welcome import FIRST_QUESTIONS, FIRST_TITLE, Welcome
from quizapp.tui.shell import QuizApp
from quizapp.tui.widgets.articles import Articles
from quizapp.usecases.library import FIRST_SLUG, Entry, first_bank
from quizapp.usecases.study import open_practice, open_sitting
from quizapp.usecases.workspace import Workspace, open_workspace
from stage import (
    CHOICE,
    SEED,
    OwnLibrary,
    choice_bank,
    ferry_bank,
    live_through,
    make_app,
    place_of,
    press,
    row_of,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)


async def test_the_first_question_is_one_key_away(tmp_path: Path) -> None:
    """From an empty home, enter on Welcome shows a question of the bundled quiz; its answers count."""
    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Welcome)
        await press(pilot, "enter")
        assert isinstance(app.screen, Study)
        assert f"1 of {FIRST_QUESTIONS}" in screen_text(app)
        await press(pilot, "1", "q")
        assert isinstance(app.screen, LibraryPage)
        assert FIRST_TITLE in screen_text(app)


def test_welcome_says_what_the_first_bank_is() -> None:
    """The words on Welcome are written there, so that no bank is opened; they are true of the bank."""
    assert first_bank().article.title == FIRST_TITLE
    assert len(first_bank().items) >= FIRST_QUESTIONS


async def test_the_demo_touches_nothing(tmp_path: Path) -> None:
    """The bundled quiz as a demo: no file is made, and home is Welcome afterwards."""
    app = make_app(open_workspace(tmp_path / "data", clock=FakeClock()), start="demo")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Study)
        await press(pilot, "1", " ", "q")
        assert isinstance(app.screen, Welcome)
    assert not (tmp_path / "data").exists()


async def test_what_is_due_comes_first(tmp_path: Path) -> None:
    """Articles with more to do stand above those with less."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", ferry_bank(), clock=clock)
    live_through(workspace, clock, [lambda _: False, lambda _: False])
    workspace.library.save(make_bank())
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert row_of(app, "The Sandey Ferry") < row_of(app, "The harbour bell")
        assert "due" in screen_text(app).splitlines()[0]


async def test_a_click_moves_and_a_second_one_opens(tmp_path: Path) -> None:
    """One click never starts a session by accident."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(), make_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        place = place_of(app, "The harbour bell")
        await pilot.click(offset=place)
        await settle(pilot)
        assert isinstance(app.screen, LibraryPage)
        await pilot.click(offset=place)
        await settle(pilot)
        assert isinstance(app.screen, Study)
        assert "The harbour bell" in screen_text(app)


async def test_titles_can_be_searched(tmp_path: Path) -> None:
    """Typing sifts the list, enter goes to it, escape brings everything back."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(), make_bank()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"bell")
        assert "The harbour bell" in screen_text(app)
        assert "The Sandey Ferry" not in screen_text(app)
        await press(pilot, "enter", "enter")
        assert "The harbour bell" in screen_text(app)
        await press(pilot, "escape", "/", "escape")
        assert "The Sandey Ferry" in screen_text(app)


async def test_a_search_is_left_from_wherever_one_is(tmp_path: Path) -> None:
    """Escape shows every article again, also after enter went to the list; the box says what it is for."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(), make_bank()), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1", "q", "/")
        assert "Search titles and questions" in screen_text(app)
        await press(pilot, *"bell", "enter")
        assert "The Sandey Ferry" not in screen_text(app)
        await press(pilot, "escape")
        assert "The Sandey Ferry" in screen_text(app)
        assert "Search titles" not in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryPage)


async def test_words_of_questions_find_their_article(tmp_path: Path) -> None:
    """Of the question or of its answer; where nothing fits, that is said, and what shows everything again."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE), make_bank()), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1", "q", "/", *"PRICE of bread")
        assert "The Sandey Ferry" in screen_text(app)
        assert "The harbour bell" not in screen_text(app)
        await press(pilot, *"zzz", "enter")
        assert "No article or question has that. esc shows all." in screen_text(app)
        await press(pilot, "escape")
        assert "The harbour bell" in screen_text(app)


@pytest.mark.parametrize("size", [(100, 30), (120, 40)], ids=str)
async def test_help_is_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    """What it says of answers and keys stands over the fold; the last words of both are seen without scrolling."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()), start="study")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "1", "q", "?")
        assert "schedule." in screen_text(app)  # the last word; those before it may stand on another row
        assert "[keys]." in screen_text(app)


async def test_a_page_has_the_classes_of_its_size_before_its_first_layout(tmp_path: Path) -> None:
    """Else the first picture is laid out for no size at all, and every start and every new page is drawn twice."""
    seen: list[tuple[bool, ...]] = []

    class Early(LibraryPage):
        def body(self) -> ComposeResult:
            seen.append(tuple(self.has_class(name) for name in ("-narrow", "-normal", "-short", "-mid")))
            yield from super().body()

    app = make_app(workspace_with(tmp_path, ferry_bank(CHOICE)))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await app.push_screen(Early())
    assert seen == [(False, True, False, True)]


async def test_the_list_of_the_library_is_read_once_for_a_page(tmp_path: Path) -> None:
    """With a thousand banks each reading takes 0.2 s, and the page waits for it."""
    counted: list[None] = []

    class Counted(OwnLibrary):
        def entries(self) -> tuple[Entry, ...]:
            counted.append(None)
            return super().entries()

    workspace = workspace_with(tmp_path, ferry_bank(CHOICE))
    workspace.__dict__["library"] = Counted(workspace.library.folder)
    shelf_of(workspace)
    assert len(counted) == 1


@pytest.mark.parametrize("key", ["enter", "s"])
async def test_what_was_missed_comes_back_when_it_was_said_to(tmp_path: Path, key: str) -> None:
    """In ten minutes and not tomorrow; then it is asked, whatever the rows still show."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE), clock=clock)
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "it will come back in 10 minutes" in screen_text(app)
        await press(pilot, " ")
        assert isinstance(app.screen, ResultsPage)
        clock.pass_by(seconds=180)
        await press(pilot, "q", key)
        assert "yet; the next question comes in 7 minutes." in screen_text(app)
        clock.pass_by(seconds=420)
        await press(pilot, key)
        assert isinstance(app.screen, Study)
        assert CHOICE.stem[:30] in screen_text(app)


@pytest.mark.parametrize(("questions", "when"), [(1, "here for "), (40, "here until tomorrow.")], ids=["known", "new"])
async def test_nothing_due_is_said_with_the_day_of_the_next(tmp_path: Path, questions: int, when: str) -> None:
    """What was known comes in some days; what is new and has no room today comes tomorrow."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", choice_bank(questions), clock=clock)
    while (sitting := open_sitting(workspace, seed=SEED)).question is not None:
        while sitting.question is not None:
            sitting.answer(right_response(sitting.question.item), seconds=1)
            sitting.rate(Rating.EASY)
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert f"Nothing is due {when}" in screen_text(app)
        assert "p practises anyway." in screen_text(app)
        await press(pilot, "s")
        assert f"Nothing is due {when.removeprefix('here ')}" in screen_text(app)


async def test_s_goes_on_with_what_was_left(tmp_path: Path) -> None:
    """An article left with q is what s opens, as the words on leaving and the button say."""
    app = make_app(workspace_with(tmp_path / "data", choice_bank(4), make_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await pilot.click(offset=place_of(app, choice_bank(4).article.title))
        await press(pilot, "enter", "q")
        assert "Paused" not in screen_text(app)
        await press(pilot, "enter", "1", " ", "q")
        assert "Paused. 3 left, press s to go on." in screen_text(app)
        assert "Go on: 3 left of" in screen_text(app)
        await press(pilot, "s")
        assert isinstance(app.screen, Study)
        assert "2 of 4" in screen_text(app)


async def test_a_damaged_bank_has_a_row_with_what_is_wrong(tmp_path: Path) -> None:
    """It is not counted and not lost: the file's name and the first fault, and on enter all with line and column."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(), make_bank())
    path = workspace.library.path("harbour-bell")
    path.write_text(path.read_text(encoding="utf-8").replace("    kind: short", "    kind: shirt"), encoding="utf-8")
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "1 article " in screen_text(app)
        assert row_of(app, "harbour-bell.yaml") < row_of(app, "The Sandey Ferry")
        assert "cannot be read" in screen_text(app)
        assert "“shirt” is not known" in screen_text(app)
        await press(pilot, "g", "p")
        assert isinstance(app.screen, LibraryPage)
        for key in ("enter", "v"):
            await press(pilot, key)
            assert isinstance(app.screen, Damaged)
            assert "did you mean “short”?" in screen_text(app)
            assert str(path) in "".join(screen_text(app).split())  # however often its rows are wrapped
            assert f"{path.read_text(encoding='utf-8').splitlines().index('    kind: shirt') + 1}:11" in screen_text(
                app
            )
            assert "Mend the file in an editor" in screen_text(app)
            await press(pilot, "q")
        path.write_bytes(write_bank(make_bank()))
        await press(pilot, "j", "t", "q")
        assert "2 articles" in screen_text(app)


async def test_a_bank_of_a_newer_quizapp_asks_for_an_update_not_for_an_editor(tmp_path: Path) -> None:
    """There is nothing wrong in it: whoever mended it in an editor would break it."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(), make_bank())
    path = workspace.library.path("harbour-bell")
    path.write_text(path.read_text(encoding="utf-8").replace("format: 1", "format: 99"), encoding="utf-8")
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "needs a newer quizapp" in screen_text(app)
        await press(pilot, "g", "enter")
        assert isinstance(app.screen, Damaged)
        assert "Bring quizapp up to date" in " ".join(screen_text(app).split())
        assert "editor" not in screen_text(app)
        assert "fault" not in screen_text(app)


async def test_a_bank_that_changes_on_the_disk_is_read_again(tmp_path: Path) -> None:
    """In front as well: mended in an editor, brought in by a command or taken away; who types goes on typing."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(), make_bank())
    path = workspace.library.path("harbour-bell")
    path.write_text(path.read_text(encoding="utf-8").replace("    kind: short", "    kind: shirt"), encoding="utf-8")
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        page = app.screen
        assert isinstance(page, LibraryPage)
        assert "cannot be read" in screen_text(app)
        path.write_bytes(write_bank(make_bank()))
        await _looked(pilot, page)
        assert "cannot be read" not in screen_text(app)
        assert "2 articles" in screen_text(app)
        await press(pilot, "/", *"bell")
        workspace.library.path("ferry").unlink()
        await _looked(pilot, page)
        assert page.query_one("#search").has_focus  # who types goes on typing
        await press(pilot, "escape")
        assert "1 article " in screen_text(app)


async def _looked(pilot: Pilot[None], page: LibraryPage) -> None:
    """What the page does every two seconds."""
    page.look()
    await settle(pilot)
    await settle(pilot)


async def test_an_article_is_deleted_and_brought_back(tmp_path: Path) -> None:
    """It is asked first, with the mark on no; u brings the file back letter for letter; what is bundled stays."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(), make_bank())
    path = workspace.library.path("ferry")
    before = path.read_bytes()
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await pilot.click(offset=place_of(app, "The Sandey Ferry"))
        await press(pilot, "x")
        questions = len(ferry_bank().items)
        assert f"Delete “The Sandey Ferry of 1907” and its {questions} questions?" in screen_text(app)
        assert "Your answers stay in the log." in screen_text(app)
        await press(pilot, "enter")
        assert path.exists()
        await press(pilot, "x", "y")
        assert not path.exists()
        assert "1 article " in screen_text(app)
        await press(pilot, "u")
        assert path.read_bytes() == before
        assert "2 articles" in screen_text(app)


async def test_a_bundled_article_stays(tmp_path: Path) -> None:
    """There is nothing to delete: it would be there again."""
    app = make_app(open_workspace_with_history(tmp_path / "data"))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "x")
        assert "This came with quizapp and stays." in screen_text(app)


def open_workspace_with_history(folder: Path) -> Workspace:
    """A learner who has answered a bundled quiz."""
    workspace = open_workspace(folder, clock=FakeClock())
    sitting = open_sitting(workspace, bank=FIRST_SLUG, seed=SEED, limit=1)
    assert sitting.question
    sitting.answer(right_response(sitting.question.item), seconds=3)
    sitting.rate()
    return workspace


async def test_what_was_added_last_stands_first(tmp_path: Path) -> None:
    """Of articles with as much due; and of the new ones a row says how many are for today."""
    workspace = workspace_with(tmp_path / "data", choice_bank(24), make_bank())
    for age, slug in enumerate(("harbour-bell", choice_bank(24).article.id)):
        os.utime(workspace.library.path(slug), (1_000_000 - age, 1_000_000 - age))
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert row_of(app, "The harbour bell") < row_of(app, choice_bank(24).article.title)
        assert "20 of 24 new" in screen_text(app)
        assert "5 new" in screen_text(app)
        assert "20 new today" in screen_text(app)
        assert "t Stats" in screen_text(app).splitlines()[-1]


async def test_a_study_with_nothing_due_says_so(tmp_path: Path) -> None:
    """`quizapp study` on a library that is done for today opens no empty screen."""
    clock = FakeClock()
    workspace = workspace_with(tmp_path / "data", choice_bank(1), clock=clock)
    live_through(workspace, clock, [lambda _: True])
    clock.pass_by(days=-1)
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "Nothing is due now" in screen_text(app)


async def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    """Never a blank pane."""
    workspace = workspace_with(tmp_path / "data", make_bank())
    live_through(workspace, FakeClock(), [bool])
    next((tmp_path / "data" / "questions").glob("*.yaml")).unlink()
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "No articles yet" in screen_text(app)
        await press(pilot, "a")
        assert isinstance(app.screen, AddPage)


class RefusingLibrary(OwnLibrary):
    """A library that cannot be read until it is told to."""

    refuses = True

    def entries(self) -> tuple[Entry, ...]:
        """Nothing, or what there is."""
        if self.refuses:
            raise StudyDataError("the history is in use by another window")
        return super().entries()


async def test_a_library_that_cannot_be_opened_can_be_tried_again(tmp_path: Path) -> None:
    """What, why, and a key to try again, in the place of the list."""
    workspace = workspace_with(tmp_path / "data", make_bank())
    library = RefusingLibrary(tmp_path / "data" / "questions")
    workspace.__dict__["library"] = library
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "I could not open your library" in screen_text(app)
        assert "in use by another window" in " ".join(screen_text(app).split())
        library.refuses = False
        await press(pilot, "r")
        assert "The harbour bell" in screen_text(app)


async def test_five_hundred_articles_scroll_like_five(tmp_path: Path) -> None:
    """Only the rows that are seen are drawn, and the cursor stays in sight."""
    app = make_app(workspace_with(tmp_path / "data", make_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        articles = app.screen.query_one(Articles)
        row = articles.current
        assert row is not None
        articles.fill(tuple(replace(row, slug=f"a{number}", title=f"Article {number:03}") for number in range(500)))
        await settle(pilot)
        await press(pilot, "G")
        assert "Article 499" in screen_text(app)
        await press(pilot, "pageup", "k")
        assert "Article 490" in screen_text(app)
        await press(pilot, "g", "j")
        assert articles.current is not None
        assert articles.current.title == "Article 001"
        assert len(articles._drawn) < 60


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_panel_studies_with_one_click(tmp_path: Path, size: tuple[int, int]) -> None:
    """Where there is a panel its button studies; where there is none the key row does."""
    app = make_app(workspace_with(tmp_path / "data", make_bank()))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        wide = size[0] > 80
        assert ("Study what is new" in screen_text(app)) is wide
        await pilot.click(offset=place_of(app, "Study what is new" if wide else "Study all"))
        await settle(pilot)
        assert isinstance(app.screen, Study)


async def test_what_the_command_line_opens_is_what_is_asked(tmp_path: Path) -> None:
    """`quizapp practise` draws its own sitting: practice, which has no grades and ends without a schedule."""
    workspace = workspace_with(tmp_path / "data", choice_bank(2))
    sitting = open_practice(workspace, practice=Practice(among=Among.MISSED), seed=SEED)
    app = QuizApp(workspace, clock=workspace.clock, start="study", sitting=lambda: sitting, grade_wait=0)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "Nothing is missed: every last answer was right." in screen_text(app)

    anything = open_practice(workspace, seed=SEED)
    app = QuizApp(workspace, clock=workspace.clock, start="study", sitting=lambda: anything, grade_wait=0)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "the schedule stays as it is" in screen_text(app)
