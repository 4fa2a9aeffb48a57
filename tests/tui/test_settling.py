"""The moment of quiet after the screen changes under the fingers."""

import pytest
from textual.events import Key, Paste

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


def key(name: str) -> Key:
    """A press of a key."""
    return Key(name, None)


def shown(settling: Settling, pressed: str = "2") -> None:
    """A key was heard, and what it brought stands on the screen."""
    settling.hears(key(pressed))
    settling.changed()
    settling.painted()


def test_nothing_is_swallowed_before_anything_changes(settling: Settling) -> None:
    """A screen at rest hears every key."""
    assert settling.hears(key("2"))


@pytest.mark.parametrize("wait", [WAIT, 0])
def test_nothing_is_heard_until_it_is_painted(clock: FakeClock, wait: float) -> None:
    """Also with no wait at all, and however long the painting takes."""
    settling = Settling(clock.ticks, wait)
    settling.changed()
    clock.pass_by(seconds=5)
    assert not settling.hears(key("2"))
    assert not settling.hears(Paste("2"))


@pytest.mark.parametrize("name", ["2", "space", "enter", "x", "f", "f4", "backspace"])
def test_no_key_is_heard_right_after_the_painting(settling: Settling, clock: FakeClock, name: str) -> None:
    """Any key may be a letter of an answer, so it is not only those that grade."""
    shown(settling, "2")
    clock.pass_by(seconds=0.2)
    assert not settling.hears(key(name))


@pytest.mark.parametrize("name", ["q", "u", "question_mark"])
def test_what_leaves_or_takes_back_waits_for_the_painting_alone(settling: Settling, name: str) -> None:
    """A slip is taken back at once (design, §6.3); what is not on the screen yet cannot be meant."""
    settling.changed()
    assert not settling.hears(key(name))
    settling.painted()
    assert settling.hears(key(name))


@pytest.mark.parametrize("name", ["escape", "f1", "ctrl+q", "ctrl+p"])
def test_what_answers_nothing_is_always_heard(settling: Settling, name: str) -> None:
    """Whoever wants to leave need not wait."""
    settling.changed()
    assert settling.hears(key(name))


def test_another_key_is_heard_once_the_quiet_is_over(settling: Settling, clock: FakeClock) -> None:
    """A quarter of a second is all that a deliberate key waits."""
    shown(settling)
    clock.pass_by(seconds=0.26)
    assert settling.hears(key("space"))


def test_what_counts_is_when_a_key_came_and_not_when_it_is_handled(settling: Settling, clock: FakeClock) -> None:
    """A key that waited in a queue while the machine was busy was pressed before anything could be seen."""
    shown(settling)
    clock.pass_by(seconds=3)
    assert not settling.hears(key("space"), late=2.9)
    assert settling.hears(key("space"), late=2.7)


def test_a_held_key_is_swallowed_until_it_is_let_go(settling: Settling, clock: FakeClock) -> None:
    """Key repeat never grades, however long it lasts."""
    shown(settling, "2")
    for _ in range(100):
        clock.pass_by(seconds=0.03)
        assert not settling.hears(key("2"))
    clock.pass_by(seconds=0.3)
    pressed = key("2")
    assert settling.hears(pressed)
    assert settling.hears(pressed)  # it comes by twice: to the screen, and back to what it is bound to


def test_no_wait_no_quiet(clock: FakeClock) -> None:
    """With a wait of nothing whatever is painted hears at once."""
    settling = Settling(clock.ticks, 0)
    shown(settling)
    assert settling.hears(key("2"))
