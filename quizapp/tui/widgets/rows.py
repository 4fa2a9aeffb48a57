"""A list whose rows are drawn only where they are seen, so that five hundred scroll like five."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quizapp.tui.safe import shown


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Entries of a fixed height with a cursor; subclasses draw an entry."""

    DEFAULT_CSS = "Rows { overflow-x: hidden; scrollbar-size-vertical: 1; }"
    HEIGHT: ClassVar[int] = 1
    """Rows of one entry, the blank ones between entries included."""
    OPENS_AT_ONCE: ClassVar[bool] = False
    """Whether the first click opens an entry; else it only moves the cursor there."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Move", tooltip="move down or up", show=False, id="rows.down"),
        Binding("k,up", "move(-1)", "Move", tooltip="move down or up", show=False, id="rows.up"),
        Binding("pagedown", "page(1)", "Page", tooltip="a page down or up", show=False, id="rows.page_down"),
        Binding("pageup", "page(-1)", "Page", tooltip="a page down or up", show=False, id="rows.page_up"),
        Binding("g,home", "jump(0)", "Ends", tooltip="first or last", show=False, id="rows.first"),
        Binding("G,end", "jump(-1)", "Ends", tooltip="first or last", show=False, id="rows.last"),
    ]
    at: reactive[int] = reactive(0)
    """The entry under the cursor."""

    class Moved(Message):
        """The cursor is on another entry."""

    class Opened(Message):
        """The entry under the cursor was clicked a second time."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._count = 0
        self._clicked: int | None = None
        self._drawn: dict[tuple[int, int, bool, bool], list[Content]] = {}
        self._empty: tuple[tuple[object, ...], Strip] | None = None

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """The rows of an entry, fewer than HEIGHT where the rest is blank; `here` is where the cursor is."""
        raise NotImplementedError

    def hold(self, count: int) -> None:
        """Hold so many entries; the cursor stays on its place as far as there is one."""
        self._count = count
        self._clicked = None
        self._drawn.clear()
        self.set_reactive(Rows.at, min(self.at, max(count - 1, 0)))
        self.virtual_size = Size(self.size.width, count * self.HEIGHT)
        self.refresh(layout=True)

    def on_resize(self, event: Resize) -> None:
        """Lay out for the new width."""
        self.virtual_size = Size(self.size.width, self._count * self.HEIGHT)
        self._drawn.clear()

    def notify_style_update(self) -> None:
        """Draw anew when the theme or the focus changes."""
        super().notify_style_update()
        self._drawn.clear()

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        index, part = divmod(y + self.scroll_offset.y, self.HEIGHT)
        width = self.size.width
        rows = self._rows(index, width) if 0 <= index < self._count else []
        if part >= len(rows):
            return self._blank(width)
        return Visual.to_strips(self, rows[part], width, 1, self.visual_style)[0]

    def _blank(self, width: int) -> Strip:
        """A row with nothing in it, drawn once: before a list is filled its rows are all blank."""
        look = (width, self.visual_style)
        if self._empty is None or self._empty[0] != look:
            self._empty = (look, Visual.to_strips(self, shown(), width, 1, self.visual_style)[0])
        return self._empty[1]

    def _rows(self, index: int, width: int) -> list[Content]:
        key = (index, width, index == self.at, self.has_focus)
        if key not in self._drawn:
            self._drawn[key] = list(self.draw(index, width, here=index == self.at))
        return self._drawn[key]

    def action_move(self, step: int) -> None:
        """Move the cursor, stopping at either end."""
        self.at = min(max(self.at + step, 0), max(self._count - 1, 0))

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        self.action_move(step * max(self.size.height // self.HEIGHT, 1))

    def action_jump(self, to: int) -> None:
        """Put the cursor on the first or the last entry."""
        self.at = to % self._count if self._count else 0

    def watch_at(self) -> None:
        """Keep the cursor's entry in sight, and the terminal's own cursor on it."""
        top = self.at * self.HEIGHT
        self.scroll_to_region(Region(0, top, 1, self.HEIGHT), animate=False)
        row = top - self.scroll_offset.y
        self.app.cursor_position = Offset(self.region.x + 1, self.region.y + max(row, 0))
        self.refresh()
        self.post_message(self.Moved())

    def on_click(self, event: Click) -> None:
        """The first click moves the cursor, a second one on the same entry opens it (where one is not enough)."""
        offset = event.get_content_offset(self)  # a border is not part of the first entry
        index = (offset.y + self.scroll_offset.y) // self.HEIGHT if offset is not None else -1
        if not 0 <= index < self._count:
            return
        opened = self.OPENS_AT_ONCE or index == self._clicked == self.at
        self.at = self._clicked = index
        if opened:
            self.post_message(self.Opened())
