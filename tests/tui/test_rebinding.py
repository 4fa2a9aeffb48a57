"""Other keys: what a person chooses in the settings file is what the keys do, and what help and key row say."""

import importlib
import inspect
import pkgutil
import string
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

import quizapp.tui
from quizapp.model.keymap import key_called, typed
from quizapp.model.keys_table import all_keys
from quizapp.tui.keys import key_name
from quizapp.tui.screens.drill import DrillPage
from quizapp.tui.screens.help import Help
from quizapp.tui.screens.settings import SettingsPage
from quizapp.tui.screens.stats import StatsPage
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.usecases.workspace import Workspace
from stage import (
    CHOICE,
    SHORT,
    choice_bank,
    ferry_bank,
    make_app,
    press,
    screen_rows,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A few questions with choices."""
    return workspace_with(tmp_path / "data", choice_bank(5))


def app_with(workspace: Workspace, keys: str, **how: object) -> QuizApp:
    """The app with a table of keys in its settings file."""
    workspace.settings_file.write_text(f"[keys]\n{keys}\n", "utf-8")
    workspace.read_settings_anew()
    return make_app(workspace, **how)  # type: ignore[arg-type]  # what the stage takes


def bound_in_the_app(kinds: type[DOMNode] | tuple[type[DOMNode], ...] = DOMNode) -> dict[str, tuple[str, ...]]:
    """Every binding of every screen and widget that has a name, with its keys."""
    found: dict[str, dict[str, None]] = {}
    for module in pkgutil.walk_packages(quizapp.tui.__path__, "quizapp.tui."):
        members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        for kind in (kind for _, kind in members if issubclass(kind, kinds) and kind.__module__ == module.name):
            for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", [])):
                if binding.id:
                    found.setdefault(binding.id, {})[binding.key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def test_the_table_of_keys_is_what_is_bound() -> None:
    """No key is bound without a row, no row is without a key, and each says what it does."""
    assert {key.name: key.keys for key in all_keys().values()} == bound_in_the_app()
    assert all(key.explanation for key in all_keys().values())


def test_what_fields_do_has_no_letters() -> None:
    """A field would take them as text, and what they are to do could not be done any more."""
    in_fields = bound_in_the_app((Input, TextArea))
    assert {"field.check", "search.enter"} < set(in_fields)
    assert [typed(name, ("f5", "x", "?")) for name in in_fields] == ["x"] * len(in_fields)
    assert typed("study.leave_field", ("space",))
    assert not typed("study.flag", ("x",))


def test_keys_are_called_as_textual_calls_them() -> None:
    """Every character of a keyboard, and every key of the table by the name under which it is printed."""
    for character in string.ascii_letters + string.digits + string.punctuation:
        assert key_called(character) == _character_to_key(character)
    for key in {key for one in all_keys().values() for key in one.keys} - {"ctrl+c"}:
        assert key_called(key_name(key)) == key


async def test_a_chosen_key_does_it_and_the_usual_one_no_more(workspace: Workspace) -> None:
    """In the key row, in help, in the palette and under the finger."""
    app = app_with(workspace, 'library.stats = "f5"\napp.settings = ["f7", ";"]')
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        assert not isinstance(app.screen, SettingsPage)
        for key in ("f7", ";"):
            await press(pilot, key)
            assert isinstance(app.screen, SettingsPage)
            await press(pilot, "q")
        await press(pilot, "?")
        assert isinstance(app.screen, Help)
        assert "F7 ; settings" in " ".join(screen_text(app).split())
        await press(pilot, "escape", "ctrl+p", *"settings")
        assert "F7" in screen_text(app)


async def test_the_key_row_keeps_its_order(workspace: Workspace) -> None:
    """A chosen key stands where the usual one stood, and is clicked there."""
    usual = make_app(workspace, start="study")
    async with usual.run_test(size=USUAL) as pilot:
        await settle(pilot)
        before = screen_rows(usual)[-1]
    app = app_with(workspace, 'study.later = "f6"', start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        after = screen_rows(app)[-1]
        assert before.replace("b Later", "F6 Later").split() == after.split()
        first = app.screen.copies() if isinstance(app.screen, Study) else ()
        await pilot.click(offset=(after.index("Later"), 29))
        await settle(pilot)
        assert isinstance(app.screen, Study)
        assert app.screen.copies() != first


async def test_what_shares_a_key_in_other_phases_keeps_it(workspace: Workspace) -> None:
    """Space shows an answer and goes on; another key for the first leaves the second."""
    app = app_with(workspace, 'study.reveal = "f9"', start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "space")
        assert "Here it is" not in screen_text(app)
        await press(pilot, "f9")
        assert "Here it is" in screen_text(app)
        await press(pilot, "space")
        assert "Here it is" not in screen_text(app)
        assert "2 of 5" in screen_text(app)


async def test_a_letter_is_a_letter_in_a_field(tmp_path: Path) -> None:
    """A hint on h is a hint outside the field alone."""
    app = app_with(workspace_with(tmp_path / "data", ferry_bank(SHORT)), 'study.hint = "h"', start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "h")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "h"


async def test_menus_name_the_chosen_key(workspace: Workspace) -> None:
    """A list of things to do has a key before each."""
    app = app_with(workspace, 'pause.end = "f8"\ndrill.big = "t"', start="home")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"drill, for", "enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DrillPage)
        assert "t Big text" in screen_text(app)
        await press(pilot, "q")
        assert "F8 End the drill" in " ".join(screen_text(app).split())


async def test_a_drill_says_the_chosen_keys_in_its_sentences(workspace: Workspace) -> None:
    """What is next, and what to press when the time is over."""
    app = app_with(workspace, 'drill.next = "f8"\ndrill.reveal = "f9"', start="home")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"drill, for", "enter", "j", "j", "j", "right", "enter")
        await settle(pilot)
        workspace.clock.pass_by(seconds=70)  # type: ignore[attr-defined]  # the stage's clock
        await press(pilot, "m", "u")
        assert "Time is up. F9 shows the answer, m gives 30 seconds more." in screen_text(app)
        await press(pilot, "f9")
        assert "F8 asks the next question" in screen_text(app)


async def test_an_editor_at_the_keys_meanwhile_is_heard(workspace: Workspace) -> None:
    """Opening the settings reads them, also back to the usual ones, on screens that are open already."""
    app = make_app(workspace)

    async def choose(pilot: Pilot[None], keys: str) -> None:
        workspace.settings_file.write_text(keys, "utf-8")
        await press(pilot, "comma", "q")

    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        for keys, works, other in (("", "ctrl+t", "f9"), ('[keys]\napp.shade = "f9"\n', "f9", "ctrl+t")) * 2:
            await choose(pilot, keys)
            before = app.theme
            await press(pilot, other)
            assert app.theme == before
            await press(pilot, works)
            assert app.theme != before


async def test_chosen_keys_hold_in_sheets_too(workspace: Workspace) -> None:
    """Light and dark, and help, have one name on every screen."""
    app = app_with(workspace, 'app.shade = "f9"\napp.help = "f1"')
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "f1")
        assert isinstance(app.screen, Help)
        before = app.theme
        await press(pilot, "f9")
        assert app.theme != before
        await press(pilot, "f1")
        assert not isinstance(app.screen, Help)


async def test_a_key_that_cannot_be_is_told_when_the_app_opens(workspace: Workspace) -> None:
    """With file, line and column; the usual key holds."""
    app = app_with(workspace, 'library.stats = "ctrl+m"')
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "settings.toml:2:17: keys.library.stats: ctrl+m would not arrive" in screen_text(app)
        await press(pilot, "ctrl+p", *"stats", "enter")
        assert isinstance(app.screen, StatsPage)


@pytest.mark.parametrize("key", ["f9", "z"])
async def test_a_chosen_key_is_guarded_as_the_usual_one(tmp_path: Path, key: str) -> None:
    """Holding down the key of a choice answers once and grades nothing, whichever key it is."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(CHOICE))
    app = app_with(workspace, f'study.choose2 = "{key}"\nstudy.grade2 = "{key}"', start="study", grade_wait=0.25)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        workspace.clock.pass_by(seconds=1)  # type: ignore[attr-defined]  # the stage's clock
        await press(pilot, *[key] * 5)
        assert "From the article" in screen_text(app)


async def test_sentences_name_the_chosen_keys(workspace: Workspace) -> None:
    """What a page tells to press is what does it now."""
    app = app_with(workspace, 'library.study = "w"', start="home")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "w")
        assert isinstance(app.screen, Study)
        await press(pilot, "1", "space", "q")
        assert "press w to go on." in screen_text(app)
