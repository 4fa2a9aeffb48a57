"""A list under headings: the cursor passes over the headings and the blank rows before them."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region

from quizapp.tui.safe import shown
from quizapp.tui.widgets.rows import Rows

Entry = TypeVar("Entry")


class HeadedRows(Rows, Generic[Entry]):
    """One row an entry; subclasses draw it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Move", tooltip="move down or up", id="rows.down"),
        Binding("k,up", "move(-1)", "Move", tooltip="move down or up", id="rows.up"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._entries: tuple[Entry | None, ...] = ()
        self._headings: dict[int, str] = {}
        self._places: tuple[int, ...] = ()

    def hold_under(self, heading: Callable[[Entry], str], found: Iterable[Entry]) -> None:
        """Show these entries, each group of them under its heading; the cursor stays as near as it can."""
        entries: list[Entry | None] = []
        self._headings = {}
        for title, group in groupby(found, key=heading):
            entries += [None] if entries else []
            self._headings[len(entries)] = title
            entries += [None, *group]
        self._entries = tuple(entries)
        self._places = tuple(place for place, entry in enumerate(entries) if entry is not None)
        self.hold(len(entries))
        self.at = min(self._places, key=lambda place: abs(place - self.at), default=0)
        self.refresh()

    @property
    def marked(self) -> Entry | None:
        """The entry under the cursor; None where there is none at all."""
        return self._entries[self.at] if self._places else None

    def draw_entry(self, entry: Entry, width: int, *, here: bool) -> Content:
        """The row of an entry, without its ground; `here` is where the cursor is."""
        raise NotImplementedError

    def draw(self, index: int, width: int, *, here: bool) -> tuple[Content, ...]:
        """A heading, a blank row, or an entry behind its mark."""
        entry = self._entries[index]
        if entry is None:
            return (shown("  ", (self._headings.get(index, ""), "bold")),)
        line = shown(("▸ " if here else "  ", "bold $accent"), self.draw_entry(entry, width - 2, here=here))
        line = shown(line, " " * max(width - line.cell_length, 0))
        return (line.stylize("on $pick" if self.has_focus else "on $panel") if here else line,)

    def watch_at(self) -> None:
        """Keep the cursor in sight, and the heading over the first entry of a group."""
        if self.at - 1 in self._headings:
            self.scroll_to_region(Region(0, self.at - 1, 1, 2), animate=False)
        super().watch_at()

    def action_move(self, step: int) -> None:
        """Move the cursor from entry to entry."""
        if self._places:
            place = self._places.index(self.at) + step
            self.at = self._places[min(max(place, 0), len(self._places) - 1)]

    def action_jump(self, to: int) -> None:
        """Put the cursor on the first or the last entry."""
        if self._places:
            self.at = self._places[to]

    def on_click(self, event: Click) -> None:
        """The first click moves the cursor and a second one on the same entry opens it; headings are not clicked."""
        event.prevent_default()  # else the rule for lists without headings follows
        offset = event.get_content_offset(self)
        index = (offset.y + self.scroll_offset.y) if offset is not None else -1
        if offset is None or index not in self._places:
            return
        opened = index == self._clicked == self.at
        self.at = self._clicked = index
        self.clicked_at(offset.x, opened=opened)

    def clicked_at(self, x: int, *, opened: bool) -> None:
        """The entry under the cursor was clicked in a column; `opened` where that is the second time."""
        if opened:
            self.post_message(self.Opened())
