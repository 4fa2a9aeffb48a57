"""Which kind of question a person wants to write."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from quizapp.tui.kind_names import KIND_NAMES
from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.prose import Prose

_KINDS: Final = tuple(KIND_NAMES)


class Kinds(Sheet[str]):
    """Its result is the kind, or None."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "confirm.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *[
            Binding(str(number), f"kind({number})", "Kind", tooltip="write one of that kind", id=f"kinds.{number}")
            for number in range(1, len(_KINDS) + 1)
        ],
        Binding("enter,space", "pick", "Choose", tooltip="write one of the marked kind", id="kinds.pick"),
    ]

    def compose(self) -> ComposeResult:
        """A question over the kinds."""
        with Vertical(id="confirm"):
            yield Prose(shown(("Which kind of question do you want to write?", "bold")), classes="head")
            yield Menu(
                tuple(
                    Entry(key=str(number), title=KIND_NAMES[kind], action=f"kind({number})")
                    for number, kind in enumerate(_KINDS, 1)
                )
            )
        yield KeyRow()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Take the marked kind."""
        self.query_one(Menu).pick()

    def action_kind(self, number: int) -> None:
        """Take a kind."""
        _ = self.dismiss(_KINDS[number - 1])
