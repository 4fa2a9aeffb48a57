"""A class's game: who plays, by which rules, and what can happen in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

STEP: Final = 10
"""Points of a right answer, and of one correction by hand (design, 8.8)."""
MORE: Final = 30.0
"""Seconds that "more time" gives."""
LONGER: Final = 10.0
"""Seconds more for a number, and for putting in order (design, 8.8)."""
MOST_PLAYERS: Final = 60
"""Players of one drill; a class has half as many."""
LONGEST_NAME: Final = 60
"""Characters of a player's name."""


class Mode(StrEnum):
    """Who answers."""

    TURNS = "turns"  # one after the other; a single player is simply always next
    BUZZ = "buzz"  # whoever is first


class Points(StrEnum):
    """What a right answer is worth."""

    FLAT = "flat"
    SPEED = "speed"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A team or a student; `extra` are seconds more for each question, for whoever needs them."""

    name: str
    extra: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a drill is played: `seconds` for a question, None for no clock; `passing` hands a wrong answer on.

    `total` are the seconds of answering after which no other question is asked, None where their number decides.
    """

    players: tuple[Player, ...]
    mode: Mode = Mode.TURNS
    points: Points = Points.FLAT
    seconds: float | None = None
    passing: bool = False
    total: float | None = None


# What can happen


@dataclass(frozen=True, slots=True, kw_only=True)
class Buzzed:
    """A player was first, after so many seconds."""

    player: int
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The player answered: what, the share earned (0–1), after how many seconds of how many; None for no limit.

    `fingerprint` is the key that was asked for, in short; empty in drills of before it was kept.
    """

    given: str
    credit: float
    seconds: float
    limit: float | None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The player does not answer, after so many seconds, and leaves the question to the others."""

    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """Nobody answers, after so many seconds: the time is over, or the answer was asked for."""

    seconds: float = 0.0
    timed_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The clock stopped, so many seconds after it began or went on; no step that could be taken back."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOn:
    """The answer was looked at; the next question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveTime:
    """More time for this question."""

    seconds: float = MORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A score was corrected by hand, by so many steps."""

    player: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The last answer was right after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The drill ends here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The last thing that happened is taken back."""


Event = Buzzed | Answered | Passed | Revealed | Paused | WentOn | GaveTime | Corrected | Accepted | Ended
Happening = Event | Undone
