"""The shell: starting light, themes, commands, and what is left when something goes wrong."""

import gc
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from builders import NOON, FakeClock, make_bank
from quizapp.kit.errors import StudyDataError
from quizapp.tui import faults
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.study import Study
from quizapp.tui.screens.welcome import Welcome
from quizapp.tui.theme import INK, PAPER
from quizapp.usecases.flags import flagged
from quizapp.usecases.workspace import open_workspace
from screen import Terminal
from stage import CHOICE, choice_bank, ferry_bank, make_app, press, screen_text, settle, workspace_with

HEAVY = ("yaml", "pydantic", "sqlite3", "spacy", "fsrs", "trafilatura", "rapidfuzz", "text_to_num", "cyclopts")
USUAL = (100, 30)

DRAW_WELCOME = """
import asyncio, sys
from pathlib import Path
from quizapp.kit.clock import SystemClock
from quizapp.tui.shell import QuizApp
from quizapp.usecases.workspace import open_workspace

async def main():
    app = QuizApp(open_workspace(Path(sys.argv[1])), clock=SystemClock())
    app._warm_up = lambda: None  # what is warmed up afterwards is not part of the first picture
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "Try it now" in "".join(strip.text for strip in app.screen._compositor.render_strips())

asyncio.run(main())
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""

BREAK = """
import sys
from pathlib import Path
from quizapp.tui.app import run_app
from quizapp.tui.shell import QuizApp
from quizapp.usecases.workspace import open_workspace

def fall(self):
    secret = "local-" + "secret"
    raise ZeroDivisionError("it broke")

QuizApp.action_swap_shade = fall
sys.exit(run_app(open_workspace(Path(sys.argv[1]))))
"""

DEAF = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from pathlib import Path
from quizapp.tui import ending
ending.SIGNALS = (signal.SIGTERM,)
from quizapp.tui.app import run_app
from quizapp.usecases.workspace import open_workspace
sys.exit(run_app(open_workspace(Path(sys.argv[1]))))
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A terminal with all its colours."""
    return {**os.environ, "HOME": str(tmp_path), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def test_welcome_is_drawn_without_anything_heavy(tmp_path: Path) -> None:
    """No bank is opened and no engine imported before the first picture."""
    command = [sys.executable, "-c", DRAW_WELCOME, str(tmp_path / "data")]
    modules = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()
    assert not set(HEAVY) & set(modules)
    assert not (tmp_path / "data").exists()


async def test_the_collector_is_back_after_the_first_picture(tmp_path: Path) -> None:
    """Garbage is collected again as soon as something stands on the screen."""
    gc.disable()
    app = make_app(open_workspace(tmp_path, clock=FakeClock()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert gc.isenabled()


async def test_the_palette_exports_backs_up_and_lifts_flags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command line does with banks, answers and flags is in reach of the app, found by its words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.gift").write_text("mine")
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE))
    app = make_app(workspace, start="study")
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "1", "q")
        await press(pilot, "ctrl+p", *"back up", "enter")
        assert "backed up and checked" in screen_text(app)
        await press(pilot, "ctrl+p", *"export ferry", "enter", *"gift", "enter")
        assert "y-2.gift" in screen_text(app)
        await press(pilot, "enter")
        assert "1 of 1 question as gift" in screen_text(app)
        assert (tmp_path / "ferry.gift").read_text() == "mine"
        assert CHOICE.key in (tmp_path / "ferry-2.gift").read_text(encoding="utf-8")
        await press(pilot, "ctrl+p", *"flagged", "enter")
        assert CHOICE.stem[:40] in screen_text(app)
        await press(pilot, "enter", "y")
        assert flagged(workspace) == ()
        await press(pilot, "ctrl+p", *"flagged", "enter")
        assert "Nothing is flagged." in screen_text(app)
        await press(pilot, "ctrl+p", *"practise sandey", "enter")
        assert isinstance(app.screen, Study)


@pytest.mark.parametrize("words", ["print", "worksheet", "worksheet sandey"])
async def test_a_worksheet_is_found_by_its_words_and_written_where_it_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """The path stands in a field; a file that is there is written over by nobody, and esc writes nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.pdf").write_text("mine")
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="home")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *words, "enter")
        assert "ferry.pdf " in screen_text(app)
        await press(pilot, "escape")
        await press(pilot, "ctrl+p", *words, "enter", "ctrl+u", *"mine.pdf", "enter")
        assert "there is a file already" in screen_text(app)
        await press(pilot, "ctrl+u", *"none/new.pdf", "enter")
        assert "there is no such folder" in screen_text(app)
        await press(pilot, "ctrl+u", *"new.pdf", "enter")
        assert "1 of 1 question as worksheet-pdf" in screen_text(app)
    assert not (tmp_path / "ferry.pdf").exists()
    assert (tmp_path / "mine.pdf").read_text() == "mine"
    assert (tmp_path / "new.pdf").read_bytes().startswith(b"%PDF")


async def test_home_is_the_library_once_there_is_something_in_it(tmp_path: Path) -> None:
    """Welcome is for those who have nothing yet; an article added in the shell counts."""
    app = make_app(open_workspace(tmp_path / "new", clock=FakeClock()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Welcome)
    app = make_app(workspace_with(tmp_path / "used", make_bank()))
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, LibraryPage)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
async def test_every_theme_starts_and_shows_evidence(tmp_path: Path, name: str) -> None:
    """Themes that know nothing of our tokens are given them."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(CHOICE)), start="study")
    async with app.run_test(size=USUAL) as pilot:
        app.theme = name
        await settle(pilot)
        await press(pilot, "1")
        assert "the price of bread." in screen_text(app)
        assert app.theme == name


async def test_light_and_dark_swap(tmp_path: Path) -> None:
    """One key, everywhere, also under a sheet."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert app.theme == INK
        await press(pilot, "ctrl+t")
        assert app.theme == PAPER
        await press(pilot, "f", "ctrl+t")
        assert app.theme == INK


async def test_commands_are_searched_and_run(tmp_path: Path) -> None:
    """Words in any order find a command; enter runs it; the articles of the library are among them."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank(), make_bank()), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"nord theme", "enter")
        assert app.theme == "nord"
        await press(pilot, ":", *"harbour", "enter")
        assert "The harbour bell" in screen_text(app)
        assert "1 of 5" in screen_text(app)
        await press(pilot, "ctrl+p", *"copy this", "enter")
        assert app.clipboard
        await press(
            pilot, "ctrl+p", *"nothing is called so", "enter", "escape", "ctrl+p", "down", "down", "up", "escape"
        )
        assert "1 of 5" in screen_text(app)
        await press(pilot, "ctrl+p", *"library", "enter")
        assert isinstance(app.screen, LibraryPage)


async def test_a_message_is_shown_once_and_taken_away(tmp_path: Path) -> None:
    """A key takes a message away, an error too."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        app.say("one thing")
        app.say("another thing", error=True)
        await settle(pilot)
        assert "one thing" not in screen_text(app)
        assert "! another thing" in screen_text(app)
        await press(pilot, "j")
        assert "another thing" not in screen_text(app)


async def test_what_cannot_be_opened_is_said_and_ends_with_its_code(tmp_path: Path) -> None:
    """When there is nothing else to show, the app ends with the error's own exit code."""
    workspace = workspace_with(tmp_path / "data", make_bank())
    (tmp_path / "data" / "history.db").write_bytes(b"not a database, but long enough to look like a file" * 40)
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
    assert app.return_code == StudyDataError.exit_code
    assert "history" in app.last_words


def test_an_unexpected_exception_leaves_one_sentence_and_a_log(tmp_path: Path, env: dict[str, str]) -> None:
    """No local variable is printed or written; the log is the owner's alone; the exit code is 1."""
    (tmp_path / "data").mkdir()
    with Terminal(sys.executable, "-c", BREAK, str(tmp_path / "data"), env=env) as window:
        window.wait_for("Try it now")
        drawn = len(window.seen)
        window.press("\x14")
        assert window.wait_for_end() == 1
        assert window.is_cooked
        said = window.seen[drawn:].decode()
    log = next((tmp_path / "data").glob("*.log"))
    assert log.name in said
    assert "Traceback" not in said
    assert "ZeroDivisionError: it broke" in log.read_text(encoding="utf-8")
    assert "local-secret" not in said + log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_log_that_cannot_be_written_is_said_too(tmp_path: Path) -> None:
    """The sentence comes even where no file can."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    words = faults.record(ValueError("x\x1b[2J"), folder=blocked / "data", now=NOON)
    assert "ValueError" in words
    assert "\x1b" not in words


def test_a_closed_terminal_ends_the_app_even_where_hang_ups_are_ignored(tmp_path: Path, env: dict[str, str]) -> None:
    """Under nohup nobody hears the hang-up; reading a closed terminal for ever would keep a processor busy."""
    window = Terminal(sys.executable, "-c", DEAF, str(tmp_path / "data"), env=env)
    window.wait_for("Try it now")
    window.close()
    assert window.process.wait(10) == 129


async def test_the_palette_knows_what_a_source_is_for_and_says_when_it_knows_nothing(tmp_path: Path) -> None:
    """“Coverage” finds the map of each article; what nothing is called leaves no blank pane."""
    app = make_app(workspace_with(tmp_path / "data", ferry_bank()), start="home")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"coverage")
        await settle(pilot)
        assert "Source of “The Sandey Ferry of 1907”" in screen_text(app)
        await press(pilot, *"zz")
        assert "There is no such command." in screen_text(app)
        await press(pilot, *["backspace"] * 10)
        assert "There is no such command." not in screen_text(app)


async def test_the_status_is_whole_in_the_cramped_layout(tmp_path: Path) -> None:
    """At 60×20 the way home gives way to it."""
    app = make_app(workspace_with(tmp_path / "data", choice_bank(15)), start="study")
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert screen_text(app).splitlines()[0].rstrip().endswith("min left")
