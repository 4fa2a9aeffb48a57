"""Whose turn it is in a drill, and how much time there is: a number and a bar, both of them."""

from math import ceil
from typing import Final

from textual.content import Content
from textual.widget import Widget

from quizapp.tui.charts import bar
from quizapp.tui.safe import shown

_LAST: Final = 5
"""Seconds before the end from which the clock says so."""
_BAR: Final = 38


class Turn(Widget):
    """One row: who answers, and the clock beside it."""

    def __init__(self) -> None:
        super().__init__(id="turn")
        self._words = ""
        self._left: float | None = None
        self._limit: float | None = None
        self._over = ""

    def tell(self, words: str, *, left: float | None, limit: float | None, over: str = "") -> None:
        """Say who, with so many seconds left of so many, None where there is no clock; `over` once they are gone."""
        self._words, self._left, self._limit, self._over = words, left, limit, over
        self.refresh()

    def render(self) -> Content:
        """The row for the present width."""
        words = shown((self._words, "bold $accent"))
        if self._left is None or not self._limit:
            return words
        seconds = max(0, ceil(self._left))  # as long as there is time it is not 0:00
        last = seconds <= _LAST
        number = shown((f" {seconds // 60}:{seconds % 60:02} ", "bold reverse" if last else "bold"))
        if not seconds:
            whole = shown(words, "    ", number, "  ", (self._over, "bold"))
            return whole if whole.cell_length <= self.size.width else shown(number, "  ", (self._over, "bold"))
        said = " last seconds" if last else ""
        room = min(_BAR, self.size.width - words.cell_length - number.cell_length - len(said) - 4)
        still = self.app.animation_level == "full" and room > _LAST
        drawn = bar(self._left / self._limit, room, colour="$primary") if still else shown()
        return shown(words, "    ", number, drawn, (said, "bold"))
