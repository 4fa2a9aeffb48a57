"""When a card is due for a learner who aims at something."""

from datetime import UTC, date, datetime, timedelta

import fsrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import NOON
from quizapp.model.aim import RETENTION, Aim
from quizapp.model.memory import Card, ItemKey, Rating, Stage
from quizapp.scheduling.aiming import LAST_DAYS, STRONG, aimed, intervals, is_strong
from quizapp.scheduling.forecast import is_due
from quizapp.scheduling.schedule import AFTER_A_MISS, retrievability, review_card

KEY = ItemKey("harbour-bell", "choice-1")
KEYS = st.integers(0, 50).map(lambda number: ItemKey("harbour-bell", f"choice-{number}"))
STEPS = st.lists(st.tuples(st.sampled_from(list(Rating)), st.integers(0, 90 * 86_400)), min_size=1, max_size=8)
SOON = st.lists(st.tuples(st.sampled_from(list(Rating)), st.integers(0, 10 * 86_400)), min_size=1, max_size=8)
RETENTIONS = st.floats(0.7, 0.99)
AIMS = st.builds(
    lambda retention, days: Aim(retention=retention, exam=None if days is None else NOON.date() + timedelta(days=days)),
    retention=RETENTIONS,
    days=st.none() | st.integers(-3, 700),
)


def _history(steps: list[tuple[Rating, int]], key: ItemKey = KEY) -> tuple[Card, datetime]:
    card, at = None, NOON
    for rating, seconds in steps:
        at += timedelta(seconds=seconds)
        card = review_card(card, key=key, rating=rating, at=at)
    assert card is not None
    return card, at


@given(SOON, RETENTIONS)
def test_a_retention_moves_due_as_the_fsrs_package_does(steps: list[tuple[Rating, int]], retention: float) -> None:
    """Law: a card aimed at a retention is due when a scheduler made for it would say so."""
    theirs = fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=[AFTER_A_MISS],
        relearning_steps=[AFTER_A_MISS],
        enable_fuzzing=False,
    )
    expected, at = fsrs.Card(card_id=1), NOON.astimezone(UTC)
    for rating, seconds in steps:
        at += timedelta(seconds=seconds)
        expected, _ = theirs.review_card(expected, fsrs.Rating(rating.value), at)

    card, _ = _history(steps)

    assert aimed(card, Aim(retention=retention), now=NOON).due == expected.due


@given(STEPS, AIMS)
def test_an_aim_moves_nothing_but_when_a_card_is_due(steps: list[tuple[Rating, int]], aim: Aim) -> None:
    """Law: stability and all else stay; without an aim due stays, too, and what is learnt just now stays anyway."""
    card, at = _history(steps)
    after = aimed(card, aim, now=at)

    assert after._replace(due=card.due) == card
    assert aimed(card, Aim(), now=at) == card
    assert card.stage is Stage.REVIEW or after == card


@given(STEPS, KEYS, AIMS, st.integers(0, 90 * 86_400))
def test_a_better_rating_is_never_due_sooner_whatever_the_aim(
    steps: list[tuple[Rating, int]], key: ItemKey, aim: Aim, later: int
) -> None:
    """Law: Again ≤ Hard ≤ Good ≤ Easy, also before an exam, and never before the answer itself."""
    card, at = _history(steps, key)
    for known in (None, card):
        waits = intervals(known, key=key, at=at + timedelta(seconds=later), aim=aim)
        assert timedelta() < waits[Rating.AGAIN] <= waits[Rating.HARD] <= waits[Rating.GOOD] <= waits[Rating.EASY]


@given(STEPS, RETENTIONS, RETENTIONS)
def test_who_aims_higher_is_asked_sooner(steps: list[tuple[Rating, int]], one: float, other: float) -> None:
    """Law: due never moves later as the desired retention grows."""
    card, at = _history(steps)
    low, high = sorted((one, other))

    assert aimed(card, Aim(retention=high), now=at).due <= aimed(card, Aim(retention=low), now=at).due


@given(STEPS, KEYS, RETENTIONS, st.integers(-3, 700))
def test_an_exam_never_puts_anything_off(
    steps: list[tuple[Rating, int]], key: ItemKey, retention: float, days: int
) -> None:
    """Law: with an exam to come nothing is due later than without one, and never before the day after its answer."""
    card, at = _history(steps, key)
    usual = aimed(card, Aim(retention=retention), now=at)
    hurried = aimed(card, Aim(retention=retention, exam=at.date() + timedelta(days=days)), now=at)

    assert hurried.due <= usual.due
    assert hurried == usual or hurried.due.astimezone(at.tzinfo).date() > card.last_review.astimezone(at.tzinfo).date()


@settings(deadline=None)
@example([(Rating.HARD, 3_844_799), (Rating.HARD, 3_024_001), (Rating.AGAIN, 1)], KEY, 1)  # a second past the hour
@given(STEPS, KEYS, st.integers(1, 120))
def test_by_the_exam_everything_is_strong(steps: list[tuple[Rating, int]], key: ItemKey, days: int) -> None:
    """Law: who answers well what is due has, on the day, all strong but what was asked on its eve and is still weak."""
    card, now = _history(steps, key)
    exam = now.date() + timedelta(days=days)
    aim = Aim(exam=exam)
    for _ in range(days):
        while is_due(aimed(card, aim, now=now), now):
            card = review_card(card, key=key, rating=Rating.GOOD, at=now)
            now += timedelta(minutes=1)
        now = (now + timedelta(days=1)).replace(hour=12, minute=0, second=0)

    morning = now.replace(hour=0)
    eve = exam - timedelta(days=1)
    assert now.date() == exam
    assert is_strong(card, aim, now=morning) or card.last_review.astimezone(NOON.tzinfo).date() == eve
    assert is_strong(card, aim, now=morning) == (retrievability(card, morning + timedelta(days=1)) >= STRONG)


def test_what_will_be_strong_on_the_day_is_left_alone() -> None:
    """An exam asks for no more than it needs: a strong card is due when it would be anyway."""
    card = review_card(None, key=KEY, rating=Rating.EASY, at=NOON)

    assert aimed(card, Aim(exam=NOON.date() + timedelta(days=2)), now=NOON) == card


def test_the_last_days_share_the_work() -> None:
    """Cards that are not strong yet have each their own day of the last week, and no day has them all."""
    exam = date(2027, 3, 1)
    cards = [
        review_card(review_card(None, key=key, rating=Rating.EASY, at=NOON), key=key, rating=Rating.EASY, at=NOON)
        for key in (ItemKey("a", f"item-{number}") for number in range(200))
    ]
    far = [card._replace(stability=60.0, due=NOON.astimezone(UTC) + timedelta(days=300)) for card in cards]
    days = [aimed(card, Aim(exam=exam), now=NOON).due.astimezone(NOON.tzinfo).date() for card in far]

    assert {(exam - day).days for day in days} == set(range(1, LAST_DAYS + 1))
    assert max(days.count(day) for day in set(days)) < 60


@pytest.mark.parametrize("days", [-1, -30])
def test_an_exam_that_is_over_is_no_exam(days: int) -> None:
    """The usual schedule goes on."""
    card = review_card(None, key=KEY, rating=Rating.GOOD, at=NOON)

    assert aimed(card, Aim(exam=NOON.date() + timedelta(days=days)), now=NOON) == card
    assert RETENTION < STRONG
