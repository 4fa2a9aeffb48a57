"""The schedule fitted to one learner: how fast this memory fades, by its own log."""

from dataclasses import dataclass
from typing import Final

from quizapp.history import Transaction
from quizapp.history.checking import rebuild_cards
from quizapp.history.fits import add_fit, fitted
from quizapp.history.reviews import whole_log
from quizapp.kit.durations import counted
from quizapp.kit.errors import InputError, UsageError
from quizapp.model.memory import Parameters
from quizapp.scheduling.fitting import RECALLS_AT_LEAST, Fit, can_fit, count_recalls, fit
from quizapp.usecases.keeping import replay_log
from quizapp.usecases.lines import new_session_id
from quizapp.usecases.workspace import Workspace

NO_EXTRA: Final = (
    "fitting the schedule needs an extra that is not installed: pip install 'quizapp[fit]' brings it;"
    " nothing was changed"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What fitting came to: answers it was fitted to and judged by, the log loss before and after, in nats.

    `error` is the standard error of their difference; `kept` says whether the new parameters count from now on, which
    they do when the log loss is smaller by more than that.
    """

    fitted_to: int
    held_out: int
    before: float
    after: float
    error: float
    kept: bool


def fit_schedule(workspace: Workspace) -> Fitted:
    """Fit the schedule to the learner's answers, and keep it where it foretells the latest of them better.

    Raises:
        UsageError: the extra is not installed.
        InputError: there are too few answers yet.
        StudyDataError: the history cannot be used.
        DiskError: it cannot be written.
    """
    if not can_fit():
        raise UsageError(NO_EXTRA)
    log = workspace.history.read(whole_log)
    count = count_recalls(log.lines, log.undone)
    if count < RECALLS_AT_LEAST:
        raise InputError(
            f"{counted(count, 'answer')} after a day or more, and {RECALLS_AT_LEAST} are needed to fit the schedule;"
            " until then FSRS's own parameters serve well"
        )
    found = fit(log.lines, log.undone, present=log.parameters)
    if found.better:
        _keep(workspace, found.parameters)
    return _told(found)


def reset_schedule(workspace: Workspace) -> bool:
    """Go back to FSRS's own parameters; whether others counted until now.

    Raises:
        StudyDataError: the history cannot be used.
        DiskError: it cannot be written.
    """
    if workspace.history.read(fitted) is None:
        return False
    _keep(workspace, None)
    return True


def _keep(workspace: Workspace, parameters: Parameters | None) -> None:
    """Let parameters count, and make every card anew by them, in one transaction."""
    now = workspace.clock.now()

    def kept(transaction: Transaction) -> None:
        add_fit(transaction, new_session_id(now), parameters, at=now)
        rebuild_cards(transaction, replay_log)

    workspace.history.write(kept)


def _told(found: Fit) -> Fitted:
    return Fitted(
        fitted_to=found.fitted_to,
        held_out=found.held_out,
        before=found.before,
        after=found.after,
        error=found.error,
        kept=found.better,
    )
