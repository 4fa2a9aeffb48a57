"""What is due, on the learner's own days."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

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


BERLIN, LISBON, APIA = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Lisbon"), ZoneInfo("Pacific/Apia")
AUTUMN = datetime(2026, 10, 25, 0, 30, tzinfo=BERLIN)  # a day of 25 hours
SKIPPED = datetime(2011, 12, 29, 22, tzinfo=APIA)  # Samoa had no 30 December 2011
NIGHTS = st.builds(
    lambda minutes, zone: (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(zone),
    st.integers(0, 4 * 365 * 24 * 60),
    st.sampled_from([BERLIN, LISBON, UTC]),
)


def test_a_day_of_25_hours_asks_nothing_twice() -> None:
    """Fault C1: what was known half an hour after midnight is due 24 hours later, which is the same day still."""
    card = review_card(None, key=KEY, rating=Rating.GOOD, at=AUTUMN)
    card = card._replace(due=AUTUMN.astimezone(UTC) + timedelta(days=1))
    assert card.due.astimezone(BERLIN).date() == AUTUMN.date()

    assert not any(is_due(card, AUTUMN + timedelta(hours=hours)) for hours in range(24))
    assert is_due(card, datetime(2026, 10, 26, tzinfo=BERLIN))
    assert forecast([card], now=AUTUMN, days=2) == (0, 1)


def test_a_day_that_is_skipped_takes_no_card_with_it() -> None:
    """Fault C1: what would have been due on a day that the calendar left out is due on the next."""
    card = review_card(None, key=KEY, rating=Rating.GOOD, at=SKIPPED)
    tomorrow_there = datetime(2011, 12, 31, 7, tzinfo=APIA)
    card = card._replace(due=SKIPPED.astimezone(UTC) + timedelta(days=1))
    assert is_due(card, tomorrow_there)


@given(
    NIGHTS, st.sampled_from([Rating.HARD, Rating.GOOD, Rating.EASY]), st.integers(0, 24 * 60), st.integers(0, 3 * 60)
)
def test_no_card_is_due_twice_a_day_and_none_is_lost(at: datetime, rating: Rating, later: int, night: int) -> None:
    """Fault C1, law: what was known is not asked again on the same day, and is when the day of its due is over."""
    known = review_card(None, key=KEY, rating=Rating.EASY, at=at - timedelta(days=30))
    card = review_card(known, key=KEY, rating=rating, at=at)
    soon = (at.astimezone(UTC) + timedelta(minutes=later)).astimezone(at.tzinfo)

    assert soon.date() != at.date() or not is_due(card, soon)
    morning = (card.due.astimezone(at.tzinfo) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    assert is_due(card, morning + timedelta(minutes=night))


@given(NIGHTS, st.sampled_from([BERLIN, APIA, UTC, ZoneInfo("Pacific/Honolulu"), ZoneInfo("Asia/Tokyo")]))
def test_a_flight_loses_no_card(at: datetime, there: ZoneInfo) -> None:
    """Fault C1, law: in every zone a card is due when its instant has come, and not on the day of its answer there."""
    card = review_card(None, key=KEY, rating=Rating.GOOD, at=at)
    assert is_due(card, card.due.astimezone(there))
    landed = (at.astimezone(UTC) + timedelta(hours=9)).astimezone(there)
    assert landed.date() != at.astimezone(there).date() or not is_due(card, landed)
