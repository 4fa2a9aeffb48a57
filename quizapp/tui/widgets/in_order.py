"""Fields whose editing keys act when they are pressed, and not after letters that came in the same read.

Textual (8.2.8) hands a letter to the field at once, and any other key through all screens to the app and back: of
“fery”, backspace, “ry” in one read the backspace would take away the last letter.
"""

from typing import Final

from textual import on
from textual.binding import Binding
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, TextArea

_LEFT_ALONE: Final = frozenset({"enter", "ctrl+c"})
"""What sends or copies, and is no editing."""
EDITING: Final = tuple(binding for binding in Binding.make_bindings(Input.BINDINGS) if binding.key not in _LEFT_ALONE)
"""Textual's keys to edit in a field, without those it has for scrolling, which hide the screen's own."""
_EDITING_TEXT: Final = tuple(
    binding for binding in Binding.make_bindings(TextArea.BINDINGS) if binding.key not in _LEFT_ALONE
)
_ACTIONS: Final = {binding.key: binding.action for binding in EDITING}
_ACTIONS_IN_TEXT: Final = {binding.key: binding.action for binding in _EDITING_TEXT}


class InputInOrder(Input, inherit_bindings=False):
    """One line."""

    @on(Key)
    async def _edit_at_once(self, event: Key) -> None:
        """Edit at once."""
        await _edit(self, event, _ACTIONS.get(event.key))


class TextInOrder(TextArea):
    """Several lines."""

    @on(Key)
    async def _edit_at_once(self, event: Key) -> None:
        """Edit at once."""
        await _edit(self, event, _ACTIONS_IN_TEXT.get(event.key))


async def _edit(field: Widget, event: Key, action: str | None) -> None:
    """Do what an editing key does, unless a person gave the key another meaning here."""
    if action is None:
        return
    active = field.screen.active_bindings.get(event.key)
    if active is not None and active.node is field and active.binding.action == action:
        event.stop()
        event.prevent_default()
        await field.run_action(action)
