"""When a card is due for a learner who aims at something; the card itself never changes.

The log and the cards know nothing of aims: `replay(log) == card` holds whatever anyone aims at, and another aim acts at
once on everything.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from quizapp.kit.chance import seed_of
from quizapp.model.aim import RETENTION, USUAL_AIM, Aim
from quizapp.model.memory import Card, ItemKey, Parameters, Rating, Stage
from quizapp.scheduling.schedule import interval, retrievability, review_card

STRONG: Final = 0.95
"""The chance to know something on the day of an exam that counts as strong: well above what is usual when it is due."""

LAST_DAYS: Final = 7
"""The days before an exam over which what is not strong yet is spread, so that the eve is not all work."""

_DAY: Final = timedelta(days=1)


def aimed(card: Card, aim: Aim, *, now: datetime) -> Card:
    """The card as it is due for an aim; what is learnt just now, in minutes, stays as it is.

    With an exam to come, what would not be strong on its day is asked once more in the last days before it, and then
    daily until it is. `now` knows the learner's time zone.
    """
    if card.stage is not Stage.REVIEW:
        return card
    usual = card.due
    if aim.retention != RETENTION:
        usual = card.last_review + interval(card, retention=aim.retention)
    if aim.exam is None or aim.exam < now.date() or is_strong(card, aim, now=now):
        return card if usual == card.due else card._replace(due=usual)
    return card._replace(due=min(usual, _beginning(_turn(card, aim.exam, now), now)))


def is_strong(card: Card, aim: Aim, *, now: datetime) -> bool:
    """Whether an item is likely enough to be known until the end of the exam's day, or now where there is none."""
    at = now if aim.exam is None or aim.exam < now.date() else _beginning(aim.exam + _DAY, now)
    return retrievability(card, at) >= max(STRONG, aim.retention)


def intervals(
    card: Card | None, *, key: ItemKey, at: datetime, aim: Aim = USUAL_AIM, parameters: Parameters | None = None
) -> dict[Rating, timedelta]:
    """How long until the item comes back after each rating; `at` knows the learner's time zone."""
    after = {rating: review_card(card, key=key, rating=rating, at=at, parameters=parameters) for rating in Rating}
    return {rating: aimed(one, aim, now=at).due - at.astimezone(UTC) for rating, one in after.items()}


def _turn(card: Card, exam: date, now: datetime) -> date:
    """A card's own day among the last ones before an exam, the same whatever its ratings; later if asked since."""
    before = 1 + seed_of("exam", card.key.article, card.key.item) % LAST_DAYS
    asked = card.last_review.astimezone(now.tzinfo).date()
    return max(exam - before * _DAY, asked + _DAY)


def _beginning(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time(), now.tzinfo).astimezone(UTC)
