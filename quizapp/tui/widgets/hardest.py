"""The hardest facts: the share of answers that were right, and a question about each; one can be opened."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.model.memory import ItemKey
from quizapp.tui import charts
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows

_SHARE = 8


class Hard(NamedTuple):
    """A fact that is hard: how many of the answers were right (0–1), a question about it, and which item asks that."""

    share: float
    stem: str
    key: ItemKey


class Hardest(Rows):
    """One row a fact."""

    OPENS_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__(id="hardest")
        self._facts: tuple[Hard, ...] = ()

    @property
    def current(self) -> Hard | None:
        """The fact under the cursor."""
        return self._facts[self.at] if self._facts else None

    def fill(self, facts: tuple[Hard, ...]) -> None:
        """Show these facts."""
        self._facts = facts
        self.hold(len(facts))

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """A share and a question."""
        fact = self._facts[index]
        marked = here and self.has_focus
        return (
            shown(
                ("▸ " if marked else "  ", "bold $accent"),
                (charts.percent(fact.share).rjust(5), "bold $error"),
                "  ",
                cut(fact.stem, max(width - _SHARE - 2, 4), "bold" if marked else ""),
            ),
        )
