"""What is due, on the learner's own days."""

from datetime import UTC, datetime, timedelta, timezone

from builders import NOON
from quizapp.model.memory import ItemKey, Rating
from quizapp.scheduling.forecast import due_from, forecast, is_due, tomorrow
from quizapp.scheduling.schedule import review_card

KEY = ItemKey("harbour-bell", "choice-1")
EVENING = NOON.replace(hour=21)


def test_what_was_learnt_in_the_evening_is_due_from_the_morning() -> None:
    """Days are counted in days: two days after an evening is from the beginning of that day."""
    card = review_card(None, key=KEY, rating=Rating.GOOD, at=EVENING)
    morning = (EVENING + timedelta(days=2)).replace(hour=7)

    assert not is_due(card, morning - timedelta(days=1))
    assert is_due(card, morning)
    assert due_from(card, morning) == morning.replace(hour=0)


def test_a_miss_is_due_after_its_minutes_and_not_before() -> None:
    """Ten minutes are ten minutes, also over midnight."""
    late = NOON.replace(hour=23, minute=55)
    card = review_card(None, key=KEY, rating=Rating.AGAIN, at=late)

    assert not is_due(card, late + timedelta(minutes=9))
    assert is_due(card, late + timedelta(minutes=10))


def test_a_clock_that_was_far_ahead_loses_no_card() -> None:
    """What was answered in 2099 is due as soon as the clock is right, once, and from then on as ever."""
    ahead = review_card(None, key=KEY, rating=Rating.GOOD, at=NOON.replace(year=2099))
    assert is_due(ahead, NOON)
    assert due_from(ahead, NOON) == NOON
    assert forecast([ahead], now=NOON, days=2) == (1, 0)

    again = review_card(ahead, key=KEY, rating=Rating.GOOD, at=NOON)
    assert not is_due(again, NOON + timedelta(hours=8))
    assert is_due(again, again.due)


def test_days_are_those_of_the_learner() -> None:
    """The same instant can be today here and tomorrow elsewhere."""
    card = review_card(None, key=KEY, rating=Rating.GOOD, at=NOON.replace(hour=23))
    far_east = timezone(timedelta(hours=11))

    assert forecast([card], now=NOON, days=4) == (0, 0, 1, 0)
    assert forecast([card], now=NOON.astimezone(far_east), days=4) == (0, 0, 0, 1)
    assert forecast([card], now=(NOON + timedelta(days=2)).astimezone(UTC), days=2) == (1, 0)


def test_the_overdue_count_today() -> None:
    """Whatever is late is today's work; what lies beyond the forecast is not in it."""
    late = review_card(None, key=KEY, rating=Rating.AGAIN, at=NOON - timedelta(days=30))
    far = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)

    assert forecast([late, far], now=NOON, days=7) == (1, 0, 0, 0, 0, 0, 0)


def test_tomorrow_begins_at_the_learners_midnight() -> None:
    """Not today means until the next day begins where the learner is."""
    assert tomorrow(NOON) == datetime(2026, 11, 26, 23, 0, tzinfo=UTC)
