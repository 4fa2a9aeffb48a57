"""Why a bank cannot be read: each fault with its line and column, or that a newer quizapp can, and what to do."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quizapp.kit.durations import counted
from quizapp.tui.safe import joined, shown
from quizapp.tui.screens.page import STYLES
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_row import KeyRow
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.scroll import Scroll
from quizapp.tui.widgets.top_row import TopRow


class Damaged(Sheet[None]):
    """The faults, to be scrolled."""

    CSS_PATH: ClassVar = [STYLES / "damaged.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "close", "Close", tooltip="close", show=False, id="damaged.close"),
    ]
    AUTO_FOCUS = "#faults"

    def __init__(self, path: str, faults: tuple[str, ...], *, newer: bool = False) -> None:
        """A file and its faults; of a `newer` one that it was written by a newer quizapp."""
        super().__init__()
        self._newer = newer
        self._path = path
        self._faults = faults

    def compose(self) -> ComposeResult:
        """The file, its faults by line and column, and the way to mend them."""
        lines = self._what_is_new() if self._newer else self._what_is_wrong()
        yield TopRow("Library")
        with Scroll(id="faults"):
            yield Prose(joined([shown((self._path, "bold")), *lines]))
        yield KeyRow()

    def _what_is_wrong(self) -> list[Content]:
        places = [shown(("✗ ", "$error"), fault) for fault in self._faults]
        advice = "Mend the file in an editor; the Library reads it anew. Nothing of it is lost, nor are your answers."
        older = "How it was before a change is in files of its name that end in .bak."
        count = shown((f"line:column, {counted(len(places), 'fault')}", "$muted"))
        return [count, shown(), *places, shown(), shown((f"{advice} {older}", "$muted"))]

    def _what_is_new(self) -> list[Content]:
        told = [shown(("! ", "$warning"), fault) for fault in self._faults]
        advice = "Bring quizapp up to date, and its questions are here again. Nothing is lost, nor are your answers."
        return [shown(), *told, shown(), shown((advice, "$muted"))]

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one(TopRow).tell(object_name="cannot be read")
