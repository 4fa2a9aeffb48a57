"""What a learner gave, and what was made of it."""

from dataclasses import dataclass

from quizapp.model.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An option picked, by its text."""

    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """True or false said of a statement."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Words typed, one entry a field (a cloze item has one field a gap)."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The learner asked to see the answer instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Several options picked: those ticked, all in their order, or one for each prompt in the prompts' order."""

    options: tuple[str, ...]


Response = Chosen | Judged | Typed | Picked | Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A stretch of the given or the expected text that the other does not have (half-open, code points)."""

    side: str  # "given" or "expected"
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The verdict, the named rule that gave it, a sentence for the learner and the differences.

    `given` is the response as text; `expected` the accepted wording it was compared with; `parts` has one outcome a
    gap, a key, a pair or a place, and is empty for items of one part. `credit` is the share earned, 0–1, by the rule.
    """

    outcome: Outcome
    rule: str
    note: str
    given: str
    expected: str
    differences: tuple[Difference, ...] = ()
    parts: tuple[Outcome, ...] = ()
    credit: float = 0.0
