"""The settings screen: every change acts and is written at once, by key and by mouse, and can be taken back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from quizapp.model.setting import Settings
from quizapp.tui.screens.add import AddPage
from quizapp.tui.screens.library import LibraryPage
from quizapp.tui.screens.settings import SettingsPage
from quizapp.tui.screens.themes import Themes
from quizapp.tui.shell import QuizApp
from quizapp.tui.symbols import plain
from quizapp.tui.theme import INK, PAPER
from quizapp.usecases.workspace import Workspace
from stage import (
    CHOICE,
    SHORT,
    choice_bank,
    ferry_bank,
    key_of,
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
TO_THEME = "j" * 9


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Nine questions, nothing chosen."""
    return workspace_with(tmp_path / "data", choice_bank(9))


async def _opened(pilot: Pilot[None]) -> QuizApp:
    await settle(pilot)
    await press(pilot, "comma")
    app = pilot.app
    assert isinstance(app, QuizApp)
    assert isinstance(app.screen, SettingsPage)
    return app


def _on(app: QuizApp, *words: str) -> bool:
    """Whether the cursor is on a setting, whatever the room between title and value."""
    return any(" ".join(row.split()).startswith(" ".join(("▸", *words))) for row in screen_rows(app))


async def test_a_change_acts_and_is_written_at_once(workspace: Workspace) -> None:
    """Two steps down from "as usual" to 0 and 5, and the library asks five new ones; nothing was saved by a key."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await press(pilot, "l", "right")
        assert "‹ 5 ›" in screen_rows(app)[row_of(app, "▸ New questions a day")]
        assert "new = 5" in workspace.settings_file.read_text()
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryPage)
        assert "5 new" in screen_text(app)
        await press(pilot, "comma", "h", "left", "escape")
        assert "9 new" in screen_text(app)


async def test_the_last_change_is_taken_back_step_by_step(workspace: Workspace) -> None:
    """Undo goes back over several settings to a file that chooses nothing; where there is nothing it is not offered."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        assert "u Undo" not in screen_text(app)
        await press(pilot, "j", "j", "l", "l", "j", "h")
        assert workspace.settings == Settings(limit=50, retention=0.88)
        await press(pilot, "u")
        assert "Undone: Aim to remember is 90 % again." in screen_text(app)
        await press(pilot, "u", "u")
        assert workspace.settings == Settings()
        assert "u Undo" not in screen_text(app)


async def test_a_setting_is_left_alone_again(workspace: Workspace) -> None:
    """Backspace gives the default back, and says what that is; undo brings the choice back."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await press(pilot, "j", "l")
        assert "Chosen; unless set: 200." in screen_text(app)
        await press(pilot, "backspace")
        assert workspace.settings == Settings()
        assert "Not chosen" in screen_text(app)
        await press(pilot, "u")
        assert workspace.settings == Settings(due=300)


async def test_the_cursor_passes_over_headings(workspace: Workspace) -> None:
    """Down and up, the ends, the pages."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        for keys, title in (
            (("k",), "New questions a day"),
            (("j",) * 8, "Questions an article"),
            (("down",), "Theme"),
            (("G",), "Import a backup"),
            (("j",), "Import a backup"),
            (("k",) * 4, "Sound at time up"),
            (("g",), "New questions a day"),
            (("pagedown",), "Import a backup"),
            (("pageup",), "New questions a day"),
        ):
            await press(pilot, *keys)
            assert _on(app, title)


async def test_a_theme_is_looked_at_before_it_is_kept(workspace: Workspace) -> None:
    """Enter on Theme opens all of them; the cursor tries one on, esc gives the old one back, enter keeps."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await press(pilot, *TO_THEME, "enter")
        assert isinstance(app.screen, Themes)
        await press(pilot, "j")
        assert app.theme == PAPER
        await press(pilot, "escape")
        assert (app.theme, workspace.settings.theme) == (INK, None)
        await press(pilot, "enter", "j", "enter")
        assert (app.theme, workspace.settings.theme) == (PAPER, PAPER)
        await press(pilot, "u")
        assert (app.theme, workspace.settings.theme) == (INK, None)


async def test_what_was_swapped_by_hand_stays_when_something_else_changes(workspace: Workspace) -> None:
    """Ctrl+t is until one quits, not until the next setting."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await press(pilot, "ctrl+t", "l")
        assert app.theme == PAPER


async def test_by_mouse(workspace: Workspace) -> None:
    """A click moves the cursor, an arrow changes, a second click goes on to the next value."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await pilot.click(offset=place_of(app, "Longest sitting"))
        await settle(pilot)
        assert "▸ Longest sitting" in screen_text(app)
        row = row_of(app, "▸ Longest sitting")
        await pilot.click(offset=(screen_rows(app)[row].index("›"), row))
        await settle(pilot)
        assert workspace.settings.limit == 30
        await pilot.click(offset=(screen_rows(app)[row].index("‹"), row))
        await settle(pilot)
        assert workspace.settings.limit == 20
        for limit in (20, 30):
            await pilot.click(offset=place_of(app, "▸ Longest sitting"))
            await settle(pilot)
            assert workspace.settings.limit == limit
        await pilot.click(offset=place_of(app, "Look"))
        await settle(pilot)
        assert "▸ Longest sitting" in screen_text(app)
        await pilot.click(offset=place_of(app, "u Undo"))
        await settle(pilot)
        assert workspace.settings.limit == 20


async def test_the_environment_cannot_be_changed_here(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen says which variable decides."""
    monkeypatch.setenv("QUIZAPP_STUDY_NEW", "7")
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await press(pilot, "l")
        assert workspace.settings.new == 7
        assert "$QUIZAPP_STUDY_NEW says so; unset it to choose here." in screen_text(app)


async def test_a_damaged_file_is_told_and_left(workspace: Workspace) -> None:
    """The app opens all the same; a change is refused with the reason."""
    workspace.settings_file.write_text("[study\n")
    app = make_app(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "this is not TOML" in screen_text(app)
        await _opened(pilot)
        await press(pilot, "l")
        assert "the settings file is damaged" in screen_text(app)
        assert workspace.settings_file.read_text() == "[study\n"


async def test_the_app_looks_and_waits_as_the_file_says(workspace: Workspace) -> None:
    """Theme, motion, the wait before a grade, and the form's amount; a slip in a theme's name is told."""
    workspace.settings_file.write_text(
        f"[look]\ntheme = '{PAPER}'\nmotion = 'none'\n[study]\ngrade_wait = 0.75\n[add]\namount = 'few'\n"
    )
    app = QuizApp(workspace, clock=workspace.clock)
    assert (app.theme, app.animation_level, app.grade_wait) == (PAPER, "none", 0.75)
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, AddPage)
        assert app.screen._amount.chosen == "few"
    workspace.settings_file.write_text("[look]\ntheme = 'quizapp-papr'\n")
    workspace.read_settings_anew()
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "There is no theme quizapp-papr. Did you mean quizapp-paper?" in screen_text(app)


async def test_the_palette_leads_here(workspace: Workspace) -> None:
    """By its name, and only once."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"settings", "enter")
        assert isinstance(app.screen, SettingsPage)
        await press(pilot, "comma", "q")
        assert isinstance(app.screen, LibraryPage)


async def test_an_editor_at_the_file_meanwhile_is_heard(workspace: Workspace) -> None:
    """Opening the settings reads them, and the app does as they say."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        workspace.settings_file.write_text(f"[study]\nnew = 3\n[look]\ntheme = '{PAPER}'\n")
        await _opened(pilot)
        assert "‹ 3 ›" in screen_text(app)
        assert app.theme == PAPER


async def test_a_hostile_theme_is_text(workspace: Workspace) -> None:
    """Neither markup nor an escape sequence reaches the screen, in the list, the message or the themes."""
    workspace.settings_file.write_text('[look]\ntheme = "[red]x[/] \\u001b[31m\\u202e"\n')
    app = make_app(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "There is no theme [red]x[/]" in screen_text(app)
        await _opened(pilot)
        assert "‹ [red]x[/] " in screen_text(app)
        assert "\x1b" not in screen_text(app)
        assert "\u202e" not in screen_text(app)
        await press(pilot, *TO_THEME, "l")
        assert workspace.settings.theme == INK


async def test_choices_wait_until_they_are_asked_for(workspace: Workspace) -> None:
    """Only the question is there at first: no digit, no hint; space, enter or a click shows the choices."""
    workspace.settings_file.write_text("[study]\nhide_choices = 'on'\n")
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        for way in ("space", "enter", "click"):
            before = screen_rows(app)
            assert CHOICE.key not in screen_text(app)
            assert "space  shows the 4 choices" in screen_text(app)
            assert "space Show choices" in before[-1]
            await press(pilot, "1", "j", "f2")
            assert screen_rows(app) == before
            if way == "click":
                await pilot.click(offset=place_of(app, "shows the 4 choices"))
                await settle(pilot)
            else:
                await press(pilot, way)
            assert CHOICE.key in screen_text(app)
            assert row_of(app, "what moved the county") == next(
                n for n, row in enumerate(before) if "what moved the county" in row
            )
            await press(pilot, key_of(app, CHOICE.key), "space")
        await press(pilot, "f4")
        assert CHOICE.key in screen_text(app)


async def test_hidden_choices_are_shown_when_the_setting_is_turned_off(workspace: Workspace) -> None:
    """The setting acts on the question in front, too."""
    workspace.settings_file.write_text("[study]\nhide_choices = 'on'\n")
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, "comma", *"jjjjj")
        assert _on(app, "Hide choices until space", "[✓]")
        await press(pilot, "space")
        assert _on(app, "Hide choices until space", "[ ]")
        await press(pilot, "q")
        assert CHOICE.key in screen_text(app)


async def test_a_typo_is_a_miss_where_none_is_accepted(tmp_path: Path) -> None:
    """The field says so before the answer, and the feedback what differs; "I was right" is there all the same."""
    workspace = workspace_with(tmp_path / "data", ferry_bank(SHORT))
    workspace.settings_file.write_text("[study]\ntypos = 'off'\n")
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        assert "capitals and accents do not matter" in screen_text(app)
        await press(pilot, *"ferry", "space", *"baord", "enter")
        assert "Not this time" in screen_text(app)
        assert "o  I was right" in screen_text(app)


async def test_the_source_stands_beside_the_answer_or_never(workspace: Workspace) -> None:
    """In a wide window; where it never does, the sentence that proves the answer stands under the choices."""
    app = make_app(workspace, start="study")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Source opens here after your answer" in screen_text(app)
        await press(pilot, "1")
        assert "¶1" in screen_text(app)
        await press(pilot, "comma", "slash", *"beside", "enter", "l")
        assert _on(app, "Source beside the answer", "‹ never ›")
        await press(pilot, "q")
        assert "¶1" not in screen_text(app)
        assert "the price of bread" in screen_text(app)
        await press(pilot, "space")
        assert "Source opens here" not in screen_text(app)


async def test_plain_symbols_are_in_nothing_that_is_drawn(workspace: Workspace) -> None:
    """Everywhere at once, also under the settings; each takes one cell, so that nothing moves."""
    app = make_app(workspace, start="study")
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot)
        await press(pilot, key_of(app, CHOICE.key))
        usual = screen_rows(app)
        await press(pilot, "comma", "slash", *"marks", "enter", "l")
        assert "< plain >" in screen_text(app)
        await press(pilot, "q")
        assert screen_rows(app) == [plain(row) for row in usual]
        assert any("+ Correct" in row for row in screen_rows(app))
        assert not set("✓✗▸·¶…") & set(screen_text(app))


async def test_a_setting_is_found_by_its_words(workspace: Workspace) -> None:
    """Slash searches titles and explanations; esc shows all again, with the cursor on what was found."""
    app = make_app(workspace)
    async with app.run_test(size=USUAL) as pilot:
        await _opened(pilot)
        await press(pilot, "slash", *"bell")
        assert "Sound at time up" in screen_text(app)
        assert "Theme" not in screen_text(app)
        await press(pilot, "enter", "l")
        assert workspace.settings.sound == "on"
        await press(pilot, "escape")
        assert "▸ Sound at time up" in screen_text(app)
        assert "Theme" in screen_text(app)
        await press(pilot, "slash", *"zzz")
        assert "No setting has these words." in screen_text(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, LibraryPage)


async def test_plain_symbols_say_what_the_usual_ones_are_called(workspace: Workspace) -> None:
    """All that is drawn has plain marks then, and so would the usual ones if they stood for themselves."""
    app = make_app(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "slash", *"symbols", "enter", "l")
        assert "< plain >" in screen_text(app)
        assert "Chosen; unless set: usual." in screen_text(app)
