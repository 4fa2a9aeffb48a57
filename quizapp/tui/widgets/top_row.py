"""The top row: where you are on the left, how things stand on the right."""

from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message

from quizapp.kit.text import one_line
from quizapp.tui.safe import shown
from quizapp.tui.widgets.lined import Lined

_HOME: Final = "quizapp"
_MARGIN: Final = 2
_GAP: Final = 2


class TopRow(Lined):
    """One row: `quizapp › Screen  object` and a status that is never cut."""

    ALLOW_SELECT = False

    class Home(Message):
        """The first part of the breadcrumb was clicked."""

    def __init__(self, screen: str) -> None:
        super().__init__()
        self._screen_name = screen
        self._object = ""
        self._status = Content()

    def tell(self, *, screen: str | None = None, object_name: str | None = None, status: Content | None = None) -> None:
        """Change any of the three parts."""
        self._screen_name = self._screen_name if screen is None else screen
        self._object = self._object if object_name is None else one_line(object_name, limit=200)
        self._status = self._status if status is None else status
        self.refresh()

    def look(self) -> tuple[object, ...]:
        """All that the row follows from."""
        return self._screen_name, self._object, self._status.plain, *self._status.spans

    def lines(self) -> list[Content]:
        """The row for the present width."""
        return [self._line()]

    def _line(self) -> Content:
        width = self.size.width
        crumbs = shown((_HOME, "bold $primary"), (" › ", "$muted"), (self._screen_name, "bold"))
        if crumbs.cell_length + self._status.cell_length + 2 * _MARGIN + _GAP > width:
            crumbs = shown((self._screen_name, "bold"))  # the way home gives way before the status is cut
        room = width - 2 * _MARGIN - crumbs.cell_length - self._status.cell_length - 2 * _GAP
        if self._object and room > _GAP:
            crumbs = shown(crumbs, " " * _GAP, shown((self._object, "$muted")).truncate(room, ellipsis=True))
        space = width - 2 * _MARGIN - crumbs.cell_length - self._status.cell_length
        return shown(" " * _MARGIN, crumbs, " " * max(space, _GAP), self._status)

    def on_click(self, event: Click) -> None:
        """Go home when the word quizapp is clicked."""
        if self._line().plain.strip().startswith(_HOME) and _MARGIN <= event.x < _MARGIN + len(_HOME):
            self.post_message(self.Home())
