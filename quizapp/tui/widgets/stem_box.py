"""The question in a box of several rows; what was in it and cannot be typed stays as long as nobody changes it."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quizapp.kit.text import visible
from quizapp.tui.widgets.text_box import TextBox


class StemBox(TextBox):
    """A question is one line, wrapped: enter goes on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "app.focus_next", "Next field", tooltip="next field", show=False, priority=True, id="stem.next"
        ),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(id="stem")
        self._given, self._shown = text, visible(text)

    def on_mount(self) -> None:
        """Begin with the question as it is."""
        super().on_mount()
        self.put(self._given)

    @property
    def stem(self) -> str:
        """The question: as it was where it looks as it did, else as it was typed, on one line."""
        return self._given if self.text == self._shown else " ".join(self.text.split())
