"""Ratings move cards as FSRS says, without luck."""

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NOON
from quizapp.model.aim import RETENTION
from quizapp.model.memory import Card, ItemKey, Rating, Stage
from quizapp.model.outcome import Outcome
from quizapp.model.response import Grade
from quizapp.scheduling.aiming import intervals
from quizapp.scheduling.rating import suggest
from quizapp.scheduling.schedule import AFTER_A_MISS, MOST_INTERVALS, retrievability, review_card

KEY = ItemKey("harbour-bell", "choice-1")
STEPS = st.lists(st.tuples(st.sampled_from(list(Rating)), st.integers(0, 400 * 86_400)), min_size=1, max_size=12)
RATINGS = st.sampled_from(list(Rating))
SHARES = st.lists(st.tuples(RATINGS, st.floats(0, 1)), min_size=1, max_size=12)
DAY = timedelta(days=1)


def _history(steps: list[tuple[Rating, int]]) -> tuple[Card, datetime]:
    card, at = None, NOON
    for rating, seconds in steps:
        at += timedelta(seconds=seconds)
        card = review_card(card, key=KEY, rating=rating, at=at)
    assert card is not None
    return card, at


def _most(card: Card | None) -> timedelta:
    """The longest time that counts as passed since the last answer to a card."""
    return MOST_INTERVALS * max(card.due - card.last_review, DAY) if card else timedelta()


@given(SHARES)
def test_states_equal_those_of_the_fsrs_package(steps: list[tuple[Rating, float]]) -> None:
    """Law: stability, difficulty, state and due are the package's own."""
    steps_of = [AFTER_A_MISS]
    theirs = fsrs.Scheduler(
        desired_retention=RETENTION, learning_steps=steps_of, relearning_steps=steps_of, enable_fuzzing=False
    )
    expected, at, card = fsrs.Card(card_id=1), NOON.astimezone(UTC), None
    for rating, share in steps:
        at += min(share * _most(card), 400 * DAY)
        expected, _ = theirs.review_card(expected, fsrs.Rating(rating.value), at)
        card = review_card(card, key=KEY, rating=rating, at=at)

    assert card is not None
    assert card.stability == pytest.approx(expected.stability, abs=1e-6)
    assert card.difficulty == pytest.approx(expected.difficulty, abs=1e-6)
    assert (card.stage.name, card.step, card.due) == (expected.state.name.upper(), expected.step, expected.due)


@given(STEPS, RATINGS, st.integers(0, 70 * 365))
def test_a_clock_that_jumped_ahead_moves_no_memory_further_than_ten_intervals(
    steps: list[tuple[Rating, int]], rating: Rating, days: int
) -> None:
    """Fault C1, law: an answer after more than ten intervals counts as after ten, and is due from its own instant."""
    card, _ = _history(steps)
    most = card.last_review + _most(card)
    late = review_card(card, key=KEY, rating=rating, at=most + timedelta(days=days))
    then = review_card(card, key=KEY, rating=rating, at=most)

    assert (late.stability, late.difficulty) == (then.stability, then.difficulty)
    assert late.due - late.last_review == then.due - then.last_review


def test_a_trip_to_2099_and_back_is_no_memory_for_centuries() -> None:
    """Fault C1: what was a stability of 241 days without a limit is that of a card asked ten times too late."""
    known = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)
    ahead = review_card(known, key=KEY, rating=Rating.GOOD, at=NOON.replace(year=2099))
    late = review_card(known, key=KEY, rating=Rating.GOOD, at=NOON + 10 * (known.due - known.last_review))
    back = review_card(ahead, key=KEY, rating=Rating.GOOD, at=NOON + DAY)

    assert ahead.stability == late.stability
    assert back.due < NOON + 400 * DAY


@given(STEPS, st.integers(0, 400 * 86_400))
def test_a_better_rating_is_never_due_sooner(steps: list[tuple[Rating, int]], later: int) -> None:
    """Law: Again ≤ Hard ≤ Good ≤ Easy, whatever came before."""
    card, at = _history(steps)

    for known in (None, card):
        waits = intervals(known, key=KEY, at=at + timedelta(seconds=later))
        assert [waits[rating] for rating in Rating] == sorted(waits.values())


@given(STEPS)
def test_the_same_log_gives_the_same_card(steps: list[tuple[Rating, int]]) -> None:
    """Law: nothing about the schedule is left to chance."""
    assert _history(steps) == _history(steps)


@given(STEPS, st.integers(1, 80 * 365 * 86_400))
def test_a_clock_that_went_back_is_no_time_passed(steps: list[tuple[Rating, int]], back: int) -> None:
    """Law: an answer before the last one counts as given at the same moment, and is due from its own."""
    card, at = _history(steps)
    earlier = at - timedelta(seconds=back)

    now = review_card(card, key=KEY, rating=Rating.GOOD, at=at)
    then = review_card(card, key=KEY, rating=Rating.GOOD, at=earlier)

    assert then.stability == pytest.approx(now.stability)
    assert then.due - earlier == now.due - at


def test_a_miss_comes_back_in_ten_minutes_and_a_lapse_is_counted() -> None:
    """Again is ten minutes, for a new card and for one that was known, where it is a lapse."""
    new = review_card(None, key=KEY, rating=Rating.AGAIN, at=NOON)
    known = review_card(None, key=KEY, rating=Rating.GOOD, at=NOON)
    lapsed = review_card(known, key=KEY, rating=Rating.AGAIN, at=known.due)

    assert (new.due - NOON, new.lapses, new.stage) == (timedelta(minutes=10), 0, Stage.LEARNING)
    assert (lapsed.due - known.due, lapsed.lapses, lapsed.stage) == (timedelta(minutes=10), 1, Stage.RELEARNING)
    assert (known.stage, lapsed.reviews) == (Stage.REVIEW, 2)


def test_retrievability_is_the_desired_retention_when_due() -> None:
    """A card is due when the chance to know it has fallen to what the learner wants."""
    card = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)

    assert retrievability(card, NOON) == 1
    assert retrievability(card, card.due) == pytest.approx(RETENTION, abs=0.01)


def _grade(outcome: Outcome) -> Grade:
    return Grade(outcome=outcome, rule="", note="", given="", expected="")


@pytest.mark.parametrize(
    ("outcome", "hinted", "seconds", "usual", "rating"),
    [
        (Outcome.RIGHT, False, 5, 10, Rating.GOOD),
        (Outcome.RIGHT, True, 5, 10, Rating.HARD),
        (Outcome.RIGHT, False, 21, 10, Rating.HARD),
        (Outcome.RIGHT, False, 19, 5, Rating.GOOD),
        (Outcome.RIGHT, False, 500, None, Rating.GOOD),
        (Outcome.CLOSE, False, 5, 10, Rating.HARD),
        (Outcome.WRONG, False, 5, 10, Rating.AGAIN),
        (Outcome.SHOWN, True, 5, 10, Rating.AGAIN),
    ],
)
def test_the_rating_follows_from_the_grade(
    outcome: Outcome, hinted: bool, seconds: float, usual: float | None, rating: Rating
) -> None:
    """Wrong → Again; right after a hint, a slip or a long wait → Hard; else Good."""
    assert suggest(_grade(outcome), hinted=hinted, seconds=seconds, usual_seconds=usual) is rating


@given(st.sampled_from(list(Outcome)), st.booleans(), st.floats(0, 1e4), st.none() | st.floats(0, 1e4))
def test_easy_is_never_suggested(outcome: Outcome, hinted: bool, seconds: float, usual: float | None) -> None:
    """Law: only the learner says Easy."""
    assert suggest(_grade(outcome), hinted=hinted, seconds=seconds, usual_seconds=usual) is not Rating.EASY
