"""The moment of quiet after an answer."""

import pytest

from builders import FakeClock
from quizapp.tui.settling import Settling

WAIT = 0.25


@pytest.fixture
def clock() -> FakeClock:
    """A clock to turn."""
    return FakeClock()


@pytest.fixture
def settling(clock: FakeClock) -> Settling:
    """A quarter of a second of quiet."""
    return Settling(clock.ticks, WAIT)


def test_nothing_is_swallowed_before_an_answer(settling: Settling) -> None:
    """A fresh screen hears every key."""
    assert not settling.swallows("2")


def test_any_grading_key_is_swallowed_right_after_an_answer(settling: Settling, clock: FakeClock) -> None:
    """A double tap on a choice must not grade, nor must the space after it."""
    settling.start("2", answered=True)
    clock.pass_by(seconds=0.2)
    assert settling.swallows("2")
    assert settling.swallows("space")
    assert not settling.swallows("u")


def test_another_key_grades_once_the_quiet_is_over(settling: Settling, clock: FakeClock) -> None:
    """A quarter of a second is all that a deliberate key waits."""
    settling.start("2", answered=True)
    clock.pass_by(seconds=0.26)
    assert not settling.swallows("space")


def test_a_held_key_is_swallowed_until_it_is_let_go(settling: Settling, clock: FakeClock) -> None:
    """Key repeat never grades, however long it lasts."""
    settling.start("2", answered=True)
    for _ in range(100):
        clock.pass_by(seconds=0.03)
        assert settling.swallows("2")
    clock.pass_by(seconds=0.3)
    assert not settling.swallows("2")


def test_going_on_stops_only_the_key_that_did_it(settling: Settling, clock: FakeClock) -> None:
    """A held space goes on once and does not show the next answer; a quick digit answers it."""
    settling.start("space", answered=False)
    clock.pass_by(seconds=0.05)
    assert settling.swallows("space")
    assert not settling.swallows("1")


def test_no_wait_no_quiet(clock: FakeClock) -> None:
    """With a wait of nothing no key is ever swallowed."""
    settling = Settling(clock.ticks, 0)
    settling.start("2", answered=True)
    assert not settling.swallows("2")
