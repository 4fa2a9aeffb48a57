"""A question before something that is not easily looked over: yes or no, the mark on no."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.prose import Prose

_NO: Final = Entry(key="n", title="No", action="close")


class Confirm(Sheet[bool]):
    """Its result is True for yes."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "confirm.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", "Yes", tooltip="yes", id="confirm.yes"),
        Binding("n", "close", "No", tooltip="no", id="confirm.no"),
        Binding("enter,space", "pick", "Choose", tooltip="do the marked thing", id="confirm.pick"),
    ]

    def __init__(self, question: str, *, yes: str = "Yes", note: str = "") -> None:
        super().__init__()
        self._question = question
        self._note = note
        self._entries = (_NO, Entry(key="y", title=yes, action="yes"))

    def compose(self) -> ComposeResult:
        """The question over the two answers."""
        with Vertical(id="confirm"):
            yield Prose(shown((self._question, "bold")), classes="head")
            if self._note:
                yield Prose(shown((self._note, "$muted")), classes="head")
            yield Menu(self._entries)
        yield KeyRow()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Do the marked thing."""
        self.query_one(Menu).pick()

    def action_yes(self) -> None:
        """Yes."""
        _ = self.dismiss(True)  # not awaited: a screen must not wait for its own end
