"""The grade row: four grades with the time until the question comes back, the suggested one marked."""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Final

from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from quizapp.kit.durations import in_words
from quizapp.model.memory import Rating
from quizapp.tui.safe import shown
from quizapp.tui.widgets.lined import Lined
from quizapp.usecases.wording import GRADES

_GAP: Final = 1
_TALL: Final = 3


class Grades(Lined):
    """Four boxes, one of them marked; the mark can be moved."""

    ALLOW_SELECT = False

    at: reactive[Rating | None] = reactive(None)
    """The marked grade; None while there is nothing to grade."""

    class Picked(Message):
        """A grade was clicked, or the whole row in practice."""

        def __init__(self, rating: Rating | None) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self) -> None:
        super().__init__()
        self._intervals: dict[Rating, timedelta] = {}
        self._open: frozenset[Rating] = frozenset()
        self._practice = False
        self._edges: list[tuple[Rating, int, int]] = []

    def offer(self, suggested: Rating, intervals: dict[Rating, timedelta], *, open_grades: frozenset[Rating]) -> None:
        """Show the grades, muted where they are not open."""
        self._intervals, self._open, self._practice = intervals, open_grades, False
        self.at = suggested
        self.refresh()

    def practise(self) -> None:
        """Show that there is nothing to grade."""
        self._practice = True
        self.at = None
        self.refresh()

    def clear(self) -> None:
        """Show nothing; the rows stay."""
        self._practice = False
        self._intervals = {}
        self.at = None
        self.refresh()

    def move(self, step: int) -> None:
        """Mark the next grade."""
        if self.at is not None:
            self.at = Rating(min(max(self.at + step, Rating.AGAIN), Rating.EASY))

    def watch_at(self, at: Rating | None) -> None:
        """Keep the terminal's own cursor on the marked grade."""
        if at is not None and self.size:
            place = self.region.x + (at - 1) * (self.size.width // len(Rating)) + 1
            self.app.cursor_position = Offset(place, self.region.y + self.size.height // 2)

    def look(self) -> tuple[object, ...]:
        """All that the rows follow from."""
        return self.at, self._practice, self._open, tuple(self._intervals.items())

    def lines(self) -> Sequence[Content]:
        """The rows for the present width and height."""
        width, tall = self.size.width, self.size.height >= _TALL
        if self._practice:
            line = shown(
                ("space", "bold $footer-key-foreground"),
                " Next",
                ("  ·  practice, the schedule stays as it is", "$muted"),
            )
            return [shown(), line] if tall else [line]
        if not self._intervals:
            return [shown()]
        self._edges = _edges(width)
        return _rows(width, self.at, self._open, tuple(self._intervals.items()), tall=tall)

    def on_click(self, event: Click) -> None:
        """Give the clicked grade."""
        if self._practice:
            self.post_message(self.Picked(None))
            return
        for rating, start, end in self._edges if self._intervals else []:
            if start <= event.x < end:
                self.post_message(self.Picked(rating))


def _edges(width: int) -> list[tuple[Rating, int, int]]:
    """Four boxes of nearly the same width with a gap between them."""
    room = width - _GAP * (len(Rating) - 1)
    edges: list[tuple[Rating, int, int]] = []
    start = 0
    for number, rating in enumerate(Rating, 1):
        end = number * room // len(Rating) + (number - 1) * _GAP
        edges.append((rating, start, end))
        start = end + _GAP
    return edges


@lru_cache(maxsize=32)
def _rows(
    width: int,
    marked: Rating | None,
    are_open: frozenset[Rating],
    intervals: tuple[tuple[Rating, timedelta], ...],
    *,
    tall: bool,
) -> tuple[Content, ...]:
    """The boxes side by side; the same four come again with nearly every question."""
    words = {rating: in_words(interval) for rating, interval in intervals}

    def box(rating: Rating, room: int, part: str) -> Content:
        here = rating is marked
        ground = "$pick" if here else "$surface"
        if part == "bottom" and here:
            return shown(("▄" * room, f"$primary on {ground}"))
        text = shown() if part != "middle" else _text(rating, words[rating], room, here, rating in are_open)
        left = (room - text.cell_length) // 2
        return shown(" " * left, text, " " * (room - text.cell_length - left)).stylize(f"on {ground}")

    def line(part: str) -> Content:
        boxes: list[Content] = []
        for rating, start, end in _edges(width):
            boxes += [shown(" " * (start - sum(each.cell_length for each in boxes))), box(rating, end - start, part)]
        return shown(*boxes)

    return tuple(line(part) for part in (("top", "middle", "bottom") if tall else ("middle",)))


def _text(rating: Rating, interval: str, width: int, marked: bool, is_open: bool) -> Content:
    """Digit, grade and interval; the interval only where all of it fits, and the grade can be given."""
    name = shown(
        ("▸" if marked else " ", "bold $accent"),
        (str(rating.value), "bold $accent" if is_open else "$muted"),
        (f" {GRADES[rating]} ", "bold" if is_open else "$muted"),
    )
    whole = shown(name, (f"{interval} ", "$muted"))
    fitting = (whole, name) if is_open else (name,)
    return next((text for text in fitting if text.cell_length <= width), name.truncate(width))
