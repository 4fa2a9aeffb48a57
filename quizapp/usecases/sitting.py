"""A sitting: ask, answer, grade, go on; every answer is on disk before the next question."""

from quizapp.model.memory import Rating
from quizapp.model.response import Response
from quizapp.usecases.showing import Feedback, Question, Results


class Sitting:
    """One learner's run through a queue of questions, driven by a face."""

    title: str
    scheduled: bool
    question: Question | None  # None when the sitting is finished
    feedback: Feedback | None  # set between answer and rate

    def answer(self, response: Response, *, seconds: float, hinted: bool = False) -> Feedback:
        """Grade a response, store it with the suggested rating, and show what to say about it.

        Args:
            response: what was given, of the kind the question asks for.
            seconds: how long it took.
            hinted: whether a hint was shown.
        """
        raise NotImplementedError

    def rate(self, rating: Rating | None = None) -> None:
        """Accept the suggested rating (None) or correct it, and go on to the next question."""
        raise NotImplementedError

    def overrule(self) -> Feedback:
        """Take the response for right after all ("I was right"); only for typed kinds judged wrong."""
        raise NotImplementedError

    def later(self) -> None:
        """Put the question off until tomorrow and go on."""
        raise NotImplementedError

    def flag(self, reason: str) -> None:
        """Never ask this question again until someone has looked at it, and go on."""
        raise NotImplementedError

    def hint(self) -> str | None:
        """A hint for the question in one line, or None where there is none to give."""
        raise NotImplementedError

    def undo(self) -> str | None:
        """Take back the last step and say which it was; None when there is none."""
        raise NotImplementedError

    def results(self) -> Results:
        """What came of the sitting so far."""
        raise NotImplementedError

    def again(self) -> "Sitting":
        """A sitting of the missed questions, outside the schedule."""
        raise NotImplementedError
