"""Picking several: what each number does, and when the answer is whole."""

from hypothesis import given
from hypothesis import strategies as st

from builders import make_item
from quizapp.model.item import GatheredItem, options_of
from quizapp.tui.picks import Picks


def picks_of(kind: str) -> Picks:
    """Nothing picked yet."""
    item = make_item(kind)
    assert isinstance(item, GatheredItem)
    return Picks(item, options_of(item))


def test_a_number_ticks_and_unticks() -> None:
    """Ticks have no order of their own to keep; one is enough to send."""
    picks = picks_of("multiple")
    assert not picks.complete
    for number in (1, 3, 1):
        picks.press(number)
    assert picks.given == (picks.options[2],)
    assert (picks.complete, picks.note(3), picks.note(1)) == (True, "✓ ticked", "")


def test_numbers_place_one_after_the_other() -> None:
    """Whole when everything has a place; a placed number is taken out again."""
    picks = picks_of("ordering")
    for number in (3, 1):
        picks.press(number)
    assert (picks.complete, picks.note(3), picks.note(1), picks.note(2)) == (False, "1st", "2nd", "")
    picks.press(2)
    assert picks.complete
    assert picks.given == (picks.options[2], picks.options[0], picks.options[1])


def test_numbers_match_line_by_line() -> None:
    """The next open line follows by itself; a number that is used again moves."""
    picks = picks_of("matching")
    picks.press(2)
    picks.press(3)
    assert (picks.slot(0), picks.slot(1), picks.line) == (2, 3, 2)
    picks.press(2)
    assert (picks.slot(0), picks.slot(2), picks.line, picks.complete) == (None, 2, 0, False)
    picks.press(1)
    assert picks.complete
    assert picks.given == (picks.options[0], picks.options[2], picks.options[1])


@given(st.sampled_from(["multiple", "matching", "ordering"]), st.lists(st.integers(1, 3), max_size=6))
def test_taking_back_ends_at_nothing(kind: str, numbers: list[int]) -> None:
    """Enough backspaces undo every pick."""
    picks = picks_of(kind)
    for number in numbers:
        picks.press(number)
    for _ in range(6):
        picks.take_back()
    assert not picks.any
    assert picks.given == ()
