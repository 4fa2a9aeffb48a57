"""Settings: each acts and is written as it is changed; beside the list stands what the marked one does."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from quizapp.model.setting import Source, Value
from quizapp.model.settings_table import ThemeName
from quizapp.tui.host import host_of
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.saving_page import SavingPage
from quizapp.tui.theme import offered
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.setting_rows import Errand, SettingRows
from quizapp.usecases.keys import OtherKeys, bound, other_keys, rebind
from quizapp.usecases.settings import Chosen, change, chosen, in_letters, stepped

_SAVED: Final = shown(("saved as you change", "$muted"))
_KEYS: Final = (
    "Which key does what, on every screen. All that keys do is listed: choose something, then press the key that it is "
    "to have in place of the usual one."
)
_FOLDER: Final = (
    "All that is yours is in this folder: answers, questions, backups and these settings. enter copies its path. "
    "Another one is chosen with --data-dir, or with $QUIZAPP_DATA_DIR."
)
_EXPORT: Final = (
    "Writes one file with every answer, your questions and these settings; where, it asks first. "
    "Import a backup reads it, here or on another computer."
)
_IMPORT: Final = (
    "Brings back your answers from a backup, one of which is made each day, or all of an exported file. It says what "
    "will happen and asks first; what is here is kept."
)
_NOTHING: Final = shown(("No setting has these words.", "$muted"))
_OF_VALUES: Final = frozenset({"change", "leave_alone"})
_OF_ONE: Final = _OF_VALUES | {"open"}
"""What is done with the marked one."""


class SettingsPage(SavingPage):
    """The list, and the explanation of the marked setting."""

    NAME = "Settings"
    AUTO_FOCUS = "SettingRows"
    CSS_PATH: ClassVar = [STYLES / "settings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "change(-1)", "Change", tooltip="the value before or after", id="settings.before"),
        Binding("l,right", "change(1)", "Change", tooltip="the value before or after", id="settings.after"),
        Binding("enter,space", "open", "Choose", tooltip="the next value, or all there is", id="settings.open"),
        Binding("escape", "leave_search", "All again", tooltip="show all settings again", id="settings.leave"),
        Binding("backspace,delete", "leave_alone", "As usual", tooltip="as it is unless set", id="settings.usual"),
        Binding("u", "undo", "Undo", tooltip="undo the last change", id="settings.undo"),
        Binding("slash", "search", "Search", tooltip="search the settings", id="settings.search"),
        Binding("q,escape", "leave", "Back", tooltip="back", id="settings.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: SettingRows = SettingRows()

    def body(self) -> ComposeResult:
        """The list beside its explanation, or over it where the window is narrow."""
        with Horizontal(id="choices"):
            with Vertical(id="found"):
                yield self._search
                yield self._rows
            with Vertical(id="explained"):
                yield Prose(id="explanation")

    def on_mount(self) -> None:
        """Say that nothing need be saved, and show everything until it is searched."""
        self._search.display = False
        self.top.tell(status=_SAVED)

    def on_screen_resume(self) -> None:
        """Keys may be others now."""
        self.fill()

    def fill(self) -> None:
        """Show the settings as they are now."""
        workspace = host_of(self).workspace
        self._rows.fill(chosen(workspace), other_keys(workspace), self._errands())
        self._explain()
        self.refresh_bindings()

    @on(Rows.Moved)
    def _explain(self) -> None:
        file, one = host_of(self).workspace.settings_file.name, self._rows.marked
        match one:
            case None:
                told = _NOTHING
            case OtherKeys():
                told = _of_keys(one, file, self.printed_key("settings.usual"))
            case Errand():
                told = _explained(one.title, one.sentence, one.text)
            case Chosen():
                told = _of(one, file)
        self.query_one("#explanation", Prose).show(told)
        self.refresh_bindings()

    def _errands(self) -> tuple[Errand, ...]:
        folder = str(host_of(self).workspace.data_dir)
        return (
            Errand(title="Folder", text=_from_home(folder), sentence=_FOLDER, action="copy_folder"),
            Errand(title="Export everything", sentence=_EXPORT, action="export_everything"),
            Errand(title="Import a backup", sentence=_IMPORT, action="import_backup"),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search is left where it was entered; what is no setting has no value."""
        searching, one = self.focused is self._search, self._rows.marked
        if action in _OF_ONE and (searching or one is None or (action in _OF_VALUES and isinstance(one, Errand))):
            return False
        rules = {"leave_search": self._search.display, "leave": not searching, "search": not searching}
        return rules.get(action, super().check_action(action, parameters))

    # What the keys do

    @on(SettingRows.Stepped)
    def _stepped(self, event: SettingRows.Stepped) -> None:
        self.action_change(event.step)

    @on(Rows.Opened)
    async def _opened(self) -> None:
        await self.action_open()

    def action_change(self, step: int) -> None:
        """Choose the value before or after; of the keys the list of all."""
        one, host = self._rows.marked, host_of(self)
        if not isinstance(one, Chosen):
            if isinstance(one, OtherKeys):
                host.show_keys()
            return
        themes = offered(host.available_themes)
        self._choose(one, stepped(one.setting, one.value, step, today=host.clock.now().date(), themes=themes))

    async def action_open(self) -> None:
        """All themes with a preview of each, all keys, an errand, or the next value."""
        one = self._rows.marked
        if isinstance(one, Errand):
            await self.run_action(one.action)
        elif isinstance(one, Chosen) and _has_list(one):
            self._open_themes(one)
        else:
            self.action_change(1)

    def _open_themes(self, one: Chosen) -> None:
        from quizapp.tui.screens.themes import Themes  # a list that few people open

        def theme_chosen(name: str | None) -> None:
            if name is not None:
                self._choose(one, name)

        host = host_of(self)
        _ = self.app.push_screen(Themes(offered(host.available_themes), host.theme), theme_chosen)

    def action_leave_alone(self) -> None:
        """Leave the marked setting, or all keys, to the default again."""
        one = self._rows.marked
        if isinstance(one, OtherKeys):
            self._usual_keys(one)
        elif isinstance(one, Chosen):
            self._choose(one, None)

    def action_export_everything(self) -> None:
        """Write all data to one file."""
        host_of(self).export_everything()

    def action_import_backup(self) -> None:
        """Choose what to bring back."""
        host_of(self).import_backup()

    def action_copy_folder(self) -> None:
        """Copy the path of the folder."""
        self.app.copy_to_clipboard(str(host_of(self).workspace.data_dir))
        self.say("The path of the folder is copied.")

    def _usual_keys(self, one: OtherKeys) -> None:
        workspace = host_of(self).workspace
        before = {each.key.name: each.now for each in bound(workspace) if each.changed}
        if one.names and self.choose(
            partial(rebind, workspace, dict.fromkeys(before)),
            back=partial(rebind, workspace, before),
            undone="the other keys are back.",
        ):
            self.say("All keys are as usual.")

    def _choose(self, one: Chosen, value: Value) -> None:
        setting, workspace = one.setting, host_of(self).workspace
        if one.source is Source.ENVIRONMENT:
            self.say(f"${setting.variable} says so; unset it to choose here.")
            return
        before = one.value if one.source is Source.FILE else None
        if value != before:
            now = setting.default if before is None else before
            self.choose(
                partial(change, workspace, setting, value),
                back=partial(change, workspace, setting, before),
                undone=f"{setting.title} is {in_letters(setting, now)} again.",
            )


def _has_list(one: Chosen) -> bool:
    return isinstance(one.setting.kind, ThemeName) and one.source is not Source.ENVIRONMENT


def _from_home(path: str) -> str:
    """A path as a person writes it."""
    home = str(Path.home())
    return f"~{path.removeprefix(home)}" if path == home or path.startswith(f"{home}/") else path


def _of_keys(one: OtherKeys, file: str, key: str) -> Content:
    changed = f"{one.text}; {key} gives all the usual ones back." if one.names else "All are as usual."
    return _explained("Keys", _KEYS, changed, f"[keys] in {file}")


def _of(one: Chosen, file: str) -> Content:
    setting = one.setting
    usual = in_letters(setting, setting.default)
    origin = {
        Source.DEFAULT: "Not chosen; this is what holds.",
        Source.FILE: f"Chosen; unless set: {usual}.",
        Source.ENVIRONMENT: f"${setting.variable} says so; unset it to choose here.",
    }[one.source]
    return _explained(setting.title, setting.sentence, origin, f"{setting.name} in {file}")


def _explained(title: str, sentence: str, *more: str) -> Content:
    asides = [shown((line, "$muted")) for line in more if line]
    return joined([shown((title, "bold")), shown(), shown(sentence), shown(), *asides])
