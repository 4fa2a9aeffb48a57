"""A verdict on one typed field."""

from typing import NamedTuple

from quizapp.model.outcome import Outcome


class Verdict(NamedTuple):
    """The outcome, the named rule that gave it, a sentence for the learner, and the wording compared with."""

    outcome: Outcome
    rule: str
    expected: str
    note: str = ""
