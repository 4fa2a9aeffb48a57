"""Days with answers: what was done on each, how many, how long in a row, and which of this week."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final, NamedTuple

from quizapp.model.memory import Review

FORGIVEN_EVERY: Final = 7
"""One missed day in so many is forgiven (design, 8.2)."""

_DAY: Final = timedelta(days=1)


class ActiveDay(NamedTuple):
    """One of the learner's own days: how many answers, how many of them right, and the seconds they took."""

    day: date
    answers: int
    right: int
    seconds: float


def day_of(answer: Review) -> date:
    """The day of an answer where the learner was."""
    return local_day(answer.at, answer.offset)


def local_day(at: datetime, offset: int) -> date:
    """The day of an instant on a clock that is so many minutes ahead of UTC."""
    return at.astimezone(_zone(offset)).date()


@lru_cache(maxsize=256)
def _zone(offset: int) -> timezone:
    return timezone(timedelta(minutes=offset))


def by_day(answers: Iterable[Review]) -> tuple[ActiveDay, ...]:
    """Every day with answers, the first first."""
    days: dict[date, list[Review]] = defaultdict(list)
    for answer in answers:
        days[day_of(answer)].append(answer)
    return tuple(
        ActiveDay(
            day=day,
            answers=len(own),
            right=sum(answer.outcome.counts_as_right for answer in own),
            seconds=sum(answer.seconds for answer in own),
        )
        for day, own in sorted(days.items())
    )


def streak(days: Collection[date], today: date) -> int:
    """Days with answers in the run that reaches today; today itself is still open.

    A missed day is bridged when no other was missed within a week of it, and is not counted.
    """
    present = frozenset(days)
    return _run(present, today if today in present else today - _DAY, first=min(present, default=today))


def longest_streak(days: Collection[date]) -> int:
    """The longest run that there ever was; one that goes on the next day is a part of that day's."""
    present = frozenset(days)
    first = min(present, default=date.max)
    return max((_run(present, last, first=first) for last in present if last + _DAY not in present), default=0)


def _run(present: Container[date], day: date, *, first: date) -> int:
    length = 0
    missed: date | None = None
    while day >= first:
        if day in present:
            length += 1
        elif missed is not None and (missed - day).days < FORGIVEN_EVERY:
            break
        else:
            missed = day
        day -= _DAY
    return length


def week(days: Collection[date], today: date) -> tuple[bool | None, ...]:
    """Monday to Sunday of this week: True with answers, False missed, None still open, to come or before the first one.

    Nobody misses a day before they began.
    """
    monday = today - timedelta(days=today.weekday())
    present = set(days)
    first = min(present, default=today)
    return tuple(True if day in present else False if first < day < today else None for day in _seven(monday))


def _seven(first: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range(7))
