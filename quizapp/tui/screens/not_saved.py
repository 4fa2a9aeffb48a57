"""Before leaving what the disk refused: try again, leave without it, or stay."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.kit.durations import counted
from quizapp.tui.background import in_thread
from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from quizapp.usecases.notebook import Notebook


class NotSaved(Sheet[bool]):
    """Its result is True where there is nothing to stay for: all is on disk now, or may be lost."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "confirm.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", "Choose", tooltip="do the marked thing", id="unsaved.pick"),
        Binding("r", "retry", "Try again", tooltip="try to save again, then leave", id="unsaved.retry"),
        Binding("y", "lose", "Yes", tooltip="leave without saving", id="unsaved.lose"),
    ]

    def __init__(self, notebook: "Notebook", *, leave: str) -> None:
        super().__init__()
        self._notebook = notebook
        self._leave = leave

    def compose(self) -> ComposeResult:
        """What is at stake and why, and what can be done."""
        with Vertical(id="confirm"):
            yield Prose(shown((_at_stake(self._notebook), "bold")), classes="head")
            yield Prose(shown(self._notebook.trouble), id="why", classes="head")
            yield Menu(
                (
                    Entry(key="r", title="Try again", note="and leave when all is saved", action="retry"),
                    Entry(key="y", title=f"{self._leave} without saving", action="lose"),
                    Entry(key="escape", title="Stay", action="close"),
                )
            )
        yield KeyRow()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Do the marked thing."""
        self.query_one(Menu).pick()

    @work(exclusive=True)
    async def action_retry(self) -> None:
        """Try to save once more; leave when that went well."""
        if await in_thread(self._notebook.retry):
            _ = self.dismiss(True)
            return
        self.query_one("#why", Prose).show(shown(("! Still not saved. ", "bold $error"), self._notebook.trouble))

    def action_lose(self) -> None:
        """Leave without what is not saved."""
        _ = self.dismiss(True)  # not awaited: a screen must not wait for its own end


def _at_stake(notebook: "Notebook") -> str:
    if not notebook.unsaved:
        return "What you did last is not saved"
    return f"{counted(notebook.unsaved, 'answer')} {'is' if notebook.unsaved == 1 else 'are'} not saved"
