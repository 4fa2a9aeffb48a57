"""Parameters fitted to a log, where the extra is installed."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NOON, make_review
from histories import FORGETFUL, lived
from quizapp.model.memory import ItemKey, Parameters, Rating, Review
from quizapp.scheduling.fitting import RECALLS_AT_LEAST, can_fit, count_recalls, fit
from quizapp.scheduling.replay import replay
from quizapp.scheduling.schedule import MOST_INTERVALS, passed, review_card

needs_the_extra = pytest.mark.skipif(not can_fit(), reason="the extra quizapp[fit] is not installed")


@needs_the_extra
def test_a_forgetful_learner_is_foretold_better_by_fitted_parameters() -> None:
    """On answers that the fitting never saw; the same log gives the same numbers, and a fit is its own best."""
    log = lived(FORGETFUL)
    found = fit(log)
    assert found.better
    assert found.fitted_to + found.held_out == count_recalls(log)
    assert found.held_out == pytest.approx(0.2 * count_recalls(log), abs=1)
    assert fit(log) == found
    assert not fit(log, present=found.parameters).better
    assert _mean_wait(log, found.parameters) < _mean_wait(log, None)


@needs_the_extra
def test_what_was_undone_or_practised_is_not_fitted_to() -> None:
    """Law: the fit follows from the scheduled answers as they count."""
    log = lived(FORGETFUL)
    extra = [review._replace(id=f"x{review.id}") for review in log[::3]]
    practice = [review._replace(id=f"p{review.id}", scheduled=False) for review in log[::2]]
    mixed = sorted([*log, *extra, *practice], key=lambda review: review.at)
    assert fit(mixed, frozenset(one.id for one in extra)) == fit(log)


@needs_the_extra
def test_a_changed_key_is_fitted_to_as_another_card() -> None:
    """Law: what was learned anew is no recall of what was learned before."""
    log = lived(FORGETFUL)
    later = {review.id for review in log[len(log) // 2 :]}
    anew = [review._replace(fingerprint="new" if review.id in later else "old") for review in log]
    others = [
        review._replace(key=review.key._replace(item=f"{review.key.item}-anew")) if review.id in later else review
        for review in log
    ]
    assert fit(anew) == fit(others) != fit(log)


@needs_the_extra
@pytest.mark.parametrize(("years", "more"), [(40, 70), (-1, -2)], ids=["ahead", "back"])
def test_a_clock_that_jumped_is_fitted_to_as_the_schedule_counts_it(years: int, more: int) -> None:
    """Law (fault C1): no memory is fitted to a wait that nobody waited; how far the clock was wrong says nothing."""
    log = lived(FORGETFUL)
    assert fit(_jumped(log, years)) == fit(_jumped(log, more))


@given(st.integers(-40_000, 40_000), st.sampled_from(list(Rating)))
def test_what_counts_as_passed_has_bounds(days: int, rating: Rating) -> None:
    """Law: never less than nothing, never more than ten intervals of a day at least, else what the clock says."""
    card = review_card(None, key=ItemKey("a", "b"), rating=rating, at=NOON)
    wait = passed(card, NOON + timedelta(days=days))
    longest = MOST_INTERVALS * max(card.due - card.last_review, timedelta(days=1))
    assert timedelta() <= wait <= longest
    assert wait == timedelta(days=days) or not 0 <= days <= longest.days


def test_few_answers_are_not_fitted_to() -> None:
    """Answers within a day say nothing of forgetting and do not count."""
    same_day = [make_review(id=str(number), at=NOON + timedelta(minutes=number)) for number in range(500)]
    assert count_recalls(same_day) == 0
    few = lived(None, cards=20)
    assert 0 < count_recalls(few) < RECALLS_AT_LEAST
    with pytest.raises(ValueError, match="too few"):
        fit(few)


def _jumped(log: Sequence[Review], years: int) -> list[Review]:
    """A log in whose second half the clock is years ahead, or behind."""
    half, jump = len(log) // 2, timedelta(days=365 * years)
    return [review._replace(at=review.at + jump * (place >= half)) for place, review in enumerate(log)]


def _mean_wait(log: Sequence[Review], parameters: Parameters | None) -> float:
    cards = replay(log, parameters=parameters).values()
    return sum((card.due - card.last_review).total_seconds() for card in cards) / len(cards)
