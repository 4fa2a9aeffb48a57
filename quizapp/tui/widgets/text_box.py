"""A box to paste an article into; whatever comes in is made visible before it is shown."""

from typing import Final

from textual import events

from quizapp.kit.text import visible
from quizapp.tui.widgets.in_order import TextInOrder

LONGEST: Final = 2_000_000
"""Characters that the box takes, twenty novels; more is for a file."""


class TextBox(TextInOrder):
    """Several lines of text, wrapped; tab leaves it, and nothing in it can act on the terminal."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True)

    def on_mount(self) -> None:
        """Where motion is not wanted the cursor does not blink either."""
        self.cursor_blink = self.app.animation_level != "none"

    def on_resize(self) -> None:
        """Draw every row anew: Textual 8.2.8 keeps rows that were wrapped for another width, and words are lost."""
        self.notify_style_update()
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        """Control characters become marks before Textual's own handler, which is called next, puts the text in."""
        event.text = visible(event.text.replace("\r\n", "\n").replace("\r", "\n"), limit=LONGEST)

    def put(self, text: str) -> None:
        """Replace all of it."""
        self.text = visible(text, limit=LONGEST)
