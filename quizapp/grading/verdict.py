"""A verdict on one typed field."""

from dataclasses import dataclass

from quizapp.model.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome, the named rule that gave it, a sentence for the learner, and the wording compared with."""

    outcome: Outcome
    rule: str
    expected: str
    note: str = ""
