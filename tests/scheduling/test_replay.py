"""The log as it counts."""

from dataclasses import replace
from datetime import timedelta

from builders import NOON, make_review
from quizapp.model.memory import Rating
from quizapp.model.response import Outcome
from quizapp.scheduling.replay import advance, effective, replay


def test_a_correction_stands_in_the_place_and_time_of_its_answer() -> None:
    """The last correction wins, and the order of the log stays."""
    first, second = make_review(id="1"), make_review(id="2", at=NOON + timedelta(minutes=1))
    hard = replace(first, id="3", replaces="1", rating=Rating.HARD, at=NOON + timedelta(minutes=2))
    easy = replace(first, id="4", replaces="1", rating=Rating.EASY, at=NOON + timedelta(minutes=3))

    assert effective([first, second, hard, easy]) == (replace(first, rating=Rating.EASY), second)


def test_undone_lines_do_not_count() -> None:
    """An undone correction brings back what was before it; an undone answer takes its corrections with it."""
    answer = make_review(id="1", outcome=Outcome.WRONG, rating=Rating.AGAIN)
    right = replace(answer, id="2", replaces="1", outcome=Outcome.RIGHT, rating=Rating.GOOD)

    assert effective([answer, right], {"2"}) == (answer,)
    assert effective([answer, right], {"1"}) == ()


def test_practice_moves_no_card() -> None:
    """A line outside the schedule leaves the card as it is."""
    practice = make_review(scheduled=False)

    assert replay([practice]) == {}
    assert advance(None, practice) is None


def test_replay_takes_answers_in_the_order_of_the_log() -> None:
    """Each answer moves the card that the one before it left."""
    first = make_review(id="1")
    second = make_review(id="2", at=NOON + timedelta(days=2), rating=Rating.EASY)
    card = advance(advance(None, first), second)

    assert replay([first, second]) == {first.key: card}
