"""What a sitting writes: an answer, its correction, its undoing and the lifting of a flag, as values and as writes."""

from datetime import UTC, datetime
from functools import partial
from typing import Final

from quizapp.grading.grade import LET_COUNT
from quizapp.history import Transaction, aside, reviews
from quizapp.history.instants import offset_minutes
from quizapp.history.reviews import Log
from quizapp.kit.chance import fresh_seed
from quizapp.kit.clock import Clock
from quizapp.model.fingerprint import fingerprints
from quizapp.model.memory import UNKNOWN, Card, ItemKey, Rating, Review, carried
from quizapp.model.response import Grade
from quizapp.scheduling.replay import advance, effective, replay
from quizapp.usecases.moment import Script
from quizapp.usecases.notebook import Write

LONGEST: Final = 600.0
"""Seconds that an answer can take at most; whoever needed longer was away."""


def new_session_id(at: datetime) -> str:
    """An id that no other session has, on this machine or another."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}-{fresh_seed():016x}"


def answer_line(
    script: Script,
    key: ItemKey,
    verdict: Grade,
    *,
    at: datetime,
    seconds: float,
    hinted: bool,
    rating: Rating,
    card: Card | None,
) -> Review:
    """An answer as a line of the log; `card` is the memory that it goes on from."""
    item = script.subjects[key].item
    return Review(
        id=_new_id(script.session),
        session=script.session,
        key=key,
        at=at.astimezone(UTC),
        offset=offset_minutes(at),
        kind=item.kind,
        given=verdict.given,
        outcome=verdict.outcome,
        rule=verdict.rule,
        rating=rating,
        seconds=seconds,
        hinted=hinted,
        scheduled=script.scheduled,
        fingerprint=carried(card.fingerprint if card else UNKNOWN, fingerprints(item)),
    )


def correction_of(line: Review, *, at: datetime) -> Review:
    """A line that corrects an answer to what it now says."""
    return line._replace(id=_new_id(line.session), replaces=line.id, at=at.astimezone(UTC), offset=offset_minutes(at))


def own_wordings(log: Log) -> tuple[Review, ...]:
    """The answers whose wordings a learner lets count for an item, from its log as it counts now."""
    return tuple(line for line in effective(log.lines, log.undone) if line.rule == LET_COUNT)


def adding(line: Review) -> Write:
    """What keeps an answer or a correction, and moves the card with it."""
    if line.replaces is None:
        return partial(reviews.add_answer, review=line, advance=advance)
    return partial(reviews.add_correction, review=line, replay=partial(_replayed, line.key))


def undoing(line: Review, clock: Clock) -> Write:
    """What takes a line back, at the time it is done, and the card to where it was without it."""

    def reverse(transaction: Transaction) -> None:
        reviews.add_undone(transaction, line.id, key=line.key, at=clock.now(), replay=partial(_replayed, line.key))

    return reverse


def unflagging(key: ItemKey, clock: Clock) -> Write:
    """What lifts a flag, at the time it is done."""

    def reverse(transaction: Transaction) -> None:
        aside.unflag(transaction, key, at=clock.now())

    return reverse


def both(one: Write, other: Write | None) -> Write:
    """What does one thing and then, if there is one, the other."""

    def write(transaction: Transaction) -> None:
        one(transaction)
        if other is not None:
            other(transaction)

    return write


def _new_id(session: str) -> str:
    return f"{session}-{fresh_seed():016x}"


def _replayed(key: ItemKey, log: Log) -> Card | None:
    return replay(log.lines, log.undone, log.parameters).get(key)
