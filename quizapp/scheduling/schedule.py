"""How a rating moves a card: FSRS through the fsrs package, without luck."""

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from quizapp.model.aim import RETENTION
from quizapp.model.memory import UNKNOWN, Card, ItemKey, Parameters, Rating, Stage

if TYPE_CHECKING:
    import fsrs

AFTER_A_MISS: Final = timedelta(minutes=10)
"""When a missed item comes back: long enough to have left working memory, short enough for the same evening."""

MOST_INTERVALS: Final = 10
"""How many times its interval, of a day at least, counts as passed since a card was answered; later is a wrong clock's
answer, or one that tells no more of the memory than that."""


def review_card(
    card: Card | None,
    *,
    key: ItemKey,
    rating: Rating,
    at: datetime,
    parameters: Parameters | None = None,
    fingerprint: str = UNKNOWN,
) -> Card:
    """The card after a review; None is an item never seen, whose card begins with the parameters.

    `fingerprint` is the key that was asked for, in short; where nobody knows, the card keeps its own.

    A clock that went back counts as no time passed, and one that jumped ahead as MOST_INTERVALS: after one answer in
    2099 a stability of 7 days was 241.
    """
    known = card.parameters if card else parameters
    now = at.astimezone(UTC)
    before = _to_fsrs(card, now, most=_longest(card) if card else None)
    after, _ = _scheduler(known).review_card(before, _ratings()[rating], now)
    missed = card is not None and card.stage is Stage.REVIEW and rating is Rating.AGAIN
    return Card(
        key=key,
        stage=_STAGES[after.state],
        step=after.step,
        stability=_known(after.stability),
        difficulty=_known(after.difficulty),
        due=after.due,
        last_review=now,
        reviews=(card.reviews if card else 0) + 1,
        lapses=(card.lapses if card else 0) + missed,
        parameters=known,
        fingerprint=fingerprint or (card.fingerprint if card else UNKNOWN),
    )


def passed(card: Card, at: datetime) -> timedelta:
    """How much time counts as passed since a last answer: none where the clock went back, ten intervals at most."""
    return min(max(at - card.last_review, timedelta()), _longest(card))


def retrievability(card: Card, at: datetime) -> float:
    """The predicted chance, 0–1, that the item is known at an instant."""
    return float(_scheduler(card.parameters).get_card_retrievability(_to_fsrs(card, at), at.astimezone(UTC)))


def interval(card: Card, *, retention: float) -> timedelta:
    """Whole days, at least one, from its last review until the chance to know a card has fallen to a retention."""
    scheduler = _scheduler(card.parameters)
    decay = -float(scheduler.parameters[-1])  # FSRS-6: the last parameter bends the curve of forgetting
    factor = float(STABLE ** (1 / decay)) - 1
    days = round(card.stability / factor * (float(retention ** (1 / decay)) - 1))
    return timedelta(days=min(max(days, 1), scheduler.maximum_interval))


STABLE: Final = 0.9
"""What stability means in FSRS: the days until the chance has fallen to nine in ten, whatever anyone desires."""

_STAGES: Final = {1: Stage.LEARNING, 2: Stage.REVIEW, 3: Stage.RELEARNING}


@lru_cache(maxsize=8)
def _scheduler(parameters: Parameters | None) -> "fsrs.Scheduler":
    from fsrs import Scheduler  # 24 ms, paid at the first answer
    from fsrs.scheduler import DEFAULT_PARAMETERS

    steps = (AFTER_A_MISS,)
    return Scheduler(
        parameters=DEFAULT_PARAMETERS if parameters is None else _bounded(parameters),
        desired_retention=RETENTION,
        learning_steps=steps,
        relearning_steps=steps,
        enable_fuzzing=False,
    )


def _bounded(parameters: Parameters) -> Parameters:
    """The parameters within FSRS's own bounds; what a fault of the disk made of them must not end the program."""
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    bounds = zip(parameters, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(min(max(value, low), high) for value, low, high in bounds)


@cache
def _ratings() -> "dict[Rating, fsrs.Rating]":
    from fsrs import Rating as Theirs

    return {rating: Theirs(rating.value) for rating in Rating}


@cache
def _states() -> "dict[Stage, fsrs.State]":
    from fsrs import State

    return {stage: State(value) for value, stage in _STAGES.items()}


@cache
def _own_card() -> "type[fsrs.Card]":
    from fsrs import Card as Theirs

    class Own(Theirs):
        """Made for one review and for nobody else, so that the package need not copy it: a fifth of a review."""

        def __copy__(self) -> "Own":
            return self

    return Own


def _longest(card: Card) -> timedelta:
    return MOST_INTERVALS * max(card.due - card.last_review, timedelta(days=1))


def _to_fsrs(card: Card | None, now: datetime, *, most: timedelta | None = None) -> "fsrs.Card":
    """The package's card, answered last no later than now, and no longer ago than `most`."""
    made = _own_card()
    if card is None:
        return made(card_id=0, due=now)  # without an id the package waits a millisecond to make one
    last = card.last_review
    if last > now:
        last = now.astimezone(UTC)
    elif most is not None and now - last > most:
        last = now.astimezone(UTC) - most
    return made(0, _states()[card.stage], card.step, card.stability, card.difficulty, card.due, last)


def _known(value: float | None) -> float:
    if value is None:  # the package sets both in every review
        raise ValueError("FSRS left a card without memory")
    return float(value)
