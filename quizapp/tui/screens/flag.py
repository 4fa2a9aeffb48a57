"""Why a question is flagged: one of four reasons."""

from typing import ClassVar

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
from quizapp.usecases.wording import FLAG_REASONS


class Flag(Sheet[str]):
    """Asks what is wrong with the question; its result is the reason, or None."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "flag.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *[
            Binding(str(number), f"reason({number})", "Reason", tooltip="flag it for that reason", id=f"flag.{number}")
            for number in range(1, len(FLAG_REASONS) + 1)
        ],
        Binding("enter,space", "pick", "Flag", tooltip="flag it for the marked reason", id="flag.pick"),
    ]

    def compose(self) -> ComposeResult:
        """The question and the four reasons."""
        with Vertical(id="flag"):
            yield Prose(shown(("What is wrong with this question?", "bold")), classes="head")
            yield Menu(
                tuple(
                    Entry(key=str(number), title=reason, action=f"reason({number})")
                    for number, reason in enumerate(FLAG_REASONS, 1)
                )
            )
        yield KeyRow()

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Flag for the marked reason."""
        self.query_one(Menu).pick()

    def action_reason(self, number: int) -> None:
        """Flag for a reason."""
        _ = self.dismiss(FLAG_REASONS[number - 1])
