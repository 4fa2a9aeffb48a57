"""What a sitting writes: kept in order until the disk takes it, so that a refusal loses nothing."""

from collections.abc import Callable
from typing import TypeVar

from quizapp.history import Database, Transaction
from quizapp.kit.errors import DiskError, StudyDataError

T = TypeVar("T")

Write = Callable[[Transaction], None]
"""One thing to keep; doing it twice is the same as once."""


class Notebook:
    """Writes on their way to the history; those that were refused go first the next time."""

    def __init__(self, history: Database) -> None:
        self._history = history
        self._waiting: list[Write] = []
        self._refused = False
        self.unsaved = 0
        """Answers that are not on disk, and not taken back either."""
        self.trouble = ""
        """Why the last write was refused; empty when it was not."""

    @property
    def on_disk(self) -> bool:
        """Whether there is a file at all; the demo has none."""
        return self._history.path is not None

    @property
    def saved(self) -> bool:
        """Whether everything kept so far is on disk."""
        return not self._refused

    def read(self, what: Callable[[Transaction], T]) -> T:
        """What a function reads from the history."""
        return self._history.read(what)

    def prepare(self, write: Write) -> None:
        """Keep something together with whatever is kept next, and not before."""
        self._waiting.append(write)

    def keep(self, write: Write, *, answers: int = 0) -> bool:
        """Keep something, and all that waits before it, in one transaction; whether the disk took it.

        Args:
            write: what to keep.
            answers: 1 for an answer, -1 where one is taken back.
        """
        self._waiting.append(write)
        self.unsaved = max(self.unsaved + answers, 0)
        waiting = tuple(self._waiting)

        def all_of_it(transaction: Transaction) -> None:
            for one in waiting:
                one(transaction)

        try:
            self._history.write(all_of_it)
        except (DiskError, StudyDataError) as error:  # full, read-only, or in use for longer than we wait
            self._refused, self.trouble = True, str(error)
        else:
            self._refused, self.trouble, self.unsaved = False, "", 0
            self._waiting.clear()
        return self.saved

    def retry(self) -> bool:
        """Try again what was refused; whether everything is on disk now."""
        return self.saved or self.keep(lambda transaction: None)
