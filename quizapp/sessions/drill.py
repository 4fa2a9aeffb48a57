"""A drill as a state machine: ask, perhaps pass on, show, next; a state follows from what happened alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.model.drill import (
    STEP,
    Accepted,
    Answered,
    Buzzed,
    Corrected,
    Ended,
    Event,
    GaveTime,
    Happening,
    Mode,
    Passed,
    Paused,
    Points,
    Revealed,
    Rules,
    Undone,
    WentOn,
)


class Phase(StrEnum):
    """Where a drill stands."""

    OPEN = "open"  # anybody may buzz
    ASKED = "asked"  # one player answers
    SHOWN = "shown"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One answer: to which question, whose, what, the share earned, the points, the seconds it took of how many.

    `fingerprint` is the key that was asked for, in short; empty where nobody knows.
    """

    place: int
    player: int
    given: str
    credit: float
    points: int
    seconds: float
    limit: float | None
    fingerprint: str = ""

    @property
    def late(self) -> bool:
        """Whether it came after its time."""
        return self.limit is not None and self.seconds > self.limit


class Why(StrEnum):
    """Why there is no answer."""

    PASSED = "passed"
    TIME = "time over"
    NOBODY = "no answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A question that a player was asked and did not answer, or that nobody did: then `player` is None."""

    place: int
    player: int | None
    why: Why
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """The questions are 0 to `length` - 1; `player` answers now, `tried` have had this question and did not know it.

    `elapsed` are the seconds that went by before the clock was stopped, `spent` those of everything that was answered,
    passed on or shown.
    """

    rules: Rules
    length: int
    place: int
    phase: Phase
    player: int | None
    scores: tuple[int, ...]
    tried: frozenset[int] = frozenset()
    more: float = 0.0
    tries: tuple[Try, ...] = ()
    silences: tuple[Silence, ...] = ()
    elapsed: float = 0.0
    spent: float = 0.0

    @property
    def left(self) -> float | None:
        """Seconds before no other question is asked, None where their number decides."""
        return None if self.rules.total is None else max(0.0, self.rules.total - self.spent - self.elapsed)


def begin(rules: Rules, *, length: int) -> Drill:
    """A drill before its first question.

    Raises:
        ValueError: nobody plays, or there is nothing to ask.
    """
    if not rules.players or length < 1:
        raise ValueError("a drill needs a player and a question")
    start = Drill(rules=rules, length=length, place=0, phase=Phase.OVER, player=None, scores=(0,) * len(rules.players))
    return _asked(start, 0)


def effective(log: Iterable[Happening]) -> tuple[Event, ...]:
    """What happened without what was taken back; a stop of the clock is taken back with the step before it."""
    kept: list[Event] = []
    for event in log:
        if not isinstance(event, Undone):
            kept.append(event)
            continue
        while kept and isinstance(kept[-1], Paused):
            kept.pop()
        kept[-1:] = []
    return tuple(kept)


def replay(rules: Rules, log: Sequence[Happening], *, length: int) -> Drill:
    """The state that a log leads to.

    Raises:
        ValueError: it tells of something that cannot have happened.
    """
    drill = begin(rules, length=length)
    for event in effective(log):
        drill = step(drill, event)
    return drill


def step(drill: Drill, event: Event) -> Drill:
    """The state after something happened.

    Raises:
        ValueError: it cannot happen now.
    """
    match event:
        case Corrected(player=player, steps=steps):
            _must(0 <= player < len(drill.scores))
            return replace(drill, scores=_with(drill.scores, player, steps * STEP))
        case Answered():
            return _answered(drill, event)
        case Passed(seconds=seconds):
            _must(drill.phase is Phase.ASKED and drill.rules.passing)
            return _passed_on(_silent(drill, Why.PASSED, seconds))
        case Accepted():
            return _accepted(drill)
        case WentOn():
            _must(drill.phase is Phase.SHOWN)
            return _asked(drill, drill.length if drill.left == 0 else drill.place + 1)
        case Ended():
            _must(drill.phase is not Phase.OVER)
            after = drill if drill.phase is Phase.SHOWN else _took(drill, drill.elapsed)  # nobody had time to answer it
            return replace(after, phase=Phase.OVER, player=None)
        case Buzzed() | GaveTime() | Revealed() | Paused():
            _must(drill.phase in {Phase.OPEN, Phase.ASKED})
            return _before_an_answer(drill, event)


def _before_an_answer(drill: Drill, event: Buzzed | GaveTime | Revealed | Paused) -> Drill:
    match event:
        case Buzzed(player=player):
            _must(drill.phase is Phase.OPEN and 0 <= player < len(drill.scores) and player not in drill.tried)
            return replace(_took(drill, event.seconds), phase=Phase.ASKED, player=player)
        case GaveTime(seconds=seconds):
            _must(seconds > 0)
            return replace(drill, more=drill.more + seconds)
        case Revealed(seconds=seconds, timed_out=timed_out):
            after = _silent(drill, Why.TIME if timed_out else Why.NOBODY, seconds)
            return replace(after, phase=Phase.SHOWN, player=None)
        case Paused(seconds=seconds):
            _must(seconds >= 0)
            return replace(drill, elapsed=drill.elapsed + seconds)


def _took(drill: Drill, seconds: float) -> Drill:
    """The clock of whoever is next begins anew."""
    _must(seconds >= 0)
    return replace(drill, spent=drill.spent + seconds, elapsed=0.0)


def _silent(drill: Drill, why: Why, seconds: float) -> Drill:
    """Whoever was asked did not answer; where anybody might have, nobody did, unless some have tried."""
    after = _took(drill, seconds)
    if drill.player is None and drill.tried:
        return after
    told = Silence(place=drill.place, player=drill.player, why=why, seconds=seconds)
    return replace(after, silences=(*drill.silences, told))


def worth(rules: Rules, *, credit: float, seconds: float, limit: float | None) -> int:
    """The points of an answer.

    With speed an answer at once has all, one at the last moment half of them, as Kahoot counts; without a clock all.
    """
    if rules.points is Points.NONE:
        return 0
    share = 1.0
    if rules.points is Points.SPEED and limit:
        share = 1.0 - min(max(seconds / limit, 0.0), 1.0) / 2
    return round(STEP * credit * share)


def _asked(drill: Drill, place: int) -> Drill:
    if place >= drill.length:
        return replace(drill, place=drill.length, phase=Phase.OVER, player=None, tried=frozenset(), more=0.0)
    buzz = drill.rules.mode is Mode.BUZZ
    return replace(
        drill,
        place=place,
        phase=Phase.OPEN if buzz else Phase.ASKED,
        player=None if buzz else place % len(drill.scores),
        tried=frozenset(),
        more=0.0,
    )


def _answered(drill: Drill, event: Answered) -> Drill:
    _must(drill.phase is Phase.ASKED and drill.player is not None and 0 <= event.credit <= 1)
    player = drill.player if drill.player is not None else 0
    points = worth(drill.rules, credit=event.credit, seconds=event.seconds, limit=event.limit)
    told = Try(
        place=drill.place,
        player=player,
        given=event.given,
        credit=event.credit,
        points=points,
        seconds=event.seconds,
        limit=event.limit,
        fingerprint=event.fingerprint,
    )
    after = replace(_took(drill, event.seconds), scores=_with(drill.scores, player, points), tries=(*drill.tries, told))
    if event.credit > 0 or not drill.rules.passing:
        return replace(after, phase=Phase.SHOWN, player=None, tried=drill.tried | {player})
    return _passed_on(after)


def _passed_on(drill: Drill) -> Drill:
    """Whoever has not been asked yet may answer; when nobody is left, the answer is shown."""
    player = drill.player if drill.player is not None else 0
    tried = drill.tried | {player}
    others = [other for other in _after(player, len(drill.scores)) if other not in tried]
    if not others:
        return replace(drill, phase=Phase.SHOWN, player=None, tried=tried)
    if drill.rules.mode is Mode.BUZZ:
        return replace(drill, phase=Phase.OPEN, player=None, tried=tried)
    return replace(drill, player=others[0], tried=tried)


def _accepted(drill: Drill) -> Drill:
    """The last try at this question counts as right; what it had is taken off first."""
    _must(bool(drill.tries) and drill.tries[-1].place == drill.place and drill.tries[-1].credit < 1)
    last = drill.tries[-1]
    points = worth(drill.rules, credit=1.0, seconds=last.seconds, limit=last.limit)
    right = replace(last, credit=1.0, points=points)
    return replace(
        drill,
        phase=Phase.SHOWN,
        player=None,
        scores=_with(drill.scores, last.player, points - last.points),
        tries=(*drill.tries[:-1], right),
        elapsed=0.0,
    )


def _after(player: int, count: int) -> list[int]:
    return [(player + ahead) % count for ahead in range(1, count)]


def _with(scores: tuple[int, ...], player: int, points: int) -> tuple[int, ...]:
    return tuple(score + points * (place == player) for place, score in enumerate(scores))


def _must(possible: bool) -> None:
    if not possible:
        raise ValueError("this cannot happen now")
