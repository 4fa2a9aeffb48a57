"""The choices of a drill's question as boxes with big numbers, two beside each other, to be read from the back row."""

from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from quizapp.kit.text import one_line
from quizapp.tui.charts import big_rows
from quizapp.tui.safe import joined, shown

_ROWS: Final = 3
_NUMBER: Final = 8
_MOST: Final = 6
"""Choices that get boxes; more are drawn as a list."""
_TEXT: Final = 240
_ROOMY_FROM: Final = 30
"""Rows of the screen from which a box has one row more."""


class Tiles(Widget):
    """The options; each can be clicked."""

    class Picked(Message):
        """An option was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__(id="tiles")
        self._options: tuple[str, ...] = ()
        self._numbered = True

    def ask(self, options: tuple[str, ...], *, numbered: bool = True) -> None:
        """Offer these; without numbers as long as the digits are for something else."""
        self._options, self._numbered = options, numbered
        self.refresh(layout=True)

    @property
    def _height(self) -> int:
        """Rows of a box with the blank one under it; fewer where the window is low."""
        roomy = self.app.size.height >= _ROOMY_FROM and len(self._options) <= _MOST
        return _ROWS + 1 + roomy

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Two boxes a line."""
        return (len(self._options) + 1) // 2 * self._height

    def render(self) -> Content:
        """The boxes for the present width."""
        width = (self.size.width - 2) // 2
        lines: list[Content] = []
        for first in range(0, len(self._options), 2):
            pair = [self._box(number, width) for number in range(first, min(first + 2, len(self._options)))]
            lines += [shown(*(part for box in pair for part in (box[row], "  "))) for row in range(len(pair[0]))]
            lines.append(shown())
        return joined(lines)

    def _box(self, index: int, width: int) -> list[Content]:
        rows = self._height - 1
        words = shown((one_line(self._options[index], limit=_TEXT), "bold")).wrap(max(width - _NUMBER - 1, 8))[:rows]
        above = (rows - len(words)) // 2
        figures = [*([""] * ((rows - _ROWS) // 2)), *(big_rows(index + 1) if self._numbered else ())]
        out = []
        for row in range(rows):
            figure = figures[row] if row < len(figures) else ""
            text = words[row - above] if 0 <= row - above < len(words) else shown()
            line = shown("  ", (f"{figure:<{_NUMBER - 2}}", "bold $accent"), text)
            out.append(shown(line, " " * max(width - line.cell_length, 0)).stylize("on $surface"))
        return out

    def on_click(self, event: Click) -> None:
        """Pick the clicked box."""
        line, row = divmod(event.y, self._height)
        number = 2 * line + (event.x > self.size.width // 2) + 1
        if row < self._height - 1 and number <= len(self._options):
            self.post_message(self.Picked(number))
