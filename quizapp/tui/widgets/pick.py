"""One row to choose from: one of several, or any of several; a single tab stop with the cursor moving inside."""

from typing import ClassVar, Final, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.safe import shown

_GAP: Final = 3


class Choice(NamedTuple):
    """One thing to choose: what it stands for and what the row says."""

    value: str
    label: str


class _Row(Widget, can_focus=True):
    """Choices side by side, those that do not fit on the next line; `at` is where the cursor is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right,j,down", "move(1)", "Move", tooltip="choose another", show=False, id="pick.next"),
        Binding("h,left,k,up", "move(-1)", "Move", tooltip="choose another", show=False, id="pick.previous"),
    ]
    at: reactive[int] = reactive(0)

    class Changed(Message):
        """Something else is chosen."""

        def __init__(self, row: "_Row") -> None:
            super().__init__()
            self.row = row

        @property
        def control(self) -> "_Row":
            """The row, so that a screen with several can tell them apart."""
            return self.row

    def __init__(self, choices: tuple[Choice, ...], *, id: str) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._choices = choices
        self._places: list[tuple[int, int, int]] = []  # row, first and last cell of each choice

    def _mark(self, number: int) -> Content:
        raise NotImplementedError

    def _choose(self, number: int) -> None:
        raise NotImplementedError

    def action_move(self, step: int) -> None:
        """Move the cursor, stopping at either end."""
        self.at = min(max(self.at + step, 0), len(self._choices) - 1)

    def render(self) -> Content:
        """All choices for the present width."""
        self._places = []
        row, cells, out = 0, 0, shown()
        for number, choice in enumerate(self._choices):
            here = number == self.at and self.has_focus
            piece = shown(
                ("▸ " if here else "  ", "bold $accent"), self._mark(number), (choice.label, "bold" if here else "")
            )
            if cells and cells + _GAP + piece.cell_length > self.size.width:
                row, cells, out = row + 1, 0, shown(out, "\n")
            gap = " " * _GAP if cells else ""
            start = cells + len(gap)
            cells = start + piece.cell_length
            self._places.append((row, start, cells))
            out = shown(out, gap, piece)
        return out

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the choices take."""
        cells, rows = 0, 1
        for number, choice in enumerate(self._choices):
            piece = 2 + self._mark(number).cell_length + len(choice.label)
            if cells and cells + _GAP + piece > width:
                cells, rows = 0, rows + 1
            cells += (_GAP if cells else 0) + piece
        return rows

    def on_click(self, event: Click) -> None:
        """Choose what was clicked."""
        for number, (row, start, end) in enumerate(self._places):
            if row == event.y and start <= event.x < end:
                self.at = number
                self._choose(number)


class OneOf(_Row):
    """One of the choices; the cursor chooses."""

    def __init__(self, choices: tuple[Choice, ...], *, chosen: str = "", id: str) -> None:  # noqa: A002  as above
        super().__init__(choices, id=id)
        self.set_reactive(_Row.at, next((n for n, choice in enumerate(choices) if choice.value == chosen), 0))

    @property
    def chosen(self) -> str:
        """What is chosen."""
        return self._choices[self.at].value

    def choose(self, value: str) -> None:
        """Choose by value; one that there is not changes nothing."""
        self.at = next((n for n, choice in enumerate(self._choices) if choice.value == value), self.at)

    def watch_at(self) -> None:
        """Tell whoever asks."""
        self.post_message(self.Changed(self))

    def _mark(self, number: int) -> Content:
        return shown(("● " if number == self.at else "○ ", "$primary" if number == self.at else "$muted"))

    def _choose(self, number: int) -> None:
        self.at = number


class SomeOf(_Row):
    """Any of the choices; space ticks and unticks the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", tooltip="tick or untick", id="pick.tick"),
    ]

    def __init__(self, choices: tuple[Choice, ...], *, chosen: frozenset[str], id: str) -> None:  # noqa: A002  as above
        super().__init__(choices, id=id)
        self._chosen = chosen

    @property
    def chosen(self) -> frozenset[str]:
        """What is ticked."""
        return self._chosen

    def action_tick(self) -> None:
        """Tick or untick the choice under the cursor."""
        self._choose(self.at)

    def _mark(self, number: int) -> Content:
        ticked = self._choices[number].value in self._chosen
        return shown(("[✓] " if ticked else "[ ] ", "$primary" if ticked else "$muted"))

    def _choose(self, number: int) -> None:
        self._chosen ^= {self._choices[number].value}
        self.refresh()
        self.post_message(self.Changed(self))
