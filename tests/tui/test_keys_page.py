"""The list of all keys: a key that is pressed is the key from now on, in the app and in the file, or is refused."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from quizapp.tui.screens.help import Help
from quizapp.tui.screens.keys import KeysPage
from quizapp.tui.screens.press import Press
from quizapp.tui.screens.settings import SettingsPage
from quizapp.tui.screens.study import Study
from quizapp.tui.shell import QuizApp
from quizapp.usecases.workspace import Workspace
from stage import (
    TO_KEYS,
    choice_bank,
    make_app,
    place_of,
    press,
    row_of,
    screen_rows,
    screen_text,
    settle,
    workspace_with,
)

USUAL = (100, 30)
MINE = '# mine\n[study]\nnew = 3 # few\n\n[keys]\n# for the left hand\nlibrary.stats = "T"  # big\n'
TO_ALL_KEYS = (*TO_KEYS, "enter")
FLAG = ("slash", *"flag: some", "enter")
"""In the list: to the key that flags a question."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A few questions with choices, nothing chosen."""
    return workspace_with(tmp_path / "data", choice_bank(5))


def written(workspace: Workspace, text: str) -> Workspace:
    """The same with a settings file."""
    workspace.settings_file.write_text(text, "utf-8")
    workspace.read_settings_anew()
    return workspace


def words(app: QuizApp) -> str:
    """What is on the screen, wherever its lines break."""
    return " ".join(screen_text(app).replace("▌", " ").split())


def explained(app: QuizApp) -> str:
    """What stands beside the list."""
    return " ".join(" ".join(row[58:] for row in screen_rows(app)).split())


async def opened(pilot: Pilot[None], *keys: str) -> QuizApp:
    """The list of all keys, and on."""
    await settle(pilot)
    await press(pilot, *TO_ALL_KEYS)
    app = pilot.app
    assert isinstance(app, QuizApp)
    assert isinstance(app.screen, KeysPage)
    await press(pilot, *keys)
    return app


async def test_a_key_works_at_once_and_is_written_beside_what_was_there(workspace: Workspace) -> None:
    """In the question under the settings, in its key row and help, in the list, and in the file."""
    app = make_app(written(workspace, MINE), start="study")
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "enter")
        assert "Press the key for “flag: something is wrong with the question”" in words(app)
        assert "It has f now; esc leaves it as it is." in words(app)
        await press(pilot, "f6")
        assert isinstance(app.screen, KeysPage)
        assert "“flag: something is wrong with the question” has F6 now." in words(app)
        assert "● flag" in screen_text(app)
        assert "● 2 changed" in screen_text(app)
        assert workspace.settings_file.read_text("utf-8") == f'{MINE}study.flag = "f6"\n'
        await press(pilot, "q")
        assert "‹ 2 changed ›" in screen_text(app)
        await press(pilot, "q", "f")
        assert isinstance(app.screen, Study)
        assert "F6 Flag" in screen_text(app)
        await press(pilot, "?")
        assert isinstance(app.screen, Help)
        assert "F6 flag: something is wrong" in words(app)
        await press(pilot, "escape", "f6")
        assert "What is wrong with this question?" in screen_text(app)


async def test_a_key_that_is_taken_is_refused_with_whose_it_is(workspace: Workspace) -> None:
    """It waits for another one, and nothing was written before that."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "enter", "e")
        assert isinstance(app.screen, Press)
        assert "! e is taken: “edit this question” has it (Study)." in words(app)
        assert not workspace.settings_file.exists()
        await press(pilot, "q")
        assert "q is taken: “close” has it (Lists and menus)." in words(app)
        await press(pilot, "F")
        assert isinstance(app.screen, KeysPage)
        assert workspace.configuration.keys == {"study.flag": ("F",)}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+q", "ctrl+q is taken: “quit; all is saved” has it (Everywhere)."),
        ("ctrl+t", "ctrl+t is taken: “light or dark” has it (Everywhere)."),
        ("tab", "tab is taken: “next pane or field” has it (Everywhere)."),
        ("?", "? is taken: “help” has it (Everywhere)."),
        ("ctrl+c", "ctrl+c would not arrive: it copies."),
        ("ctrl+z", "ctrl+z would not arrive: it gives the shell back."),
        ("alt+b", "alt+b would not arrive: many terminals send two keys for it."),
        ("ctrl+underscore", "ctrl+underscore cannot be chosen; a character can, or a key as f5, ctrl+b, space."),
    ],
)
async def test_keys_that_stay_are_refused(workspace: Workspace, key: str, said: str) -> None:
    """What works everywhere does not work while it is asked for, and is told; so is what terminals keep."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "enter")
        theme = app.theme
        await press(pilot, key)
        assert isinstance(app.screen, Press)
        assert f"! {said}" in words(app)
        assert app.theme == theme
        await press(pilot, "escape")
        assert isinstance(app.screen, KeysPage)
        assert workspace.configuration.keys == {}


async def test_a_letter_is_refused_where_it_would_be_typed(workspace: Workspace) -> None:
    """What works in a field has no letters; a function key does it."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, "slash", *"search.enter", "enter", "enter", "x")
        assert "! x would be typed, since this works in a text field." in words(app)
        await press(pilot, "f6")
        assert workspace.configuration.keys == {"search.enter": ("f6",)}
        await press(pilot, "escape", "slash", *"flag", "f6", "j")
        assert "▸   flag it for that reason" in screen_text(app)


async def test_usual_again_and_undone(workspace: Workspace) -> None:
    """Backspace takes the choice out of the file and leaves the remark; every step goes back."""
    app = make_app(written(workspace, MINE))
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, "slash", *"stats", "enter")
        assert "Changed; usually t." in words(app)
        assert "u Undo" not in screen_text(app)
        await press(pilot, "enter", "f7", "backspace")
        assert "“what you remember” has t now." in words(app)
        assert "all as usual" in screen_text(app)
        assert '#library.stats = "f7"  # big\n' in workspace.settings_file.read_text("utf-8")
        assert "backspace As usual" not in screen_text(app)
        await press(pilot, "u")
        assert "Undone: “what you remember” has F7 again." in words(app)
        await press(pilot, "u")
        assert "Undone: “what you remember” has T again." in words(app)
        assert workspace.settings_file.read_text("utf-8") == MINE
        assert "u Undo" not in screen_text(app)


async def test_the_usual_key_pressed_by_hand_is_no_choice(workspace: Workspace) -> None:
    """The list and the file say as usual; the key that it has already changes nothing."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "enter", "f")
        assert isinstance(app.screen, KeysPage)
        assert not workspace.settings_file.exists()
        await press(pilot, "enter", "f6", "enter", "f")
        assert workspace.configuration.keys == {}
        assert "all as usual" in screen_text(app)


async def test_a_key_is_added_beside_the_others(workspace: Workspace) -> None:
    """Both work; six are the most."""
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "a")
        assert "Press another key for" in words(app)
        await press(pilot, "f6")
        assert workspace.configuration.keys == {"study.flag": ("f", "f6")}
        assert 'study.flag = ["f", "f6"]' in workspace.settings_file.read_text("utf-8")
        for key in ("f7", "f8", "f9", "f12"):
            assert "a Add" in screen_text(app)
            await press(pilot, "a", key)
        assert "a Add" not in screen_text(app)
        await press(pilot, "q", "q", "f9")
        assert "What is wrong with this question?" in screen_text(app)


async def test_what_was_swapped_is_usual_again_together(workspace: Workspace) -> None:
    """One alone cannot have its key while the other has it; the settings give all back at once, and undo that."""
    swapped = '[keys]\ndrill.big = "m"\ndrill.more = "z"\n'
    app = make_app(written(workspace, swapped))
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, "slash", *"big letters, or in", "enter", "backspace")
        assert "! z is taken: “30 seconds more” has it (Drill)." in words(app)
        await press(pilot, "escape", "q")
        assert isinstance(app.screen, SettingsPage)
        assert "2 changed; backspace gives all the usual ones back." in explained(app)
        await press(pilot, "backspace")
        assert "All keys are as usual." in screen_text(app)
        assert "‹ as usual ›" in screen_text(app)
        assert workspace.configuration.keys == {}
        await press(pilot, "u")
        assert "Undone: the other keys are back." in screen_text(app)
        assert workspace.configuration.keys == {"drill.big": ("m",), "drill.more": ("z",)}


async def test_the_list_is_searched(workspace: Workspace) -> None:
    """By what a key does, its name, its place, and the key itself; esc shows all again, and then goes back."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, "slash")
        for text, found in (("flag wrong", "study.flag"), ("drill.big", "drill.big"), ("drill 30", "drill.more")):
            await press(pilot, "ctrl+u", *text)
            assert f"keys.{found} in settings.toml" in words(app)
        await press(pilot, "ctrl+u", *"ctrl+q")
        assert "▸   quit; all is saved" in screen_text(app)
        await press(pilot, "ctrl+u", *"no such thing")
        assert "Nothing is called so" in screen_text(app)
        await press(pilot, "enter", "enter", "a", "backspace", "j", "G")
        assert isinstance(app.screen, KeysPage)
        await press(pilot, "escape")
        assert "Everywhere" in screen_text(app)
        await press(pilot, "slash", *"flag", "escape")
        assert isinstance(app.screen, KeysPage)
        assert "flag: something is wrong" in words(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SettingsPage)


async def test_the_cursor_stays_on_what_it_was_on(workspace: Workspace) -> None:
    """After a change, and when the search is left; headings are passed over and stay in sight."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "enter", "f6", "escape")
        assert "▸ ● flag" in screen_text(app)
        for keys, title in ((("g",), "all commands"), (("k",), "all commands"), (("G",), "leave it as it is")):
            await press(pilot, *keys)
            assert f"▸   {title}" in screen_text(app)
        await press(pilot, "pageup", "pageup", "pageup", *["k"] * 300)
        assert "Everywhere" in screen_text(app)


@pytest.mark.parametrize("text", ['"[red]x[/] \\u001b[31m\\u202e"', '{ "[@click=app.quit]x[/]" = "[b]" }'])
async def test_a_hostile_file_is_text(workspace: Workspace, text: str) -> None:
    """Neither markup nor an escape sequence of a name or a key reaches the screen; the usual keys hold."""
    lines = f'[keys]\nstudy.flag = "["\ndrill.big = "]"\n"[b]x[/b]" = {text}\nq = {text}\n'
    app = make_app(written(workspace, lines))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, *FLAG)
        assert "settings.toml:" not in screen_text(app)  # said until the next key
        await press(pilot, "q", "q", *TO_ALL_KEYS)
        assert "there is no keys.[b]x[/b]" in screen_text(app)
        await press(pilot, *FLAG)
        assert "flag: something is wrong with the question [" in words(app)
        await press(pilot, "enter", "]")
        assert "“flag: something is wrong with the question” has ] now." in words(app)
        assert workspace.configuration.keys == dict.fromkeys(("study.flag", "drill.big"), ("right_square_bracket",))
        assert workspace.settings_file.read_text("utf-8") == lines.replace('"["', '"]"')
        assert "\x1b" not in screen_text(app)
        assert "\u202e" not in screen_text(app)


async def test_a_damaged_file_is_told_and_left(workspace: Workspace) -> None:
    """A change is refused with the reason, and the usual key holds."""
    app = make_app(written(workspace, "[keys\n"))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, *FLAG, "enter", "f6")
        assert "the settings file is damaged" in screen_text(app)
        assert "all as usual" in screen_text(app)
        assert workspace.settings_file.read_text("utf-8") == "[keys\n"


async def test_a_file_that_cannot_be_written_is_told(workspace: Workspace, tmp_path: Path) -> None:
    """The old key holds: nothing seems to be chosen that is forgotten tomorrow."""
    workspace.settings_file.symlink_to(tmp_path / "gone" / "settings.toml")
    app = make_app(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, *FLAG, "enter", "f6")
        assert "! " in screen_rows(app)[1]
        assert "cannot write" in screen_rows(app)[1]
        assert workspace.configuration.keys == {}
        assert "u Undo" not in screen_text(app)


async def test_a_line_that_is_passed_over_and_in_the_way_is_told(workspace: Workspace) -> None:
    """The file would not be heeded as it would stand then, and stays."""
    text = '[keys]\nlibrary.add = ["a", "s", "w"]\n'
    app = make_app(written(workspace, text))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "slash", *"drill a class", "enter", "enter", "w")
        assert "w is the key of library.add already" in screen_text(app)
        assert workspace.settings_file.read_text("utf-8") == text


async def test_everything_is_in_reach_in_a_tiny_window(workspace: Workspace) -> None:
    """Search, list, question and message fit 60×20."""
    app = make_app(workspace)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await opened(pilot, *FLAG)
        assert "▸   flag" in screen_text(app)
        assert "keys.study.flag in settings.toml" in screen_text(app)
        await press(pilot, "enter", "e")
        assert "e is taken: “edit this question” has it (Study)." in words(app)
        await press(pilot, "f6")
        assert "▸ ● flag" in screen_text(app)
        await press(pilot, "u")
        assert "▸   flag" in screen_text(app)
        await press(pilot, "escape", "G")
        assert "leave it as it is" in screen_text(app)


async def test_by_mouse(workspace: Workspace) -> None:
    """A click moves the cursor, a second one waits for a key, the hint leaves; headings are no entries."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await pilot.click(offset=place_of(app, "light or dark"))
        await settle(pilot)
        assert "▸   light or dark" in screen_text(app)
        await pilot.click(offset=place_of(app, "Everywhere"))
        await settle(pilot)
        assert "▸   light or dark" in screen_text(app)
        await pilot.click(offset=place_of(app, "▸   light or dark"))
        await settle(pilot)
        assert isinstance(app.screen, Press)
        await pilot.click(offset=place_of(app, "esc As it is"))
        await settle(pilot)
        assert isinstance(app.screen, KeysPage)


async def test_a_held_key_is_not_taken(workspace: Workspace) -> None:
    """Enter that opened the question is let go first; pressed anew it is taken, or told whose it is."""
    app = make_app(workspace, grade_wait=0.25)
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, "slash", *"the next not asked", "enter", *["enter"] * 5)
        assert isinstance(app.screen, Press)
        assert "!" not in screen_text(app)
        workspace.clock.pass_by(seconds=0.3)  # type: ignore[attr-defined]  # the stage's clock
        await press(pilot, "enter")
        assert workspace.configuration.keys == {"covered.next": ("enter",)}


async def test_a_key_chosen_meanwhile_is_guarded(workspace: Workspace) -> None:
    """A question that was open before guards the new key of a choice against being held, too."""
    app = make_app(workspace, start="study", grade_wait=0.25)
    async with app.run_test(size=USUAL) as pilot:
        for name in ("study.choose2", "study.grade2"):
            await settle(pilot)
            workspace.clock.pass_by(seconds=1)  # type: ignore[attr-defined]  # the stage's clock
            await opened(pilot, "slash", *name, "enter", "enter")
            workspace.clock.pass_by(seconds=1)  # type: ignore[attr-defined]  # the stage's clock
            await press(pilot, "w", "q", "q")
        assert isinstance(app.screen, Study)
        await press(pilot, *["w"] * 5)
        assert "From the article" in screen_text(app)


async def test_the_key_that_leaves_can_be_another(workspace: Workspace) -> None:
    """The sentence names it, and esc can be asked for."""
    app = make_app(written(workspace, '[keys]\npress.leave = "f8"\n'))
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot, *FLAG, "enter")
        assert "F8 leaves it as it is." in words(app)
        await press(pilot, "escape")
        assert "esc is taken: " in words(app)
        await press(pilot, "f8")
        assert isinstance(app.screen, KeysPage)


async def test_the_palette_leads_here(workspace: Workspace) -> None:
    """By its name."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"other keys", "enter")
        assert isinstance(app.screen, KeysPage)
        assert row_of(app, "Everywhere")


async def test_names_are_words_and_no_letter_quits(workspace: Workspace) -> None:
    """Of several that do the same each is told apart in words; what asks nothing and works everywhere is no letter."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, *TO_ALL_KEYS, "slash", *"pgdn", "enter")
        assert "page down" in screen_text(app)
        assert not [row for row in screen_rows(app) if "page_down" in row and "settings.toml" not in row]
        await press(pilot, "slash", *["backspace"] * 4, *"quit;", "enter", "enter", "w")
        assert "w would be typed" in screen_text(app)
        assert not workspace.settings_file.exists()
