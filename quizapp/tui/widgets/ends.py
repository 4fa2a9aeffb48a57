"""One row with something at either end."""

from textual.content import Content
from textual.widget import Widget

from quizapp.tui.safe import shown, spread


class Ends(Widget):
    """A row whose right end is never cut."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._left = shown()
        self._right = shown()

    def show(self, left: Content, right: Content) -> None:
        """Replace both ends."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """The row for the present width."""
        return spread(self._left, self._right, self.size.width)
