"""What a learner wants: how much a day, how well, by when; or practice, outside the schedule."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

RETENTION: Final = 0.9
"""The share of reviews that should succeed: FSRS's own recommendation."""

RETENTION_BOUNDS: Final = (0.7, 0.99)
"""Below, most time goes into learning anew what was forgotten; above, into asking what is known (FSRS's own advice)."""

NEW_A_DAY: Final = 20
"""As many as a sitting holds: a first sitting is never cut short, and a second one on its day is for repetition."""

DUE_A_DAY: Final = 200
"""So many that only who was away for weeks is spared a mountain; the longest overdue come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """How likely each item is to be known when it is asked, 0–1, and the day by which everything is to be strong."""

    retention: float = RETENTION
    exam: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most questions of a sitting, and the most new and due ones of a day.

    Without a number of new ones it is NEW_A_DAY, or as many as an exam needs.
    """

    questions: int = 20
    new: int | None = None
    due: int = DUE_A_DAY


USUAL_AIM: Final = Aim()
USUAL_LIMITS: Final = Limits()


class Among(StrEnum):
    """Which items practice asks."""

    ANY = "any"
    MISSED = "missed"  # those whose last answer was a miss
    HARDEST = "hardest"  # those missed most often
    AHEAD = "ahead"  # those that fall due in the days to come


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Questions outside the schedule; `days` is how far ahead to look, where that is asked for."""

    among: Among = Among.ANY
    days: int = 1


ANYTHING: Final = Practice()
