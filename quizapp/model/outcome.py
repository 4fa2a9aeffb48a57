"""The verdict on a response, apart from the shapes of responses: the log knows it, and a start need not make those."""

from enum import StrEnum


class Outcome(StrEnum):
    """The verdict on a response."""

    RIGHT = "right"
    CLOSE = "close"  # counts as right; a slip was forgiven
    WRONG = "wrong"
    SHOWN = "shown"  # counts as not known

    @property
    def counts_as_right(self) -> bool:
        """Whether the learner gets the point."""
        return self is Outcome.RIGHT or self is Outcome.CLOSE  # a set is made anew at every call
