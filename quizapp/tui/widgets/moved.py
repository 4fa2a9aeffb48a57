"""How solid each article was before a sitting and is after it."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from quizapp.tui import charts
from quizapp.tui.safe import cut, joined, shown
from quizapp.usecases.showing import Moved

_WIDE_FROM: Final = 86  # columns for a long title and two long bars
_NUMBER: Final = 6


class MovedTable(Widget):
    """A title, then a row an article: name, before, after."""

    def __init__(self, moved: Sequence[Moved]) -> None:
        super().__init__()
        self._moved = moved

    def render(self) -> Content:
        """The table for the present width."""
        title, bar = (34, 15) if self.size.width >= _WIDE_FROM else (26, 10)
        return joined([shown(("What moved", "bold")), *(_row(moved, title, bar) for moved in self._moved)])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """A row an article under the title."""
        return len(self._moved) + 1


def _row(moved: Moved, title: int, bar: int) -> Content:
    name = cut(moved.title, title - 2)
    return shown(
        name,
        " " * (title - name.cell_length),
        (f"{charts.percent(moved.before)} ".rjust(_NUMBER), "$muted"),
        charts.bar(moved.before, bar),
        (" → ", "$muted"),
        f"{charts.percent(moved.after)} ".rjust(_NUMBER),
        charts.bar(moved.after, bar),
        ("  solid", "$muted"),
    )
