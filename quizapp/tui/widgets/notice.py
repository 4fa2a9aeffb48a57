"""The row under the top row: blank, or one short message about what just happened."""

from typing import Final

from textual.content import Content
from textual.timer import Timer

from quizapp.tui.safe import shown
from quizapp.tui.widgets.prose import Prose

_SECONDS: Final = 3.0
_MARGINS: Final = 4
"""Columns beside a message."""
_EDGES: Final = 2
"""Blank cells at its ends, where it has one row."""


class Notice(Prose):
    """One message at a time; it goes after three seconds, an error or what is longer than a row with the next key.

    What is longer than a row lies over the rows below, so that nothing moves.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="notice")
        self._timer: Timer | None = None

    @property
    def stays(self) -> bool:
        """Whether the message goes with a key alone."""
        return self._timer is None

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a message in place of the last one."""
        self._stop()
        message = shown(("! ", "bold $error") if error else "", text)
        long = message.cell_length + _EDGES > self.app.size.width - _MARGINS
        message = message if long else shown(" ", message, " ")  # rows of a long one begin below each other
        self._mark(long=long)
        self.show(Content() if not text else message.stylize("on $panel"))
        self.set_class(bool(text), "-said")
        if text and not error and not long:
            self._timer = self.set_timer(_SECONDS, self.clear)

    def clear(self) -> None:
        """Blank the row."""
        self._stop()
        self.show(Content())
        self.remove_class("-said")
        self._mark(long=False)

    def _mark(self, *, long: bool) -> None:
        self.set_class(long, "-long")
        self.screen.set_class(long, "-told-long")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
