"""A learner's memory of items: ratings, cards and the append-only log they follow from."""

from collections.abc import Collection
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple

from quizapp.model.outcome import Outcome


class Rating(IntEnum):
    """FSRS's four ratings."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class ItemKey(NamedTuple):
    """Which item: article id and item id; wording is never part of it."""

    article: str
    item: str


class Stage(StrEnum):
    """Where a card stands in FSRS's life of a card."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


Parameters = tuple[float, ...]
"""The numbers by which FSRS moves and reads a card, fitted to one learner's log."""

PARAMETERS: Final = 21
"""How many FSRS-6 has."""


class Card(NamedTuple):
    """One learner's memory of one item: stability in days, difficulty 1–10, due as a UTC instant.

    `parameters` are those by which both are meant; None are FSRS's own. `fingerprint` is what the key was when it was
    last asked, in short; empty where nobody knows.
    """

    key: ItemKey
    stage: Stage
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    reviews: int
    lapses: int
    parameters: Parameters | None = None
    fingerprint: str = ""


class Review(NamedTuple):
    """One line of the log: an answer given, with the rating that moved the card.

    `replaces` names an earlier line whose rating or verdict this line corrects ("I was right", another grade); `at` is
    a UTC instant and `offset` the local offset from UTC in minutes; `seconds` is how long the answer took; a practice
    line (`scheduled` false) never moves a card; `fingerprint` is the key that was asked for, in short, empty in lines
    of before it was kept.
    """

    id: str
    session: str
    key: ItemKey
    at: datetime
    offset: int
    kind: str
    given: str
    outcome: Outcome
    rule: str
    rating: Rating
    seconds: float
    hinted: bool
    scheduled: bool
    replaces: str | None = None
    fingerprint: str = ""


UNKNOWN: Final = ""
"""The fingerprint of answers that were given before any was kept; it fits every question."""


def is_about(fingerprint: str, item: Collection[str]) -> bool:
    """Whether an answer or card is about a question as it is now, given by its fingerprints."""
    return fingerprint == UNKNOWN or fingerprint in item


def carried(fingerprint: str, item: tuple[str, ...]) -> str:
    """The fingerprint of the next answer: that of the memory so far where it is still right, else that of the key."""
    return fingerprint if fingerprint in item else item[0]
