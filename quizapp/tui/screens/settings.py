"""Settings: each acts and is written as it is changed; beside the list stands what the marked one does."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from quizapp.kit.errors import QuizappError
from quizapp.model.setting import Source, Value
from quizapp.model.settings_table import Setting, ThemeName
from quizapp.tui.host import host_of
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES, Page
from quizapp.tui.theme import offered
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.widgets.setting_rows import SettingRows
from quizapp.usecases.settings import Chosen, change, chosen, in_letters, stepped, trouble

_SAVED: Final = shown(("saved as you change", "$muted"))


class SettingsPage(Page):
    """The list, and the explanation of the marked setting."""

    NAME = "Settings"
    AUTO_FOCUS = "SettingRows"
    CSS_PATH: ClassVar = [STYLES / "settings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "change(-1)", "Change", tooltip="the value before or after", id="settings.before"),
        Binding("l,right", "change(1)", "Change", tooltip="the value before or after", id="settings.after"),
        Binding("enter,space", "open", "Choose", tooltip="the next value, or all themes", id="settings.open"),
        Binding("backspace,delete", "leave_alone", "As usual", tooltip="as it is unless set", id="settings.usual"),
        Binding("u", "undo", "Undo", tooltip="undo the last change", id="settings.undo"),
        Binding("q,escape", "leave", "Back", tooltip="back", id="settings.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows = SettingRows()
        self._undo: list[tuple[Setting, Value]] = []

    def body(self) -> ComposeResult:
        """The list beside its explanation, or over it where the window is narrow."""
        with Horizontal(id="choices"):
            yield self._rows
            with Vertical(id="explained"):
                yield Prose(id="explanation")

    def on_mount(self) -> None:
        """Show what is chosen."""
        self.top.tell(status=_SAVED)
        host = host_of(self)
        host.workspace.read_settings_anew()  # an editor may have been at the file since
        host.heed_settings()
        self._fill()
        if said := trouble(host.workspace):
            self.say(said, error=True)

    def _fill(self) -> None:
        self._rows.fill(chosen(host_of(self).workspace))
        self._explain()
        self.refresh_bindings()

    @on(Rows.Moved)
    def _explain(self) -> None:
        file = host_of(self).workspace.settings_file.name
        self.query_one("#explanation", Prose).show(_explanation(self._rows.current, file))

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is only something to undo after a change."""
        return bool(self._undo) if action == "undo" else True

    @on(SettingRows.Stepped)
    def _stepped(self, event: SettingRows.Stepped) -> None:
        self.action_change(event.step)

    @on(Rows.Opened)
    def _opened(self) -> None:
        self.action_open()

    def action_change(self, step: int) -> None:
        """Choose the value before or after."""
        one, host = self._rows.current, host_of(self)
        themes = offered(host.available_themes)
        self._choose(one, stepped(one.setting, one.value, step, today=host.clock.now().date(), themes=themes))

    def action_open(self) -> None:
        """All themes with a preview of each, or the next value."""
        one = self._rows.current
        if not isinstance(one.setting.kind, ThemeName) or one.source is Source.ENVIRONMENT:
            self.action_change(1)
            return
        from quizapp.tui.screens.themes import Themes  # a list that few people open

        host = host_of(self)
        _ = self.app.push_screen(Themes(offered(host.available_themes), host.theme), self._theme_chosen)

    def _theme_chosen(self, name: str | None) -> None:
        if name is not None:
            self._choose(self._rows.current, name)

    def action_leave_alone(self) -> None:
        """Leave the marked setting to the default again."""
        self._choose(self._rows.current, None)

    def _choose(self, one: Chosen, value: Value) -> None:
        if one.source is Source.ENVIRONMENT:
            self.say(f"${one.setting.variable} says so; unset it to choose here.")
            return
        before = one.value if one.source is Source.FILE else None
        if value != before and self._write(one.setting, value):
            self._undo.append((one.setting, before))
            self._fill()

    def _write(self, setting: Setting, value: Value) -> bool:
        host = host_of(self)
        try:
            change(host.workspace, setting, value)
        except QuizappError as error:
            self.say(str(error), error=True)
            return False
        host.heed_settings()
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        setting, before = self._undo[-1]
        if self._write(setting, before):
            self._undo.pop()
            self._fill()
            now = setting.default if before is None else before
            self.say(f"Undone: {setting.title} is {in_letters(setting, now)} again.")

    def action_leave(self) -> None:
        """Go back."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end


def _explanation(one: Chosen, file: str) -> Content:
    setting = one.setting
    usual = in_letters(setting, setting.default)
    origin = {
        Source.DEFAULT: "Not chosen; this is what holds.",
        Source.FILE: f"Chosen; unless set: {usual}.",
        Source.ENVIRONMENT: f"${setting.variable} says so; unset it to choose here.",
    }[one.source]
    return joined(
        [
            shown((setting.title, "bold")),
            shown(),
            shown(setting.sentence),
            shown(),
            shown((origin, "$muted")),
            shown((f"{setting.name} in {file}", "$muted")),
        ]
    )
