"""A few things to do side by side, each with its key; the first is the usual one."""

from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from quizapp.tui.keys import key_name
from quizapp.tui.safe import joined, shown
from quizapp.tui.widgets.menu import Entry

_GAP: Final = 1
_AROUND: Final = 2


class Buttons(Widget):
    """Blocks of three rows; the keys belong to the screen, so that there is nothing to focus here."""

    ALLOW_SELECT = False

    class Picked(Message):
        """A block was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self._entries = entries
        self._places: list[tuple[int, int]] = []

    def render(self) -> Content:
        """All blocks in a row."""
        self._places, edge = [], 0
        lines = [shown(), shown(), shown()]
        for number, entry in enumerate(self._entries):
            word = shown((key_name(entry.key), "bold $footer-key-foreground"), " ", (entry.title, "bold"))
            wide = word.cell_length + 2 * _AROUND
            ground = "$surface" if number else "$pick"
            block = [
                shown(" " * wide).stylize(f"on {ground}"),
                shown(" " * _AROUND, word, " " * _AROUND).stylize(f"on {ground}"),
                shown(((" " if number else "▄") * wide, f"$primary on {ground}")),
            ]
            gap = _GAP if number else 0
            lines = [shown(before, " " * gap, after) for before, after in zip(lines, block, strict=True)]
            self._places.append((edge + gap, edge + gap + wide))
            edge += gap + wide
        return joined(lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Three rows."""
        return 3

    def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        for entry, (start, end) in zip(self._entries, self._places, strict=True):
            if start <= event.x < end:
                self.post_message(self.Picked(entry.action))
