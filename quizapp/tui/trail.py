"""Every step that can be taken back since the app was opened, in the order in which they were taken (design, §1.4)."""

from collections.abc import Callable
from typing import Final, Protocol

NOTHING: Final = "Nothing to undo yet"
"""What to say then."""


class Undoable(Protocol):
    """Something whose steps are taken back one by one, the last one first."""

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        ...

    def undo(self) -> str | None:
        """Take the last one back and say which it was."""
        ...


class Trail:
    """The order of steps taken in sittings and in banks; what was done last is taken back first, wherever it was."""

    def __init__(self) -> None:
        self._order: list[Undoable] = []

    def heed(self, one: Undoable) -> None:
        """Note the steps that something has taken, or lost, since it was looked at last."""
        known = sum(each is one for each in self._order)
        if one.steps < known:
            self._order = [each for each in self._order if each is not one]
            known = 0
        self._order += [one] * (one.steps - known)

    def forget_last(self) -> None:
        """It can no longer be taken back."""
        if self._order:
            self._order.pop()

    @property
    def last(self) -> Undoable | None:
        """Whose step would be taken back now."""
        return self._order[-1] if self._order else None

    def undo(self, is_here: Callable[[Undoable], bool] = lambda _: True) -> tuple[Undoable, str] | None:
        """Take the last step back, and say whose it was and which; None where there is none, or not here.

        Raises:
            QuizappError: it is refused; the step can still be taken back.
        """
        last = self.last
        if last is None or not is_here(last):
            return None
        said = last.undo()
        self._order.pop()
        return None if said is None else (last, said)
