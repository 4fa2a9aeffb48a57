"""The questions of a bank in a list: how each stands, its kind and its first words."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content

from quizapp.model.item import Item, Status
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.wording import RIGHT_MARK

_SHORT: Final = {
    "choice": "MC",
    "true-false": "T/F",
    "short": "Typ",
    "numeric": "Num",
    "cloze": "Gap",
    "multiple": "Mul",
    "matching": "Mat",
    "ordering": "Ord",
}
_BEFORE: Final = 8
"""Cells before the words: cursor, mark and kind."""


class QuestionList(Rows):
    """One row a question."""

    OPENS_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__(id="questions")
        self._items: tuple[Item, ...] = ()
        self._spotless: Callable[[int], bool] = bool

    def fill(self, items: tuple[Item, ...], spotless: Callable[[int], bool], *, at: int) -> None:
        """Show these questions, the cursor on one; `spotless` says of a number whether no check has a remark."""
        self._items, self._spotless = items, spotless
        self.hold(len(items))
        self.at = at

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """A mark, a kind, and as many words as there is room for."""
        item = self._items[index]
        dropped = item.status is Status.DROPPED
        line = shown(
            self._mark(index, item),
            " ",
            (f"{_SHORT.get(item.kind, item.kind):<4}", "$muted"),
            cut(item.stem, max(width - _BEFORE, 4), "strike $muted" if dropped else ""),
        )
        if not here:
            return (shown("  ", line),)
        ground = "$pick" if self.has_focus else "$panel"
        rest = shown(" ", line, " " * max(width - line.cell_length - 2, 0)).stylize(f"on {ground}")
        return (shown(("▌", f"$primary on {ground}"), rest),)

    def _mark(self, index: int, item: Item) -> tuple[str, str]:
        match item.status:
            case Status.KEPT:
                return (RIGHT_MARK, "$success")
            case Status.DROPPED:
                return ("–", "$muted")
            case Status.NEW:
                return ("·", "$muted") if self._spotless(index) else ("!", "bold $warning")
