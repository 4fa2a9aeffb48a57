"""An article that the library has already: open it, or write its questions again."""

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
    Entry(key="enter", title="Study it", action="choose('open')"),
    Entry(
        key="n",
        title="Write its questions again",
        note="what you kept, dropped and edited stays",
        action="choose('anew')",
    ),
)


class Already(Sheet[str]):
    """Its result is "open", "anew", or None."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "already.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", "Study it", tooltip="do the marked thing", id="already.pick"),
        Binding("n", "choose('anew')", "Again", tooltip="write its questions again", id="already.anew"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._article = title

    def compose(self) -> ComposeResult:
        """What is known, and what can be done."""
        with Vertical(id="already"):
            yield Prose(shown(("You already have this article", "bold")), classes="head")
            yield Prose(shown((self._article, "$muted")), classes="head")
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
