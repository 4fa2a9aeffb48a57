"""The settings as rows under their headings: title on the left, value between two arrows on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.message import Message

from quizapp.model.settings_table import OneOf
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.headed_rows import HeadedRows
from quizapp.usecases.keys import OtherKeys
from quizapp.usecases.settings import Chosen

_TITLE: Final = 28
"""Columns of a title; the longest of ours has 26."""
_GROUPS: Final = {"study": "Study", "add": "Add", "look": "Look", "drill": "Drill"}
_KEYS: Final = "Keys"

_DATA: Final = "Your data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something to be done with the data: a title, what is known of it, and an action of the screen."""

    title: str
    text: str = ""
    sentence: str
    action: str


Choice = Chosen | OtherKeys | Errand


class SettingRows(HeadedRows[Choice]):
    """One row a setting, one for all keys, and one for each errand."""

    class Stepped(Message):
        """An arrow beside a value was clicked; `step` is its way, 1 or -1."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        super().__init__(id="settings")
        self._every: tuple[Choice, ...] = ()
        self._words: list[str] = []

    def fill(self, found: Sequence[Chosen], keys: OtherKeys, errands: Sequence[Errand]) -> None:
        """Show the settings, how many keys are others and what can be done, the cursor where it was."""
        self._every = (*found, keys, *errands)
        self._sift()

    def sift(self, text: str) -> None:
        """Show those that have every word in their title, explanation, name or value."""
        self._words = text.casefold().split()
        self._sift()

    def _sift(self) -> None:
        before = _title(self.marked) if self.marked is not None else ""
        self.hold_under(_group, [one for one in self._every if all(word in _plain(one) for word in self._words)])
        titles = {_title(entry): place for place, entry in enumerate(self._entries) if entry is not None}
        self.at = titles.get(before, next(iter(titles.values()), 0))
        self.call_after_refresh(self.watch_at)  # a list that was short before cannot scroll until then

    def draw_entry(self, entry: Choice, width: int, *, here: bool) -> Content:
        """Its title and its value."""
        head = cut(_title(entry), _TITLE, "bold" if here else "")
        arrow = "$accent" if here else "$muted"
        if isinstance(entry, Errand):
            chosen = shown((_value(entry, width).plain, "$muted"))
        elif _is_switch(entry):
            chosen = _box(entry, arrow)
        else:
            chosen = shown(("‹ ", arrow), _value(entry, width), (" ›", arrow))
        return shown(head, " " * (_value_column(width) - head.cell_length), chosen)

    def clicked_at(self, x: int, *, opened: bool) -> None:
        """An arrow changes the value."""
        one = self.marked
        if one is None or isinstance(one, Errand) or _is_switch(one):
            super().clicked_at(x, opened=opened)
            return
        width = self.size.width - 2
        start = _value_column(width) + 2
        end = start + 2 + _value(one, width).cell_length
        if start - 1 <= x <= start + 1 or end <= x <= end + 2:
            self.post_message(self.Stepped(-1 if x <= start + 1 else 1))
        else:
            super().clicked_at(x, opened=opened)


def _group(entry: Choice) -> str:
    if isinstance(entry, Errand):
        return _DATA
    return _GROUPS[entry.setting.table] if isinstance(entry, Chosen) else _KEYS


def _title(entry: Choice) -> str:
    if isinstance(entry, Errand):
        return entry.title
    return entry.setting.title if isinstance(entry, Chosen) else _KEYS


def _plain(entry: Choice) -> str:
    said = [_group(entry), _title(entry), entry.text]
    if isinstance(entry, Chosen):
        said += [entry.setting.sentence, entry.setting.name]
    elif isinstance(entry, Errand):
        said.append(entry.sentence)
    return " ".join(said).casefold()


def _is_switch(entry: Choice) -> bool:
    return isinstance(entry, Chosen) and isinstance(entry.setting.kind, OneOf) and entry.setting.kind.is_switch


def _box(entry: Choice, style: str) -> Content:
    """A box that is ticked where a switch is on."""
    return shown(("[", style), "✓" if entry.text == "on" else " ", ("]", style))


def _value_column(width: int) -> int:
    return min(_TITLE, width // 2)


def _value(entry: Choice, width: int) -> Content:
    return cut(entry.text, max(width - _value_column(width) - 5, 4))
