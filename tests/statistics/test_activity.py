"""Days with answers."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import make_review
from quizapp.model.outcome import Outcome
from quizapp.statistics.activity import by_day, day_of, longest_streak, streak, week

TODAY = date(2026, 11, 26)  # a Thursday


def _days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=days) for days in ago]


def test_a_streak_counts_days_up_to_today() -> None:
    """Today counts from its first answer, and until then does no harm."""
    assert streak(_days(), TODAY) == 0
    assert streak(_days(0), TODAY) == 1
    assert streak(_days(1, 2, 3), TODAY) == 3
    assert streak(_days(0, 1, 2, 3), TODAY) == 4


def test_one_missed_day_in_seven_is_forgiven() -> None:
    """It bridges and is not counted; a second one within a week ends the run, and so do two together."""
    assert streak(_days(0, 1, 3, 4), TODAY) == 4
    assert streak(_days(0, 2, 4), TODAY) == 2
    assert streak(_days(0, 3, 4), TODAY) == 1
    assert streak(_days(0, 2, 3, 4, 5, 6, 7, 9), TODAY) == 8
    assert streak(_days(0, 2, 3, 4, 5, 6, 8), TODAY) == 6
    assert streak(_days(2), TODAY) == 1
    assert streak(_days(3), TODAY) == 0


def test_the_longest_streak_may_be_over() -> None:
    """The best run ever, wherever it was."""
    assert longest_streak(_days()) == 0
    assert longest_streak(_days(0, 20, 21, 22, 23)) == 4


@given(st.sets(st.integers(0, 60)))
def test_no_streak_is_longer_than_the_longest_or_than_the_days(ago: set[int]) -> None:
    """Law: today's run is at most the longest, which is at most all days with answers."""
    days = _days(*ago)

    assert streak(days, TODAY) <= longest_streak(days) <= len(days)


@given(st.sets(st.integers(0, 60)))
def test_the_longest_streak_is_that_of_its_last_day(ago: set[int]) -> None:
    """Law: it is the best of all runs as they stood on each day."""
    days = _days(*ago)
    stood = [streak([day for day in days if day <= last], last) for last in days]
    assert longest_streak(days) == max(stood, default=0)


def test_ten_years_of_days_are_looked_at_once() -> None:
    """Stats are opened often, and a day that goes on from the one before is a part of that run: no second look."""

    class Counted(date):
        looks = 0

        def __hash__(self) -> int:
            Counted.looks += 1
            return super().__hash__()

    days = [Counted(2017, 1, 1) + timedelta(days=number) for number in range(3650)]
    assert longest_streak(days) == len(days)
    assert Counted.looks < 5 * len(days)


def test_a_week_is_monday_to_sunday() -> None:
    """Done, missed, and still open: today until it has an answer, and the days to come."""
    assert week(_days(1, 3), TODAY) == (True, False, True, None, None, None, None)
    assert week(_days(0, 9), TODAY) == (False, False, False, True, None, None, None)
    assert week(_days(0), TODAY) == (None, None, None, True, None, None, None)
    assert week((), TODAY) == (None,) * 7


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5 * 86_400), st.integers(-14, 14), st.sampled_from(list(Outcome)), st.integers(0, 600)
        ),
        max_size=30,
    )
)
def test_days_take_the_answers_apart(log: list[tuple[int, int, Outcome, int]]) -> None:
    """Law: every answer is on one day, with its time and its verdict; days are in order and none is empty."""
    answers = [
        make_review(
            at=datetime(2026, 11, 20, tzinfo=UTC) + timedelta(seconds=at),
            offset=hours * 60,
            outcome=outcome,
            seconds=float(seconds),
        )
        for at, hours, outcome, seconds in log
    ]
    days = by_day(answers)

    assert [one.day for one in days] == sorted({day_of(answer) for answer in answers})
    assert sum(one.answers for one in days) == len(answers)
    assert sum(one.right for one in days) == sum(answer.outcome.counts_as_right for answer in answers)
    assert sum(one.seconds for one in days) == sum(answer.seconds for answer in answers)
    assert all(one.answers for one in days)


def test_a_day_ends_at_the_learners_midnight() -> None:
    """Half past eleven in London is half past twelve, and another day, in Paris."""
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)

    assert day_of(make_review(at=late, offset=0)) == date(2026, 11, 26)
    assert day_of(make_review(at=late, offset=60)) == date(2026, 11, 27)
