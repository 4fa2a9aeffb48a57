"""Everything that keys do as rows under their places: what it does on the left, its keys on the right."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from textual.content import Content

from quizapp.tui.keys import key_name, keys_name
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.headed_rows import HeadedRows
from quizapp.usecases.keys import Bound

CHANGED: Final = "●"
"""Stands before what has other keys than usual."""
_KEYS: Final = 14
"""Columns of the keys; what does not fit stands in the explanation."""


class KeyRows(HeadedRows[Bound]):
    """One row for each thing that keys do."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._every: tuple[Bound, ...] = ()
        self._words: list[str] = []
        self._twins: Counter[tuple[str, str]] = Counter()
        """How often the same is said in one place, as of the first and the last."""

    def fill(self, every: Sequence[Bound]) -> None:
        """Show all, or those that are searched for; the cursor stays on the same one."""
        self._every = tuple(every)
        self._sift()

    def sift(self, text: str) -> None:
        """Show those that have every word in what they do, their name, place or keys."""
        self._words = text.casefold().split()
        self._sift()

    def _sift(self) -> None:
        before = self.marked.key.name if self.marked else ""
        kept = [one for one in self._every if all(word in _plain(one) for word in self._words)]
        self.hold_under(lambda one: one.where, kept)
        self._twins = Counter((one.where, one.key.explanation) for one in kept)
        names = {entry.key.name: place for place, entry in enumerate(self._entries) if entry is not None}
        self.at = names.get(before, next(iter(names.values()), 0))
        self.call_after_refresh(self.watch_at)  # a list that was short before cannot scroll until then

    def draw_entry(self, entry: Bound, width: int, *, here: bool) -> Content:
        """What it does, and its keys."""
        room = max(width - _KEYS - 3, 1)
        head = shown((f"{CHANGED} " if entry.changed else "  ", "bold $accent"))
        what = cut(entry.key.explanation, room, "bold" if here else "")
        if self._twins[entry.where, entry.key.explanation] > 1:
            what = shown(what, (f"  {_in_words(entry.key.what)}", "$muted")).truncate(room, ellipsis=True)
        keys = cut(keys_name(entry.now), _KEYS, "bold $footer-key-foreground")
        return shown(head, what, " " * (room + 1 - what.cell_length), keys)


def _in_words(what: str) -> str:
    """The name of one of several that do the same as a person reads it: “page down”, “choose 3”."""
    return re.sub(r"(?<=[a-z])(?=\d)", " ", what.replace("_", " "))


def _plain(one: Bound) -> str:
    keys = " ".join((keys_name(one.now), *map(key_name, one.now)))
    return f"{one.key.explanation} {one.key.name} {one.where} {keys}".casefold()
