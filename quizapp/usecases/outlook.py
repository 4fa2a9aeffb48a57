"""What a learner has behind and before them beyond one sitting."""

from typing import Final, NamedTuple

PACE: Final = 15.0
"""Seconds a question is expected to take before anything is known about a learner."""


class Outlook(NamedTuple):
    """Days in a row with answers, and the questions that fall due tomorrow and within a week."""

    streak_days: int
    due_tomorrow: int
    due_week: int
