"""A bank that somebody else has changed meanwhile: read it again, with or without a copy of one's own."""

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

_ENTRIES: Final = (
    Entry(key="c", title="Keep my version as a copy, then read the file again", action="choose('copy')"),
    Entry(key="r", title="Read the file again", note="without your last step", action="choose('reload')"),
)


class Changed(Sheet[str]):
    """Its result is "copy", "reload", or None, with which nothing is written."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "confirm.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", "Choose", tooltip="do the marked thing", id="changed.pick"),
        Binding("c", "choose('copy')", "Copy", tooltip="keep my version as a copy", id="changed.copy"),
        Binding("r", "choose('reload')", "Read again", tooltip="read the file again", id="changed.reload"),
    ]

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        """What happened, and what can be done."""
        with Vertical(id="confirm"):
            yield Prose(shown(("This file was changed or removed meanwhile", "bold")), classes="head")
            yield Prose(shown((self._file, "$muted")), classes="head")
            yield Prose(shown("Nothing was written over it; your last step is not saved."), classes="head")
            yield Menu(_ENTRIES)
        yield KeyRow()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Do the marked thing."""
        self.query_one(Menu).pick()

    def action_choose(self, what: str) -> None:
        """Close with a choice."""
        _ = self.dismiss(what)
