"""An article sentence by sentence: which are asked, which could not be, one of them under the cursor."""

from itertools import groupby
from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from quizapp.tui.safe import joined, shown
from quizapp.usecases.coverage import Coverage, Row, State

MARKS: Final = {
    State.ASKED: ("✓", "$success"),
    State.LEFT: ("○", "$primary"),
    State.REFUSED: ("✗", "$error"),
    State.SILENT: ("·", "$muted"),
}
"""The mark of each state and its colour; the mark alone tells it."""
_TEXT: Final = {State.ASKED: "", State.LEFT: "", State.REFUSED: "$muted", State.SILENT: "$muted"}
_MARGIN: Final = 2
"""Columns of the mark and the blank after it."""


class Sentences(Widget):
    """The paragraphs, each sentence on a line of its own with its mark."""

    class Moved(Message):
        """The cursor is on another sentence."""

    def __init__(self) -> None:
        super().__init__(id="sentences")
        self._rows: tuple[Row, ...] = ()
        self._at = 0
        self._laid_out: tuple[int, int, list[Content]] = (0, 0, [])
        self._tops: list[int] = []

    def show(self, coverage: Coverage) -> None:
        """Show an article, the cursor on its first sentence that could not be asked, else on the first."""
        self._rows = coverage.rows
        self._at = next((at for at, row in enumerate(self._rows) if row.state is State.REFUSED), 0)
        self._laid_out = (0, 0, [])
        self.refresh(layout=True)
        self.post_message(self.Moved())

    @property
    def current(self) -> Row | None:
        """The sentence under the cursor."""
        return self._rows[self._at] if self._rows else None

    def move(self, by: int) -> None:
        """Go so many sentences on or back, not over the ends."""
        self._go_to(min(max(self._at + by, 0), len(self._rows) - 1))

    def next_refused(self) -> bool:
        """Go to the next sentence that could not be asked, from the end to the beginning; False where none is."""
        places = [at for at, row in enumerate(self._rows) if row.state is State.REFUSED]
        if not places:
            return False
        self._go_to(next((at for at in places if at > self._at), places[0]))
        return True

    def _go_to(self, at: int) -> None:
        if at != self._at and self._rows:
            self._at = at
            self.refresh()
            self.post_message(self.Moved())

    @property
    def span_of_rows(self) -> tuple[int, int]:
        """The first row of the sentence under the cursor and the row after its last."""
        lines = self._lines(self.size.width)
        if not self._tops:
            return 0, 1
        last = self._tops[self._at + 1] if self._at + 1 < len(self._tops) else len(lines)
        return self._tops[self._at], last

    def on_click(self, event: Click) -> None:
        """Put the cursor on what was clicked."""
        self._lines(self.size.width)
        self._go_to(max((at for at, top in enumerate(self._tops) if top <= event.y), default=0))

    def render(self) -> Content:
        """All rows for the present width."""
        return joined(self._lines(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the sentences take."""
        return max(len(self._lines(width)), 1)

    def _lines(self, width: int) -> list[Content]:
        if self._laid_out[:2] != (width, self._at):
            self._laid_out = (width, self._at, self._lay_out(width))
        return self._laid_out[2]

    def _lay_out(self, width: int) -> list[Content]:
        lines: list[Content] = []
        self._tops = []
        places = enumerate(self._rows)
        for number, group in groupby(places, key=lambda place: place[1].sentence.paragraph):
            if lines:
                lines.append(shown())
            lines.append(shown((f"¶{number}" if number else "Title", "$muted")))
            for at, row in group:
                self._tops.append(len(lines))
                lines += self._sentence(row, here=at == self._at, width=width)
        return lines

    def _sentence(self, row: Row, *, here: bool, width: int) -> list[Content]:
        mark, colour = MARKS[row.state]
        style = "bold $foreground" if here else _TEXT[row.state]
        wrapped = shown((" ".join(row.text.split()), style)).wrap(max(width - _MARGIN - 2, 1))
        bar = shown(("▌", "$accent")) if here else shown(" ")
        heads = [shown((mark, f"bold {colour}"), " "), *[shown("  ")] * (len(wrapped) - 1)]
        return [shown(bar, head, line) for head, line in zip(heads, wrapped, strict=True)]
