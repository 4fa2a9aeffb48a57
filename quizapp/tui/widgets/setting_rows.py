"""The settings as rows under their headings: title on the left, value between two arrows on the right."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.message import Message

from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.headed_rows import HeadedRows
from quizapp.usecases.keys import OtherKeys
from quizapp.usecases.settings import Chosen

_TITLE: Final = 28
"""Columns of a title; the longest of ours has 26."""
_GROUPS: Final = {"study": "Study", "add": "Add", "look": "Look", "drill": "Drill"}
_KEYS: Final = "Keys"

Choice = Chosen | OtherKeys


class SettingRows(HeadedRows[Choice]):
    """One row a setting, and one for all keys."""

    class Stepped(Message):
        """An arrow beside a value was clicked; `step` is its way, 1 or -1."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        super().__init__(id="settings")

    def fill(self, found: Sequence[Chosen], keys: OtherKeys) -> None:
        """Show the settings and how many keys are others, the cursor where it was."""
        self.hold_under(_group, (*found, keys))

    @property
    def current(self) -> Choice:
        """The setting under the cursor, or the keys."""
        if self.marked is None:
            raise TypeError("the list is never empty")
        return self.marked

    def draw_entry(self, entry: Choice, width: int, *, here: bool) -> Content:
        """Its title and its value."""
        head = cut(_title(entry), _TITLE, "bold" if here else "")
        arrow = "$accent" if here else "$muted"
        chosen = shown(("‹ ", arrow), _value(entry, width), (" ›", arrow))
        return shown(head, " " * (_value_column(width) - head.cell_length), chosen)

    def clicked_at(self, x: int, *, opened: bool) -> None:
        """An arrow changes the value."""
        width = self.size.width - 2
        start = _value_column(width) + 2
        end = start + 2 + _value(self.current, width).cell_length
        if start - 1 <= x <= start + 1 or end <= x <= end + 2:
            self.post_message(self.Stepped(-1 if x <= start + 1 else 1))
        else:
            super().clicked_at(x, opened=opened)


def _group(entry: Choice) -> str:
    return _GROUPS[entry.setting.table] if isinstance(entry, Chosen) else _KEYS


def _title(entry: Choice) -> str:
    return entry.setting.title if isinstance(entry, Chosen) else _KEYS


def _value_column(width: int) -> int:
    return min(_TITLE, width // 2)


def _value(entry: Choice, width: int) -> Content:
    return cut(entry.text, max(width - _value_column(width) - 5, 4))
