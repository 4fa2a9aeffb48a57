"""True retention by stability."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.statistics.retention import EDGES, Recall, by_stability, by_week, true_retention

SOME_DAY = date(2026, 5, 4)

RECALLS = st.lists(
    st.builds(
        Recall,
        stability=st.floats(0.01, 5000),
        chance=st.floats(0, 1),
        remembered=st.booleans(),
        day=st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    ),
    max_size=40,
)


@given(RECALLS)
def test_bands_take_the_recalls_apart(recalls: list[Recall]) -> None:
    """Law: every recall is in exactly one band, and the bands are together what all of them are."""
    bands, everything = by_stability(recalls), true_retention(recalls)

    assert sum(band.recalls for band in bands) == everything.recalls == len(recalls)
    assert sum(band.remembered for band in bands) == everything.remembered
    for band in bands:
        inside = [
            one for one in recalls if one.stability >= band.low and (band.high is None or one.stability < band.high)
        ]
        assert band.recalls == len(inside)
        assert band.remembered == sum(one.remembered for one in inside)


@given(RECALLS)
def test_shares_are_shares_or_unknown(recalls: list[Recall]) -> None:
    """Law: what is remembered and what was expected lie between 0 and 1; without recalls nothing is said."""
    for band in (*by_stability(recalls), true_retention(recalls)):
        assert (band.retention is None) == (band.expected is None) == (band.recalls == 0)
        assert band.retention is None or 0 <= band.retention <= 1
        assert band.expected is None or 0 <= band.expected <= 1 + 1e-9


def test_an_edge_belongs_to_the_band_above() -> None:
    """Exactly a week is a week or more."""
    bands = by_stability([Recall(stability=EDGES[0], chance=0.9, remembered=True, day=SOME_DAY)])

    assert [band.recalls for band in bands] == [0, 1, 0, 0, 0]
    assert [(band.low, band.high) for band in bands][:2] == [(0.0, 7.0), (7.0, 21.0)]


def test_what_came_stands_beside_what_was_expected() -> None:
    """Three of four remembered where nine in ten were expected."""
    recalls = [Recall(stability=3, chance=0.9, remembered=number > 0, day=SOME_DAY) for number in range(4)]
    first = by_stability(recalls)[0]

    assert (first.retention, first.expected) == (0.75, pytest.approx(0.9))


@given(RECALLS, st.dates(date(2026, 1, 1), date(2026, 7, 31)), st.integers(1, 40))
def test_weeks_follow_one_another_and_take_what_is_theirs(recalls: list[Recall], last: date, weeks: int) -> None:
    """Law: so many Mondays in a row, the last one's week holding the day; each week counts its own recalls."""
    found = by_week(recalls, last=last, weeks=weeks)
    assert len(found) == weeks
    assert found[-1].monday <= last < found[-1].monday + timedelta(weeks=1)
    for before, after in itertools.pairwise(found):
        assert after.monday - before.monday == timedelta(weeks=1)
    for week in found:
        own = [one for one in recalls if week.monday <= one.day < week.monday + timedelta(weeks=1)]
        assert week.recalls == len(own)
        assert week.retention == (sum(one.remembered for one in own) / len(own) if own else None)
