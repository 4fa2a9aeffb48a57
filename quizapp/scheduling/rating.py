"""Which rating a grade suggests; the learner may choose another."""

from typing import Final

from quizapp.model.memory import Rating
from quizapp.model.outcome import Outcome
from quizapp.model.response import Grade

SLOW_AT_LEAST: Final = 20.0
"""Seconds under which no answer counts as slow: reading the question takes that long (design, 8.7)."""

SLOW_RATIO: Final = 2.0
"""How many times the learner's usual time for the kind counts as slow (design, 8.7)."""


def suggest(grade: Grade, *, hinted: bool, seconds: float, usual_seconds: float | None) -> Rating:
    """The rating that follows from a grade: never Easy, which only the learner can say.

    Args:
        grade: the verdict.
        hinted: whether a hint was shown.
        seconds: how long the answer took.
        usual_seconds: how long the learner usually takes for this kind; None when unknown.
    """
    match grade.outcome:
        case Outcome.WRONG | Outcome.SHOWN:
            return Rating.AGAIN
        case Outcome.CLOSE:
            return Rating.HARD
        case Outcome.RIGHT:
            slow = usual_seconds is not None and seconds >= SLOW_AT_LEAST and seconds > SLOW_RATIO * usual_seconds
            return Rating.HARD if hinted or slow else Rating.GOOD
