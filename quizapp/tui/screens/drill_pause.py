"""A drill that stands still: go on, more time, stop for later, or end it."""

from enum import StrEnum
from math import ceil
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.tui.safe import shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.menu import Entry, Menu
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll


class Paused(StrEnum):
    """What is chosen while a drill stands still."""

    GO_ON = "go on"
    MORE = "more"
    BIG = "big"
    STOP = "stop"
    END = "end"


class Pause(Sheet[Paused]):
    """Says where the clock stands and how many points everybody has, and asks what next; closing it goes on."""

    AUTO_FOCUS = "Menu"
    CSS_PATH: ClassVar = [STYLES / "drill_pause.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose('go on')", "Go on", tooltip="go on", id="pause.go_on"),
        Binding("enter", "pick", "Choose", tooltip="do the marked thing", show=False, id="pause.pick"),
        Binding("m", "choose('more')", "More time", tooltip="add 30 seconds and go on", id="pause.more"),
        Binding("z", "choose('big')", "Big text", tooltip="big letters, or usual ones, and go on", id="pause.big"),
        Binding("b", "choose('stop')", "Later", tooltip="stop here and go on another time", id="pause.stop"),
        Binding("x", "choose('end')", "End", tooltip="end the drill and show the scores", id="pause.end"),
        Binding("pagedown", "page(1)", "Page", tooltip="on or back among the scores", show=False, id="pause.page_down"),
        Binding("pageup", "page(-1)", "Page", tooltip="on or back among the scores", show=False, id="pause.page_up"),
    ]

    def __init__(self, left: float | None, standings: Content) -> None:
        super().__init__()
        self._left = left
        self._standings = standings

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
            with Scroll(id="standings"):
                yield Prose(self._standings)
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

    def action_page(self, step: int) -> None:
        """Scroll the scores by a page."""
        standings = self.query_one("#standings", Scroll)
        standings.scroll_relative(y=step * max(standings.size.height - 1, 1), animate=False)

    def action_choose(self, what: str) -> None:
        """Close with a choice."""
        _ = self.dismiss(Paused(what))
