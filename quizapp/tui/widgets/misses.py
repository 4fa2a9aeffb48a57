"""What was not known in a sitting: question, the answer given, and when it comes back."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from quizapp.kit.durations import in_words
from quizapp.tui.safe import cut, shown
from quizapp.tui.widgets.rows import Rows
from quizapp.tui.wording import WRONG_MARK
from quizapp.usecases.showing import Missed

_GIVEN: Final = 18
_BACK: Final = 14


class Misses(Rows):
    """One row a question."""

    def __init__(self) -> None:
        super().__init__(id="misses")
        self._missed: tuple[Missed, ...] = ()

    @property
    def current(self) -> Missed | None:
        """The question under the cursor."""
        return self._missed[self.at] if self._missed else None

    def fill(self, missed: tuple[Missed, ...]) -> None:
        """Show these questions."""
        self._missed = missed
        self.hold(len(missed))

    def draw(self, index: int, width: int, *, here: bool) -> Sequence[Content]:
        """The row of a question."""
        missed = self._missed[index]
        room = max(width - 4 - _GIVEN - _BACK, 8)
        stem = cut(missed.item.stem, room - 2, "bold" if here else "")
        given = cut(missed.given or "shown", _GIVEN - 2, "$muted")
        back = f"in {in_words(missed.comes_back)}" if missed.comes_back else ""
        return (
            shown(
                ("▸ " if here else "  ", "bold $accent"),
                (f"{WRONG_MARK} ", "$error"),
                stem,
                " " * (room - stem.cell_length),
                given,
                " " * (_GIVEN - given.cell_length),
                (back, "$muted"),
            ),
        )


def heading(width: int) -> Content:
    """The words over the columns."""
    room = max(width - 4 - _GIVEN - _BACK, 8)
    title = shown(("Missed", "bold"))
    return shown(
        title, " " * (room + 4 - title.cell_length), ("your answer".ljust(_GIVEN), "$muted"), ("comes back", "$muted")
    )
