"""A few things to do next, each with its key; the marked one is what `enter` does."""

from typing import ClassVar, Final, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseMove
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.host import host_of
from quizapp.tui.keys import key_name
from quizapp.tui.safe import joined, shown

_KEY_WIDTH: Final = 7


class Entry(NamedTuple):
    """One thing to do: its key, a title, a note, and the action of the screen that does it."""

    key: str
    title: str
    action: str
    note: str = ""


class Menu(Widget, can_focus=True):
    """Entries one under the other; roomy ones have their note in a row of its own and space around them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Move", tooltip="move the mark", show=False, id="menu.down"),
        Binding("k,up", "move(-1)", "Move", tooltip="move the mark", show=False, id="menu.up"),
    ]
    at: reactive[int] = reactive(0)

    class Picked(Message):
        """An entry was clicked, or enter was pressed on it."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, entries: tuple[Entry, ...] = (), *, roomy: bool = False, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._entries = entries
        self._roomy = roomy
        self._rows: list[int] = []

    def offer(self, entries: tuple[Entry, ...]) -> None:
        """Offer other entries."""
        self._entries = entries
        self.at = 0
        self.refresh(layout=True)

    def pick(self) -> None:
        """Do the marked entry."""
        if self._entries:
            self.post_message(self.Picked(self._entries[self.at].action))

    def action_move(self, step: int) -> None:
        """Move the mark, stopping at either end."""
        self.at = min(max(self.at + step, 0), len(self._entries) - 1)

    def render(self) -> Content:
        """All entries for the present width."""
        self._rows = []
        lines: list[Content] = []
        for number, entry in enumerate(self._entries):
            drawn = self._roomy_entry(number, entry) if self._roomy else [self._flat_entry(number, entry)]
            lines += drawn
            self._rows += [number] * len(drawn)
        return joined(lines)

    def _roomy_entry(self, number: int, entry: Entry) -> list[Content]:
        marked = number == self.at
        texts = [
            shown(),
            shown("  ", _mark(marked), self._key(entry), (entry.title, "bold")),
            shown(" " * (_KEY_WIDTH + 4), (entry.note, "$muted")),
            shown(),
        ]
        return [_row(text, self.size.width, marked=marked) for text in texts]

    def _flat_entry(self, number: int, entry: Entry) -> Content:
        title = f"{entry.title}    " if entry.note else entry.title
        return shown(
            _mark(number == self.at),
            self._key(entry),
            (title, "bold" if number == self.at else ""),
            (entry.note, "$muted"),
        )

    def _key(self, entry: Entry) -> Content:
        key = host_of(self).rebinding.key_of(self.screen, entry.action, entry.key)
        return shown((f"{key_name(key):<{_KEY_WIDTH}}", "bold $footer-key-foreground"))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Four rows an entry when roomy, else one."""
        return len(self._entries) * (4 if self._roomy else 1)

    def on_mouse_move(self, event: MouseMove) -> None:
        """The mark follows the pointer."""
        if (number := self._entry_at(event.y)) is not None:
            self.at = number

    def on_click(self, event: Click) -> None:
        """Do the clicked entry."""
        if (number := self._entry_at(event.y)) is not None:
            self.at = number
            self.pick()

    def _entry_at(self, y: int) -> int | None:
        return self._rows[y] if 0 <= y < len(self._rows) else None


def _mark(marked: bool) -> tuple[str, str]:
    return ("▸ " if marked else "  ", "bold $accent")


def _row(text: Content, width: int, *, marked: bool) -> Content:
    """A row with the accent bar and the marker's background when marked."""
    if not marked:
        return shown("  ", text)
    padded = shown(" ", text, " " * max(width - text.cell_length - 2, 0)).stylize("on $pick")
    return shown(("▌", "$accent on $pick"), padded)
