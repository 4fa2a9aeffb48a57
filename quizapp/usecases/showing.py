"""What a sitting shows: the question, the feedback and the results."""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from quizapp.model.article import Article
from quizapp.model.fact import Evidence
from quizapp.model.item import Item
from quizapp.model.memory import Rating
from quizapp.model.outcome import Outcome
from quizapp.model.response import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a face shows before the answer."""

    item: Item
    article: Article
    options: tuple[str, ...]  # choice: shuffled texts; true-false: ("True", "False"); others: ()
    number: int  # 1-based place in the sitting
    total: int
    marks: tuple[Outcome | None, ...]  # one a question; None = not answered yet
    anew: bool  # the key has changed since it was learned, so that it starts anew
    seconds_left: float | None  # estimate for the rest of the sitting; None when unknown
    typos: bool = True  # a small slip in a typed answer counts as right
    covered: bool = False  # its choices are not to be seen before they are asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionVerdict:
    """One option after the answer: whether it is the key, whether it was picked, and why it is right or wrong."""

    text: str
    is_key: bool
    picked: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a face shows after the answer, which is already on disk."""

    question: Question
    grade: Grade
    options: tuple[OptionVerdict, ...]
    evidence: tuple[Evidence, ...]
    paragraph: int
    key_words: tuple[tuple[int, int], ...]  # ranges in the article's text to underline: the key inside the evidence
    suggested: Rating
    intervals: dict[Rating, timedelta]
    scheduled: bool
    seconds: float
    saved: bool  # False: the disk refused; the answer is kept in memory and tried again
    may_count: bool = False  # the learner overruled the verdict, and may let the wording count from now on
    may_let_go: bool = False  # the answer is right by such a wording, which may count no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question that was not known: what was given, and how long until it comes back (zero in practice)."""

    item: Item
    article: Article
    given: str
    comes_back: timedelta


class Moved(NamedTuple):
    """How solid an article was before the sitting and is after it, 0–1."""

    title: str
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What came of a sitting: points, time, misses, and what it moved; also while it is not finished."""

    title: str
    right: int
    total: int  # planned questions
    answered: int
    seconds: float
    marks: tuple[Outcome | None, ...]
    missed: tuple[Missed, ...]
    moved: tuple[Moved, ...]
    streak_days: int
    due_tomorrow: int
    due_week: int
    scheduled: bool
    finished: bool
    saved: bool
