"""Rows with a title and a few options each, one of which is chosen: a form that the arrows fill in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message

from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows

_TITLE: Final = 20
_OPTION: Final = 30
_GAP: Final = "   "


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One row: what is asked, between what, and which is chosen."""

    name: str
    title: str
    options: tuple[str, ...]
    chosen: int = 0


class OptionRows(Rows):
    """The rows; left and right choose, a click chooses what is clicked."""

    HEIGHT: ClassVar[int] = 2
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Move", tooltip="move down or up", id="rows.down"),
        Binding("k,up", "move(-1)", "Move", tooltip="move down or up", id="rows.up"),
    ]

    class Chosen(Message):
        """An option was clicked."""

        def __init__(self, option: int) -> None:
            super().__init__()
            self.option = option

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._entries: tuple[OptionRow, ...] = ()

    def fill(self, rows: Sequence[OptionRow]) -> None:
        """Show these, the cursor where it was."""
        self._entries = tuple(rows)
        self.hold(len(rows))

    @property
    def current(self) -> OptionRow:
        """The row under the cursor."""
        return self._entries[self.at]

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """The title, and the options that have room around the chosen one."""
        row = self._entries[index]
        head = shown(("▸ " if here else "  ", "bold $accent"), (f"{row.title:<{_TITLE}}", "bold" if here else ""))
        first = self._first(row, width)
        line = shown(head, ("‹ " if first else "  ", "$muted"))
        for number in range(first, len(row.options)):
            option = _option(row, number)
            if line.cell_length + option.cell_length + len(_GAP) > width - 2:
                line = shown(line, ("›", "$muted"))
                break
            line = shown(line, option, _GAP)
        line = shown(line, " " * max(width - line.cell_length, 0))
        return (line.stylize("on $pick") if here and self.has_focus else line,)

    def _first(self, row: OptionRow, width: int) -> int:
        """The first option that is drawn, so that the chosen one is among them."""
        room = width - _TITLE - 6
        first, taken = row.chosen, _option(row, row.chosen).cell_length
        while first and taken + _option(row, first - 1).cell_length + len(_GAP) <= room:
            first -= 1
            taken += _option(row, first).cell_length + len(_GAP)
        return first

    def on_click(self, event: Click) -> None:
        """Move the cursor to the row, and choose the option that was clicked."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        index = (offset.y + self.scroll_offset.y) // self.HEIGHT if offset is not None else -1
        if offset is None or not 0 <= index < len(self._entries):
            return
        self.at = index
        row = self._entries[index]
        start = 2 + _TITLE + 2
        for number in range(self._first(row, self.size.width), len(row.options)):
            end = start + _option(row, number).cell_length
            if start <= offset.x < end:
                self.post_message(self.Chosen(number))
            start = end + len(_GAP)


def _option(row: OptionRow, number: int) -> Content:
    mark, style = ("● ", "bold") if number == row.chosen else ("○ ", "$muted")
    return shown((mark, style), cut(row.options[number], _OPTION, "bold" if number == row.chosen else "$muted"))
