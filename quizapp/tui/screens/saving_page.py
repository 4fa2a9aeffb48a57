"""A page whose every change is written at once and holds at once, and can be taken back step by step."""

from collections.abc import Callable
from typing import NamedTuple

from textual import on
from textual.events import DescendantFocus
from textual.widgets import Input

from quizapp.kit.errors import QuizappError
from quizapp.tui.host import host_of
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.key_rows import KeyRows
from quizapp.tui.widgets.search_field import ListSearch
from quizapp.tui.widgets.setting_rows import SettingRows
from quizapp.usecases.settings import trouble


class _Back(NamedTuple):
    """How a change is taken back, and what to say then."""

    write: Callable[[], None]
    said: str


class SavingPage(Page):
    """Its subclasses write through use cases, and put their rows and the search that sifts them where they belong."""

    _rows: SettingRows | KeyRows

    def __init__(self) -> None:
        super().__init__()
        self._search = ListSearch(id="search")
        self._undo: list[_Back] = []

    def on_mount(self) -> None:
        """Show what is chosen, and what of the file cannot be."""
        host = host_of(self)
        host.workspace.read_settings_anew()  # an editor may have been at the file since
        host.heed_settings()
        self.fill()
        if said := trouble(host.workspace):
            self.say(said, error=True)

    def fill(self) -> None:
        """Show what is chosen now."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is only something to undo after a change."""
        return bool(self._undo) if action == "undo" else True

    def choose(self, write: Callable[[], None], *, back: Callable[[], None], undone: str) -> bool:
        """Write a change; `back` takes it back, and then `undone` is said. Whether it could be written."""
        written = self._written(write)
        if written:
            self._undo.append(_Back(back, undone))
            self.fill()
        return written

    def _written(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except QuizappError as error:
            self.say(str(error), error=True)
            return False
        host_of(self).heed_settings()
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._written(self._undo[-1].write):
            said = self._undo.pop().said
            self.fill()
            self.say(f"Undone: {said}")

    def action_leave(self) -> None:
        """Go back."""
        _ = self.dismiss(None)  # not awaited: a screen must not wait for its own end

    def _explain(self) -> None:
        """Say what the marked row is about."""
        raise NotImplementedError

    # Searching

    def action_search(self) -> None:
        """Show what has the words that are typed."""
        self._search.display = True
        self._search.focus()

    def action_leave_search(self) -> None:
        """Show everything again."""
        self._search.value = ""
        self._search.display = False
        self._rows.focus()

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._rows.sift(event.value)
        self._explain()

    @on(Input.Submitted)
    def _found(self) -> None:
        self._rows.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keys depend on whether the search has the focus."""
        self.refresh_bindings()
