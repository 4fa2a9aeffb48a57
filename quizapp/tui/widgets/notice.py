"""The row under the top row: blank, or one short message about what just happened."""

from typing import Final

from textual.content import Content
from textual.timer import Timer

from quizapp.tui.safe import shown
from quizapp.tui.widgets.prose import Prose

_SECONDS: Final = 3.0


class Notice(Prose):
    """One message at a time; it goes after three seconds, an error only with the next key."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="notice")
        self._timer: Timer | None = None

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a message in place of the last one."""
        self._stop()
        message = shown(" ", ("! ", "bold $error") if error else "", text, " ")
        self.show(Content() if not text else message.stylize("on $panel"))
        self.set_class(bool(text), "-said")
        if text and not error:
            self._timer = self.set_timer(_SECONDS, self.clear)

    def clear(self) -> None:
        """Blank the row."""
        self._stop()
        self.show(Content())
        self.remove_class("-said")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
