"""What a learner aims at, from the options of a command."""

from datetime import date

from quizapp.kit.errors import UsageError
from quizapp.model.aim import RETENTION, RETENTION_BOUNDS, Aim


def aim_of(*, retention: float | None, exam: str | None, today: date) -> Aim:
    """The aim that two options say; a retention may be a share or a percentage.

    Raises:
        UsageError: one of them makes no sense.
    """
    return Aim(retention=_share(retention), exam=_day(exam, today))


def check_count(option: str, number: int | None, *, least: int = 0) -> None:
    """Refuse a number that is too small.

    Raises:
        UsageError: it is.
    """
    if number is not None and number < least:
        raise UsageError(f"{option} is a number of {least} or more; {number} is not")


def _share(retention: float | None) -> float:
    if retention is None:
        return RETENTION
    share = retention / 100 if retention > 1 else retention
    low, high = RETENTION_BOUNDS
    if not low <= share <= high:
        raise UsageError(f"--retention is a share from {low} to {high}, such as 0.9; {retention:g} is not")
    return share


def _day(exam: str | None, today: date) -> date | None:
    if exam is None:
        return None
    try:
        day = date.fromisoformat(exam)
    except ValueError:
        raise UsageError(f"--exam is a day written as {today.isoformat()}; {exam} is not") from None
    if day < today:
        raise UsageError(f"--exam is a day to come; {exam} is over")
    return day
