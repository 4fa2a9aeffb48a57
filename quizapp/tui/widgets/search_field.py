"""A field to search a list with, in which some keys go on working while it is empty."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from quizapp.tui.widgets.fields import clean
from quizapp.tui.widgets.in_order import EDITING, InputInOrder


class SearchField(InputInOrder, inherit_bindings=False):
    """Letters search; the keys named pass through to the screen as long as nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Find", tooltip="go to what was found", show=False, id="search.enter"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]

    def __init__(self, *, passing: frozenset[str] = frozenset(), id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id, select_on_focus=False)
        self.cursor_blink = False
        self._passing = passing

    def validate_value(self, value: str) -> str:
        """Pasted text is cleaned like an answer."""
        return clean(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed rather than obeyed."""
        if not self.value and key in self._passing:
            return False
        return super().check_consume_key(key, character)

    def on_key(self, event: Key) -> None:
        """Let a passing key by."""
        if not self.value and event.key in self._passing:
            event.prevent_default()


class ListSearch(SearchField, inherit_bindings=False):
    """One over a list that enter leads into, which the key row says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Find", tooltip="go to what was found", id="search.enter"),
        Binding("ctrl+c", "copy", "Copy", show=False, system=True),
        *EDITING,
    ]
