"""The settings as rows under their headings: title on the left, value between two arrows on the right."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message

from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows
from quizapp.usecases.settings import Chosen

_TITLE: Final = 28
"""Columns of a title; the longest of ours has 26."""
_GROUPS: Final = {"study": "Study", "add": "Add", "look": "Look", "drill": "Drill"}


class SettingRows(Rows):
    """One row a setting; the cursor passes over headings and blank rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Move", tooltip="move down or up", id="rows.down"),
        Binding("k,up", "move(-1)", "Move", tooltip="move down or up", id="rows.up"),
    ]

    class Stepped(Message):
        """An arrow beside a value was clicked; `step` is its way, 1 or -1."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        super().__init__(id="settings")
        self._entries: tuple[Chosen | str, ...] = ()
        self._places: tuple[int, ...] = ()

    def fill(self, found: Sequence[Chosen]) -> None:
        """Show the settings, the cursor where it was."""
        entries: list[Chosen | str] = []
        for table, group in groupby(found, key=lambda one: one.setting.table):
            entries += [*([""] if entries else []), _GROUPS[table], *group]
        self._entries = tuple(entries)
        self._places = tuple(place for place, entry in enumerate(entries) if isinstance(entry, Chosen))
        self.hold(len(entries))
        if self.at not in self._places:
            self.at = self._places[0]
        self.refresh()

    @property
    def current(self) -> Chosen:
        """The setting under the cursor."""
        entry = self._entries[self.at]
        if isinstance(entry, str):
            raise TypeError("the cursor is never on a heading")
        return entry

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """A heading, or a setting with its value."""
        entry = self._entries[index]
        if isinstance(entry, str):
            return (shown("  ", (entry, "bold")),)
        title = cut(entry.setting.title, _TITLE, "bold" if here else "")
        head = shown(("▸ " if here else "  ", "bold $accent"), title)
        arrow = "$accent" if here else "$muted"
        chosen = shown(("‹ ", arrow), _value(entry, width), (" ›", arrow))
        line = shown(head, " " * (_value_column(width) - head.cell_length), chosen)
        line = shown(line, " " * max(width - line.cell_length, 0))
        return (line.stylize("on $pick" if self.has_focus else "on $panel") if here else line,)

    def action_move(self, step: int) -> None:
        """Move the cursor from setting to setting."""
        place = self._places.index(self.at) + step
        self.at = self._places[min(max(place, 0), len(self._places) - 1)]

    def action_jump(self, to: int) -> None:
        """Put the cursor on the first or the last setting."""
        self.at = self._places[to]

    def on_click(self, event: Click) -> None:
        """An arrow changes the value; elsewhere the first click moves the cursor and a second one opens."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        index = (offset.y + self.scroll_offset.y) if offset is not None else -1
        if offset is None or index not in self._places:
            return
        opened = index == self._clicked == self.at
        self.at = self._clicked = index
        width = self.size.width
        start = _value_column(width)
        end = start + 2 + _value(self.current, width).cell_length
        if start - 1 <= offset.x <= start + 1 or end <= offset.x <= end + 2:
            self.post_message(self.Stepped(-1 if offset.x <= start + 1 else 1))
        elif opened:
            self.post_message(self.Opened())


def _value_column(width: int) -> int:
    return min(_TITLE, width // 2) + 2


def _value(entry: Chosen, width: int) -> Content:
    return cut(entry.text, max(width - _value_column(width) - 5, 4))
