"""Lengths of time as people say them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.kit.durations import counted, in_words


@pytest.mark.parametrize(
    ("span", "short", "long"),
    [
        (timedelta(0), "1 min", "1 minute"),
        (timedelta(seconds=89), "1 min", "1 minute"),
        (timedelta(minutes=10), "10 min", "10 minutes"),
        (timedelta(hours=5), "5 hours", "5 hours"),
        (timedelta(days=1), "1 day", "1 day"),
        (timedelta(days=13), "13 days", "13 days"),
        (timedelta(days=21), "3 weeks", "3 weeks"),
        (timedelta(days=92), "3 months", "3 months"),
        (timedelta(days=3660), "10 years", "10 years"),
    ],
)
def test_a_span_is_told_in_the_unit_a_person_would_choose(span: timedelta, short: str, long: str) -> None:
    """Days up to two weeks, weeks up to two months, and so on; only minutes have a short form."""
    assert (in_words(span), in_words(span, short=False)) == (short, long)


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=36500)))
def test_what_is_told_is_near_what_is_meant(span: timedelta) -> None:
    """Rounding never misleads by more than half a unit."""
    number, unit = in_words(span).split()
    days = {"min": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}[unit.rstrip("s")]
    told = timedelta(days=int(number) * days)
    assert abs(told - max(span, timedelta(minutes=1))) <= timedelta(days=days / 2) + timedelta(seconds=1)


def test_one_thing_is_not_called_things() -> None:
    """A count agrees with its noun and groups its digits."""
    assert [counted(number, "answer") for number in (0, 1, 1284)] == ["0 answers", "1 answer", "1,284 answers"]
