"""What a learner aims at, from the options of a command."""

from datetime import date

from quizapp.cli.diagnostics import tell
from quizapp.kit.errors import UsageError
from quizapp.model.aim import RETENTION_BOUNDS, Aim
from quizapp.usecases.workspace import Workspace


def aim_of(workspace: Workspace, *, retention: float | None, exam: str | None) -> Aim:
    """The aim that two options say, else the settings; a retention may be a share or a percentage.

    Raises:
        UsageError: one of them makes no sense.
    """
    usual, today = workspace.aim, workspace.clock.now().date()
    return Aim(
        retention=usual.retention if retention is None else _share(retention),
        exam=usual.exam if exam is None else _day(exam, today),
    )


def heed_settings(workspace: Workspace) -> None:
    """Say which settings could not be understood; the others hold."""
    for finding in workspace.configuration.findings:
        tell(str(finding))


def check_count(option: str, number: int | None, *, least: int = 0) -> None:
    """Refuse a number that is too small.

    Raises:
        UsageError: it is.
    """
    if number is not None and number < least:
        raise UsageError(f"{option} is a number of {least} or more; {number} is not")


def _share(retention: float) -> float:
    share = retention / 100 if retention > 1 else retention
    low, high = RETENTION_BOUNDS
    if not low <= share <= high:
        raise UsageError(f"--retention is a share from {low} to {high}, such as 0.9; {retention:g} is not")
    return share


def _day(exam: str, today: date) -> date:
    try:
        day = date.fromisoformat(exam)
    except ValueError:
        raise UsageError(f"--exam is a day written as {today.isoformat()}; {exam} is not") from None
    if day < today:
        raise UsageError(f"--exam is a day to come; {exam} is over")
    return day
