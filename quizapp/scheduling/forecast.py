"""What is due, now and in the days to come."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from quizapp.model.memory import Card, Stage

FAR_AHEAD: Final = timedelta(days=1)
"""A review so far ahead of the clock was given under a wrong clock; no two right ones are that far apart."""


def due_from(card: Card, now: datetime) -> datetime:
    """The instant from which a card is due: for one that waits days, the beginning of that day where the learner is.

    Otherwise what was studied in the evening would not be due until the evening. On a day of 25 hours a card may be due
    at its end that was answered at its beginning; it waits for the next. A card from a time to come is due now, because
    a clock that was once far ahead would put it off for as long.
    """
    if card.last_review - now > FAR_AHEAD:
        return now.astimezone(UTC)
    if card.stage is not Stage.REVIEW:
        return card.due
    day, answered = card.due.astimezone(now.tzinfo), card.last_review.astimezone(now.tzinfo)
    return tomorrow(answered) if day.date() == answered.date() else beginning(day)


def is_due(card: Card, now: datetime) -> bool:
    """Whether a card is due at an instant that knows the learner's time zone."""
    return due_from(card, now) <= now


def forecast(cards: Iterable[Card], *, now: datetime, days: int) -> tuple[int, ...]:
    """How many cards fall due on each local day from today on; the overdue count today.

    `now` knows the learner's time zone.
    """
    counts = [0] * days
    for card in cards:
        day = max(0, (due_from(card, now).astimezone(now.tzinfo).date() - now.date()).days)
        if day < days:
            counts[day] += 1
    return tuple(counts)


def tomorrow(now: datetime) -> datetime:
    """The UTC instant at which the learner's next day begins."""
    return beginning(now + timedelta(days=1))


def beginning(day: datetime) -> datetime:
    """The UTC instant at which a day of the learner's began."""
    return day.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
