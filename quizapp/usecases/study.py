"""Study as a face drives it: open a sitting, and read what it shows."""

from quizapp.kit.clock import Clock
from quizapp.model.item import Bank
from quizapp.usecases.showing import Feedback, Missed, Moved, OptionVerdict, Question, Results
from quizapp.usecases.sitting import Sitting
from quizapp.usecases.workspace import Workspace

__all__ = [
    "Feedback",
    "Missed",
    "Moved",
    "OptionVerdict",
    "Question",
    "Results",
    "Sitting",
    "open_demo",
    "open_sitting",
    "reads_as",
]


def open_sitting(
    workspace: Workspace,
    *,
    bank: str | Bank | None = None,
    seed: int | None = None,
    limit: int = 20,
    scheduled: bool = True,
) -> Sitting:
    """Sit down to what is due and new, or go on with a sitting of the same scope that was interrupted.

    Args:
        workspace: whose library and history.
        bank: a slug of the library, a bank itself, or None for everything.
        seed: what the order of questions and options follows from; None for a fresh one.
        limit: the most questions.
        scheduled: False for practice, which never moves a card.

    Raises:
        InputError: the library has no such bank.
        BankError: it cannot be read.
        StudyDataError: the history cannot be used.
    """
    raise NotImplementedError


def open_demo(bank: Bank, *, clock: Clock, seed: int | None = None, limit: int = 8) -> Sitting:
    """Sit down to a bank in its own order; nothing is stored anywhere."""
    raise NotImplementedError


def reads_as(text: str) -> str | None:
    """How a number being typed is understood ("1.2k" as "1,200"); None when it is not a number."""
    raise NotImplementedError
