"""A drill that stands still: go on, more time, stop for later, or end it."""

from enum import StrEnum
from math import ceil
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


class Paused(StrEnum):
    """What is chosen while a drill stands still."""

    GO_ON = "go on"
    MORE = "more"
    BIG = "big"
    STOP = "stop"
    END = "end"


class Pause(Sheet[Paused]):
    """Says where the clock stands and asks what next; closing it goes on."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "drill_pause.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose('go on')", "Go on", tooltip="go on", id="pause.go_on"),
        Binding("enter", "pick", "Choose", tooltip="do the marked thing", show=False, id="pause.pick"),
        Binding("m", "choose('more')", "More time", tooltip="add 30 seconds and go on", id="pause.more"),
        Binding("z", "choose('big')", "Big text", tooltip="big letters, or usual ones, and go on", id="pause.big"),
        Binding("b", "choose('stop')", "Later", tooltip="stop here and go on another time", id="pause.stop"),
        Binding("x", "choose('end')", "End", tooltip="end the drill and show the scores", id="pause.end"),
    ]

    def __init__(self, left: float | None) -> None:
        super().__init__()
        self._left = left

    def compose(self) -> ComposeResult:
        """Where the clock stands, and what can be done."""
        seconds = ceil(self._left or 0)
        at = f"The clock has stopped at {seconds // 60}:{seconds % 60:02}." if self._left is not None else "Paused."
        entries = [Entry(key="space", title="Go on", action="choose('go on')")]
        if self._left is not None:
            entries.append(Entry(key="m", title="Add 30 seconds and go on", action="choose('more')"))
        entries += [
            Entry(key="z", title="Big letters, or usual ones", action="choose('big')"),
            Entry(key="b", title="Stop here, go on later", action="choose('stop')"),
            Entry(key="x", title="End the drill and show the scores", action="choose('end')"),
        ]
        with Vertical(id="paused"):
            yield Prose(shown((at, "bold")), classes="head")
            yield Menu(tuple(entries))
        yield KeyRow()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """More time is for a clock."""
        return self._left is not None if parameters == ("more",) else True

    @on(Menu.Picked)
    async def _picked(self, event: Menu.Picked) -> None:
        await self.run_action(event.action)

    def action_pick(self) -> None:
        """Do the marked thing."""
        self.query_one(Menu).pick()

    def action_choose(self, what: str) -> None:
        """Close with a choice."""
        _ = self.dismiss(Paused(what))
