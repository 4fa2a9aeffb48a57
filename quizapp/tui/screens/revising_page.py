"""What Review and Edit have in common: a step that the file refuses is told, and answered."""

from collections.abc import Callable
from typing import TypeVar

from quizapp.kit.errors import QuizappError
from quizapp.tui.host import host_of
from quizapp.tui.screens.page import Page
from quizapp.usecases.bankfile import BankChangedError
from quizapp.usecases.revising import Revision

T = TypeVar("T")


class RevisingPage(Page):
    """A page on a bank that is gone over."""

    NAME = "Review questions"

    def reread(self) -> None:
        """Show what the file holds now that it was read again."""
        raise NotImplementedError

    def take(self, revision: Revision, step: Callable[[], T]) -> T | None:
        """Take a step; where it is refused, say why and return None."""
        try:
            return step()
        except BankChangedError:
            self._offer_to_read_again(revision)
        except QuizappError as error:
            self.say(bare(error), error=True)
        return None

    def _offer_to_read_again(self, revision: Revision) -> None:
        from quizapp.tui.screens.changed import Changed  # imported when it is first needed

        sheet = Changed(str(revision.path))
        _ = self.app.push_screen(sheet, lambda answer: self._read_again(revision, answer))  # not awaited: called back

    def _read_again(self, revision: Revision, answer: str | None) -> None:
        if answer is None:
            return
        try:
            said = f"Your version is in {revision.save_copy()}" if answer == "copy" else "Read again."
            revision.reload()
        except QuizappError as error:
            self.say(bare(error), error=True)
            return
        self.reread()
        host = host_of(self)
        host.call_later(host.say, said)


def bare(error: QuizappError) -> str:
    """An error without its place: which file it is about is known here, and there is one row to say the rest."""
    return str(error).removeprefix(f"{error.place}: ")
